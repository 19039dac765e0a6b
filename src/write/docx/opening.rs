//! What stands before the first section: the cover, the front matter and the contents.
//!
//! In: a [`Document`]. Out: the first paragraphs of `word/document.xml`. The contents are a real field that Word can update,
//! filled already, so that Word has nothing to ask when it opens the file. Until it is updated they show no page numbers, because
//! only Word knows them, and a wrong one is worse than none.

use std::io;

use super::blocks::Place;
use super::drawing::Drawing;
use super::lengths::Twips;
use super::main_text::MainText;
use super::numbering::Counted;
use super::package::{Package, Relationships};
use super::properties::{DOTTED, ParagraphProperties, RunProperties};
use super::runs::{write_field_mark, write_run, write_tab};
use super::xml::Xml;
use crate::doc::{Document, Heading, Inline};
use crate::logo::{Logo, PictureKind};

/// A logo whose parts are in the package.
pub(super) struct CoverLogo<'a> {
    logo: &'a Logo,
    relationship: String,
}

impl CoverLogo<'_> {
    /// Adds the parts of a logo.
    pub(super) fn add<'a>(logo: &'a Logo, package: &mut Package, relationships: &mut Relationships) -> CoverLogo<'a> {
        // Word draws SVG in its own way, and other programs not at all; all show dots alike.
        let kind = PictureKind::Png;
        let file = format!("logo.{}", kind.extension());
        let relationship = package.add_picture(relationships, &file, kind.media_type(), logo.png.to_vec());
        CoverLogo { logo, relationship }
    }

    fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let size = self.logo.on_paper();
        let drawing = Drawing { number: 1, picture: &self.relationship, size, alt: &self.logo.alt };
        xml.element("w:p", &[], |xml| {
            ParagraphProperties::styled("CoverLogo").write(xml)?;
            drawing.write(xml)
        })
    }
}

/// Where the words of a section stand in the contents.
pub(super) const ENTRY: Twips = 510;
/// Where the words of a part of one stand.
pub(super) const PART: Twips = 1_190;

/// The contents list sections and their parts, each line a link (`\h`), with page numbers once Word has updated them.
const FIELD: &str = r#" TOC \o "1-2" \h \z "#;
/// The same, with the headings of appendices, which are styles of our own.
const FIELD_WITH_APPENDICES: &str = r#" TOC \o "1-2" \h \z \t "Appendix Heading 1,1" "#;
/// The same, with their parts.
const FIELD_WITH_PARTS: &str = r#" TOC \o "1-2" \h \z \t "Appendix Heading 1,1,Appendix Heading 2,2" "#;

/// A label and its value.
type Fact = (String, Vec<Inline>);

impl MainText<'_> {
    /// Writes all that stands before the body.
    pub(super) fn write_opening(
        &mut self,
        xml: &mut Xml,
        document: &Document,
        logo: Option<&CoverLogo>,
    ) -> io::Result<()> {
        logo.map_or(Ok(()), |logo| logo.write(xml))?;
        [("Subtitle", &document.institution), ("Title", &document.title)]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .try_for_each(|(style, words)| {
                self.write_paragraph(xml, ParagraphProperties::styled(style), &[Inline::Text(words.clone())])
            })?;
        document.cover.iter().try_for_each(|fact| self.write_fact(xml, fact))?;
        self.write_key(xml)?;
        self.write_blocks(xml, &document.front, Place::front())?;
        let headings: Vec<&Heading> = document.headings().filter(|heading| heading.level <= 2).collect();
        if !headings.is_empty() {
            self.write_contents(xml, &headings)?;
        }
        Ok(())
    }

    /// A fact. Facts are no table: nothing in them is a column of anything, and read out they are label and value in turn.
    fn write_fact(&mut self, xml: &mut Xml, (label, value): &Fact) -> io::Result<()> {
        xml.element("w:p", &[], |xml| {
            ParagraphProperties::styled("CoverFact").write(xml)?;
            self.links.write_runs(xml, &[Inline::Strong(vec![Inline::Text(label.to_owned())])])?;
            write_tab(xml)?;
            self.links.write_runs(xml, value)
        })
    }

    fn write_contents(&mut self, xml: &mut Xml, headings: &[&Heading]) -> io::Result<()> {
        self.gap = None;
        xml.element("w:sdt", &[], |xml| {
            // With this, Word shows "Update table" above the contents.
            xml.element("w:sdtPr", &[], |xml| {
                xml.element("w:docPartObj", &[], |xml| {
                    xml.value("w:docPartGallery", "Table of Contents")?;
                    xml.flag("w:docPartUnique", true)
                })
            })?;
            xml.element("w:sdtContent", &[], |xml| {
                let words = [Inline::Text("Contents".to_owned())];
                let keep_next = Some(true);
                let properties = ParagraphProperties { keep_next, ..ParagraphProperties::styled("TOCHeading") };
                self.write_paragraph(xml, properties, &words)?;
                headings.iter().enumerate().try_for_each(|(index, heading)| {
                    let rest = &headings[index + 1..];
                    // A section stays with its first part, and no line of the list stands alone on a page.
                    let has_parts = rest.first().is_some_and(|next| next.level > heading.level);
                    let keep_next = has_parts || rest.len() == 1 || index == 0 && !rest.is_empty();
                    self.write_entry(xml, heading, keep_next, index == 0, rest.is_empty())
                })
            })
        })
    }

    fn write_entry(
        &self,
        xml: &mut Xml,
        heading: &Heading,
        keep_next: bool,
        first: bool,
        last: bool,
    ) -> io::Result<()> {
        let style = if heading.level <= 1 { "TOC1" } else { "TOC2" };
        let keep_next = keep_next.then_some(true);
        xml.element("w:p", &[], |xml| {
            // Word, too, sets the stop after the number here: a template's styles have none for it.
            let tabs = vec![("left", if heading.level <= 1 { ENTRY } else { PART }), (DOTTED, self.text_width)];
            ParagraphProperties { keep_next, tabs, ..ParagraphProperties::styled(style) }.write(xml)?;
            if first {
                let field = match self.counted {
                    Counted::Nothing => FIELD,
                    Counted::Headings => FIELD_WITH_PARTS,
                    Counted::Clauses | Counted::Paragraphs => FIELD_WITH_APPENDICES,
                };
                write_field_mark(xml, "begin")?;
                xml.element("w:r", &[], |xml| xml.words("w:instrText", &[("xml:space", "preserve")], field))?;
                write_field_mark(xml, "separate")?;
            }
            let anchor = self.links.bookmarks.name(&heading.id).unwrap_or_default();
            xml.element("w:hyperlink", &[("w:anchor", anchor), ("w:history", "1")], |xml| {
                self.write_words(xml, heading)
            })?;
            if last { write_field_mark(xml, "end") } else { Ok(()) }
        })
    }

    /// The number and the words as Word itself would set them.
    fn write_words(&self, xml: &mut Xml, heading: &Heading) -> io::Result<()> {
        let plain = RunProperties::default();
        match &heading.number {
            Some(number) if self.counted != Counted::Nothing && !number.is_appendix() => {
                write_run(xml, &number.to_string(), &plain)?;
                write_tab(xml)?;
                write_run(xml, &heading.text, &plain)
            }
            _ => write_run(xml, &heading.numbered_text(), &plain),
        }
    }
}
