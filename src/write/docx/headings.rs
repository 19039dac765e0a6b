//! The headings of a document, those within lists and callouts too.

use crate::doc::{Block, BlockKind, Heading, walk};

/// The headings among some blocks, in order.
pub(super) fn headings(blocks: &[Block]) -> impl Iterator<Item = &Heading> {
    walk(blocks).filter_map(|block| match &block.kind {
        BlockKind::Heading(heading) => Some(heading),
        _ => None,
    })
}
