//! Numbers paragraphs, where a school's style numbers them.
//!
//! In: the body of a document with its headings numbered. Out: the same blocks with their numbers, each worked out here and
//! nowhere else, so that every format prints the same.
//!
//! Clauses are numbered as British policies do: paragraphs run on through a section whatever its parts, 4.1, 4.2, and the
//! items of a list are (a), (b) of the paragraph before it. A list that has numbers or letters of its own keeps them, for its words may
//! speak of "step 2"; tables and callouts have none, and a list before the first paragraph of its section keeps its bullets.

use crate::doc::{Block, BlockKind, BlockNumber};
use crate::theme::Numbering;

/// Numbers the blocks of a body.
pub(super) fn number_blocks(blocks: &mut [Block], style: Numbering) {
    match style {
        Numbering::Clauses => number_clauses(blocks),
        Numbering::Paragraphs => {
            let paragraphs = blocks.iter_mut().filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
            for (block, count) in paragraphs.zip(1..) {
                block.number = Some(BlockNumber::Paragraph(count));
            }
        }
        Numbering::Headings | Numbering::None => {}
    }
}

fn number_clauses(blocks: &mut [Block]) {
    let (mut section, mut count, mut items) = (None, 0, 0);
    for block in blocks {
        match (&mut block.kind, &section) {
            (BlockKind::Heading(heading), _) if heading.level == 1 && heading.number.is_some() => {
                section.clone_from(&heading.number);
                (count, items) = (0, 0);
            }
            (BlockKind::Paragraph(_), Some(section)) => {
                (count, items) = (count + 1, 0);
                block.number = Some(BlockNumber::Clause { section: section.clone(), count });
            }
            (BlockKind::List(list), Some(section)) if count > 0 && list.start.is_none() => {
                let unnumbered = |first: &&mut Block| first.number.is_none();
                for first in list.items.iter_mut().filter_map(|item| item.first_mut()).filter(unnumbered) {
                    items += 1;
                    first.number = Some(BlockNumber::Item { section: section.clone(), count: items });
                }
            }
            _ => {}
        }
    }
}
