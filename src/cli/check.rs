//! `check`: says what is missing in profiles, and what to write.

use super::args::{CheckArgs, FindingsFormat};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_json, report_findings};
use super::typed::{formats, libraries, today, with_look};
use crate::finding::{Code, Finding, Group, Mark, Severity, has_errors, render_json, render_sarif, visible_path};
use crate::job::{Outcome, Twins, check_all, find_profiles};
use crate::law::{BenchmarkMatrix, BenchmarkRow};
use crate::profile::Activity;
use crate::profile::Profile;

pub(super) fn run(args: &CheckArgs) -> Result<Ending, CommandError> {
    let libraries = with_look(libraries(&args.pack, &formats(&args.formats))?, args.reference_doc.as_deref())?;
    let paths = find_profiles(&args.profiles)?;
    let mut ended = Ending::Made;
    let mut outcomes = Vec::new();
    check_all(&paths, &Twins::among(&paths), &libraries, today(args.as_of), |_, outcome| match outcome {
        Ok(outcome) => {
            ended = ended.max(if has_errors(&outcome.findings) { Ending::Found } else { Ending::Made });
            // For people each school is printed as it comes; a program gets one list of all.
            match args.format {
                FindingsFormat::Human => print_human(&outcome),
                FindingsFormat::Json | FindingsFormat::Sarif => outcomes.push(outcome),
            }
        }
        Err(failure) => ended = ended.max(CommandError::from(failure).say()),
    });
    let groups: Vec<Group<'_>> =
        outcomes.iter().map(|outcome| (&*outcome.findings, outcome.intake.context())).collect();
    match args.format {
        FindingsFormat::Human => {}
        FindingsFormat::Json => print_json(&render_json(&groups)),
        FindingsFormat::Sarif => print_json(&render_sarif(&groups)),
    }
    Ok(ended)
}

fn print_human(outcome: &Outcome) {
    report_findings(&outcome.findings, &outcome.intake.context());
    let thin = outcome.findings.iter().any(|finding| finding.code == Code::CP231);
    if let Some(profile) = outcome.intake.profile().filter(|_| thin) {
        print_matrix(profile);
    }
    say!("{}: {}", visible_path(&outcome.intake.path), summary(outcome));
}

/// Shows how many activities serve each benchmark in each year, so that what is thin is seen at once.
fn print_matrix(profile: &Profile) {
    let activities: Vec<_> = profile.programme.activities.iter().map(Activity::facts).collect();
    let matrix = BenchmarkMatrix::new(&profile.setting.year_groups, &activities);
    let label = |row: &BenchmarkRow| row.group.in_words();
    let longest = matrix.rows.iter().map(|row| label(row).chars().count()).max().unwrap_or(0);
    let width = longest.max("Benchmark".len());
    say!("{:<width$}{}", "Benchmark", (1..=8).map(|number| format!("{number:>4}")).collect::<String>());
    for row in &matrix.rows {
        let counts: String = row
            .counts
            .iter()
            .map(|count| if *count == 0 { "   –".to_owned() } else { format!("{count:>4}") })
            .collect();
        say!("{:<width$}{counts}", label(row));
    }
    say!("");
}

/// How many statutory gaps, gaps in what a hub or trust requires, other errors and recommendations there are, in words.
pub(super) fn summary(outcome: &Outcome) -> String {
    let errors = outcome.count(Severity::Error);
    if outcome.intake.institution.is_none() {
        return format!("{} to put right before anything can be checked", counted(errors, "mistake"));
    }
    let gaps = |is_required: bool| {
        let is_gap = |finding: &&Finding| {
            let code = finding.code;
            finding.severity == Severity::Error && code.is(Mark::Gap) && code.is(Mark::Required) == is_required
        };
        outcome.findings.iter().filter(is_gap).count()
    };
    let (statutory, house) = (gaps(false), gaps(true));
    let others = errors - statutory - house;
    let mut parts = vec![counted(statutory, "statutory gap")];
    if house > 0 {
        parts.push(format!("{} in what your hub or trust requires", counted(house, "gap")));
    }
    if others > 0 {
        parts.push(counted(others, "other error"));
    }
    parts.push(counted(outcome.count(Severity::Warning), "recommendation"));
    parts.join(", ")
}
