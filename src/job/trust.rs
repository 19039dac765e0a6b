//! The findings on a trust's schools, joined to those on the trust.
//!
//! In: what was found on each school. Out: one list, in which a finding names its school and points into the school's file or the
//! trust's; what several schools share with the trust, or with each other, is told once.

use std::collections::BTreeSet;

use crate::catalogue::Catalogue;
use crate::finding::{Finding, Locate, Place, Severity};
use crate::profile::Member;
use crate::text::{Sources, Span};
use crate::yaml::Index;

/// The findings on a trust, to which those on its schools are added.
pub(super) struct Joined<'a> {
    pub(super) findings: Vec<Finding>,
    pub(super) trust: &'a Index,
    pub(super) sources: &'a Sources,
    /// The requirements that the trust's documents and its schools' other documents speak of.
    pub(super) said: BTreeSet<&'a str>,
}

/// The requirements of which something is said in the documents that a trust's profile makes.
pub(super) fn requirements_said(catalogue: &Catalogue) -> BTreeSet<&str> {
    let made = catalogue.outlines.iter().filter(|outline| !catalogue.is_replaced(outline));
    let clauses = made.flat_map(|outline| outline.clause_ids()).filter_map(|id| catalogue.clauses.get(id));
    clauses.flat_map(|clause| &clause.header.meets).map(String::as_str).collect()
}

impl Joined<'_> {
    /// Adds what was found on a school.
    pub(super) fn add(&mut self, school: &Member, found: Vec<Finding>) {
        for finding in found {
            if self.is_for_another_document(&finding) {
                continue;
            }
            let title = finding.title.clone();
            let placed = school.place(finding, self.trust, self.sources);
            if is_about_words_of_the_trust(&placed) {
                continue;
            }
            let (trust, at) = (self.trust, span_of(&placed.at, self.trust));
            let same = |known: &&mut Finding| {
                // A title that begins with a name is about one school, and ends with what is found on it.
                let of_a_school = known.title.strip_suffix(title.as_str()).is_some_and(|name| name.ends_with(": "));
                let alike = known.code == placed.code && (known.title == title || of_a_school);
                alike
                    && (known.at == placed.at
                        || (at.is_some() && span_of(&known.at, trust) == at && field_of(known) == field_of(&placed)))
            };
            match self.findings.iter_mut().find(same) {
                Some(known) if known.title == title => {}
                Some(known) => {
                    let names = known.title.strip_suffix(&format!(": {title}")).unwrap_or_default();
                    known.title = format!("{names}, {}: {title}", school.profile.setting.name);
                }
                None => self.findings.push(placed),
            }
        }
    }

    /// What is only recommended is asked of a school only where a document made here would say it: a school's calendar, say, stands
    /// in a careers policy of its own.
    fn is_for_another_document(&self, finding: &Finding) -> bool {
        finding.severity != Severity::Error
            && finding.requirement.as_deref().is_some_and(|requirement| !self.said.contains(requirement))
    }
}

/// Whether a finding is on the wording of what a trust says of all its schools: there "Year 13" is right although one of them ends at
/// Year 11. What it says to providers is printed for each school, so there the school's years count.
fn is_about_words_of_the_trust(finding: &Finding) -> bool {
    let of_the_trust = |field: &str| !field.starts_with("schools[") && !field.starts_with("provider_access");
    finding.code.id().starts_with("CP4") && matches!(&finding.at, Place::Field(field) if of_the_trust(field))
}

/// The field that a finding is about, if it is known.
fn field_of(finding: &Finding) -> Option<&str> {
    match (&finding.field, &finding.at) {
        (None, Place::Field(field)) => Some(field),
        (field, _) => field.as_deref(),
    }
}

/// The place of a field that stands in the file.
fn span_of(place: &Place, trust: &Index) -> Option<Span> {
    match place {
        Place::Field(field) => trust.contains(field).then(|| trust.locate(field).span).flatten(),
        Place::Span(span) => Some(*span),
        _ => None,
    }
}
