//! Opens the capsules in which a school's own Markdown travels, and gives its headings and notes their places in the document.
//!
//! In: blocks of a clause with the marks of capsules in their words, or the text of an own section. Out: the same blocks, with the
//! paragraphs, lists, tables, headings and links of the school's text in place; its notes are kept for the end of the document.
//!
//! Not here: how the text is read (`doc`), and the numbers and anchors of headings (`document`).

use std::collections::BTreeMap;

use crate::doc::{Block, BlockKind, Entry, Inline, OwnText, Table, parse_own, plain_text, walk_mut};
use crate::words::{Capsule, Capsules, Piece, Shape};

/// The deepest level of a school's own heading: the fourth below the title, which every format has.
const DEEPEST: u8 = 4;

/// Under this, and under no clause, are the capsules of a school's own sections.
pub(super) const OWN: &str = "";

/// What the school's own texts of a document have for the end of it, and which they are.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The notes, in the order of their numbers.
    pub(super) notes: Vec<Vec<Block>>,
    /// The answers whose Markdown was read, as they were written, and how they were let through.
    pub(super) read: Vec<Capsule>,
}

/// Opens the capsules of one section.
pub(super) struct Opener<'a> {
    /// The capsules of each clause, by its id.
    pub(super) capsules: &'a BTreeMap<String, Capsules>,
    /// The level of the section's heading.
    pub(super) level: u8,
    /// What is gathered for the document.
    pub(super) gathered: &'a mut Gathered,
}

/// Whether a paragraph is nothing but a capsule of blocks.
pub(super) fn is_capsule(inlines: &[Inline], capsules: Option<&Capsules>) -> bool {
    lone_capsule(inlines, capsules).is_some()
}

fn lone_capsule<'a>(inlines: &'a [Inline], capsules: Option<&'a Capsules>) -> Option<&'a Capsule> {
    let ([Inline::Text(text)], Some(capsules)) = (inlines, capsules) else { return None };
    match capsules.open(text)[..] {
        [Piece::Capsule(capsule)] if capsule.shape != Shape::Inline => Some(capsule),
        _ => None,
    }
}

/// The words of a paragraph and the capsule of blocks with which it ends: "How to complain:", and what a school answered.
fn labelled_capsule<'a>(inlines: &'a [Inline], capsules: Option<&'a Capsules>) -> Option<(Vec<Inline>, &'a Capsule)> {
    let (Some((Inline::Text(last), before)), Some(capsules)) = (inlines.split_last(), capsules) else { return None };
    let (words, capsule) = match capsules.open(last)[..] {
        [Piece::Capsule(capsule)] => ("", capsule),
        [Piece::Words(words), Piece::Capsule(capsule)] => (words.trim_end(), capsule),
        _ => return None,
    };
    let mut label = before.to_vec();
    label.extend(Some(words).filter(|words| !words.is_empty()).map(|words| Inline::Text(words.to_owned())));
    (capsule.shape == Shape::Blocks).then_some((label, capsule))
}

impl Opener<'_> {
    /// Opens the capsules in blocks.
    pub(super) fn open_blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        let opened: Vec<Vec<Block>> = blocks.into_iter().map(|block| self.open_block(block)).collect();
        opened.into_iter().flatten().collect()
    }

    fn open_block(&mut self, block: Block) -> Vec<Block> {
        let capsules = self.capsules;
        let Block { id, clause, meets, number, kind } = block;
        let of = clause.as_deref();
        let kind = match kind {
            BlockKind::Paragraph(inlines) => {
                if let Some(capsule) = lone_capsule(&inlines, capsules.get(of.unwrap_or(OWN))) {
                    return self.own_blocks(capsule, of);
                }
                if let Some((label, capsule)) = labelled_capsule(&inlines, capsules.get(of.unwrap_or(OWN))) {
                    let mut label = self.open_inlines(label, of);
                    let mut opened = self.own_blocks(capsule, of);
                    // The first paragraph goes on from its label; a list, say, stands below it.
                    if let Some(Block { kind: BlockKind::Paragraph(words), .. }) = opened.first_mut() {
                        label.push(Inline::Text(" ".to_owned()));
                        label.append(words);
                        opened.remove(0);
                    }
                    opened.insert(0, Block { id, clause, meets, number, kind: BlockKind::Paragraph(label) });
                    return opened;
                }
                BlockKind::Paragraph(self.open_inlines(inlines, of))
            }
            BlockKind::List(mut list) => {
                list.items = list.items.into_iter().map(|item| without_headings(self.open_blocks(item))).collect();
                BlockKind::List(list)
            }
            BlockKind::Callout(inner) => BlockKind::Callout(without_headings(self.open_blocks(inner))),
            BlockKind::Quotation(inner) => BlockKind::Quotation(without_headings(self.open_blocks(inner))),
            BlockKind::Table(mut table) => {
                self.open_table(&mut table, of);
                BlockKind::Table(table)
            }
            BlockKind::Picture(mut picture) => {
                picture.caption = self.open_inlines(picture.caption, of);
                picture.entries.iter_mut().chain(&mut picture.key).for_each(|entry| self.open_entry(entry, of));
                picture.table.iter_mut().for_each(|table| self.open_table(table, of));
                BlockKind::Picture(picture)
            }
            // What a school wrote itself has no capsules.
            whole @ (BlockKind::Heading(_) | BlockKind::Notes(_)) => whole,
        };
        vec![Block { id, clause, meets, number, kind }]
    }

    fn open_table(&mut self, table: &mut Table, clause: Option<&str>) {
        table.runs_mut().for_each(|run| *run = self.open_inlines(std::mem::take(run), clause));
    }

    fn open_entry(&mut self, entry: &mut Entry, clause: Option<&str>) {
        entry.words = self.open_inlines(std::mem::take(&mut entry.words), clause);
        entry.entries.iter_mut().for_each(|entry| self.open_entry(entry, clause));
    }

    /// A school's text as blocks, its headings below the section's.
    fn own_blocks(&mut self, capsule: &Capsule, clause: Option<&str>) -> Vec<Block> {
        let OwnText { mut blocks, mut notes } = parse_own(&capsule.markdown, clause);
        let before = u32::try_from(self.gathered.notes.len()).unwrap_or(u32::MAX);
        if before > 0 {
            let mut shift =
                |block: &mut Block| for_each_note(block, &mut |number| *number = number.saturating_add(before));
            walk_mut(&mut blocks, &mut shift);
            notes.iter_mut().for_each(|note| walk_mut(note, &mut shift));
        }
        self.gathered.notes.extend(notes);
        self.gathered.read.push(capsule.clone());
        set_levels(&mut blocks, self.level);
        blocks
    }

    /// Opens the capsules in running text.
    pub(super) fn open_inlines(&mut self, inlines: Vec<Inline>, clause: Option<&str>) -> Vec<Inline> {
        let capsules = self.capsules;
        let known = capsules.get(clause.unwrap_or(OWN));
        let mut opened = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => match known {
                    None => opened.push(Inline::Text(text)),
                    Some(capsules) => {
                        for piece in capsules.open(&text) {
                            match piece {
                                Piece::Words(words) => opened.push(Inline::Text(words.to_owned())),
                                Piece::Capsule(capsule) => opened.extend(running(self.own_blocks(capsule, clause))),
                            }
                        }
                    }
                },
                Inline::Strong(inner) => opened.push(Inline::Strong(self.open_inlines(inner, clause))),
                Inline::Emphasis(inner) => opened.push(Inline::Emphasis(self.open_inlines(inner, clause))),
                Inline::Link { target, text } => {
                    opened.push(Inline::Link { target, text: self.open_inlines(text, clause) });
                }
                other @ (Inline::LineBreak | Inline::Note { .. }) => opened.push(other),
            }
        }
        opened
    }
}

/// The levels of a school's own headings, from the one below its section on and without a gap, whatever it began with.
fn set_levels(blocks: &mut [Block], above: u8) {
    let mut open: Vec<u8> = Vec::new();
    for block in blocks {
        if let BlockKind::Heading(heading) = &mut block.kind {
            open.retain(|level| *level < heading.level);
            open.push(heading.level);
            let depth = u8::try_from(open.len()).unwrap_or(DEEPEST);
            heading.level = above.saturating_add(depth).min(DEEPEST.max(above));
        }
    }
}

/// Blocks in which no heading can stand: each becomes a strong paragraph.
fn without_headings(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        if let BlockKind::Heading(heading) = &block.kind {
            let words = Inline::Text(heading.text.clone());
            block.kind = BlockKind::Paragraph(vec![Inline::Strong(vec![words])]);
        }
    }
    blocks
}

/// Shows the number of each reference to a note in a block's own words, to be changed.
fn for_each_note(block: &mut Block, change: &mut impl FnMut(&mut u32)) {
    fn look(inlines: &mut [Inline], change: &mut impl FnMut(&mut u32)) {
        for inline in inlines {
            match inline {
                Inline::Note { number, .. } => change(number),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                    look(inner, change);
                }
                Inline::Text(_) | Inline::LineBreak => {}
            }
        }
    }
    match &mut block.kind {
        BlockKind::Paragraph(inlines) => look(inlines, change),
        BlockKind::Table(table) => {
            look(&mut table.caption, change);
            table.header.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(|cell| look(cell, change));
        }
        _ => {}
    }
}

/// Blocks as running text for a table cell: a new line for each paragraph, a bullet before each item.
fn running(blocks: Vec<Block>) -> Vec<Inline> {
    let parted = |lines: Vec<Vec<Inline>>, between: Inline| {
        lines.into_iter().reduce(|mut text, line| {
            text.push(between.clone());
            text.extend(line);
            text
        })
    };
    let mut lines: Vec<Vec<Inline>> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph(inlines) => lines.push(inlines),
            BlockKind::Heading(heading) => lines.push(vec![Inline::Strong(vec![Inline::Text(heading.text)])]),
            BlockKind::List(list) => lines.extend((0..).zip(list.items).map(|(index, item)| {
                let number = item.first().and_then(|block| block.number.as_ref()).map(ToString::to_string);
                let counted = list.start.map(|start| format!("{}.", start + index));
                let mark = number.or(counted).unwrap_or_else(|| "•".to_owned());
                let mut line = vec![Inline::Text(format!("{mark} "))];
                line.extend(running(item));
                line
            })),
            BlockKind::Table(table) => {
                lines.extend(Some(table.caption).filter(|caption| !plain_text(caption).trim().is_empty()));
                let rows = std::iter::once(table.header).chain(table.rows);
                lines.extend(rows.filter_map(|row| parted(row, Inline::Text(", ".to_owned()))));
            }
            BlockKind::Callout(inner) | BlockKind::Quotation(inner) => lines.push(running(inner)),
            // A school's text has neither.
            BlockKind::Picture(_) | BlockKind::Notes(_) => {}
        }
    }
    parted(lines, Inline::LineBreak).unwrap_or_default()
}
