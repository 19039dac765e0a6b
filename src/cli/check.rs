//! `check`: says what is missing in profiles, and what to write.

use super::args::{CheckArgs, FindingsFormat};
use super::terminal::{counted, fail, print_findings, today, workshops};
use super::{FAILED, FOUND, MADE};
use crate::check::has_errors;
use crate::finding::{Code, Finding, Group, Severity, render_json, render_sarif};
use crate::job::{Outcome, find_profiles};
use crate::law::BenchmarkMatrix;
use crate::profile::Activity;
use crate::profile::Profile;
use crate::text::display_path;

pub(super) fn run(args: &CheckArgs) -> u8 {
    let workshops = match workshops(&args.pack, &[]) {
        Ok(workshops) => workshops,
        Err(code) => return code,
    };
    let paths = match find_profiles(&args.profiles) {
        Ok(paths) => paths,
        Err(failure) => return fail(failure),
    };
    let mut code = MADE;
    let mut outcomes = Vec::new();
    workshops.check_all(&paths, today(args.as_of), |_, outcome| match outcome {
        Ok(outcome) => {
            code = code.max(if has_errors(&outcome.findings) { FOUND } else { MADE });
            // For people each school is printed as it comes; a program gets one list of all.
            match args.format {
                FindingsFormat::Human => print_human(&outcome),
                FindingsFormat::Json | FindingsFormat::Sarif => outcomes.push(outcome),
            }
        }
        Err(failure) => code = code.max(fail(failure)),
    });
    let groups: Vec<Group<'_>> = outcomes.iter().map(|outcome| (&*outcome.findings, outcome.context())).collect();
    match args.format {
        FindingsFormat::Human => {}
        FindingsFormat::Json => say!("{}", render_json(&groups).trim_end()),
        FindingsFormat::Sarif => say!("{}", render_sarif(&groups).trim_end()),
    }
    code
}

fn print_human(outcome: &Outcome) {
    print_findings(&outcome.findings, &outcome.context());
    let thin = outcome.findings.iter().any(|finding| finding.code == Code::CP231);
    if let Some(profile) = outcome.profile.as_ref().filter(|_| thin) {
        print_matrix(profile);
    }
    say!("{}: {}", display_path(&outcome.path), summary(outcome));
}

/// Shows how many activities serve each benchmark in each year, so that what is thin is seen at once.
fn print_matrix(profile: &Profile) {
    let activities: Vec<_> = profile.programme.activities.iter().map(Activity::facts).collect();
    let matrix = BenchmarkMatrix::new(&profile.setting.year_groups, &activities);
    let width = matrix.rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0).max("Benchmark".len());
    say!("{:<width$}{}", "Benchmark", (1..=8).map(|number| format!("{number:>4}")).collect::<String>());
    for row in &matrix.rows {
        let counts: String = row
            .counts
            .iter()
            .map(|count| if *count == 0 { "   –".to_owned() } else { format!("{count:>4}") })
            .collect();
        say!("{:<width$}{counts}", row.label);
    }
    say!("");
}

/// How many statutory gaps, other errors and recommendations there are, in words.
pub(super) fn summary(outcome: &Outcome) -> String {
    let errors = outcome.count(Severity::Error);
    if outcome.profile.is_none() {
        return format!("{} to put right before anything can be checked", counted(errors, "mistake"));
    }
    let is_gap = |finding: &&Finding| finding.severity == Severity::Error && finding.code.id().starts_with("CP2");
    let gaps = outcome.findings.iter().filter(is_gap).count();
    let others = if errors > gaps { format!(", {}", counted(errors - gaps, "other error")) } else { String::new() };
    format!(
        "{}{others}, {}",
        counted(gaps, "statutory gap"),
        counted(outcome.count(Severity::Warning), "recommendation")
    )
}

const _: () = assert!(FAILED > FOUND && FOUND > MADE, "the gravest exit code of several profiles wins");
