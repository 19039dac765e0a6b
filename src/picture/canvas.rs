//! The canvas: shapes and words become the elements of an SVG, and the outlines that dots are made of.
//!
//! In: shapes in points, set words. Out: markup and outlines of the same things, and the place of every piece of writing. Each letter is drawn
//! once and used wherever it stands.
//!
//! Not here: where anything should stand (the designs).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use super::outlines::{disc, polygon, rounded, stroke};
use super::shaper::{Cut, Line, PAPER, Palette, Paragraph, Shaper, Style, Weight};
use crate::doc::{Drawing, Outline, Shape};

/// The place of a piece of writing on a sheet, in points from the upper left.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The words.
    pub words: String,
}

/// A sheet while it is being drawn.
pub(super) struct Canvas<'a> {
    pub(super) shaper: &'a Shaper<'a>,
    prefix: String,
    elements: String,
    shapes: Vec<Shape>,
    letters: BTreeMap<(Cut, u16), Arc<Outline>>,
    boxes: Vec<TextBox>,
}

impl<'a> Canvas<'a> {
    /// An empty sheet, whose ids begin with the prefix.
    pub(super) fn new(shaper: &'a Shaper<'a>, prefix: String) -> Canvas<'a> {
        Canvas {
            shaper,
            prefix,
            elements: String::new(),
            shapes: Vec::new(),
            letters: BTreeMap::new(),
            boxes: Vec::new(),
        }
    }

    /// The theme's colours.
    pub(super) fn colours(&self) -> &'a Palette {
        &self.shaper.colours
    }

    /// The sheet, and where its words stand.
    pub(super) fn finish(self, alt: String, width: f64, height: f64) -> (Drawing, Vec<TextBox>) {
        let mut markup = String::from("<defs>");
        for ((cut, glyph), outline) in &self.letters {
            let id = letter_id(&self.prefix, *cut, *glyph);
            let _ = write!(markup, "<path id=\"{id}\" d=\"{outline}\"/>");
        }
        let _ = write!(
            markup,
            "</defs><rect width=\"{}\" height=\"{}\" fill=\"{PAPER}\"/>{}",
            Points(width),
            Points(height),
            self.elements
        );
        (Drawing { alt, markup, shapes: self.shapes, width, height }, self.boxes)
    }

    fn shape(&mut self, x: f64, y: f64, outline: Outline, colour: &str) {
        self.shapes.push(Shape { outline: Arc::new(outline), x, y, scale: 1.0, colour: parts(colour) });
    }

    /// A rectangle with round corners.
    pub(super) fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, radius: f64, fill: &str) {
        self.shape(x, y, rounded(width, height, radius), fill);
        let (x, y, width, height) = (Points(x), Points(y), Points(width), Points(height));
        let radius = Points(radius);
        let _ = write!(
            self.elements,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" fill=\"{fill}\"/>"
        );
    }

    /// A disc; with a ring of that width and colour around its edge if there is one.
    pub(super) fn disc(&mut self, x: f64, y: f64, radius: f64, fill: &str, ring: Option<(f64, &str)>) {
        let half = ring.map_or(0.0, |(width, _)| width / 2.0);
        if let Some((_, colour)) = ring {
            self.shape(x, y, disc(radius + half), colour);
        }
        self.shape(x, y, disc(radius - half), fill);
        let (x, y, radius) = (Points(x), Points(y), Points(radius));
        let _ = write!(self.elements, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"");
        if let Some((width, colour)) = ring {
            let _ = write!(self.elements, " stroke=\"{colour}\" stroke-width=\"{}\"", Points(width));
        }
        self.elements.push_str("/>");
    }

    /// A triangle.
    pub(super) fn triangle(&mut self, corners: [(f64, f64); 3], fill: &str) {
        self.shape(0.0, 0.0, polygon(&corners), fill);
        let [(x1, y1), (x2, y2), (x3, y3)] = corners;
        let second = if y1 == y2 { format!("H{x2:.2}") } else { format!("L{x2:.2} {y2:.2}") };
        let _ = write!(self.elements, "<path d=\"M{x1:.2} {y1:.2}{second}L{x3:.2} {y3:.2}Z\" fill=\"{fill}\"/>");
    }

    /// A line of that width; `dashes` are how long they are and how far apart, none for a whole line.
    pub(super) fn line(
        &mut self,
        from: (f64, f64),
        to: (f64, f64),
        width: f64,
        colour: &str,
        dashes: Option<(f64, f64)>,
    ) {
        self.shape(0.0, 0.0, stroke(from, to, width, dashes), colour);
        let ((x1, y1), (x2, y2)) = (from, to);
        let (x1, y1, x2, y2, width) = (Points(x1), Points(y1), Points(x2), Points(y2), Points(width));
        let dashes = dashes.map(|(dash, gap)| format!(" stroke-dasharray=\"{dash} {gap}\"")).unwrap_or_default();
        let _ = write!(
            self.elements,
            "<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{colour}\" stroke-width=\"{width}\"{dashes}/>"
        );
    }

    /// Words with their upper left corner there.
    pub(super) fn words(&mut self, x: f64, y: f64, paragraph: &Paragraph) {
        self.aligned(x, y, paragraph, 0.0);
    }

    /// Words whose lines are centred there, from that height down.
    pub(super) fn centred(&mut self, x: f64, y: f64, paragraph: &Paragraph) {
        self.aligned(x, y, paragraph, 0.5);
    }

    /// Words whose lines end there.
    pub(super) fn ending(&mut self, x: f64, y: f64, paragraph: &Paragraph) {
        self.aligned(x, y, paragraph, 1.0);
    }

    fn aligned(&mut self, x: f64, y: f64, paragraph: &Paragraph, share: f64) {
        let height = paragraph.line_height();
        for (index, line) in paragraph.lines.iter().enumerate() {
            let (left, top) = (x - share * line.width, y + index as f64 * height);
            self.boxes.push(TextBox { x: left, y: top, width: line.width, height, words: line.words.clone() });
            self.letters(left, top + self.shaper.baseline(&paragraph.style), line, &paragraph.style);
        }
    }

    /// A mark: a disc with a number in it, its middle there.
    pub(super) fn mark(&mut self, x: f64, y: f64, radius: f64, number: &str, look: &MarkLook<'_>) {
        let ring = look.ring.map(|colour| (1.1, colour));
        self.disc(x, y, if ring.is_some() { radius - 0.55 } else { radius }, look.ground, ring);
        let size = radius * if number.chars().count() > 1 { 1.2 } else { 1.4 };
        let style = Style { weight: Weight::Bold, size, colour: look.ink.to_owned() };
        let line = self.shaper.line(number, &style);
        let words = line.words.clone();
        self.boxes.push(TextBox { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius, words });
        let baseline = y + self.shaper.capital(&style) / 2.0;
        self.letters(x - line.width / 2.0, baseline, &line, &style);
    }

    fn letters(&mut self, x: f64, baseline: f64, line: &Line, style: &Style) {
        let scale = self.shaper.scale(style);
        let colour = parts(&style.colour);
        let _ = write!(
            self.elements,
            "<g fill=\"{}\" transform=\"translate({} {})scale({scale:.5})\">",
            style.colour,
            Points(x),
            Points(baseline)
        );
        for placed in &line.glyphs {
            let Some(outline) = self.shaper.outline(placed.cut, placed.glyph) else { continue };
            let id = letter_id(&self.prefix, placed.cut, placed.glyph);
            let at = placed.along;
            // A font counts upwards, a picture downwards.
            let y = if placed.above == 0 { String::new() } else { format!(" y=\"{}\"", -placed.above) };
            let _ = write!(self.elements, "<use href=\"#{id}\" x=\"{at}\"{y}/>");
            let (x, y) = (x + f64::from(at) * scale, baseline - f64::from(placed.above) * scale);
            self.shapes.push(Shape { outline: Arc::clone(&outline), x, y, scale, colour });
            self.letters.insert((placed.cut, placed.glyph), outline);
        }
        self.elements.push_str("</g>");
    }
}

/// The colours of a mark.
pub(super) struct MarkLook<'a> {
    pub(super) ground: &'a str,
    pub(super) ink: &'a str,
    pub(super) ring: Option<&'a str>,
}

impl<'a> MarkLook<'a> {
    /// White on a ground dark enough for it.
    pub(super) fn full(ground: &'a str) -> MarkLook<'a> {
        MarkLook { ground, ink: PAPER, ring: None }
    }

    /// A ring in a colour, with the number in it.
    pub(super) fn hollow(colour: &'a str) -> MarkLook<'a> {
        MarkLook { ground: PAPER, ink: colour, ring: Some(colour) }
    }
}

/// The parts of a colour as SVG has it, `#rrggbb`.
fn parts(colour: &str) -> [u8; 3] {
    let number = u32::from_str_radix(colour.trim_start_matches('#'), 16).unwrap_or_default();
    let [_, red, green, blue] = number.to_be_bytes();
    [red, green, blue]
}

fn letter_id(prefix: &str, cut: Cut, glyph: u16) -> String {
    match cut {
        Cut::Theme(Weight::Regular) => format!("{prefix}r{glyph}"),
        Cut::Theme(Weight::Bold) => format!("{prefix}b{glyph}"),
        Cut::Other(font) => format!("{prefix}o{font}g{glyph}"),
    }
}

/// A length with at most two decimals, and no zeros at its end.
struct Points(f64);

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", (self.0 * 100.0).round() / 100.0)
    }
}
