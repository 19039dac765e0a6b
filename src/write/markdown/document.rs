//! The blocks of a document as Markdown, and the file around them.
//!
//! In: a document. Out: its text.

use std::collections::BTreeMap;

use super::inline::Words;
use super::pieces::Place;
use crate::doc::{Block, BlockKind, BlockNumber, Document, Heading, Inline, List, Picture, Table};
use crate::write::links::Links;

/// Parts two blocks that Markdown would otherwise read as one.
const PARTING: &str = "<!-- -->";

/// Writes a document as Markdown.
pub fn write_markdown(document: &Document) -> String {
    let writer = Writer { words: Words::new(Links::of(document), slugs(document)) };
    let mut blocks = vec![format!("# {}", writer.words.literal(&document.title, Place::Heading))];
    if document.draft {
        blocks.push("> **DRAFT** – not for publication".to_string());
    }
    blocks.push(writer.words.literal(&document.institution, Place::Paragraph));
    blocks.push(writer.cover(document).join("\n"));
    blocks.push(writer.blocks(&document.front).join("\n"));
    blocks.push(writer.contents(document).join("\n"));
    blocks.push(writer.blocks(&document.body).join("\n"));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

/// Each heading's id with the anchor that GitHub gives it: the printed words in lower case, joined by hyphens.
fn slugs(document: &Document) -> BTreeMap<String, String> {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    let mut slug = |text: &str| {
        let slug: String = text
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
            .map(|c| if c == ' ' { '-' } else { c })
            .collect();
        // As GitHub counts: a heading that reads like another with a number has that anchor already.
        let mut times = used.get(&slug).copied().unwrap_or_default();
        let anchor = |times: usize| if times == 0 { slug.clone() } else { format!("{slug}-{times}") };
        while used.contains_key(&anchor(times)) {
            times += 1;
        }
        let anchor = anchor(times);
        used.insert(slug.clone(), times);
        used.entry(anchor.clone()).or_default();
        anchor
    };
    slug(&document.title);
    let mut slugs = BTreeMap::new();
    for block in &document.front {
        if let BlockKind::Heading(heading) = &block.kind {
            slugs.insert(heading.id.clone(), slug(&heading.numbered_text()));
        }
    }
    slug("Contents");
    for heading in document.headings() {
        slugs.insert(heading.id.clone(), slug(&heading.numbered_text()));
    }
    slugs
}

struct Writer<'a> {
    words: Words<'a>,
}

impl Writer<'_> {
    fn cover(&self, document: &Document) -> Vec<String> {
        let fact = |(label, value): &(String, Vec<Inline>)| {
            let label = Inline::Strong(vec![Inline::Text(format!("{}:", label.trim_end().trim_end_matches(':')))]);
            let line: Vec<Inline> =
                [label, Inline::Text(" ".to_string())].into_iter().chain(value.iter().cloned()).collect();
            indent(&self.paragraph(&line), "- ", "  ")
        };
        document.cover.iter().flat_map(fact).collect()
    }

    fn contents(&self, document: &Document) -> Vec<String> {
        let mut lines = Vec::new();
        let mut depth = 0;
        for heading in document.headings() {
            depth = if lines.is_empty() { 0 } else { usize::from(heading.level.saturating_sub(1)).min(depth + 1) };
            let link =
                Inline::Link { target: format!("#{}", heading.id), text: vec![Inline::Text(heading.numbered_text())] };
            lines.push(format!("{}- {}", "  ".repeat(depth), self.words.write(&[link], Place::Heading)));
        }
        if !lines.is_empty() {
            lines.splice(0..0, ["## Contents".to_string(), String::new()]);
        }
        lines
    }

    /// The lines of some blocks, one blank line between each two.
    fn blocks(&self, blocks: &[Block]) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut last: Option<&BlockKind> = None;
        for block in blocks {
            let written = self.block(block);
            if written.is_empty() {
                continue;
            }
            if let Some(last) = last {
                lines.push(String::new());
                if runs_together(last, &block.kind) {
                    lines.extend([PARTING.to_string(), String::new()]);
                }
            }
            lines.extend(written);
            last = Some(&block.kind);
        }
        lines
    }

    fn block(&self, block: &Block) -> Vec<String> {
        match &block.kind {
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::Paragraph(inlines) => match &block.number {
                Some(BlockNumber::Own(mark)) => {
                    let mark = Inline::Text(format!("{mark} "));
                    self.paragraph(&[&[mark][..], inlines].concat())
                }
                Some(number) => self.paragraph(&numbered(&number.to_string(), inlines)),
                None => self.paragraph(inlines),
            },
            BlockKind::List(list) => self.list(list),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Callout(blocks) | BlockKind::Quotation(blocks) => indent(&self.blocks(blocks), "> ", "> "),
            BlockKind::Notes(notes) => self.notes(notes),
            BlockKind::Picture(picture) => self.picture(picture),
        }
    }

    /// The notes as GitHub has them: it numbers them and leads back to where they are referred to.
    fn notes(&self, notes: &[Vec<Block>]) -> Vec<String> {
        let note =
            |(number, blocks): (usize, &Vec<Block>)| indent(&self.blocks(blocks), &format!("[^{number}]: "), "    ");
        let notes: Vec<String> = (1..).zip(notes).map(|note_of| note(note_of).join("\n")).collect();
        notes.join("\n\n").lines().map(str::to_owned).collect()
    }

    fn heading(&self, heading: &Heading) -> Vec<String> {
        let text = self.words.literal(&heading.numbered_text(), Place::Heading);
        let level = usize::from(heading.level).clamp(1, 5) + 1;
        if text.is_empty() { Vec::new() } else { vec![format!("{} {text}", "#".repeat(level))] }
    }

    fn paragraph(&self, inlines: &[Inline]) -> Vec<String> {
        self.words.write(inlines, Place::Paragraph).lines().map(str::to_string).collect()
    }

    fn list(&self, list: &List) -> Vec<String> {
        let tight = list.items.iter().all(|item| is_tight(item));
        let mut lines = Vec::new();
        for (index, item) in list.items.iter().enumerate() {
            let marker = match list.start {
                Some(start) => format!("{}. ", start.saturating_add(index as u64)),
                None => "- ".to_string(),
            };
            if index > 0 && !tight {
                lines.push(String::new());
            }
            let mut inner = self.blocks(item);
            if tight {
                inner.retain(|line| !line.is_empty());
            }
            if inner.is_empty() {
                inner.push(String::new());
            }
            lines.extend(indent(&inner, &marker, &" ".repeat(marker.len())));
        }
        lines
    }

    /// The caption of a picture, and in its place what it shows and the table that says the same.
    fn picture(&self, picture: &Picture) -> Vec<String> {
        let caption = self.words.write(&picture.caption, Place::Cell);
        let caption = if caption.is_empty() { String::new() } else { format!("Picture: {caption}") };
        let mut lines = vec![caption, String::new(), self.words.literal(&picture.alt, Place::Paragraph)];
        lines.drain(..lines.iter().take_while(|line| line.is_empty()).count());
        if let Some(table) = &picture.table {
            lines.push(String::new());
            lines.extend(self.table(table));
        }
        lines
    }

    fn table(&self, table: &Table) -> Vec<String> {
        let row = |cells: &[Vec<Inline>]| -> String {
            let written = cells.iter().map(|cell| match self.words.write(cell, Place::Cell) {
                empty if empty.is_empty() => " |".to_owned(),
                words => format!(" {words} |"),
            });
            format!("|{}", written.collect::<String>())
        };
        if table.header.is_empty() {
            return Vec::new();
        }
        let caption = self.words.write(&table.caption, Place::Cell);
        let mut lines = if caption.is_empty() { Vec::new() } else { vec![format!("Table: {caption}"), String::new()] };
        lines.push(row(&table.header));
        lines.push(format!("| {} |", vec!["---"; table.header.len()].join(" | ")));
        lines.extend(table.rows.iter().map(|cells| row(cells)));
        lines
    }
}

/// The words of a paragraph with its number before them.
fn numbered(number: &str, inlines: &[Inline]) -> Vec<Inline> {
    let number = Inline::Strong(vec![Inline::Text(number.to_owned())]);
    [number, Inline::Text(" ".to_owned())].into_iter().chain(inlines.iter().cloned()).collect()
}

/// True if a blank line is not enough to keep the two blocks apart.
fn runs_together(one: &BlockKind, next: &BlockKind) -> bool {
    match (one, next) {
        (BlockKind::List(one), BlockKind::List(next)) => one.start.is_some() == next.start.is_some(),
        (BlockKind::Callout(_) | BlockKind::Quotation(_), BlockKind::Callout(_) | BlockKind::Quotation(_)) => true,
        _ => false,
    }
}

/// True if an item can be written without blank lines: a paragraph, or a paragraph and a list that may follow it at once.
fn is_tight(item: &[Block]) -> bool {
    let mut kinds = item.iter().map(|block| &block.kind);
    let follows =
        |list: &List| list.start.is_none_or(|start| start == 1) && list.items.iter().all(|item| is_tight(item));
    match (kinds.next(), kinds.next(), kinds.next()) {
        (Some(BlockKind::Paragraph(_)), None, None) => true,
        (Some(BlockKind::Paragraph(_)), Some(BlockKind::List(list)), None) => follows(list),
        _ => false,
    }
}

/// Puts a marker before the first line and an indent before the others; no line gets a space at its end.
fn indent(lines: &[String], first: &str, rest: &str) -> Vec<String> {
    let prefixes = std::iter::once(first).chain(std::iter::repeat(rest));
    lines.iter().zip(prefixes).map(|(line, prefix)| format!("{prefix}{line}").trim_end().to_string()).collect()
}
