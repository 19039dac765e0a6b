//! Draws the pictures that a document asks for: learning journey, roadmap, timeline of encounters.
//!
//! In: a [`Document`] whose pictures have words, and a [`Theme`]. Out: the same document with each picture drawn, once for
//! all formats, in the theme's colours and with its PDF font. Letters become outlines, so that a picture looks the same
//! wherever it stands and is read out once, by its alternative text.
//!
//! One file a design: `journey`, `roadmap`, `timeline`. A design measures its words with the pen, gathers them in strips that
//! stay whole, and `sheets` puts the strips on as many sheets as they need. No word is left out for want of room; one
//! entry longer than a few lines ends with an ellipsis, because the table beside the picture has all of it.
//!
//! Not here: any wording (the clause's) and where a picture stands in a format (`write`).

mod canvas;
mod journey;
mod pen;
mod raster;
mod roadmap;
mod timeline;

pub use canvas::TextBox;
pub use raster::to_png;

use std::rc::Rc;

use canvas::Canvas;
use pen::Pen;

use crate::doc::{Block, BlockKind, Design, Document, Drawing, Entry, Inline, Picture};
use crate::theme::Theme;

/// The width of every picture in points: 160 mm, the width of the text.
pub const WIDTH: f64 = 453.5;
/// The greatest height of a sheet, so that a heading and a caption fit above it on a page.
pub const TALLEST: f64 = 580.0;

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
    draw_blocks(&mut document.front, theme, &mut number);
    draw_blocks(&mut document.body, theme, &mut number);
}

fn draw_blocks(blocks: &mut [Block], theme: &Theme, number: &mut usize) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Picture(picture) => {
                *number += 1;
                let sheets = draw(picture, theme, *number);
                picture.sheets = sheets.into_iter().map(|sheet| sheet.drawing).collect();
            }
            BlockKind::Callout(inner) => draw_blocks(inner, theme, number),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| draw_blocks(item, theme, number)),
            BlockKind::Heading(_) | BlockKind::Paragraph(_) | BlockKind::Table(_) => {}
        }
    }
}

/// Draws one picture; the number keeps its ids apart from those of other pictures in the document.
pub fn draw(picture: &Picture, theme: &Theme, number: usize) -> Vec<Sheet> {
    let Some(pen) = Pen::of(theme) else { return Vec::new() };
    let strips = match picture.design {
        Design::LearningJourney => journey::strips(picture, &pen),
        Design::Roadmap => roadmap::strips(picture, &pen),
        Design::EncounterTimeline => timeline::strips(picture, &pen),
    };
    let pages = sheets(strips);
    let count = pages.len();
    pages
        .into_iter()
        .enumerate()
        .map(|(index, page)| {
            let mut canvas = Canvas::new(&pen, format!("p{number}s{}", index + 1));
            let height = page.draw(&mut canvas);
            let (markup, boxes) = canvas.finish(WIDTH, height);
            let alt = match count {
                1 => picture.alt.clone(),
                _ => format!("{} ({} of {count})", picture.alt, index + 1),
            };
            Sheet { drawing: Drawing { alt, markup, width: WIDTH, height }, boxes }
        })
        .collect()
}

/// Draws a strip with its upper edge at that height; told whether it is the last on its sheet.
type Brush<'a> = Box<dyn Fn(&mut Canvas<'_>, f64, bool) + 'a>;

/// A part of a picture that stays whole.
struct Strip<'a> {
    height: f64,
    brush: Brush<'a>,
}

/// A picture in strips: what stands at the top and at the foot of every sheet, and what lies between.
struct Strips<'a> {
    head: Strip<'a>,
    rows: Vec<Strip<'a>>,
    foot: Strip<'a>,
}

impl<'a> Strip<'a> {
    fn new(height: f64, brush: impl Fn(&mut Canvas<'_>, f64, bool) + 'a) -> Strip<'a> {
        Strip { height, brush: Box::new(brush) }
    }

    /// Strips below one another that are not to be parted.
    fn joined(strips: Vec<Strip<'a>>) -> Strip<'a> {
        Strip::new(strips.iter().map(|strip| strip.height).sum(), move |canvas, top, is_last| {
            let mut top = top;
            for strip in &strips {
                (strip.brush)(canvas, top, is_last);
                top += strip.height;
            }
        })
    }

    fn nothing() -> Strip<'a> {
        Strip::new(0.0, |_, _, _| ())
    }
}

/// One sheet of a picture in strips.
struct Page<'a> {
    picture: Rc<(Strip<'a>, Strip<'a>)>,
    rows: Vec<Strip<'a>>,
}

impl Page<'_> {
    /// Draws the sheet and gives its height.
    fn draw(&self, canvas: &mut Canvas<'_>) -> f64 {
        let (head, foot) = &*self.picture;
        (head.brush)(canvas, 0.0, false);
        let mut top = head.height;
        for (index, row) in self.rows.iter().enumerate() {
            (row.brush)(canvas, top, index + 1 == self.rows.len());
            top += row.height;
        }
        (foot.brush)(canvas, top, true);
        // Two decimals are finer than any printer.
        ((top + foot.height) * 100.0).ceil() / 100.0
    }
}

/// Puts strips on as few sheets as hold them, and shares them out so that the sheets are about as tall as one another.
fn sheets(strips: Strips<'_>) -> Vec<Page<'_>> {
    let room = TALLEST - strips.head.height - strips.foot.height;
    let heights: Vec<f64> = strips.rows.iter().map(|row| row.height).collect();
    let fewest = breaks(&heights, room).len();
    // The lowest height that needs no more sheets, to within a few points.
    let (mut low, mut high) = (0.0, room);
    while high - low > 4.0 {
        let middle = (low + high) / 2.0;
        if breaks(&heights, middle).len() > fewest {
            low = middle;
        } else {
            high = middle;
        }
    }
    let counts = breaks(&heights, high);
    let picture = Rc::new((strips.head, strips.foot));
    let mut rows = strips.rows.into_iter();
    let page = |count: usize| Page { picture: Rc::clone(&picture), rows: rows.by_ref().take(count).collect() };
    counts.into_iter().map(page).collect()
}

/// How many strips stand on each sheet if none is taller than the room there is; at least one.
fn breaks(heights: &[f64], room: f64) -> Vec<usize> {
    let mut counts: Vec<usize> = Vec::new();
    let mut used = f64::INFINITY;
    for height in heights {
        match counts.last_mut() {
            Some(count) if used + height <= room => {
                *count += 1;
                used += height;
            }
            _ => {
                counts.push(1);
                used = *height;
            }
        }
    }
    counts
}

/// The words of an entry by the part they play.
struct Parts {
    /// The strong words, in order.
    marks: Vec<String>,
    /// The words themselves.
    text: String,
    /// The stressed words.
    aside: String,
}

impl Parts {
    fn of(entry: &Entry) -> Parts {
        let mut parts = Parts { marks: Vec::new(), text: String::new(), aside: String::new() };
        for inline in &entry.words {
            let words = crate::doc::plain_text(std::slice::from_ref(inline));
            match inline {
                Inline::Strong(_) => parts.marks.push(one_line(&words)),
                Inline::Emphasis(_) => parts.aside.push_str(&words),
                _ => parts.text.push_str(&words),
            }
        }
        parts.text = one_line(&parts.text);
        parts.aside = one_line(&parts.aside);
        parts
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
