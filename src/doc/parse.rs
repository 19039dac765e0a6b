//! Reads the Markdown of one clause into blocks.
//!
//! In: Markdown as a clause or a school wrote it. Out: [`Block`]s, each marked with the clause it came from.
//!
//! Only what a policy needs comes through: paragraphs, lists, tables, block quotes (as callouts), emphasis, links and
//! line breaks. Everything else becomes plain words: HTML is shown as it was typed, a picture by its description, a
//! heading as a strong paragraph, because the headings of a document are its outline's. Links lead only where
//! [`safe_target`] allows.
//!
//! A paragraph `Table: …` directly above a table is the table's caption.
//!
//! A clause can ask for a picture with `![what it shows](picture:learning-journey)` on a line of its own. The list below it
//! is what is drawn, a numbered list below that the key of its marks, and a paragraph `Picture: …` above it the caption. With
//! nothing to draw there is no picture. A school's own Markdown has no pictures.
//!
//! A clause can say at the end of a paragraph, an item or a caption what these very words are there for, with
//! `<!-- meets: education-act-42a/secure -->`: it is shown in no document, and a review copy marks them by it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::model::{Block, BlockKind, Design, Entry, Inline, List, Picture, Table, plain_text};

/// What marks a paragraph as the caption of the table below it.
const CAPTION: &str = "Table: ";

/// What marks a paragraph as the caption of the picture below it.
const PICTURE_CAPTION: &str = "Picture: ";

/// How the address of a picture begins that the program is to draw.
const PICTURE: &str = "picture:";

/// What our own Markdown puts between two lists that are not one.
const SEPARATOR: &str = "<!-- -->";

/// How a comment begins that says what the words before it are there for, and how it ends.
const MEETS: (&str, &str) = ("<!-- meets:", "-->");

/// How deep lists, quotations and emphasis may stand in one another; what is deeper comes through as plain words.
const DEEPEST: usize = 12;

/// Reads Markdown into blocks that carry the clause's id. It has no pictures, only their descriptions.
pub fn parse_markdown(markdown: &str, clause: Option<&str>) -> Vec<Block> {
    parse(markdown, clause, false)
}

/// Reads the Markdown of a clause, which may ask for pictures.
pub fn parse_clause(markdown: &str, clause: &str) -> Vec<Block> {
    parse(markdown, Some(clause), true)
}

fn parse(markdown: &str, clause: Option<&str>, pictures: bool) -> Vec<Block> {
    let mut reader = Reader {
        events: Parser::new_ext(markdown, Options::ENABLE_TABLES),
        clause,
        pictures,
        asked: None,
        met: Vec::new(),
        depth: 0,
    };
    join(reader.blocks())
}

/// The ids of the requirements that a clause's Markdown names as what some of its words are there for.
pub fn met_in(markdown: &str) -> impl Iterator<Item = &str> {
    let comments = markdown.split(MEETS.0).skip(1).filter_map(|rest| rest.split(MEETS.1).next());
    comments.flat_map(|ids| ids.split(',')).map(str::trim).filter(|id| !id.is_empty())
}

/// Whether a link may lead there: a web page, an email address, a telephone number, or a place in the document.
pub fn safe_target(target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:", "#"].iter().any(|scheme| lower.starts_with(scheme))
        && !target.chars().any(|c| c.is_control() || c.is_whitespace())
}

struct Reader<'a> {
    events: Parser<'a>,
    clause: Option<&'a str>,
    /// Whether pictures may be asked for.
    pictures: bool,
    /// The picture asked for in the paragraph that is being read.
    asked: Option<Design>,
    /// What the words read since the last block are there for.
    met: Vec<String>,
    /// How deep in lists, quotations and emphasis it is.
    depth: usize,
}

impl Reader<'_> {
    fn block(&mut self, kind: BlockKind) -> Block {
        Block { meets: std::mem::take(&mut self.met), ..Block::new(self.clause, kind) }
    }

    /// Reads blocks up to the end of the enclosing one. Loose text, as in a tight list item, becomes a paragraph.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            let kind = match event {
                Event::Start(Tag::Paragraph) => self.paragraph(),
                Event::Start(Tag::Heading { .. }) => BlockKind::Paragraph(vec![Inline::Strong(self.inlines())]),
                Event::Start(Tag::BlockQuote(_) | Tag::List(_)) if self.depth >= DEEPEST => {
                    BlockKind::Paragraph(self.flat())
                }
                Event::Start(Tag::BlockQuote(_)) => {
                    self.flush(&mut loose, &mut blocks);
                    BlockKind::Callout(self.deeper(Self::blocks))
                }
                Event::Start(Tag::List(start)) => {
                    self.flush(&mut loose, &mut blocks);
                    BlockKind::List(List { start, items: self.deeper(Self::items) })
                }
                Event::Start(Tag::Table(_)) => BlockKind::Table(self.table()),
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => BlockKind::Paragraph(self.inlines()),
                Event::Rule => continue,
                Event::End(
                    TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::HtmlBlock | TagEnd::CodeBlock,
                ) => break,
                other => {
                    self.inline(other, &mut loose);
                    continue;
                }
            };
            self.flush(&mut loose, &mut blocks);
            blocks.push(self.block(kind));
        }
        self.flush(&mut loose, &mut blocks);
        blocks.retain(|block| !matches!(&block.kind, BlockKind::Paragraph(inlines) if inlines.is_empty()));
        blocks
    }

    fn paragraph(&mut self) -> BlockKind {
        self.asked = None;
        let inlines = self.inlines();
        match self.asked.take() {
            None => BlockKind::Paragraph(inlines),
            Some(design) => BlockKind::Picture(Picture {
                design,
                caption: Vec::new(),
                alt: plain_text(&inlines),
                entries: Vec::new(),
                key: Vec::new(),
                sheets: Vec::new(),
            }),
        }
    }

    /// Reads with something one level deeper.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.depth += 1;
        let inside = read(self);
        self.depth -= 1;
        inside
    }

    /// Reads up to the end of the enclosing tag as words alone, however deep its tags stand in one another.
    fn flat(&mut self) -> Vec<Inline> {
        let mut words = String::new();
        let mut open = 1_usize;
        while let Some(event) = self.events.next().filter(|_| open > 0) {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                    words.push(' ');
                }
                Event::Text(text) | Event::Code(text) => words.push_str(&text),
                _ => words.push(' '),
            }
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() { Vec::new() } else { vec![Inline::Text(words)] }
    }

    fn flush(&mut self, loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
        if !loose.is_empty() {
            blocks.push(self.block(BlockKind::Paragraph(tidy(std::mem::take(loose)))));
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(join(self.blocks())),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items.retain(|item| !item.is_empty());
        items
    }

    fn table(&mut self) -> Table {
        let mut table = Table { caption: Vec::new(), header: Vec::new(), rows: Vec::new() };
        let mut in_header = false;
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => in_header = true,
                Event::End(TagEnd::TableHead) => in_header = false,
                Event::Start(Tag::TableRow) => table.rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.inlines();
                    match table.rows.last_mut() {
                        Some(row) if !in_header => row.push(cell),
                        _ => table.header.push(cell),
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    /// Reads running text up to the end of the enclosing tag.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &mut inlines);
        }
        tidy(inlines)
    }

    fn inline(&mut self, event: Event<'_>, inlines: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Code(text) => push_text(inlines, &text),
            Event::Html(html) | Event::InlineHtml(html) => {
                if matches!(html.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />") {
                    inlines.push(Inline::LineBreak);
                } else if self.pictures && html.starts_with(MEETS.0) {
                    self.met.extend(met_in(&html).map(str::to_owned));
                } else if html.trim() != SEPARATOR {
                    push_text(inlines, &html.replace('\n', " "));
                }
            }
            Event::SoftBreak => push_text(inlines, " "),
            Event::HardBreak => inlines.push(Inline::LineBreak),
            Event::Start(_) if self.depth >= DEEPEST => inlines.extend(self.flat()),
            Event::Start(Tag::Strong) => inlines.push(Inline::Strong(self.deeper(Self::inlines))),
            Event::Start(Tag::Emphasis) => inlines.push(Inline::Emphasis(self.deeper(Self::inlines))),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = self.deeper(Self::inlines);
                if safe_target(&dest_url) {
                    inlines.push(Inline::Link { target: dest_url.into_string(), text });
                } else {
                    inlines.extend(text);
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                inlines.extend(self.deeper(Self::inlines));
                let design = dest_url.strip_prefix(PICTURE).and_then(Design::named);
                self.asked = design.filter(|_| self.pictures).or(self.asked);
            }
            Event::Start(_) => inlines.extend(self.deeper(Self::inlines)),
            _ => {}
        }
    }
}

/// Adds words, joining them to the words before them.
fn push_text(inlines: &mut Vec<Inline>, words: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(before)) => before.push_str(words),
        _ => inlines.push(Inline::Text(words.to_owned())),
    }
}

/// Takes away space at the ends of lines and pieces that hold nothing.
fn tidy(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        *last = last.trim_end().to_owned();
    }
    inlines.retain(|inline| match inline {
        Inline::Text(text) => !text.is_empty(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => !inner.is_empty(),
        Inline::LineBreak => true,
    });
    while matches!(inlines.last(), Some(Inline::LineBreak)) {
        inlines.pop();
    }
    inlines
}

/// Gives each table and picture the caption paragraph directly above it, and each picture the lists below it.
fn join(blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        let last = joined.last_mut().map(|block| &mut block.kind);
        match (&mut block.kind, last) {
            (BlockKind::Table(table), last) => {
                if let Some(caption) = last.and_then(|last| caption(last, CAPTION)) {
                    table.caption = caption;
                    block.meets = joined.pop().map(|caption| caption.meets).unwrap_or_default();
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
    let first = Inline::Text(first.strip_prefix(mark)?.to_owned());
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

#[cfg(test)]
mod tests {
    use super::{met_in, parse_clause, parse_markdown, safe_target};
    use crate::doc::model::{Block, BlockKind, Inline, plain_text};

    fn kinds(markdown: &str) -> Vec<BlockKind> {
        parse_markdown(markdown, None).into_iter().map(|block| block.kind).collect()
    }

    #[test]
    fn a_paragraph_above_a_table_becomes_its_caption() {
        let blocks = kinds("Table: Who to ask\n\n| Name | Role |\n|---|---|\n| Ada | Head |\n");
        let [BlockKind::Table(table)] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!(plain_text(&table.caption), "Who to ask");
        assert_eq!(plain_text(&table.rows[0][1]), "Head");
    }

    #[test]
    fn html_is_shown_as_it_was_typed_and_a_picture_by_its_description() {
        let blocks = kinds("A <script>alert(1)</script> and ![a ship](https://x.example/s.png)");
        let [BlockKind::Paragraph(inlines)] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!(plain_text(inlines), "A <script>alert(1)</script> and a ship");
    }

    #[test]
    fn a_link_that_would_run_code_keeps_only_its_words() {
        let blocks = kinds("[click](javascript:alert(1))");
        assert_eq!(blocks, [BlockKind::Paragraph(vec![Inline::Text("click".into())])]);
        assert!(!safe_target("file:///etc/passwd"));
    }

    #[test]
    fn a_break_in_a_cell_is_a_new_line() {
        let blocks = kinds("| A |\n|---|\n| one<br>two |\n");
        let [BlockKind::Table(table)] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!(table.rows[0][0], [Inline::Text("one".into()), Inline::LineBreak, Inline::Text("two".into())]);
    }

    #[test]
    fn words_are_marked_with_what_they_are_there_for_and_a_school_cannot_do_so() {
        let text = "- one <!-- meets: a/b, c/d -->\n  - two\n- three\n";
        let met = |blocks: Vec<Block>| {
            let words = crate::doc::walk(&blocks).filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
            words.map(|block| block.meets.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(met(parse_clause(text, "x")), ["a/b c/d", "", ""]);
        assert_eq!(met(parse_markdown(text, None)), ["", "", ""]);
        assert_eq!(met_in(text).collect::<Vec<_>>(), ["a/b", "c/d"]);
    }

    #[test]
    fn nested_lists_stay_nested() {
        let blocks = kinds("- one\n  - inner\n- two\n");
        let [BlockKind::List(list)] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!(list.items.len(), 2);
        assert!(matches!(list.items[0][1].kind, BlockKind::List(_)));
    }
}
