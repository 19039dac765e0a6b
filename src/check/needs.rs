//! Whether the answers are there that the requirements need, and whether their tests are passed.
//!
//! In: a case. Out: an error for what the law asks and is missing (CP201, CP203), a warning for what is recommended
//! (CP202, CP204). What is optional is never asked for.

use super::left_out::is_left_out;
use crate::case::Case;
use crate::catalogue::{Certainty, Duty, Requirement};
use crate::draft::is_asked_itself;
use crate::finding::{Code, Finding, Place, Severity};
use crate::profile::field_help;

/// Checks every requirement that is asked of the institution itself; a trust's schools are checked each by itself.
pub(super) fn check_needs(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for requirement in case.catalogue.requirements.values() {
        match is_asked_itself(case, requirement) {
            Ok(true) if is_left_out(case, requirement) => {}
            Ok(true) => check_requirement(case, requirement, findings),
            Ok(false) => {}
            Err(error) => findings.push(error.into()),
        }
    }
    // A field that the law asks for need not be recommended as well.
    let owed: Vec<Place> =
        findings.iter().filter(|finding| finding.code == Code::CP201).map(|finding| finding.at.clone()).collect();
    findings.retain(|finding| finding.code != Code::CP202 || !owed.contains(&finding.at));
}

fn check_requirement(case: &Case<'_>, requirement: &Requirement, findings: &mut Vec<Finding>) {
    let (severity, missing_code, test_code) = match requirement.duty_of(case.profile.setting.kind) {
        Duty::Statutory => (Severity::Error, Code::CP201, Code::CP203),
        Duty::Required => (Severity::Error, Code::CP205, Code::CP206),
        Duty::Recommended => (Severity::Warning, Code::CP202, Code::CP204),
        Duty::Optional | Duty::NotApplicable => return,
    };
    let gap = requirement.gap_in_words();
    let missing = case.answers.missing(&requirement.entry.needs);
    for field in &missing {
        let title = if requirement.entry.needs.len() == 1 { gap.clone() } else { format!("{gap} (`{field}`)") };
        let finding = Finding::new(severity, missing_code, title).at_field(case.answers.place_of_missing(field));
        findings.push(about(case, requirement, with_what_to_write(finding, field)));
    }
    if let Some(test) = &requirement.entry.test
        && missing.is_empty()
    {
        match case.engine.is_true(&requirement.id, test, &case.context) {
            Ok(true) => {}
            Ok(false) => {
                let mut finding = Finding::new(severity, test_code, gap);
                if let Some(field) = requirement.entry.needs.first() {
                    finding = finding.at_field(field);
                }
                let help = requirement.entry.help.clone();
                findings.push(about(case, requirement, help.into_iter().fold(finding, Finding::with_help)));
            }
            Err(error) => findings.push(error.into()),
        }
    }
}

/// Says what to write in a field: its own description, and an example to copy.
fn with_what_to_write(finding: Finding, field: &str) -> Finding {
    let Some(help) = field_help(field) else { return finding };
    let key = field.rsplit('.').next().unwrap_or(field);
    let description = help.description.replace('\n', " ");
    match help.example.map(|example| format!("{key}: {example}")) {
        Some(example) => finding.with_help(format!("{description} For example: `{example}`")).with_example(example),
        None => finding.with_help(description),
    }
}

/// Says whose duty it is, by which law, and how sure that is.
pub(super) fn about(case: &Case<'_>, requirement: &Requirement, finding: Finding) -> Finding {
    let finding = finding.with_note(duty_sentence(case, requirement)).for_requirement(&requirement.id);
    let certainty = requirement.certainty_for(case.profile.setting.kind);
    match (certainty, &requirement.entry.note) {
        (Certainty::Sure, _) => finding,
        (Certainty::FairlySure, Some(note)) => {
            finding.with_note(format!("this reading of the law is fairly sure: {note}"))
        }
        (Certainty::Unsure, Some(note)) => finding.with_note(format!("this reading of the law is not sure: {note}")),
        (_, None) => finding.with_note("this reading of the law is not sure"),
    }
}

/// The duty in a sentence: "statutory for a further education college, through its funding agreement: Education Act 1997, s.45A (id)".
fn duty_sentence(case: &Case<'_>, requirement: &Requirement) -> String {
    let setting = case.profile.setting.kind;
    let duty = requirement.duty_of(setting).word();
    let through = requirement.through.get(&setting).map(|by| format!(", through {by}")).unwrap_or_default();
    format!("{duty} for {}{through}: {} ({})", setting.with_article(), requirement.citation(), requirement.id)
}
