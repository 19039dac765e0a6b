//! The document model: what a finished policy says, without a word about how it looks.
//!
//! In: nothing. Out: plain types that the drafting fills and every writer reads. All four formats are made from one
//! [`Document`], so they say the same words in the same order.
//!
//! Not here: reading Markdown (`doc::parse`) or writing any format (`write`).

use super::drawing::Drawing;
use super::number::{BlockNumber, HeadingNumber, ItemMark};

/// One finished document, ready to be written in any format.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The outline's id and the stem of the files written: `careers-policy`.
    pub id: String,
    /// The title as printed on the first page.
    pub title: String,
    /// The institution whose document this is, as it writes its own name.
    pub institution: String,
    /// One sentence on what the document is, for the file's properties and for search engines.
    pub summary: String,
    /// The language of every word in it, as a BCP 47 tag: `en-GB`.
    pub language: String,
    /// The day the document was made, ISO 8601: `2026-09-01`. Goes into the file's properties only.
    pub made_on: String,
    /// What it was made from. Goes into the file's properties only.
    pub origin: Origin,
    /// The few facts under the title: label and value, such as "Approved by", "Governing body".
    pub cover: Vec<(String, Vec<Inline>)>,
    /// The id of the heading under which stands whom to contact; only a piece of a web page has one.
    pub contact: Option<String>,
    /// True when gaps were let through: every page then says DRAFT.
    pub draft: bool,
    /// What stands before the contents, such as the document control table. Its headings carry no number.
    pub front: Vec<Block>,
    /// The document itself. A writer puts the contents, made from these headings, before it.
    pub body: Vec<Block>,
}

/// What a document was made from: enough to tell, years later, which answers and which wording stand behind a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The SHA-256 of the profile's answers, as [`Profile::fingerprint`](crate::profile::Profile::fingerprint) gives it.
    pub profile: String,
    /// The catalogue's packs with their editions: `base 2026.1`.
    pub catalogue: String,
    /// The program with its version: `careers-policy 0.1.0`.
    pub program: String,
}

/// One block, and the clause that said it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What tells it from the other blocks of its document, whatever their words: given when the document is finished
    /// ([`Document::give_ids`]), and 0 until then.
    pub id: u32,
    /// The id of the clause, `careers-policy/vision`; none for headings and for what the program adds itself.
    pub clause: Option<String>,
    /// The ids of the requirements that these very words are there for, where the clause says so: see [`met_in`](super::met_in).
    pub meets: Vec<String>,
    /// Its number, where paragraphs are numbered: `4.2`, or `(a)` for the first block of an item.
    pub number: Option<BlockNumber>,
    /// What kind of block it is, with its words.
    pub kind: BlockKind,
}

/// What a reviewer is told about at once: a clause, or those of its words that are there for requirements of their own. An institution's
/// own sections are of no clause.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The id of the clause.
    pub clause: Option<String>,
    /// The ids of the requirements.
    pub meets: Vec<String>,
}

/// The kinds of block a document is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading made from the outline, or a school's own in its own text.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A bulleted or numbered list.
    List(List),
    /// A table with a header row.
    Table(Table),
    /// Words set apart from the running text: "what this means".
    Callout(Vec<Block>),
    /// Words that a school quotes from somebody else.
    Quotation(Vec<Block>),
    /// The notes that [`Inline::Note`] refers to, by their numbers from 1.
    Notes(Vec<Vec<Block>>),
    /// A picture.
    Picture(Picture),
}

/// A heading. Level 1 is a section or an appendix, level 2 a part of one; the document's title stands above them all.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 for a section, 2 for a part of it, and so on without skipping.
    pub level: u8,
    /// The number: `3.2` or `Appendix 1`; none in the front matter.
    pub number: Option<HeadingNumber>,
    /// The anchor that links in the document point to, unique in it: `roles`.
    pub id: String,
    /// The words of the heading.
    pub text: String,
}

/// A list.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    /// The first number of a numbered list; none for bullets.
    pub start: Option<u64>,
    /// The items; each holds at least one block.
    pub items: Vec<Vec<Block>>,
}

/// A table. Every row has as many cells as the header, and the first cell of a row names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows, for those who cannot see it at a glance.
    pub caption: Vec<Inline>,
    /// The column headings.
    pub header: Vec<Cell>,
    /// The rows below it.
    pub rows: Vec<Vec<Cell>>,
}

/// A table cell: running text, lines parted by [`Inline::LineBreak`].
pub type Cell = Vec<Inline>;

/// A picture, drawn by the program from words. A format without pictures shows its caption, its alternative text and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// How it is drawn.
    pub design: Design,
    /// What it is called.
    pub caption: Vec<Inline>,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// The words in it.
    pub entries: Vec<Entry>,
    /// What the numbers of its marks mean, from 1 on.
    pub key: Vec<Entry>,
    /// The table that says the same. Beside a drawn picture it is not printed a second time: it is what those who cannot see the
    /// picture read.
    pub table: Option<Table>,
    /// The picture itself, on one sheet or more; empty until it has been drawn.
    pub sheets: Vec<Drawing>,
}

/// The designs of pictures, each under the name by which wording asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// `learning-journey`: years down the page, terms across, activities with numbered marks.
    LearningJourney,
    /// `roadmap`: a road with a stop for each decision.
    Roadmap,
    /// `encounter-timeline`: a lane for each key phase, with the time in which encounters count.
    EncounterTimeline,
}

/// Words in a picture, and the words that belong under them. Strong words are marks, stressed words asides.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The words.
    pub words: Vec<Inline>,
    /// What belongs under them.
    pub entries: Vec<Entry>,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words, exactly as they are to appear: never markup of any format.
    Text(String),
    /// Words of strong importance.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// A link. The target is `https:`, `http:`, `mailto:`, `tel:`, or `#` and a heading's id.
    Link {
        /// Where it leads.
        target: String,
        /// The words that are clicked.
        text: Vec<Inline>,
    },
    /// A reference to a note.
    Note {
        /// The number of the note in [`BlockKind::Notes`].
        number: u32,
        /// Whether the note was referred to before, so that its way back does not lead here.
        again: bool,
    },
    /// A new line within a paragraph or a cell.
    LineBreak,
}

impl Block {
    /// A block without a number.
    pub fn new(clause: Option<&str>, kind: BlockKind) -> Block {
        Block { id: 0, clause: clause.map(str::to_owned), meets: Vec::new(), number: None, kind }
    }

    /// The passage that it belongs to.
    pub fn passage(&self) -> Passage {
        Passage { clause: self.clause.clone(), meets: self.meets.clone() }
    }

    /// The letter that a school gave it as the first block of an item.
    pub fn own_mark(&self) -> Option<&ItemMark> {
        match &self.number {
            Some(BlockNumber::Own(mark)) => Some(mark),
            _ => None,
        }
    }
}

impl Table {
    /// What the table is called for those who jump from table to table: its caption; where it has none, the heading above it or
    /// its own header.
    pub fn name(&self, heading: &str) -> String {
        let caption = plain_text(&self.caption);
        if !caption.trim().is_empty() {
            return caption;
        }
        if !heading.is_empty() {
            return heading.to_owned();
        }
        let header = self.header.iter().map(|cell| plain_text(cell)).filter(|words| !words.trim().is_empty());
        header.collect::<Vec<_>>().join(", ")
    }

    /// Its caption, its column headings and the cells of its rows, in the order in which they are read.
    pub fn runs(&self) -> impl Iterator<Item = &[Inline]> {
        let cells = self.header.iter().chain(self.rows.iter().flatten());
        std::iter::once(&self.caption).chain(cells).map(Vec::as_slice)
    }

    /// The same, to be changed.
    pub fn runs_mut(&mut self) -> impl Iterator<Item = &mut Vec<Inline>> {
        let cells = self.header.iter_mut().chain(self.rows.iter_mut().flatten());
        std::iter::once(&mut self.caption).chain(cells)
    }

    /// The table as running words, for the text of a picture: its caption and column headings, then row by row.
    pub fn in_words(&self) -> String {
        let row = |cells: &[Cell]| {
            let cells: Vec<String> = cells.iter().map(|cell| plain_text(cell).trim().to_owned()).collect();
            cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let caption = plain_text(&self.caption);
        let rows = self.rows.iter().map(|cells| row(cells));
        let lines = [caption.trim().to_owned(), row(&self.header)].into_iter().chain(rows);
        lines.filter(|line| !line.is_empty()).map(|line| end_with_stop(&line)).collect::<Vec<_>>().join(" ")
    }
}

/// The words with a stop, unless they end with one.
fn end_with_stop(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

impl Picture {
    /// What a sheet shows, for those who cannot see it: the last sheet's text says all that the table says.
    pub fn text_of_sheet(&self, index: usize) -> String {
        let alt = self.sheets.get(index).map_or("", |sheet| &sheet.alt);
        match &self.table {
            Some(table) if index + 1 == self.sheets.len() => format!("{alt} {}", table.in_words()),
            _ => alt.to_owned(),
        }
    }
}

impl Heading {
    /// The heading as a reader sees it, number first: "3.2 Our careers leader", "Appendix 1: The Gatsby Benchmarks".
    pub fn numbered_text(&self) -> String {
        match &self.number {
            Some(number) if number.is_appendix() => format!("{number}: {}", self.text),
            Some(number) => format!("{number} {}", self.text),
            None => self.text.clone(),
        }
    }
}

impl Design {
    /// The design of that name.
    pub fn named(name: &str) -> Option<Design> {
        match name {
            "learning-journey" => Some(Design::LearningJourney),
            "roadmap" => Some(Design::Roadmap),
            "encounter-timeline" => Some(Design::EncounterTimeline),
            _ => None,
        }
    }
}

/// The words of some running text without their markup; a line break counts as a space.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                words.push_str(&plain_text(inner));
            }
            // It says nothing by itself, and parts no words.
            Inline::Note { .. } => {}
            Inline::LineBreak => words.push(' '),
        }
    }
    words
}
