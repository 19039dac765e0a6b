//! `check`: says what is missing in profiles, and what to write.

use std::path::Path;

use super::args::{CheckArgs, FindingsFormat};
use super::terminal::{counted, fail, print_findings, today, workshop};
use super::{FAILED, FOUND, MADE};
use crate::check::has_errors;
use crate::finding::{Severity, render_json};
use crate::job::{Outcome, Workshop};

pub(super) fn run(args: &CheckArgs) -> u8 {
    let workshop = match workshop() {
        Ok(workshop) => workshop,
        Err(code) => return code,
    };
    let day = today(args.as_of);
    let codes: Vec<u8> = args.profiles.iter().map(|path| check_one(&workshop, path, day, args.format)).collect();
    codes.into_iter().max().unwrap_or(MADE)
}

fn check_one(workshop: &Workshop, path: &Path, day: crate::law::Date, format: FindingsFormat) -> u8 {
    let outcome = match workshop.check(path, day) {
        Ok(outcome) => outcome,
        Err(failure) => return fail(failure),
    };
    match format {
        FindingsFormat::Human => {
            print_findings(&outcome.findings, &outcome.context());
            say!("{}: {}", path.display(), summary(&outcome));
        }
        FindingsFormat::Json => say!("{}", render_json(&outcome.findings, &outcome.context()).trim_end()),
    }
    if has_errors(&outcome.findings) { FOUND } else { MADE }
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
