//! Which clauses of a document really say something.
//!
//! In: a finished document. Out: the ids of those clauses of whose words at least one is a letter: a clause whose wording came out empty
//! meets nothing.

use std::collections::BTreeSet;

use crate::doc::{Block, BlockKind, Document, plain_text};

/// The clauses that say something in a document.
pub(super) fn clauses_said(document: &Document) -> BTreeSet<String> {
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
