//! Which requirements the drafted documents really meet, and by which words.
//!
//! In: drafts, and the catalogue they were made from. Out: [`Proofs`]: for each requirement that is met the document and the clause that say it.
//!
//! A clause counts only where it says something in the document. Where some words of it are marked as there for a requirement of their own, the
//! document must hold those words.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, PublicationKind};
use crate::doc::{Block, BlockKind, plain_text};
use crate::draft::Drafts;

/// What some drafts prove: by the id of a requirement, the document and the clause.
pub(super) struct Proofs<'a>(BTreeMap<&'a str, (&'a str, &'a str)>);

impl<'a> Proofs<'a> {
    /// What these drafts prove.
    pub(super) fn of(drafts: impl IntoIterator<Item = &'a Drafts<'a>>, catalogue: &'a Catalogue) -> Proofs<'a> {
        let mut proofs = BTreeMap::new();
        for draft in drafts.into_iter().flat_map(|drafts| &drafts.documents) {
            let document = draft.outline.document.as_str();
            for leaf in draft.document.leaves().filter(|leaf| !leaf.meets.is_empty() && shows_words(leaf)) {
                let Some(clause) = leaf.clause.as_deref().filter(|clause| draft.said.contains(*clause)) else {
                    continue;
                };
                for id in &leaf.meets {
                    proofs.entry(id.as_str()).or_insert((document, clause));
                }
            }
            for clause in draft.said.iter().filter_map(|id| catalogue.clauses.get(id)) {
                for id in clause.header.meets.iter().filter(|id| !clause.marked.contains(id)) {
                    proofs.entry(id.as_str()).or_insert((document, clause.id.as_str()));
                }
            }
        }
        Proofs(proofs)
    }

    /// The document and the clause that say what a requirement asks.
    pub(super) fn get(&self, requirement: &str) -> Option<(&'a str, &'a str)> {
        self.0.get(requirement).copied()
    }
}

fn shows_words(leaf: &Block) -> bool {
    match &leaf.kind {
        BlockKind::Paragraph(words) => plain_text(words).chars().any(char::is_alphanumeric),
        _ => true,
    }
}

/// The requirements that documents of these kinds can speak of at all.
pub(super) fn spoken_of<'a>(catalogue: &'a Catalogue, kinds: &[PublicationKind]) -> BTreeSet<&'a str> {
    let outlines = kinds.iter().flat_map(|kind| catalogue.outlines_for(*kind));
    let clauses = outlines.flat_map(|outline| outline.clause_ids()).filter_map(|id| catalogue.clauses.get(id));
    clauses.flat_map(|clause| clause.header.meets.iter().chain(&clause.marked)).map(String::as_str).collect()
}
