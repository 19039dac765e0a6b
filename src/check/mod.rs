//! Checks a profile against the catalogue and the law: one file a family, one function a check.
//!
//! In: a [`Case`]. Out: findings, gravest first, in the order of the families. No check knows where a field stands in a
//! file: it names the field, and whoever prints the finding finds the place.
//!
//! Not here: the shape of a profile (`profile`), the arithmetic itself (`law`), or a finished document's looks (`write`).

mod accept;
mod advisers;
mod brand;
mod contacts;
mod coverage;
mod editions;
mod encounters;
mod gatsby;
mod governance;
mod needs;
mod placeholders;
mod profile;
mod reading;
mod reviews;
mod trust;
mod wording;

pub use coverage::{unsaid, why_not};

use crate::case::Case;
use crate::finding::{Finding, Severity};

pub use reviews::{REVIEWED, Reviewed, numbers};

/// A check: looks at a case and adds what it finds.
type Check = fn(&Case<'_>, &mut Vec<Finding>);

/// Every check, in the order in which their findings are shown.
const CHECKS: [Check; 23] = [
    needs::check_needs,
    coverage::check_coverage,
    encounters::check_encounters,
    gatsby::check_benchmarks,
    reviews::check_reviews,
    reviews::check_versions,
    editions::check_edition,
    advisers::check_independence,
    advisers::check_qualification,
    governance::check_bodies,
    contacts::check_email_domains,
    profile::check_year_groups,
    profile::check_own_sections,
    trust::check_members,
    trust::check_names,
    brand::check_colours,
    brand::check_logo,
    placeholders::check_placeholders,
    wording::check_links,
    wording::check_dead_names,
    wording::check_named_years,
    reading::check_long_sentences,
    reading::check_reading_age,
];

/// Everything that is found on a case, gravest first.
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        check(case, &mut findings);
    }
    let mut findings = accept::accept(&case.profile.accept, findings);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// The answers in words that are printed, with their fields, but for those under some headings.
fn own_words<'a>(case: &'a Case<'_>, but_for: &[&str]) -> Vec<(String, &'a str)> {
    let mut texts = case.answers.texts();
    texts.retain(|(field, _)| {
        !field.starts_with("accept[") && !but_for.iter().any(|heading| field.starts_with(heading))
    });
    texts
}

/// Whether the findings stand in the way of a document.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}
