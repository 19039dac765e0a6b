//! A style of Word's, as the sheet of styles describes it and as it is written.

use std::io;

use super::properties::{ParagraphProperties, RunProperties};
use super::table_properties::{CellProperties, TableProperties};
use super::xml::Xml;

/// What a style applies to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Kind {
    /// Whole paragraphs.
    #[default]
    Paragraph,
    /// Some words of a paragraph.
    Character,
    /// Tables.
    Table,
}

/// A style.
#[derive(Clone, Debug, Default)]
pub(super) struct Style<'a> {
    /// What it applies to.
    pub(super) kind: Kind,
    /// Its id, to which paragraphs refer.
    pub(super) id: &'static str,
    /// The name in Word's list; Word knows its own styles by it.
    pub(super) name: &'static str,
    /// True if Word has no style of this name by itself.
    pub(super) own: bool,
    /// The style it starts from; none for the default style of its kind.
    pub(super) based_on: Option<&'static str>,
    /// The style of the paragraph typed after it.
    pub(super) next: Option<&'static str>,
    /// Its place in Word's list.
    pub(super) priority: u8,
    /// Shown in Word's gallery.
    pub(super) in_gallery: bool,
    /// Its paragraph properties.
    pub(super) paragraph: Option<ParagraphProperties<'a>>,
    /// Its run properties.
    pub(super) run: RunProperties<'a>,
    /// Its table properties.
    pub(super) table: Option<TableProperties<'a>>,
    /// What differs in parts of the table: `firstRow`, `firstCol`.
    pub(super) parts: Vec<(&'static str, RunProperties<'a>, CellProperties<'a>)>,
}

impl Style<'_> {
    /// Writes it into `word/styles.xml`.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let kind = match self.kind {
            Kind::Paragraph => "paragraph",
            Kind::Character => "character",
            Kind::Table => "table",
        };
        let is_default = self.based_on.is_none();
        let mut attributes = vec![("w:type", kind), ("w:styleId", self.id)];
        attributes.extend(is_default.then_some(("w:default", "1")));
        attributes.extend(self.own.then_some(("w:customStyle", "1")));
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", self.name)?;
            self.based_on.map_or(Ok(()), |style| xml.value("w:basedOn", style))?;
            self.next.map_or(Ok(()), |style| xml.value("w:next", style))?;
            xml.value("w:uiPriority", self.priority)?;
            xml.flag("w:qFormat", self.in_gallery)?;
            self.paragraph.as_ref().map_or(Ok(()), |properties| properties.write(xml))?;
            self.run.write(xml)?;
            self.table.as_ref().map_or(Ok(()), |properties| properties.write(xml))?;
            self.parts.iter().try_for_each(|(part, run, cell)| {
                xml.element("w:tblStylePr", &[("w:type", part)], |xml| {
                    run.write(xml)?;
                    cell.write(xml)
                })
            })
        })
    }
}
