//! Opens the capsules in which a school's own Markdown travels, and keeps of it what a policy needs.
//!
//! In: blocks of a clause, with capsules in their words. Out: the same blocks, with paragraphs, emphasis, lists and
//! links of the school's prose in place.

use crate::doc::{Block, BlockKind, Entry, Inline, parse_markdown};
use crate::words::{Piece, open_capsules};

/// Opens the capsules in blocks.
pub(super) fn open_blocks(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().flat_map(open_block).collect()
}

/// Whether a paragraph is nothing but a capsule of paragraphs and lists.
pub(super) fn is_capsule(inlines: &[Inline]) -> bool {
    capsule(inlines).is_some()
}

fn capsule(inlines: &[Inline]) -> Option<String> {
    let [Inline::Text(text)] = inlines else { return None };
    match open_capsules(text).pop() {
        Some(Piece::Blocks(markdown)) if open_capsules(text).len() == 1 => Some(markdown),
        _ => None,
    }
}

fn open_block(block: Block) -> Vec<Block> {
    let Block { id, clause, meets, number, kind } = block;
    let kind = match kind {
        BlockKind::Paragraph(inlines) => {
            if let Some(markdown) = capsule(&inlines) {
                return prose_blocks(&markdown, clause.as_deref());
            }
            BlockKind::Paragraph(open_inlines(inlines, clause.as_deref()))
        }
        BlockKind::List(mut list) => {
            list.items = list.items.into_iter().map(open_blocks).collect();
            BlockKind::List(list)
        }
        BlockKind::Callout(inner) => BlockKind::Callout(open_blocks(inner)),
        BlockKind::Table(mut table) => {
            let open = |cell: &mut Vec<Inline>| *cell = open_inlines(std::mem::take(cell), clause.as_deref());
            open(&mut table.caption);
            table.header.iter_mut().for_each(open);
            table.rows.iter_mut().flatten().for_each(open);
            BlockKind::Table(table)
        }
        BlockKind::Picture(mut picture) => {
            picture.caption = open_inlines(picture.caption, clause.as_deref());
            picture.entries.iter_mut().chain(&mut picture.key).for_each(|entry| open_entry(entry, clause.as_deref()));
            BlockKind::Picture(picture)
        }
        heading @ BlockKind::Heading(_) => heading,
    };
    vec![Block { id, clause, meets, number, kind }]
}

fn open_entry(entry: &mut Entry, clause: Option<&str>) {
    entry.words = open_inlines(std::mem::take(&mut entry.words), clause);
    entry.entries.iter_mut().for_each(|entry| open_entry(entry, clause));
}

/// A school's prose as blocks: tables become lines and quotations lose their frame, for those are the theme's.
pub(super) fn prose_blocks(markdown: &str, clause: Option<&str>) -> Vec<Block> {
    parse_markdown(markdown, clause).into_iter().flat_map(plain_block).collect()
}

fn plain_block(block: Block) -> Vec<Block> {
    match block.kind {
        BlockKind::Callout(inner) => inner.into_iter().flat_map(plain_block).collect(),
        BlockKind::Table(table) => {
            let clause = block.clause;
            std::iter::once(table.header)
                .chain(table.rows)
                .map(|cells| {
                    let words = cells.into_iter().reduce(|mut row, cell| {
                        row.push(Inline::Text(", ".to_owned()));
                        row.extend(cell);
                        row
                    });
                    Block::new(clause.as_deref(), BlockKind::Paragraph(words.unwrap_or_default()))
                })
                .collect()
        }
        BlockKind::List(mut list) => {
            list.items = list.items.into_iter().map(|item| item.into_iter().flat_map(plain_block).collect()).collect();
            vec![Block { kind: BlockKind::List(list), ..block }]
        }
        _ => vec![block],
    }
}

/// Opens the capsules in running text.
pub(super) fn open_inlines(inlines: Vec<Inline>, clause: Option<&str>) -> Vec<Inline> {
    let mut opened = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                for piece in open_capsules(&text) {
                    match piece {
                        Piece::Words(words) => opened.push(Inline::Text(words)),
                        Piece::Blocks(markdown) | Piece::Inline(markdown) => {
                            opened.extend(running(prose_blocks(&markdown, clause)));
                        }
                    }
                }
            }
            Inline::Strong(inner) => opened.push(Inline::Strong(open_inlines(inner, clause))),
            Inline::Emphasis(inner) => opened.push(Inline::Emphasis(open_inlines(inner, clause))),
            Inline::Link { target, text } => opened.push(Inline::Link { target, text: open_inlines(text, clause) }),
            Inline::LineBreak => opened.push(Inline::LineBreak),
        }
    }
    opened
}

/// Blocks as running text for a table cell: a new line for each paragraph, a bullet before each item.
fn running(blocks: Vec<Block>) -> Vec<Inline> {
    let mut lines: Vec<Vec<Inline>> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph(inlines) => lines.push(inlines),
            BlockKind::List(list) => lines.extend(list.items.into_iter().map(|item| {
                let mut line = vec![Inline::Text("• ".to_owned())];
                line.extend(running(item));
                line
            })),
            _ => {}
        }
    }
    lines
        .into_iter()
        .reduce(|mut text, line| {
            text.push(Inline::LineBreak);
            text.extend(line);
            text
        })
        .unwrap_or_default()
}
