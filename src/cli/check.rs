//! `check`: says what is missing in profiles, and what to write.

use super::args::{CheckArgs, FindingsFormat};
use super::terminal::{counted, fail, print_findings, today, workshop};
use super::{FAILED, FOUND, MADE};
use crate::check::has_errors;
use crate::finding::{Group, Severity, render_json, render_sarif};
use crate::job::Outcome;
use crate::text::display_path;

pub(super) fn run(args: &CheckArgs) -> u8 {
    let workshop = match workshop() {
        Ok(workshop) => workshop,
        Err(code) => return code,
    };
    let day = today(args.as_of);
    let mut code = MADE;
    let mut outcomes = Vec::new();
    for path in &args.profiles {
        match workshop.check(path, day) {
            Ok(outcome) => {
                code = code.max(if has_errors(&outcome.findings) { FOUND } else { MADE });
                outcomes.push(outcome);
            }
            Err(failure) => code = code.max(fail(failure)),
        }
    }
    let groups: Vec<Group<'_>> = outcomes.iter().map(|outcome| (&*outcome.findings, outcome.context())).collect();
    match args.format {
        FindingsFormat::Human => outcomes.iter().for_each(print_human),
        FindingsFormat::Json => say!("{}", render_json(&groups).trim_end()),
        FindingsFormat::Sarif => say!("{}", render_sarif(&groups).trim_end()),
    }
    code
}

fn print_human(outcome: &Outcome) {
    print_findings(&outcome.findings, &outcome.context());
    say!("{}: {}", display_path(&outcome.path), summary(outcome));
}

/// How many statutory gaps and recommendations there are, in words.
pub(super) fn summary(outcome: &Outcome) -> String {
    let errors = outcome.count(Severity::Error);
    let warnings = outcome.count(Severity::Warning);
    match &outcome.profile {
        None => format!("{} to put right before anything can be checked", counted(errors, "mistake")),
        Some(_) => format!("{}, {}", counted(errors, "statutory gap"), counted(warnings, "recommendation")),
    }
}

const _: () = assert!(FAILED > FOUND && FOUND > MADE, "the gravest exit code of several profiles wins");
