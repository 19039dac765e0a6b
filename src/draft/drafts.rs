//! Drafts everything that an institution publishes, once: what checks read and what writers write is the same draft.
//!
//! In: a [`Case`]. Out: [`Drafts`] of its own publication; a trust's schools are cases of their own.

use std::collections::BTreeSet;

use super::document::{Draft, Gap, draft, is_due};
use super::plan::{Item, Known, Part, plan};
use crate::case::Case;
use crate::catalogue::Outline;
use crate::theme::Numbering;
use crate::words::WordingError;

/// The drafts of one publication.
#[derive(Debug, Default)]
pub struct Drafts<'a> {
    /// Its documents, in the order of the catalogue's outlines.
    pub documents: Vec<Draft<'a>>,
    /// The clauses that say something in one of them, by their ids.
    pub said: BTreeSet<String>,
    /// What is wrong with the wording, clause by clause: a document for which this holds anything is not among the drafts.
    pub errors: Vec<DraftError>,
}

/// Wording that could not be run, and the document in which it was to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftError {
    /// The id of the document.
    pub document: String,
    /// What is wrong, and in which clause.
    pub error: WordingError,
}

impl Drafts<'_> {
    /// What stands in the documents as a gap.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.documents.iter().flat_map(|draft| &draft.gaps)
    }
}

/// Drafts each document of a case that is due.
pub fn draft_all<'a>(case: &Case<'a>) -> Drafts<'a> {
    let mut drafts = Drafts::default();
    for outline in case.outlines() {
        match is_due(case, outline).and_then(|due| due.then(|| draft(case, outline)).transpose()) {
            Ok(Some(draft)) => {
                drafts.said.extend(draft.said.iter().cloned());
                drafts.documents.push(draft);
            }
            Ok(None) => {}
            Err(error) => {
                let document = outline.document.clone();
                let errors = all_errors(case, outline, error).into_iter();
                drafts.errors.extend(errors.map(|error| DraftError { document: document.clone(), error }));
            }
        }
    }
    drafts
}

/// Every clause of a document that cannot be run. `first` is what stopped the draft, and stands alone where it is not a clause.
fn all_errors(case: &Case<'_>, outline: &Outline, first: WordingError) -> Vec<WordingError> {
    let Ok(plan) = plan(case, outline, &Known::default(), Numbering::Headings) else { return vec![first] };
    let Ok(references) = plan.references(case) else { return vec![first] };
    let context = case.context.clone().with_references(references);
    let mut errors = Vec::new();
    let mut parts: Vec<&Part<'_>> = plan.parts().collect();
    while let Some(part) = parts.pop() {
        let clauses = part.items.iter().filter_map(|item| match item {
            Item::Clause(clause) => Some(clause),
            Item::Gap(..) | Item::Own(_) => None,
        });
        errors.extend(clauses.filter_map(|clause| case.engine.render(&clause.id, &context).err()));
        parts.extend(&part.parts);
    }
    if !errors.contains(&first) {
        errors.push(first);
    }
    errors
}
