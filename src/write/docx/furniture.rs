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

/// The header of the first page: empty but for the mark of a draft.
pub(super) fn write_first_header(document: &Document, look: &Look) -> io::Result<Vec<u8>> {
    // The style's line would stand above nothing.
    let no_line = Some(Line { colour: "auto", eighths: 0, space: 0 });
    let borders = Borders { bottom: no_line, ..Borders::default() };
    let properties = ParagraphProperties { borders, ..ParagraphProperties::styled("Header") };
    write_line("w:hdr", &properties, |xml| write_draft(xml, document, look))
}

/// The header of the other pages: whose document this is.
pub(super) fn write_header(document: &Document, look: &Look) -> io::Result<Vec<u8>> {
    let names = [document.institution.as_str(), document.title.as_str()];
    let words = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" — ");
    write_line("w:hdr", &ParagraphProperties::styled("Header"), |xml| {
        write_run(xml, &words, &RunProperties::default())?;
        write_draft(xml, document, look)
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

fn write_draft(xml: &mut Xml, document: &Document, look: &Look) -> io::Result<()> {
    if !document.draft {
        return Ok(());
    }
    let colour = Some(look.warning.as_str());
    let properties = RunProperties { bold: true, colour, size: Some(look.size(1.1)), ..RunProperties::default() };
    write_tab(xml)?;
    write_run(xml, "DRAFT", &properties)
}

/// A number that Word counts; "1" stands there until it has.
fn write_number(xml: &mut Xml, field: &str) -> io::Result<()> {
    xml.element("w:fldSimple", &[("w:instr", field)], |xml| write_run(xml, "1", &RunProperties::default()))
}
