//! Draws the pictures of a document, design by design, onto sheets.
//!
//! In: a document and a theme, or one picture. Out: its sheets. A theme without a font draws none.

use super::canvas::{Canvas, TextBox};
use super::shaper::Shaper;
use super::sheets::sheets;
use super::size::WIDTH;
use super::{journey, roadmap, timeline};
use crate::doc::{Block, BlockKind, Design, Document, Drawing, Picture, Table, walk_mut};
use crate::theme::Theme;

/// The most characters of a picture's text: a string of a PDF/A has at most 32,767 bytes, and a character takes two.
const LONGEST_TEXT: usize = 15_000;

/// One sheet of a picture, and where its words stand.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The drawing.
    pub drawing: Drawing,
    /// The places of its words and marks, none of which overlap.
    pub boxes: Vec<TextBox>,
}

/// Draws every picture of a document. A theme without a font draws none, and their words stand in their place.
pub fn draw_all(document: &mut Document, theme: &Theme) {
    let mut number = 0;
    let mut draw_one = |block: &mut Block| {
        if let BlockKind::Picture(picture) = &mut block.kind {
            number += 1;
            let sheets = draw(picture, theme, number);
            picture.sheets = sheets.into_iter().map(|sheet| sheet.drawing).collect();
        }
    };
    walk_mut(&mut document.front, &mut draw_one);
    walk_mut(&mut document.body, &mut draw_one);
}

/// Draws one picture; the number keeps its ids apart from those of other pictures in the document.
pub fn draw(picture: &Picture, theme: &Theme, number: usize) -> Vec<Sheet> {
    let Some(shaper) = Shaper::of(theme) else { return Vec::new() };
    let strips = match picture.design {
        Design::LearningJourney => journey::strips(picture, &shaper),
        Design::Roadmap => roadmap::strips(picture, &shaper),
        Design::EncounterTimeline => timeline::strips(picture, &shaper),
    };
    // On paper nothing else says what a picture with a table leaves out, so the table then takes its place; so it does where its words
    // are too many for the text of a picture.
    let is_too_long = |table: &Table| table.in_words().chars().count() > LONGEST_TEXT;
    if picture.table.as_ref().is_some_and(|table| shaper.leaves_out() || is_too_long(table)) {
        return Vec::new();
    }
    let pages = sheets(strips);
    let count = pages.len();
    pages
        .into_iter()
        .enumerate()
        .map(|(index, page)| {
            let mut canvas = Canvas::new(&shaper, format!("p{number}s{}", index + 1));
            let height = page.draw(&mut canvas);
            let alt = match count {
                1 => picture.alt.clone(),
                _ => format!("{} ({} of {count})", picture.alt, index + 1),
            };
            let (drawing, boxes) = canvas.finish(alt, WIDTH, height);
            Sheet { drawing, boxes }
        })
        .collect()
}
