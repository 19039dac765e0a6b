//! The findings on a trust's schools, joined to those on the trust.
//!
//! In: what was found on the trust and on each school. Out: one list, in which a finding names its schools and points into a school's file
//! or the trust's; what several schools share with the trust, or with each other, is told once.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::catalogue::PublicationKind;
use crate::finding::{Code, Finding, Locate, Mark, Place, Severity};
use crate::profile::Member;
use crate::text::{Sources, Span};
use crate::yaml::Index;

/// The findings on a trust, to which those on its schools are added.
pub(super) struct Joined<'a> {
    entries: Vec<Entry>,
    trust: &'a Index,
    sources: &'a Sources,
    /// The requirements that the documents made from the trust's file speak of.
    said: BTreeSet<&'a str>,
}

/// A finding, and the schools it is about: none where it is about the trust itself.
struct Entry {
    finding: Finding,
    schools: Vec<String>,
}

impl<'a> Joined<'a> {
    /// Begins with the findings on the trust itself, or on anybody else, who has no schools.
    pub(super) fn new(own: Vec<Finding>, index: &'a Index, sources: &'a Sources, case: &Case<'a>) -> Joined<'a> {
        let kinds = [PublicationKind::Trust, PublicationKind::SchoolOfTrust];
        let outlines = kinds.into_iter().flat_map(|kind| case.catalogue.outlines_for(kind));
        let clauses = outlines.flat_map(|outline| outline.clause_ids()).filter_map(|id| case.catalogue.clauses.get(id));
        let said = clauses.flat_map(|clause| &clause.header.meets).map(String::as_str).collect();
        let entries = own.into_iter().map(|finding| Entry { finding, schools: Vec::new() }).collect();
        Joined { entries, trust: index, sources, said }
    }

    /// Adds what was found on a school.
    pub(super) fn add(&mut self, school: &Member, found: Vec<Finding>) {
        let name = school.profile.setting.name.to_string();
        for finding in found {
            let Some(finding) = self.placed(school, finding) else { continue };
            let trust = self.trust;
            match self.entries.iter_mut().find(|entry| is_same(&entry.finding, &finding, trust)) {
                // What is found on the trust itself holds for its schools, and is not told again.
                Some(entry) if entry.schools.is_empty() => {}
                Some(entry) => entry.schools.push(name.clone()),
                None => self.entries.push(Entry { finding, schools: vec![name.clone()] }),
            }
        }
    }

    /// A finding on a school, placed in its file or the trust's; nothing where it is not for the school to be told.
    pub(super) fn placed(&self, school: &Member, finding: Finding) -> Option<Finding> {
        if self.is_for_another_document(&finding) {
            return None;
        }
        let title = finding.title.clone();
        let finding = Finding { title, ..school.place(finding, self.trust, self.sources) };
        let is_elsewhere = finding.code == Code::CP121 && !is_of_the_schools_entry(&finding);
        (!is_elsewhere && !is_about_words_of_the_trust(&finding)).then_some(finding)
    }

    /// All findings, each with the names of the schools it is about before its title.
    pub(super) fn findings(self) -> Vec<Finding> {
        let told = |Entry { finding, schools }: Entry| match schools[..] {
            [] => finding,
            _ => Finding { title: format!("{}: {}", schools.join(", "), finding.title), ..finding },
        };
        self.entries.into_iter().map(told).collect()
    }

    /// What is only recommended is asked of a school only where a document made here would say it: a school's calendar, say, stands
    /// in a careers policy of its own.
    fn is_for_another_document(&self, finding: &Finding) -> bool {
        finding.severity != Severity::Error
            && finding.requirement.as_deref().is_some_and(|requirement| !self.said.contains(requirement))
    }
}

/// Whether two findings are one: of the same code, on the same requirement and the same place. The title tells apart what a check finds
/// twice in one answer, such as two links in a paragraph.
fn is_same(known: &Finding, new: &Finding, trust: &Index) -> bool {
    let at = span_of(&new.at, trust);
    let is_at_same_place =
        known.at == new.at || (at.is_some() && span_of(&known.at, trust) == at && field_of(known) == field_of(new));
    known.code == new.code && known.requirement == new.requirement && known.title == new.title && is_at_same_place
}

/// Whether a finding is on the wording of what a trust says of all its schools: there "Year 13" is right although one of them ends at
/// Year 11. What it says to providers is printed for each school, so there the school's years count.
fn is_about_words_of_the_trust(finding: &Finding) -> bool {
    let of_the_trust = |field: &str| !field.starts_with("schools[") && !field.starts_with("provider_access");
    finding.code.is(Mark::Wording) && finding.at.field().is_some_and(of_the_trust)
}

/// Whether a finding is on an answer that the trust's file gives for one school alone. What the trust says of all of them is looked at on the
/// trust, and a school with a file of its own has documents of its own besides.
fn is_of_the_schools_entry(finding: &Finding) -> bool {
    matches!(&finding.at, Place::Field(field) if field.starts_with("schools["))
}

/// The field that a finding is about, if it is known.
fn field_of(finding: &Finding) -> Option<&str> {
    match (&finding.field, &finding.at) {
        (None, at) => at.field(),
        (field, _) => field.as_deref(),
    }
}

/// The place of a field that stands in the file.
fn span_of(place: &Place, trust: &Index) -> Option<Span> {
    match place {
        Place::Field(field) | Place::Word { field, .. } => {
            trust.contains(field).then(|| trust.locate(field).span).flatten()
        }
        Place::Span(span) => Some(*span),
        Place::File(_) | Place::None => None,
    }
}
