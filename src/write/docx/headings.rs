//! The headings of a document, those within lists and callouts too.

use crate::doc::{Block, BlockKind, Heading};

/// Every heading of some blocks in order, however deep it stands.
pub(super) fn all_headings(blocks: &[Block]) -> Vec<&Heading> {
    blocks
        .iter()
        .flat_map(|block| match &block.kind {
            BlockKind::Heading(heading) => vec![heading],
            BlockKind::List(list) => list.items.iter().flat_map(|item| all_headings(item)).collect(),
            BlockKind::Callout(inner) => all_headings(inner),
            BlockKind::Paragraph(_) | BlockKind::Table(_) | BlockKind::Picture(_) => Vec::new(),
        })
        .collect()
}
