//! Every check, in one list.
//!
//! In: a [`Case`], its [`Drafts`], the formats that they are to be written in. Out: the findings of all checks, gravest first.

use super::printed::Printed;
use super::{
    accept, actions, advisers, brand, contacts, coverage, destinations, editions, encounters, gatsby, glyphs,
    governance, left_out, names, needs, own_text, pasted, placeholders, profile, reading, reviews, trust, unused,
    wording,
};
use crate::case::Case;
use crate::draft::Drafts;
use crate::finding::Finding;
use crate::write::Format;

/// A check: looks at a case and adds what it finds.
type Check = fn(&Case<'_>, &mut Vec<Finding>);

/// The checks of answers alone, in the order in which their findings are shown.
const CHECKS: &[Check] = &[
    encounters::check_encounters,
    encounters::check_opportunities,
    gatsby::check_benchmarks,
    actions::check_actions,
    reviews::check_reviews,
    reviews::check_versions,
    editions::check_edition,
    advisers::check_independence,
    advisers::check_qualification,
    governance::check_bodies,
    contacts::check_email_domains,
    contacts::check_telephones,
    profile::check_year_groups,
    profile::check_for_whom,
    destinations::check_destinations,
    profile::check_own_sections,
    trust::check_members,
    trust::check_names,
    left_out::check_left_out,
    brand::check_colours,
    brand::check_logo,
    names::check_names,
    names::check_two_in_one,
    placeholders::check_placeholders,
    pasted::check_endless_words,
    wording::check_links,
    wording::check_dead_names,
    wording::check_named_years,
    reading::check_long_sentences,
    reading::check_reading_age,
];

/// Everything that is found on a case and its drafts, which are to be written in these formats, gravest first. `printed` is what stands in
/// all documents that are made from the same file: a trust's and those of its schools.
pub fn check(case: &Case<'_>, drafts: &Drafts<'_>, printed: &Printed<'_>, formats: &[Format]) -> Vec<Finding> {
    let mut findings = Vec::new();
    needs::check_needs(case, &mut findings);
    coverage::check_coverage(case, drafts, &mut findings);
    for check in CHECKS {
        check(case, &mut findings);
    }
    glyphs::check_glyphs(case, drafts, formats, &mut findings);
    own_text::check_own_text(case, drafts, &mut findings);
    unused::check_unused(case, printed, &mut findings);
    let mut findings = accept::accept(&case.profile.accept, findings);
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// What is found on the answers alone, each by itself: no document is drafted, and nothing is asked that is not there.
pub fn check_answers(case: &Case<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    CHECKS.iter().for_each(|check| check(case, &mut findings));
    findings
}
