//! Running text: words, emphasis, links and line breaks.
//!
//! In: [`Inline`]s. Out: the runs and links of one paragraph. Strong words carry `w:b` besides the style Strong, because
//! Word lets the bold of a table style and the bold of a character style cancel each other out.
//!
//! Not here: the paragraph round them (`blocks`).

use std::io;

use super::links::{Bookmarks, Target, note, note_reference};
use super::package::Relationships;
use super::properties::RunProperties;
use super::xml::Xml;
use crate::doc::{Inline, plain_text};
use crate::text::{language_of, right_to_left, whole, with_whole_terms, with_whole_terms_within};

/// What the words of a run have in common.
#[derive(Clone, Copy, Default)]
struct RunStyle {
    strong: bool,
    emphasis: bool,
    link: bool,
    raised: bool,
    unbroken: bool,
    /// How many characters stand on a line of the column, in a table.
    room: Option<usize>,
    /// Whether the whole paragraph is read from right to left.
    right_to_left: bool,
}

impl RunStyle {
    fn properties(self) -> RunProperties<'static> {
        let style = match self {
            RunStyle { link: true, .. } => Some("Hyperlink"),
            RunStyle { strong: true, .. } => Some("Strong"),
            RunStyle { emphasis: true, .. } => Some("Emphasis"),
            RunStyle { .. } => None,
        };
        let RunStyle { strong: bold, emphasis: italic, raised, .. } = self;
        RunProperties { style, bold, italic, raised, ..RunProperties::default() }
    }
}

/// What links need: the bookmarks inside the document and the addresses outside it.
#[derive(Default)]
pub(super) struct Links {
    /// The bookmarks of the headings.
    pub(super) bookmarks: Bookmarks,
    /// The relationships of the part that the text is in.
    pub(super) relationships: Relationships,
    /// Whether Word counts the headings, so that a reference can follow their numbers.
    pub(super) counts_headings: bool,
}

impl Links {
    /// Writes running text.
    pub(super) fn write_runs(&mut self, xml: &mut Xml, inlines: &[Inline]) -> io::Result<()> {
        self.write(xml, inlines, RunStyle { right_to_left: reads_right_to_left(inlines), ..RunStyle::default() })
    }

    /// Writes the words of a table cell. A date that is wider than its column may end a line between its words: Word would break a whole
    /// one in the middle of its year.
    pub(super) fn write_cell(&mut self, xml: &mut Xml, inlines: &[Inline], room: usize) -> io::Result<()> {
        let right_to_left = reads_right_to_left(inlines);
        self.write(xml, inlines, RunStyle { right_to_left, room: Some(room), ..RunStyle::default() })
    }

    fn write(&mut self, xml: &mut Xml, inlines: &[Inline], style: RunStyle) -> io::Result<()> {
        inlines.iter().try_for_each(|inline| match inline {
            Inline::Text(words) => write_words(xml, words, style),
            Inline::Strong(inner) => self.write(xml, inner, RunStyle { strong: true, ..style }),
            Inline::Emphasis(inner) => self.write(xml, inner, RunStyle { emphasis: true, ..style }),
            Inline::Link { target, text } => self.write_link(xml, target, text, style),
            Inline::Note { number, .. } => self.write_reference(xml, *number, style),
            Inline::LineBreak => xml.element("w:r", &[], |xml| xml.empty("w:br", &[])),
        })
    }

    /// The number of a note, which leads to it; the first is where the note leads back to.
    fn write_reference(&mut self, xml: &mut Xml, number: u32, style: RunStyle) -> io::Result<()> {
        let words = [Inline::Text(format!("[{number}]"))];
        let style = RunStyle { raised: true, ..style };
        self.write_marked(xml, &note_reference(number), |links, xml| {
            links.write_link(xml, &format!("#{}", note(number)), &words, style)
        })
    }

    /// Writes something with a bookmark round it, if the document has one of that id which is not written yet.
    pub(super) fn write_marked(
        &mut self,
        xml: &mut Xml,
        id: &str,
        content: impl FnOnce(&mut Self, &mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let Some((number, name)) = self.bookmarks.begin(id) else { return content(self, xml) };
        let number = number.to_string();
        xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)])?;
        content(self, xml)?;
        xml.empty("w:bookmarkEnd", &[("w:id", &number)])
    }

    /// The words of a reference and the number with which they end, where Word itself counts the headings: "section ", "3.2".
    fn numbered_reference<'t>(&self, text: &'t [Inline]) -> Option<(&'t str, &'t str)> {
        let ([Inline::Text(words)], true) = (text, self.counts_headings) else { return None };
        let (before, number) = words.split_at(words.strip_prefix("section ").map(|_| "section ".len())?);
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        is_number.then_some((before, number))
    }

    /// A link that leads nowhere sound, and a link in a link, are words like any other.
    fn write_link(&mut self, xml: &mut Xml, target: &str, text: &[Inline], style: RunStyle) -> io::Result<()> {
        let inner = RunStyle { link: true, unbroken: target.starts_with("tel:"), ..style };
        match self.bookmarks.resolve(target).filter(|_| !style.link) {
            None => self.write(xml, text, style),
            Some(Target::Bookmark(name)) => {
                let name = name.to_owned();
                xml.element("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")], |xml| {
                    match self.numbered_reference(text) {
                        Some((words, number)) => {
                            // No line ends between the two.
                            let fits = style.room.is_none_or(|room| room >= words.len() + number.len());
                            let words = if fits { whole(words) } else { words.to_owned() };
                            write_words(xml, &words, inner)?;
                            write_field(xml, &format!(" REF {name} \\r \\h "), number, inner)
                        }
                        None => self.write(xml, text, inner),
                    }
                })
            }
            Some(Target::Address(address)) => {
                let id = self.relationships.address(&address);
                xml.element("w:hyperlink", &[("r:id", &id), ("w:history", "1")], |xml| self.write(xml, text, inner))
            }
        }
    }
}

/// Whether a paragraph of these words is read from right to left.
pub(super) fn reads_right_to_left(inlines: &[Inline]) -> bool {
    language_of(&plain_text(inlines)).is_some_and(|language| language.right_to_left)
}

/// Writes words, those that are read from right to left in runs of their own: Word asks for it, and else would turn their order.
fn write_words(xml: &mut Xml, words: &str, style: RunStyle) -> io::Result<()> {
    let words = &match style {
        RunStyle { unbroken: true, .. } => whole(words),
        RunStyle { room: Some(room), .. } => with_whole_terms_within(words, room),
        _ => with_whole_terms(words),
    };
    let mut from = 0;
    for row in right_to_left(words) {
        write_between(xml, &words[from..row.start], style)?;
        write_turned(xml, &words[row.clone()], style)?;
        from = row.end;
    }
    write_between(xml, &words[from..], style)
}

/// Writes what stands between words that are read from right to left; in a paragraph of such words its signs belong to them.
fn write_between(xml: &mut Xml, words: &str, style: RunStyle) -> io::Result<()> {
    if !style.right_to_left {
        return write_run(xml, words, &style.properties());
    }
    let start = words.find(char::is_alphanumeric).unwrap_or(words.len());
    let end = words.char_indices().rfind(|(_, c)| c.is_alphanumeric()).map_or(start, |(at, c)| at + c.len_utf8());
    write_turned(xml, &words[..start], style)?;
    write_run(xml, &words[start..end], &style.properties())?;
    write_turned(xml, &words[end..], style)
}

fn write_turned(xml: &mut Xml, words: &str, style: RunStyle) -> io::Result<()> {
    let bidi_language = language_of(words).map(|language| language.tag);
    write_run(xml, words, &RunProperties { right_to_left: true, bidi_language, ..style.properties() })
}

/// Writes a field, and the words that it shows until Word works it out anew.
fn write_field(xml: &mut Xml, field: &str, words: &str, style: RunStyle) -> io::Result<()> {
    write_field_mark(xml, "begin")?;
    xml.element("w:r", &[], |xml| xml.words("w:instrText", &[("xml:space", "preserve")], field))?;
    write_field_mark(xml, "separate")?;
    write_words(xml, words, style)?;
    write_field_mark(xml, "end")
}

/// Writes the beginning, the middle or the end of a field.
pub(super) fn write_field_mark(xml: &mut Xml, kind: &str) -> io::Result<()> {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]))
}

/// Writes a run of words; nothing if there are none.
pub(super) fn write_run(xml: &mut Xml, words: &str, properties: &RunProperties) -> io::Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    xml.element("w:r", &[], |xml| {
        properties.write(xml)?;
        xml.words("w:t", &[("xml:space", "preserve")], words)
    })
}

/// Writes a tab.
pub(super) fn write_tab(xml: &mut Xml) -> io::Result<()> {
    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]))
}
