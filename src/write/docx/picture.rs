//! Pictures: a caption above, and each sheet in a paragraph of its own, as wide as the text.
//!
//! In: a [`Picture`]. Out: its caption paragraph and the drawings. In place of a picture that has not been drawn stands what it
//! shows.
//!
//! Not here: the drawing's elements (`drawing`), and how lines become dots (`crate::picture`).

use std::io;

use super::blocks::{Place, running_text};
use super::drawing::Drawing;
use super::lengths::Twips;
use super::main_text::MainText;
use super::properties::ParagraphProperties;
use super::xml::Xml;
use crate::doc::{Drawing as Sheet, Inline, Picture};
use crate::picture::to_png;
use crate::write::remarked::Leaf;

/// Millimetres to a point.
const MILLIMETRES: f64 = 25.4 / 72.0;
/// Twips to a point.
const TWIPS: f64 = 20.0;
/// The room that a caption takes above a picture.
const CAPTION: Twips = 900;

impl MainText<'_> {
    /// Writes a picture with its caption. A remark begins with the caption and ends with the last sheet.
    pub(super) fn write_picture(
        &mut self,
        xml: &mut Xml,
        picture: &Picture,
        place: Place,
        leaf: Leaf<'_>,
    ) -> io::Result<()> {
        let mut leaf = leaf;
        let ends = leaf.ends.take();
        if !picture.caption.is_empty() {
            // The style has the space above.
            self.gap = None;
            self.write_leaf(xml, ParagraphProperties::styled("Caption"), &picture.caption, leaf)?;
            leaf.begins = None;
        }
        if picture.sheets.is_empty() {
            let words = [Inline::Text(picture.alt.clone())];
            self.write_leaf(xml, running_text(place), &words, Leaf { ends, ..leaf })?;
            return picture
                .table
                .as_ref()
                .map_or(Ok(()), |table| self.write_table(xml, table, place, Leaf::default(), false));
        }
        for (index, sheet) in picture.sheets.iter().enumerate() {
            let ends = ends.filter(|_| index + 1 == picture.sheets.len());
            self.write_sheet(xml, sheet, &picture.text_of_sheet(index), Leaf { ends, ..leaf })?;
            leaf.begins = None;
        }
        Ok(())
    }

    fn write_sheet(&mut self, xml: &mut Xml, sheet: &Sheet, alt: &str, leaf: Leaf<'_>) -> io::Result<()> {
        let properties = ParagraphProperties::styled("Picture");
        let Some(png) = to_png(sheet) else {
            return self.write_leaf(xml, properties, &[Inline::Text(alt.to_owned())], leaf);
        };
        // The first number is a logo's.
        let number = self.pictures.len() + 2;
        let name = format!("picture-{}.png", number - 1);
        let raster = self.links.relationships.add("image", &format!("media/{name}"), false);
        self.pictures.push((name, png));
        // As wide as the text, or as large as the height of the page lets it be.
        let fits = |length: f64, room: Twips| f64::from(room) / TWIPS / length.max(1.0);
        let room = self.text_height.saturating_sub(CAPTION);
        let scale = MILLIMETRES * fits(sheet.width, self.text_width).min(fits(sheet.height, room));
        let size = (sheet.width * scale, sheet.height * scale);
        let drawing = Drawing { number, picture: &raster, size, alt };
        self.write_leaf_of(xml, properties, leaf, |_, xml| drawing.write(xml))
    }
}
