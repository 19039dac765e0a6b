//! `check`: says what is missing in profiles, and what to write.

use super::args::{CheckArgs, FindingsFormat};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{deliver, print_json};
use super::say::print_as_it_is;
use super::settings::InForce;
use super::shown::{look, report};
use super::typed::{profiles, today};
use super::workbook::{deliver_workbook, workbook_file};
use crate::finding::{
    Code, Finding, Gravity, Group, Look, Subject, render_csv, render_json, render_page, render_sarif,
};
use crate::job::{Outcome, Twins, check_all, findings_workbook};
use crate::law::{BenchmarkMatrix, BenchmarkRow};
use crate::profile::Activity;
use crate::profile::Profile;
use crate::write::Format;

pub(super) fn run(args: &CheckArgs) -> Result<Ending, CommandError> {
    let workbook = (args.format == FindingsFormat::Xlsx).then(|| workbook_file(args.output.as_deref())).transpose()?;
    let paths = profiles(&args.profiles)?;
    let settings = InForce::of_documents(&paths, &args.formats, false, args.shown.quiet)?;
    let formats = settings.formats(&args.formats);
    let libraries = settings.libraries(&args.pack, &formats)?;
    let libraries = settings.with_look(libraries, args.reference_doc.as_deref(), formats.contains(&Format::Docx))?;
    let today = today(args.as_of);
    let look = if args.output.is_some() { Look::default() } else { look() };
    let fails = |gravity: Gravity| gravity.fails() || args.strict && gravity == Gravity::Recommended;
    let shown = args.shown.gravities(fails);
    let mut ended = Ending::Made;
    let mut subjects = Vec::new();
    let mut outcomes = Vec::new();
    check_all(&paths, &Twins::among(&paths), &libraries, today, |_, outcome| match outcome {
        Ok(outcome) => {
            let failed = outcome.findings.iter().any(|finding| fails(finding.gravity()));
            ended = ended.max(if failed { Ending::Found } else { Ending::Made });
            match args.format {
                FindingsFormat::Json | FindingsFormat::Sarif => outcomes.push(outcome),
                // Only words are kept of a school, and not its texts.
                _ => subjects.push(subject(args, &outcome, look)),
            }
        }
        Err(failure) => ended = ended.max(CommandError::from(failure).say()),
    });
    if let Some(path) = workbook {
        deliver_workbook(&findings_workbook(&subjects, &shown), path)?;
        return Ok(ended);
    }
    let found: Vec<Vec<Finding>> = outcomes
        .iter()
        .map(|outcome| outcome.findings.iter().filter(|finding| shown.contains(&finding.gravity())).cloned().collect())
        .collect();
    let groups: Vec<Group<'_>> =
        found.iter().zip(&outcomes).map(|(found, outcome)| (&**found, outcome.intake.context())).collect();
    let (text, print): (String, fn(&str)) = match args.format {
        FindingsFormat::Human | FindingsFormat::Xlsx => (report(&args.shown, &subjects, &shown, look), print_as_it_is),
        FindingsFormat::Json => (render_json(&groups), print_json),
        FindingsFormat::Sarif => (render_sarif(&groups), print_json),
        FindingsFormat::Csv => (render_csv(&subjects, &shown), print_as_it_is),
        FindingsFormat::Html => (render_page(&subjects, &shown, &today.in_words()), print_as_it_is),
    };
    deliver(&text, args.output.as_deref(), print)?;
    Ok(ended)
}

/// What was found in a profile; in full with a table of what serves each benchmark, where one is thin.
fn subject(args: &CheckArgs, outcome: &Outcome, look: Look) -> Subject {
    let subject = args.shown.subject(outcome, &outcome.findings, look);
    let thin = outcome.findings.iter().any(|finding| finding.code == Code::CP231);
    match outcome.intake.profile().filter(|_| thin && args.shown.details) {
        Some(profile) => Subject { after: matrix_table(profile), ..subject },
        None => subject,
    }
}

/// How many activities serve each benchmark in each year, so that what is thin is seen at once.
fn matrix_table(profile: &Profile) -> String {
    let activities: Vec<_> = profile.programme.activities.iter().map(Activity::facts).collect();
    let matrix = BenchmarkMatrix::new(&profile.setting.year_groups, &activities);
    let label = |row: &BenchmarkRow| row.group.in_words();
    let longest = matrix.rows.iter().map(|row| label(row).chars().count()).max().unwrap_or(0);
    let width = longest.max("Benchmark".len());
    let mut table =
        format!("{:<width$}{}\n", "Benchmark", (1..=8).map(|number| format!("{number:>4}")).collect::<String>());
    for row in &matrix.rows {
        let counts: String = row
            .counts
            .iter()
            .map(|count| if *count == 0 { "   –".to_owned() } else { format!("{count:>4}") })
            .collect();
        table.push_str(&format!("{:<width$}{counts}\n", label(row)));
    }
    table + "\n"
}
