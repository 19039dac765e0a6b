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
}

impl Marks<'_> {
    /// Whether there is anything to say.
    pub(super) fn any(&self) -> bool {
        self.document.draft
    }

    fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let colour = Some(self.look.warning.as_str());
        let size = Some(self.look.size(1.1));
        let properties = RunProperties { bold: true, colour, size, ..RunProperties::default() };
        if self.document.draft { write_run(xml, "DRAFT", &properties) } else { Ok(()) }
    }
}

/// A header with nothing but the marks.
pub(super) fn write_marks(marks: &Marks<'_>) -> io::Result<Vec<u8>> {
    write_line("w:hdr", &ParagraphProperties::styled("Header"), |xml| marks.write(xml))
}

/// The header of the first page: empty but for the marks.
pub(super) fn write_first_header(marks: &Marks<'_>) -> io::Result<Vec<u8>> {
    // The style's line would stand above nothing.
    let no_line = Some(Line { colour: "auto", eighths: 0, space: 0 });
    let borders = Borders { bottom: no_line, ..Borders::default() };
    let properties = ParagraphProperties { borders, ..ParagraphProperties::styled("Header") };
    write_line("w:hdr", &properties, |xml| {
        if marks.any() {
            write_tab(xml)?;
        }
        marks.write(xml)
    })
}

/// The header of the other pages: whose document this is.
pub(super) fn write_header(marks: &Marks<'_>) -> io::Result<Vec<u8>> {
    let names = [marks.document.institution.as_str(), marks.document.title.as_str()];
    let words = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" — ");
    write_line("w:hdr", &ParagraphProperties::styled("Header"), |xml| {
        write_run(xml, &words, &RunProperties::default())?;
        if marks.any() {
            write_tab(xml)?;
        }
        marks.write(xml)
    })
}

/// The footer of every page.
pub(super) fn write_footer(document: &Document) -> io::Result<Vec<u8>> {
    let plain = RunProperties::default();
    write_line("w:ftr", &ParagraphProperties::styled("Footer"), |xml| {
        write_run(xml, &document.title, &plain)?;
        write_tab(xml)?;
        write_run(xml, "Page ", &plain)?;
        write_number(xml, "PAGE")?;
        write_run(xml, " of ", &plain)?;
        write_number(xml, "NUMPAGES")
    })
}

fn write_line(
    root: &str,
    properties: &ParagraphProperties,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    Xml::part(root, &[MAIN], |xml| {
        xml.element("w:p", &[], |xml| {
            properties.write(xml)?;
            content(xml)
        })
    })
}

/// A number that Word counts; "1" stands there until it has.
fn write_number(xml: &mut Xml, field: &str) -> io::Result<()> {
    xml.element("w:fldSimple", &[("w:instr", field)], |xml| write_run(xml, "1", &RunProperties::default()))
}
