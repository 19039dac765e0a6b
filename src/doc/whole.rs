//! What can be asked of a document as a whole: its clauses, its headings, the blocks that hold its words.

use super::model::{Block, BlockKind, Document, Entry, Heading, Table, plain_text};
use super::walk::{walk, walk_mut};

impl Document {
    /// Gives each block an id of its own, from 1, in the order in which they are read.
    pub fn give_ids(&mut self) {
        let mut last = 0;
        let mut give = |block: &mut Block| {
            last += 1;
            block.id = last;
        };
        walk_mut(&mut self.front, &mut give);
        walk_mut(&mut self.body, &mut give);
    }

    /// All its blocks in the order in which they are read.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        walk(&self.front).chain(walk(&self.body))
    }

    /// The words that are printed, piece by piece, each with the clause that said them.
    pub fn printed(&self) -> Vec<(Option<&str>, String)> {
        let mut printed = vec![(None, self.title.clone()), (None, self.institution.clone())];
        for (label, value) in &self.cover {
            printed.push((None, format!("{label}: {}", plain_text(value))));
        }
        for block in self.blocks() {
            let mut add = |words: String| printed.push((block.clause.as_deref(), words));
            match &block.kind {
                BlockKind::Heading(heading) => add(heading.numbered_text()),
                BlockKind::Paragraph(inlines) => add(plain_text(inlines)),
                BlockKind::Table(table) => table.runs().for_each(|run| add(plain_text(run))),
                BlockKind::Picture(picture) => {
                    add(plain_text(&picture.caption));
                    let mut entries: Vec<&Entry> = picture.entries.iter().chain(&picture.key).collect();
                    while let Some(entry) = entries.pop() {
                        add(plain_text(&entry.words));
                        entries.extend(&entry.entries);
                    }
                    picture.table.iter().flat_map(Table::runs).for_each(|run| add(plain_text(run)));
                }
                // What stands in these are blocks of their own.
                BlockKind::List(_) | BlockKind::Callout(_) | BlockKind::Quotation(_) | BlockKind::Notes(_) => {}
            }
        }
        printed
    }

    /// All the words that are printed, as one text.
    pub fn printed_text(&self) -> String {
        let pieces: Vec<String> = self.printed().into_iter().map(|(_, words)| words).collect();
        pieces.join(" ")
    }

    /// The ids of the clauses that stand in it, each once, in the order in which they first do.
    pub fn clause_ids(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        for id in self.blocks().filter_map(|block| block.clause.as_deref()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The headings of the body in order: what a contents list shows.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.body.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading(heading) => Some(heading),
            _ => None,
        })
    }

    /// The blocks that hold words of their own, in order: paragraphs, tables and pictures, however deep they stand.
    pub fn leaves(&self) -> impl Iterator<Item = &Block> {
        self.blocks()
            .filter(|block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Table(_) | BlockKind::Picture(_)))
    }
}
