//! What stands round a table or a picture and belongs to it: the caption above, and what a picture is drawn from below.
//!
//! In: blocks as they were read. Out: the same blocks, joined.
//!
//! A paragraph `Table: …` directly above a table is its caption. Below a picture stands the list that is drawn, and below that a
//! numbered list, the key of its marks; a paragraph `Picture: …` above it is the caption, and a table directly below says the same as
//! the picture. With nothing to draw there is no picture.

use crate::doc::model::{Block, BlockKind, Entry, Inline, List};

/// What marks a paragraph as the caption of the table below it.
const CAPTION: &str = "Table:";

/// What marks a paragraph as the caption of the picture below it.
const PICTURE_CAPTION: &str = "Picture:";

/// Gives each table and picture the caption paragraph directly above it, and each picture the lists below it.
pub(super) fn join(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        let last = joined.last_mut().map(|block| &mut block.kind);
        match (&mut block.kind, last) {
            (BlockKind::Table(table), last) => {
                if let Some(caption) = last.and_then(|last| caption(last, CAPTION)) {
                    table.caption = caption;
                    block.meets = joined.pop().map(|caption| caption.meets).unwrap_or_default();
                }
                if let Some(Block { kind: BlockKind::Picture(picture), meets, .. }) = joined.last_mut()
                    && picture.table.is_none()
                    && !picture.entries.is_empty()
                {
                    picture.table = Some(table.clone());
                    meets.append(&mut block.meets);
                    continue;
                }
            }
            (BlockKind::Picture(picture), last) => {
                if let Some(caption) = last.and_then(|last| caption(last, PICTURE_CAPTION)) {
                    picture.caption = caption;
                    block.meets = joined.pop().map(|caption| caption.meets).unwrap_or_default();
                }
            }
            (BlockKind::List(list), Some(BlockKind::Picture(picture))) => {
                if list.start.is_none() && picture.entries.is_empty() {
                    picture.entries = entries(list);
                    continue;
                }
                if list.start.is_some() && picture.key.is_empty() {
                    picture.key = entries(list);
                    continue;
                }
            }
            _ => {}
        }
        joined.push(block);
    }
    joined.retain(|block| !matches!(&block.kind, BlockKind::Picture(picture) if picture.entries.is_empty()));
    joined
}

/// The caption that a paragraph with this mark is.
fn caption(kind: &BlockKind, mark: &str) -> Option<Vec<Inline>> {
    let BlockKind::Paragraph(inlines) = kind else { return None };
    let (Inline::Text(first), rest) = inlines.split_first()? else { return None };
    let first = Inline::Text(first.strip_prefix(mark)?.trim_start().to_owned());
    Some(std::iter::once(first).chain(rest.iter().cloned()).collect())
}

/// A list as the words of a picture.
fn entries(list: &List) -> Vec<Entry> {
    let entry = |item: &Vec<Block>| {
        let mut entry = Entry { words: Vec::new(), entries: Vec::new() };
        for block in item {
            match &block.kind {
                BlockKind::Paragraph(words) => entry.words.extend(words.iter().cloned()),
                BlockKind::List(list) => entry.entries.extend(entries(list)),
                _ => {}
            }
        }
        entry
    };
    list.items.iter().map(entry).collect()
}
