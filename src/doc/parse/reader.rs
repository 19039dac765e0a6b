//! Reads Markdown into blocks.
//!
//! In: Markdown as a clause or a school wrote it. Out: [`Block`]s, each marked with the clause it came from.
//!
//! What a policy needs comes through: paragraphs, lists, tables, block quotes, emphasis, links and line breaks. Everything
//! else becomes plain words: HTML is shown as it was typed, and a picture by its description. Links lead only where [`safe_target`]
//! allows.
//!
//! In a clause a block quote is a callout, and there are no headings, for those are its outline's. In a school's own text
//! ([`parse_own`]) a block quote is a quotation, a heading is one, notes are read, and so is what was pasted from a word processor
//! (`pasted`).
//!
//! A clause can ask for a picture with `![what it shows](picture:learning-journey)` on a line of its own; what is drawn follows
//! below it (`captions`). It can say at the end of a paragraph, an item or a caption what these very words are there for, with
//! `<!-- meets: education-act-42a/secure -->`: it is shown in no document, and a review copy marks them by it. A school's own Markdown can do
//! neither.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::addresses::{options, with_unused_addresses};
use super::captions::join;
use super::inlines::{can_be_heading, push_text, tidy};
use super::notes::Notes;
use crate::doc::model::{Block, BlockKind, Design, Heading, Inline, List, Picture, Table, plain_text};
use crate::doc::number::BlockNumber;
use crate::doc::pasted::{Pasted, own_marks};

/// How the address of a picture begins that the program is to draw.
const PICTURE: &str = "picture:";

/// What our own Markdown puts between two lists that are not one.
const SEPARATOR: &str = "<!-- -->";

/// How a comment begins that says what the words before it are there for, and how it ends.
const MEETS: (&str, &str) = ("<!-- meets:", "-->");

/// How deep lists, quotations and emphasis may stand in one another; what is deeper comes through as plain words.
const DEEPEST: usize = 12;

/// Whose Markdown it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// A clause's, which may ask for pictures.
    Clause,
    /// A school's own.
    Own,
    /// Anybody's.
    Anybody,
}

/// What a school wrote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnText {
    /// Its blocks. A heading has the level that it was given with its hashes, and neither number nor id yet.
    pub blocks: Vec<Block>,
    /// Its notes, in the order in which they are referred to: the first is number 1.
    pub notes: Vec<Vec<Block>>,
}

/// Reads Markdown into blocks that carry the clause's id. It has no pictures, only their descriptions.
pub fn parse_markdown(markdown: &str, clause: Option<&str>) -> Vec<Block> {
    Reader::new(markdown, clause, Whose::Anybody).all()
}

/// Reads the Markdown of a clause, which may ask for pictures.
pub fn parse_clause(markdown: &str, clause: &str) -> Vec<Block> {
    Reader::new(markdown, Some(clause), Whose::Clause).all()
}

/// Reads a school's own text.
pub fn parse_own(text: &str, clause: Option<&str>) -> OwnText {
    let markdown = with_unused_addresses(Pasted::of(text).markdown);
    let mut reader = Reader::new(&markdown, clause, Whose::Own);
    let mut blocks = reader.all();
    let (notes, unused) = reader.notes.in_order();
    blocks.extend(unused);
    OwnText { blocks, notes }
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
    whose: Whose,
    /// The picture asked for in the paragraph that is being read.
    asked: Option<Design>,
    /// What the words read since the last block are there for.
    met: Vec<String>,
    /// How deep in lists, quotations and emphasis it is.
    depth: usize,
    notes: Notes,
}

impl<'a> Reader<'a> {
    fn new(markdown: &'a str, clause: Option<&'a str>, whose: Whose) -> Reader<'a> {
        let events = Parser::new_ext(markdown, options(whose == Whose::Own));
        Reader { events, clause, whose, asked: None, met: Vec::new(), depth: 0, notes: Notes::default() }
    }

    fn all(&mut self) -> Vec<Block> {
        join(self.blocks())
    }

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
                Event::Start(Tag::Heading { level, .. }) => self.heading(level as u8),
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    let blocks = self.deeper(Self::all);
                    self.notes.define(&label, blocks);
                    continue;
                }
                Event::Start(Tag::BlockQuote(_) | Tag::List(_)) if self.depth >= DEEPEST => {
                    BlockKind::Paragraph(self.flat())
                }
                Event::Start(Tag::BlockQuote(_)) if self.whose == Whose::Own => {
                    BlockKind::Quotation(self.deeper(Self::all))
                }
                Event::Start(Tag::BlockQuote(_)) => {
                    self.flush(&mut loose, &mut blocks);
                    BlockKind::Callout(self.deeper(Self::blocks))
                }
                Event::Start(Tag::List(start)) => {
                    self.flush(&mut loose, &mut blocks);
                    self.list(start)
                }
                Event::Start(Tag::Table(_)) => BlockKind::Table(self.table()),
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => BlockKind::Paragraph(self.inlines()),
                Event::Rule => continue,
                Event::End(
                    TagEnd::Item
                    | TagEnd::BlockQuote(_)
                    | TagEnd::List(_)
                    | TagEnd::HtmlBlock
                    | TagEnd::CodeBlock
                    | TagEnd::FootnoteDefinition,
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
        blocks.retain(|block| match &block.kind {
            BlockKind::Paragraph(inlines) => !inlines.is_empty(),
            BlockKind::Quotation(inner) => !inner.is_empty(),
            _ => true,
        });
        blocks
    }

    /// A heading of a school's own; a strong paragraph where none can stand, or where it holds what no heading can.
    fn heading(&mut self, level: u8) -> BlockKind {
        let words = self.inlines();
        if self.whose != Whose::Own || self.depth > 0 || !can_be_heading(&words) {
            let strong = if words.is_empty() { Vec::new() } else { vec![Inline::Strong(words)] };
            return BlockKind::Paragraph(strong);
        }
        BlockKind::Heading(Heading { level, number: None, id: String::new(), text: plain_text(&words) })
    }

    /// A list, its items with the letters that a school gave them.
    fn list(&mut self, start: Option<u64>) -> BlockKind {
        let mut items = self.deeper(Self::items);
        if self.whose == Whose::Own && start.is_none() {
            take_own_marks(&mut items);
        }
        BlockKind::List(List { start, items })
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
                table: None,
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
        table.rows.iter_mut().for_each(|row| row.resize_with(table.header.len(), Vec::new));
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
                } else if self.whose == Whose::Clause && html.starts_with(MEETS.0) {
                    self.met.extend(met_in(&html).map(str::to_owned));
                } else if html.trim() != SEPARATOR {
                    push_text(inlines, &html.replace('\n', " "));
                }
            }
            Event::FootnoteReference(label) => {
                let (number, again) = self.notes.refer(&label);
                inlines.push(Inline::Note { number, again });
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
                self.asked = design.filter(|_| self.whose == Whose::Clause).or(self.asked);
            }
            Event::Start(_) => inlines.extend(self.deeper(Self::inlines)),
            _ => {}
        }
    }
}

/// Takes from the items of a list the letters that a school typed before them, and makes them their numbers.
fn take_own_marks(items: &mut [Vec<Block>]) {
    fn words(item: &mut [Block]) -> Option<(&mut Option<BlockNumber>, &mut String)> {
        match item.first_mut()? {
            Block { kind: BlockKind::Paragraph(inlines), number, .. } => match inlines.first_mut()? {
                Inline::Text(text) => Some((number, text)),
                _ => None,
            },
            _ => None,
        }
    }
    let texts: Option<Vec<String>> = items.iter_mut().map(|item| Some(words(item)?.1.clone())).collect();
    let Some(marks) = texts.and_then(|texts| own_marks(&texts.iter().map(String::as_str).collect::<Vec<_>>())) else {
        return;
    };
    for (item, mark) in items.iter_mut().zip(marks) {
        if let Some((number, text)) = words(item) {
            *text = text[mark.to_string().len()..].trim_start().to_owned();
            *number = Some(BlockNumber::Own(mark));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{met_in, parse_clause, parse_markdown, parse_own, safe_target};
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

    #[test]
    fn a_school_s_own_headings_quotations_and_letters_are_what_they_are() {
        let own = parse_own("## One\n\n> two\n\na) three\nb) four\n\n## [five](https://a.example)\n", None);
        let [BlockKind::Heading(heading), BlockKind::Quotation(_), BlockKind::List(list), BlockKind::Paragraph(_)] =
            &own.blocks.iter().map(|block| block.kind.clone()).collect::<Vec<_>>()[..]
        else {
            panic!("{own:#?}")
        };
        assert_eq!((heading.level, heading.text.as_str()), (2, "One"));
        let marks: Vec<String> = list.items.iter().map(|item| item[0].number.as_ref().unwrap().to_string()).collect();
        assert_eq!(marks, ["a)", "b)"]);
    }

    #[test]
    fn notes_are_numbered_as_they_are_referred_to() {
        let own = parse_own("One[^b], two[^a] and one[^b].\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: C.\n", None);
        let words = |block: &Block| match &block.kind {
            BlockKind::Paragraph(inlines) => plain_text(inlines),
            _ => panic!("{block:?}"),
        };
        assert_eq!(own.notes.iter().map(|note| words(&note[0])).collect::<Vec<_>>(), ["B.", "A."]);
        // A note to which nothing refers is not lost.
        assert_eq!(own.blocks.iter().map(words).collect::<Vec<_>>(), ["One, two and one.", "C."]);
    }

    #[test]
    fn an_address_that_no_link_uses_is_not_lost() {
        let own = parse_own("[Careers]: room-4\n", None);
        assert_eq!(own.blocks.len(), 1);
    }
}
