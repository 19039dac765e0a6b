//! Tries out a document for the sake of its clauses: which of them say something, and everything that is wrong with them.
//!
//! In: a [`Case`], an outline. Out: a [`Trial`]. Where the document can be drafted it is, so that a clause counts here exactly when its words
//! stand in the finished document.

use std::collections::BTreeSet;

use super::plan::{Item, Part, plan};
use super::{Gaps, draft, is_due};
use crate::case::Case;
use crate::catalogue::Outline;
use crate::doc::{Block, BlockKind, Document, plain_text};
use crate::theme::Numbering;
use crate::words::WordingError;

/// What came of trying out one document.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// The clauses that say something in it, by their ids.
    pub said: BTreeSet<String>,
    /// What is wrong with the wording, clause by clause.
    pub errors: Vec<WordingError>,
}

/// Tries out one document of a case, with its gaps shown: nothing in the wording may fail for want of an answer. Nothing is said in a
/// document that is not made for the case.
pub fn try_out(case: &Case<'_>, outline: &Outline) -> Trial {
    match is_due(case, outline).and_then(|due| due.then(|| draft(case, outline, Gaps::Show)).transpose()) {
        Ok(Some(document)) => Trial { said: said(&document), errors: Vec::new() },
        Ok(None) => Trial::default(),
        Err(error) => Trial { said: BTreeSet::new(), errors: all_errors(case, outline, error) },
    }
}

/// The clauses that say something in a document: those of whose words at least one is a letter.
fn said(document: &Document) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    document.front.iter().chain(&document.body).for_each(|block| gather(block, &mut said));
    said
}

fn gather(block: &Block, said: &mut BTreeSet<String>) {
    let has_words = match &block.kind {
        BlockKind::List(list) => return list.items.iter().flatten().for_each(|block| gather(block, said)),
        BlockKind::Callout(blocks) => return blocks.iter().for_each(|block| gather(block, said)),
        BlockKind::Heading(_) => false,
        BlockKind::Paragraph(words) => plain_text(words).chars().any(char::is_alphabetic),
        BlockKind::Table(table) => !table.rows.is_empty(),
        BlockKind::Picture(_) => true,
    };
    said.extend(block.clause.clone().filter(|_| has_words));
}

/// Every clause of a document that cannot be run. `first` is what stopped the draft, and stands alone where it is not a clause.
fn all_errors(case: &Case<'_>, outline: &Outline, first: WordingError) -> Vec<WordingError> {
    let Ok(plan) = plan(case, outline, true, &BTreeSet::new(), Numbering::Headings) else { return vec![first] };
    let Ok(references) = plan.references(case) else { return vec![first] };
    let context = case.context.clone().with_references(references);
    let mut errors = Vec::new();
    let mut parts: Vec<&Part<'_>> = plan.front.iter().chain(&plan.sections).chain(&plan.appendices).collect();
    while let Some(part) = parts.pop() {
        let clauses = part.items.iter().filter_map(|item| match item {
            Item::Clause(clause) => Some(clause),
            _ => None,
        });
        errors.extend(clauses.filter_map(|clause| case.engine.render(&clause.id, &context).err()));
        parts.extend(&part.parts);
    }
    if !errors.contains(&first) {
        errors.push(first);
    }
    errors
}
