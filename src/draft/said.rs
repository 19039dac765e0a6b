//! Which clauses of a document really say something, in words that every format shows.
//!
//! In: a finished document, and the catalogue whose wording it is. Out: the ids of those clauses: a clause whose wording came out empty, or as
//! nothing that can be read, meets nothing. And the refusal of a title or a heading that shows nothing.
//!
//! Not here: whether a word is one that can be read (`text`).

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::doc::{Block, BlockKind, Document, Inline, Table, plain_text, walk};
use crate::text::{misleads, readable_words, shows_nothing};
use crate::words::WordingError;

/// The fewest words of a pack's clause that prints no answer: what a duty asks cannot be said in fewer. An answer may be short.
const FEWEST: usize = 3;

/// The clauses that say something in a document.
pub(super) fn clauses_said(document: &Document, catalogue: &Catalogue) -> BTreeSet<String> {
    let mut said: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for leaf in document.leaves() {
        let Some(clause) = leaf.clause.as_deref() else { continue };
        let (words, letters) = said.entry(clause).or_default();
        let is_of_pack = catalogue.is_of_pack(clause);
        for text in shown(leaf) {
            // An answer of a school may be in letters that few can read; the wording of a pack may not.
            if is_of_pack {
                *words += readable_words(&text);
            } else {
                *letters |= text.chars().any(|c| c.is_alphabetic() && misleads(c).is_none());
            }
        }
    }
    let prints_answers =
        |clause: &str| catalogue.clauses.get(clause).is_some_and(|clause| clause.wording.contains("{{"));
    let says = |clause: &str, (words, letters): (usize, bool)| match catalogue.is_of_pack(clause) {
        true if prints_answers(clause) => words > 0,
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

/// Whether anything is seen of a block: an empty item of a list, a table of empty cells and letters that are blank show nothing.
pub(super) fn shows_something(block: &Block) -> bool {
    let is_seen = |words: &[Inline]| {
        plain_text(words).chars().any(|c| !c.is_whitespace() && !shows_nothing(c) && misleads(c).is_none())
    };
    walk(std::slice::from_ref(block)).any(|part| match &part.kind {
        BlockKind::Paragraph(words) => is_seen(words),
        BlockKind::Table(table) => table.header.iter().chain(table.rows.iter().flatten()).any(|cell| is_seen(cell)),
        BlockKind::Heading(_) | BlockKind::Picture(_) | BlockKind::Notes(_) => true,
        BlockKind::List(_) | BlockKind::Callout(_) | BlockKind::Quotation(_) => false,
    })
}

/// Refuses a title or a heading that shows nothing: it would leave a hole in the contents, and hide what begins there.
pub(super) fn check_shows(words: &str, id: &str) -> Result<(), WordingError> {
    if words.chars().any(|c| c.is_alphanumeric() && misleads(c).is_none()) {
        return Ok(());
    }
    let message = "the title or heading shows no words; write one that says what stands there".to_owned();
    Err(WordingError { template: id.to_owned(), line: 1, message })
}
