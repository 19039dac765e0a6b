//! A web page as it is written: its blocks, one after the other.
//!
//! In: blocks of a document. Out: markup at the end of the [`Page`]. Sections are opened and closed as the headings ask.

use super::language::language;
use super::number::{number_span, numbered};
use super::style::escape;
use crate::doc::{Block, BlockKind, Heading, List, plain_text};
use crate::write::links::Links;
use crate::write::remarked::{Leaf, Remarked};

/// The page so far.
pub(super) struct Page<'a> {
    pub(super) out: String,
    pub(super) links: Links<'a>,
    /// The names of the tables so far.
    pub(super) tables: Vec<String>,
    /// The words of the last heading.
    pub(super) under: String,
    /// Whether it is a piece for another page: no class, id or frame clashes with what is there.
    pub(super) bare: bool,
    /// How many pictures there are so far.
    pub(super) pictures: usize,
    /// The rank of the last heading: `1` after `<h1>`.
    pub(super) level: u8,
    /// The ranks of the sections that are open.
    pub(super) open: Vec<u8>,
    /// Whether the words are a contact's details, to be marked up as name, email address and telephone number.
    pub(super) contact: bool,
    /// The remarks on the document, in a review copy.
    pub(super) remarked: Option<Remarked<'a>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(links: Links<'a>) -> Page<'a> {
        Page {
            out: String::new(),
            links,
            tables: Vec::new(),
            under: String::new(),
            bare: false,
            pictures: 0,
            level: 1,
            open: Vec::new(),
            contact: false,
            remarked: None,
        }
    }

    pub(super) fn line(&mut self, markup: &str) {
        self.out.push_str(markup);
        self.out.push('\n');
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => self.heading(heading),
                BlockKind::Paragraph(inlines) => {
                    let leaf = self.leaf(block);
                    self.remark(leaf);
                    let (attributes, number) = self.numbering(block, leaf);
                    let (mark, words) = (self.mark(leaf), self.inlines(inlines));
                    let language = language(&plain_text(inlines));
                    self.line(&format!("<p{attributes}{language}>{number}{mark}{words}</p>"));
                }
                BlockKind::List(list) => self.list(list),
                BlockKind::Table(table) => {
                    self.mark_above(block);
                    self.table(table);
                }
                BlockKind::Callout(blocks) => self.callout(blocks),
                BlockKind::Quotation(blocks) => {
                    self.line("<blockquote>");
                    self.blocks(blocks);
                    self.line("</blockquote>");
                }
                BlockKind::Notes(notes) => self.notes(notes),
                BlockKind::Picture(picture) => {
                    self.mark_above(block);
                    self.picture(picture);
                }
            }
        }
    }

    /// The attributes of a paragraph or an item, and its number.
    pub(super) fn numbering(&self, block: &Block, leaf: Leaf<'_>) -> (String, String) {
        let number = block.number.as_ref().map(number_span).unwrap_or_default();
        if self.bare {
            return (String::new(), block.number.as_ref().map(|number| format!("{number} ")).unwrap_or_default());
        }
        (self.leaf_attributes(if number.is_empty() { "" } else { "numbered" }, leaf), number)
    }

    /// Opens a section with its heading, and closes the sections that end before it. No rank is skipped.
    pub(super) fn heading(&mut self, heading: &Heading) {
        let level = heading.level.saturating_add(1).clamp(2, 6).min(self.level + 1);
        self.close_sections(level);
        self.level = level;
        self.under.clone_from(&heading.text);
        self.open.push(level);
        let (id, language) = (escape(&heading.id), language(&heading.text));
        self.line(&format!("<section>\n<h{level} id=\"{id}\"{language}>{}</h{level}>", numbered(heading)));
    }

    /// Closes the open sections of this rank and deeper.
    pub(super) fn close_sections(&mut self, level: u8) {
        while self.open.last().is_some_and(|last| *last >= level) {
            self.open.pop();
            self.line("</section>");
        }
    }

    /// A callout. It is no `<aside>`: those are landmarks, and a page with thirty landmarks has none.
    pub(super) fn callout(&mut self, blocks: &[Block]) {
        // Sections opened in the callout are closed in it.
        let outer = std::mem::take(&mut self.open);
        self.line(if self.bare { "<div role=\"note\">" } else { "<div class=\"callout\" role=\"note\">" });
        self.blocks(blocks);
        self.close_sections(0);
        self.line("</div>");
        self.open = outer;
    }

    /// The notes, each with a way back to where it is first referred to.
    fn notes(&mut self, notes: &[Vec<Block>]) {
        self.line("<ol>");
        for (note, number) in notes.iter().zip(1..) {
            self.line(&if self.bare { "<li>".to_owned() } else { format!("<li id=\"note-{number}\">") });
            let name = format!("aria-label=\"Back to the reference to note {number}\"");
            let back = if self.bare {
                String::new()
            } else {
                format!(" <a href=\"#note-reference-{number}\" {name}>↑ {number}</a>")
            };
            match note.split_last() {
                Some((Block { kind: BlockKind::Paragraph(words), .. }, before)) => {
                    self.blocks(before);
                    let words = self.inlines(words);
                    self.line(&format!("<p>{words}{back}</p>"));
                }
                _ => {
                    self.blocks(note);
                    self.line(&format!("<p>{}</p>", back.trim_start()));
                }
            }
            self.line("</li>");
        }
        self.line("</ol>");
    }

    pub(super) fn list(&mut self, list: &List) {
        let (open, close) = match list.start {
            None => ("<ul>".to_string(), "</ul>"),
            Some(1) => ("<ol>".to_string(), "</ol>"),
            Some(start) => (format!("<ol start=\"{start}\">"), "</ol>"),
        };
        self.line(&open);
        for item in &list.items {
            let outer = std::mem::take(&mut self.open);
            match item.as_slice() {
                [block @ Block { kind: BlockKind::Paragraph(inlines), .. }, rest @ ..]
                    if rest.iter().all(|block| matches!(block.kind, BlockKind::List(_))) =>
                {
                    let leaf = self.leaf(block);
                    let (attributes, number) = self.numbering(block, leaf);
                    let (mark, words) = (self.mark(leaf), self.inlines(inlines));
                    let language = language(&plain_text(inlines));
                    self.out.push_str(&format!("<li{attributes}{language}>"));
                    self.remark(leaf);
                    self.out.push_str(&format!("{number}{mark}{words}"));
                    if !rest.is_empty() {
                        self.line("");
                        self.blocks(rest);
                    }
                }
                blocks => {
                    let is_numbered = blocks.first().is_some_and(|block| block.number.is_some());
                    self.out.push_str(if is_numbered && !self.bare { "<li class=\"numbered\">" } else { "<li>" });
                    self.blocks(blocks);
                }
            }
            self.close_sections(0);
            self.open = outer;
            self.line("</li>");
        }
        self.line(close);
    }
}
