//! What stands on every page: the header and the footer.
//!
//! In: a [`Document`]. Out: the parts `word/header….xml` and `word/footer….xml`. The first page, which is the cover, has no
//! header; but a draft says so on every page, the first included.

use std::io;

use super::look::Look;
use super::package::MAIN;
use super::properties::{Borders, Line, ParagraphProperties, RunProperties};
use super::runs::{write_run, write_tab};
use super::xml::Xml;
use crate::doc::Document;

/// What a page says of the state of its document.
pub(super) struct Marks<'a> {
    /// The document.
    pub(super) document: &'a Document,
    /// How it looks.
    pub(super) look: &'a Look,
    /// What a review copy says of itself.
    pub(super) notice: Option<&'a str>,
}

impl Marks<'_> {
    /// Whether there is anything to say.
    pub(super) fn any(&self) -> bool {
        self.document.draft || self.notice.is_some()
    }

    fn properties(&self) -> RunProperties<'_> {
        let (colour, size) = (Some(self.look.warning.as_str()), Some(self.look.size(1.1)));
        RunProperties { bold: true, colour, size, ..RunProperties::default() }
    }

    /// What a review copy says, in a line of its own: it is too long to stand beside anything.
    fn write_notice(&self, xml: &mut Xml, properties: &ParagraphProperties) -> io::Result<()> {
        let Some(notice) = self.notice else { return Ok(()) };
        xml.element("w:p", &[], |xml| {
            properties.write(xml)?;
            write_run(xml, notice, &self.properties())
        })
    }

    fn write_draft(&self, xml: &mut Xml, tab: bool) -> io::Result<()> {
        if !self.document.draft {
            return Ok(());
        }
        if tab {
            write_tab(xml)?;
        }
        write_run(xml, "DRAFT", &self.properties())
    }
}

/// A header with nothing but the marks.
pub(super) fn write_marks(marks: &Marks<'_>) -> io::Result<Vec<u8>> {
    let properties = ParagraphProperties::styled("Header");
    Xml::part("w:hdr", &[MAIN], |xml| {
        marks.write_notice(xml, &properties)?;
        if marks.document.draft { write_line(xml, &properties, |xml| marks.write_draft(xml, false)) } else { Ok(()) }
    })
}

/// The header of the first page: empty but for the marks.
pub(super) fn write_first_header(marks: &Marks<'_>) -> io::Result<Vec<u8>> {
    // The style's line would stand above nothing.
    let no_line = Some(Line { colour: "auto", eighths: 0, space: 0 });
    let borders = Borders { bottom: no_line, ..Borders::default() };
    let properties = ParagraphProperties { borders, ..ParagraphProperties::styled("Header") };
    Xml::part("w:hdr", &[MAIN], |xml| {
        marks.write_notice(xml, &properties)?;
        write_line(xml, &properties, |xml| marks.write_draft(xml, true))
    })
}

/// The header of the other pages: whose document this is.
pub(super) fn write_header(marks: &Marks<'_>) -> io::Result<Vec<u8>> {
    let names = [marks.document.institution.as_str(), marks.document.title.as_str()];
    let words = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" — ");
    let properties = ParagraphProperties::styled("Header");
    Xml::part("w:hdr", &[MAIN], |xml| {
        marks.write_notice(xml, &properties)?;
        write_line(xml, &properties, |xml| {
            write_run(xml, &words, &RunProperties::default())?;
            marks.write_draft(xml, true)
        })
    })
}

/// The footer of every page.
pub(super) fn write_footer(document: &Document) -> io::Result<Vec<u8>> {
    let plain = RunProperties::default();
    Xml::part("w:ftr", &[MAIN], |xml| {
        write_line(xml, &ParagraphProperties::styled("Footer"), |xml| {
            write_run(xml, &document.title, &plain)?;
            write_tab(xml)?;
            write_count(xml)
        })
    })
}

/// A footer with nothing but the number of the page.
pub(super) fn write_page_number() -> io::Result<Vec<u8>> {
    Xml::part("w:ftr", &[MAIN], |xml| write_line(xml, &ParagraphProperties::styled("Footer"), write_count))
}

fn write_count(xml: &mut Xml) -> io::Result<()> {
    let plain = RunProperties::default();
    write_run(xml, "Page ", &plain)?;
    write_number(xml, "PAGE")?;
    write_run(xml, " of ", &plain)?;
    write_number(xml, "NUMPAGES")
}

fn write_line(
    xml: &mut Xml,
    properties: &ParagraphProperties,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        properties.write(xml)?;
        content(xml)
    })
}

/// A number that Word counts; "1" stands there until it has.
fn write_number(xml: &mut Xml, field: &str) -> io::Result<()> {
    xml.element("w:fldSimple", &[("w:instr", field)], |xml| write_run(xml, "1", &RunProperties::default()))
}
