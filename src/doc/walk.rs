//! One walk over the blocks of a document, those in lists, callouts, quotations and notes too.
//!
//! In: blocks. Out: each of them in the order in which they are read, a block before those that stand in it.

use super::model::{Block, BlockKind};

/// Every block of some blocks.
pub fn walk(blocks: &[Block]) -> impl Iterator<Item = &Block> {
    // The last is the next; what stands in a block comes before what follows it.
    let mut waiting: Vec<&Block> = blocks.iter().rev().collect();
    std::iter::from_fn(move || {
        let block = waiting.pop()?;
        match &block.kind {
            BlockKind::List(list) => waiting.extend(list.items.iter().flatten().rev()),
            BlockKind::Callout(inner) | BlockKind::Quotation(inner) => waiting.extend(inner.iter().rev()),
            BlockKind::Notes(notes) => waiting.extend(notes.iter().flatten().rev()),
            BlockKind::Heading(_) | BlockKind::Paragraph(_) | BlockKind::Table(_) | BlockKind::Picture(_) => {}
        }
        Some(block)
    })
}

/// Shows every block of some blocks, to be changed.
pub fn walk_mut(blocks: &mut [Block], visit: &mut impl FnMut(&mut Block)) {
    for block in blocks {
        visit(block);
        match &mut block.kind {
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| walk_mut(item, visit)),
            BlockKind::Callout(inner) | BlockKind::Quotation(inner) => walk_mut(inner, visit),
            BlockKind::Notes(notes) => notes.iter_mut().for_each(|note| walk_mut(note, visit)),
            BlockKind::Heading(_) | BlockKind::Paragraph(_) | BlockKind::Table(_) | BlockKind::Picture(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{walk, walk_mut};
    use crate::doc::{BlockKind, parse_markdown, plain_text};

    #[test]
    fn both_walks_go_the_same_way() {
        let mut blocks = parse_markdown("one\n\n- two\n  - three\n- four\n\n> five\n>\n> - six\n\nseven\n", None);
        let words = |kind: &BlockKind| match kind {
            BlockKind::Paragraph(inlines) => Some(plain_text(inlines)),
            _ => None,
        };
        let walked: Vec<String> = walk(&blocks).filter_map(|block| words(&block.kind)).collect();
        let mut changed = Vec::new();
        walk_mut(&mut blocks, &mut |block| changed.extend(words(&block.kind)));
        assert_eq!(walked, ["one", "two", "three", "four", "five", "six", "seven"]);
        assert_eq!(changed, walked);
    }
}
