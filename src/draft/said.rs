//! Which clauses of a document really say something.
//!
//! In: a finished document. Out: the ids of those clauses of whose words at least one is a letter: a clause whose wording came out empty
//! meets nothing.

use std::collections::BTreeSet;

use crate::doc::{BlockKind, Document, plain_text};

/// The clauses that say something in a document.
pub(super) fn clauses_said(document: &Document) -> BTreeSet<String> {
    let saying = document.leaves().filter(|leaf| match &leaf.kind {
        BlockKind::Paragraph(words) => plain_text(words).chars().any(char::is_alphabetic),
        BlockKind::Table(table) => !table.rows.is_empty(),
        _ => true,
    });
    saying.filter_map(|leaf| leaf.clause.clone()).collect()
}
