//! What is open in documents that are approved.
//!
//! In: what is found on a profile, and the documents. Out: [`Open`]: what stands in the way, the gaps that are binding, and what is only
//! recommended; and the sentence in which the version history tells of the gaps.

use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, HistoryPhrases, PublicationKind};
use crate::finding::{Code, Finding, Mark, Severity};
use crate::profile::Reviewed;

/// What is open in some documents.
pub(super) struct Open {
    /// Errors that are no gaps: no document can be made with them.
    pub(super) errors: Vec<Finding>,
    /// Gaps in what the law asks, or a hub or trust requires.
    pub(super) gaps: Vec<Finding>,
    /// What is only recommended.
    pub(super) recommended: Vec<Finding>,
}

impl Open {
    /// Sorts what is found on a profile whose documents these are.
    pub(super) fn of(found: &[Finding], documents: &[Reviewed], catalogue: &Catalogue, kind: PublicationKind) -> Open {
        let said = requirements_of(documents, catalogue, kind);
        let concerns = |finding: &&Finding| match (finding.requirement.as_deref(), finding.at.field()) {
            (Some(requirement), _) => said.contains(requirement),
            (None, Some(field)) => {
                let heading = |reviewed: &Reviewed| field.starts_with(&format!("{}.", reviewed.section()));
                documents.iter().any(heading)
            }
            _ => false,
        };
        let is_gap = |finding: &&Finding| finding.code.is(Mark::Gap);
        let of = |severity| found.iter().filter(move |finding| finding.severity == severity);
        Open {
            errors: of(Severity::Error).filter(|finding| !is_gap(finding)).cloned().collect(),
            gaps: of(Severity::Error).filter(is_gap).filter(concerns).cloned().collect(),
            // That a review is overdue is what an approval puts right.
            recommended: of(Severity::Warning)
                .filter(is_gap)
                .filter(concerns)
                .filter(|finding| finding.code != Code::CP212)
                .cloned()
                .collect(),
        }
    }

    /// What the version history says of the gaps; nothing where there are none.
    pub(super) fn told(&self, catalogue: &Catalogue, phrases: &HistoryPhrases) -> Option<String> {
        let is_required = |finding: &&Finding| finding.code.is(Mark::Required);
        let listed = |phrase: &str, gaps: Vec<&Finding>| {
            let mut named: Vec<String> = Vec::new();
            for gap in gaps.into_iter().map(|gap| in_plain_words(gap, catalogue)) {
                if !named.contains(&gap) {
                    named.push(gap);
                }
            }
            (!named.is_empty()).then(|| phrase.replace("{gaps}", &named.join("; ")))
        };
        let statutory = listed(&phrases.statutory_gaps, self.gaps.iter().filter(|gap| !is_required(gap)).collect());
        let required = listed(&phrases.required_gaps, self.gaps.iter().filter(is_required).collect());
        let told: Vec<String> = statutory.into_iter().chain(required).collect();
        (!told.is_empty()).then(|| told.join(". "))
    }
}

/// The requirements of which these documents speak.
fn requirements_of<'a>(documents: &[Reviewed], catalogue: &'a Catalogue, kind: PublicationKind) -> BTreeSet<&'a str> {
    let kinds = match kind {
        PublicationKind::Trust => vec![PublicationKind::Trust, PublicationKind::SchoolOfTrust],
        other => vec![other],
    };
    let outlines = kinds.into_iter().flat_map(|kind| catalogue.outlines_for(kind));
    let meant = outlines.filter(|outline| documents.iter().any(|reviewed| reviewed.document() == outline.stands_for()));
    let clauses = meant.flat_map(|outline| outline.clause_ids()).filter_map(|id| catalogue.clauses.get(id));
    clauses.flat_map(|clause| &clause.header.meets).map(String::as_str).collect()
}

/// A gap without the name of the field that a finding adds to it.
fn in_plain_words(finding: &Finding, catalogue: &Catalogue) -> String {
    let requirement = finding.requirement.as_deref().and_then(|id| catalogue.requirements.get(id));
    let gap = requirement.and_then(|requirement| requirement.entry.gap.as_deref()).unwrap_or_default();
    match finding.title.find(gap) {
        Some(at) if !gap.is_empty() => finding.title[..at + gap.len()].to_owned(),
        _ => finding.title.clone(),
    }
}
