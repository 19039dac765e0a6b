//! `word/styles.xml`: the defaults beneath all styles, and the styles.
//!
//! In: a [`Look`]. Out: the part. The styles carry Word's own ids and names, so a school's template restyles a document.
//!
//! Not here: what each style looks like (`stylesheet`).

use std::io;

use super::look::Look;
use super::numbering::Counted;
use super::package::MAIN;
use super::properties::{ParagraphProperties, RunProperties};
use super::stylesheet::{character_styles, comment_styles, paragraph_styles, table_styles};
use super::xml::Xml;

/// `word/styles.xml`. Headings and paragraphs are joined to the numbering only if Word is to count them; a document with remarks
/// has the styles of comments.
pub(super) fn write_styles(look: &Look, counted: Counted, remarked: bool) -> io::Result<Vec<u8>> {
    Xml::part("w:styles", &[MAIN], |xml| {
        write_defaults(xml, look)?;
        let all = paragraph_styles(look, counted)
            .into_iter()
            .chain(character_styles(look))
            .chain(table_styles(look))
            .chain(comment_styles(look).into_iter().filter(|_| remarked));
        all.into_iter().try_for_each(|style| style.write(xml))?;
        xml.element("w:style", &[("w:type", "numbering"), ("w:default", "1"), ("w:styleId", "NoList")], |xml| {
            xml.value("w:name", "No List")?;
            xml.value("w:uiPriority", 99)
        })
    })
}

fn write_defaults(xml: &mut Xml, look: &Look) -> io::Result<()> {
    let run = RunProperties {
        font: Some(&look.font),
        size: Some(look.size(1.0)),
        language: Some(&look.language),
        ..RunProperties::default()
    };
    let paragraph = ParagraphProperties { widow_control: true, ..ParagraphProperties::default() };
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| run.write(xml))?;
        xml.element("w:pPrDefault", &[], |xml| paragraph.write(xml))
    })
}
