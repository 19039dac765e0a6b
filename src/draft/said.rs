//! Which clauses of a document really say something, in words that every format shows.
//!
//! In: a finished document, and the catalogue whose wording it is. Out: the ids of those clauses: a clause whose wording came out empty, or as
//! nothing that can be read, meets nothing.
//!
//! Not here: whether a word is one that can be read (`text`).

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::doc::{Block, BlockKind, Document, Table, plain_text};
use crate::text::{misleads, readable_words};

/// The fewest words of a clause whose wording is a pack's: what a duty asks cannot be said in fewer. A built-in one may be made of a single answer.
const FEWEST: usize = 3;

/// The clauses that say something in a document.
pub(super) fn clauses_said(document: &Document, catalogue: &Catalogue) -> BTreeSet<String> {
    let mut said: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for leaf in document.leaves() {
        let Some(clause) = leaf.clause.as_deref() else { continue };
        let (words, letters) = said.entry(clause).or_default();
        for text in shown(leaf) {
            *words += readable_words(&text);
            *letters |= text.chars().any(|c| c.is_alphabetic() && misleads(c).is_none());
        }
    }
    // An answer of a school may be in letters that few can read; the wording of a pack may not.
    let says = |clause: &str, (words, letters): (usize, bool)| match catalogue.is_of_pack(clause) {
        true => words >= FEWEST,
        false => letters,
    };
    said.into_iter().filter(|(clause, counts)| says(clause, *counts)).map(|(clause, _)| clause.to_owned()).collect()
}

/// What a block says. A table says what stands in its rows, and a picture what stands in those of its table: a caption and a header promise
/// something and do not say it.
fn shown(leaf: &Block) -> Vec<String> {
    let rows = |table: &Table| table.rows.iter().flatten().map(|cell| plain_text(cell)).collect::<Vec<_>>();
    match &leaf.kind {
        BlockKind::Paragraph(words) => vec![plain_text(words)],
        BlockKind::Table(table) => rows(table),
        BlockKind::Picture(picture) => picture.table.iter().flat_map(rows).collect(),
        // A heading is the outline's or the institution's own, notes are the institution's, and the parts of the others are leaves of their own.
        BlockKind::Heading(_)
        | BlockKind::Notes(_)
        | BlockKind::List(_)
        | BlockKind::Callout(_)
        | BlockKind::Quotation(_) => Vec::new(),
    }
}
