//! The shaper: the theme's font and colours, and words set in them.
//!
//! In: a [`Theme`]. Out: a [`Shaper`] that puts words on a line, and gives the outlines of their letters. It shapes them with rustybuzz, as
//! the typesetter does.
//!
//! A character that the theme's family has no shape for is set in whichever other font of the theme has one: other scripts and signs.
//!
//! A character for which no font has a shape is left out, and the PDF's writer says so; [`Shaper::leaves_out`] tells of it.
//!
//! Not here: where a line ends (`lines`).

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use rustybuzz::ttf_parser::{self, GlyphId, OutlineBuilder, name_id};
use rustybuzz::{
    Direction, Face, GlyphBuffer, GlyphInfo, GlyphPosition, Script, ShapePlan, UnicodeBuffer, script, shape_with_plan,
};

use crate::doc::{Outline, Segment};
use crate::text::language_of;
use crate::theme::Colours;
use crate::theme::Theme;

/// Which of the two faces words are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// How words look.
#[derive(Clone, Debug)]
pub(super) struct Style {
    pub(super) weight: Weight,
    /// In points.
    pub(super) size: f64,
    pub(super) colour: String,
}

/// The face that a glyph is of: one of the theme's family, or another font by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cut {
    Theme(Weight),
    Other(usize),
}

/// A glyph, and how far from the start of its line and above it it stands, in units of the font.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) cut: Cut,
    pub(super) glyph: u16,
    pub(super) along: i32,
    pub(super) above: i32,
}

/// Words on one line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) glyphs: Vec<Placed>,
    pub(super) width: f64,
}

/// Words shaped as one line, of which shorter ones are parts.
pub(super) struct Whole<'w> {
    words: &'w str,
    scale: f64,
    glyphs: Vec<Placed>,
    /// Where each of the glyphs begins.
    starts: Vec<Start>,
    end: i32,
}

struct Start {
    /// The byte of the words.
    byte: usize,
    /// In units of the font.
    at: i32,
    /// Whether what stands before it and from it on looks the same apart: there is no kerning, and nothing joined.
    can_break: bool,
}

impl Whole<'_> {
    /// The glyphs of some of the words, and where they begin and end, if these words alone would be shaped the same.
    fn part(&self, bytes: &Range<usize>) -> Option<(Range<usize>, i32, i32)> {
        if !self.words.get(bytes.clone())?.contains(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let start_at = |byte: usize| {
            let index = self.starts.partition_point(|start| start.byte < byte);
            let is_end = index == self.starts.len() && byte == self.words.len();
            let can_break = self.starts.get(index).map_or(is_end, |start| start.byte == byte && start.can_break);
            can_break.then(|| (index, self.starts.get(index).map_or(self.end, |start| start.at)))
        };
        let ((first, from), (last, to)) = (start_at(bytes.start)?, start_at(bytes.end)?);
        Some((first..last, from, to))
    }

    /// How wide some of the words are on a line of their own, if that can be told.
    pub(super) fn width(&self, bytes: &Range<usize>) -> Option<f64> {
        self.part(bytes).map(|(_, from, to)| f64::from(to - from) * self.scale)
    }

    /// Some of the words on a line of their own.
    pub(super) fn line(&self, bytes: &Range<usize>) -> Option<Line> {
        let (glyphs, from, to) = self.part(bytes)?;
        let moved = |placed: &Placed| Placed { along: placed.along - from, ..*placed };
        let glyphs = self.glyphs[glyphs].iter().map(moved).collect();
        Some(Line { words: self.words[bytes.clone()].to_owned(), glyphs, width: f64::from(to - from) * self.scale })
    }
}

/// Words set in lines.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) lines: Vec<Line>,
    pub(super) style: Style,
}

/// How far the lines of a paragraph stand apart, as a multiple of the size.
const LEADING: f64 = 1.22;

impl Paragraph {
    pub(super) fn line_height(&self) -> f64 {
        self.style.size * LEADING
    }

    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.line_height()
    }

    pub(super) fn width(&self) -> f64 {
        self.lines.iter().map(|line| line.width).fold(0.0, f64::max)
    }
}

/// What the rules by which words are shaped depend on.
type ShapedBy = (Cut, Direction, Script);
/// A face and a glyph of it.
type Letter = (Cut, u16);

/// The theme's font and colours.
pub(super) struct Shaper<'a> {
    regular: Face<'a>,
    bold: Face<'a>,
    /// All fonts of the theme, of the same units; read when a character first asks for them.
    others: OnceCell<Vec<Face<'a>>>,
    fonts: Vec<&'a [u8]>,
    /// Whether words had to be left out: for want of room, or of a shape.
    leaves_out: Cell<bool>,
    /// How words of a face, direction and script are shaped: dearer to find out than to follow for a line.
    plans: RefCell<Vec<(ShapedBy, Rc<ShapePlan>)>>,
    /// The outlines that were asked for, nothing for a space.
    outlines: RefCell<BTreeMap<Letter, Option<Arc<Outline>>>>,
    pub(super) colours: Palette,
}

/// The theme's colours as SVG has them.
pub(super) struct Palette {
    pub(super) text: String,
    pub(super) muted: String,
    pub(super) accent: String,
    pub(super) on_accent: String,
    pub(super) tint: String,
    pub(super) rule: String,
    pub(super) warning: String,
    marks: Vec<String>,
}

/// What pictures are drawn on.
pub(super) const PAPER: &str = "#ffffff";

impl Palette {
    fn of(colours: &Colours) -> Palette {
        Palette {
            text: colours.text.to_string(),
            muted: colours.muted.to_string(),
            accent: colours.accent.to_string(),
            on_accent: colours.on_accent.to_string(),
            tint: colours.tint.to_string(),
            rule: colours.rule.to_string(),
            warning: colours.warning.to_string(),
            marks: colours.marks.iter().map(ToString::to_string).collect(),
        }
    }

    /// The ground of the mark of that number.
    pub(super) fn mark(&self, number: &str) -> &str {
        let index = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        index.and_then(|index| self.marks.get(index)).unwrap_or(&self.accent)
    }
}

/// All fonts of a theme.
pub(super) struct Faces<'a>(Vec<ttf_parser::Face<'a>>);

impl<'a> Faces<'a> {
    pub(super) fn of(theme: &'a Theme) -> Faces<'a> {
        Faces(theme.fonts().filter_map(|bytes| ttf_parser::Face::parse(bytes, 0).ok()).collect())
    }

    /// Whether one of them has a shape for a character.
    pub(super) fn have(&self, c: char) -> bool {
        self.0.iter().any(|face| face.glyph_index(c).is_some_and(|glyph| glyph.0 > 0))
    }
}

impl<'a> Shaper<'a> {
    /// The shaper of a theme, if it has a font.
    pub(super) fn of(theme: &'a Theme) -> Option<Shaper<'a>> {
        let fonts: Vec<&'a [u8]> = theme.fonts().collect();
        // Only the two that are nearly always enough are read for setting.
        let looks: Vec<(&'a [u8], ttf_parser::Face<'a>)> =
            fonts.iter().filter_map(|bytes| Some((*bytes, ttf_parser::Face::parse(bytes, 0).ok()?))).collect();
        let family = &theme.tokens.fonts.pdf;
        let nearest = |weight: u16| {
            let distance = |(_, face): &&(&'a [u8], ttf_parser::Face<'a>)| {
                let other_family = !is_of_family(face, family);
                (other_family, face.is_italic(), face.weight().to_number().abs_diff(weight))
            };
            looks.iter().min_by_key(distance).and_then(|(bytes, _)| Face::from_slice(bytes, 0))
        };
        let (regular, bold) = (nearest(400)?, nearest(700)?);
        let colours = Palette::of(&theme.tokens.colours);
        Some(Shaper {
            regular,
            bold,
            others: OnceCell::new(),
            fonts,
            leaves_out: Cell::new(false),
            plans: RefCell::default(),
            outlines: RefCell::default(),
            colours,
        })
    }

    /// Says that words are left out.
    pub(super) fn leave_out(&self) {
        self.leaves_out.set(true);
    }

    /// Whether some of the words set so far are not whole.
    pub(super) fn leaves_out(&self) -> bool {
        self.leaves_out.get()
    }

    fn face(&self, weight: Weight) -> &Face<'a> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    fn others(&self) -> &[Face<'a>] {
        self.others.get_or_init(|| {
            let faces = self.fonts.iter().filter_map(|bytes| Face::from_slice(bytes, 0));
            faces.filter(|face| face.units_per_em() == self.regular.units_per_em() && !face.is_italic()).collect()
        })
    }

    fn of_cut(&self, cut: Cut) -> &Face<'a> {
        match cut {
            Cut::Theme(weight) => self.face(weight),
            Cut::Other(at) => self.others().get(at).unwrap_or(&self.regular),
        }
    }

    /// The face that has a shape for a character.
    fn cut_for(&self, c: char, weight: Weight) -> Option<Cut> {
        if self.face(weight).glyph_index(c).is_some() {
            return Some(Cut::Theme(weight));
        }
        let wished: u16 = if weight == Weight::Bold { 700 } else { 400 };
        let others = self.others().iter().enumerate().filter(|(_, face)| face.glyph_index(c).is_some());
        others.min_by_key(|(_, face)| face.weight().to_number().abs_diff(wished)).map(|(at, _)| Cut::Other(at))
    }

    /// Words in the pieces that one face sets each. What is no letter or digit stays with the piece before it, if that face has it.
    fn cuts(&self, words: &str, weight: Weight) -> Vec<(Cut, String)> {
        let mut cuts: Vec<(Cut, String)> = Vec::new();
        for c in words.chars() {
            match cuts.last_mut() {
                Some((cut, piece)) if !c.is_alphanumeric() && self.of_cut(*cut).glyph_index(c).is_some() => {
                    piece.push(c);
                }
                _ => match (self.cut_for(c, weight).unwrap_or(Cut::Theme(weight)), cuts.last_mut()) {
                    (cut, Some((last, piece))) if cut == *last => piece.push(c),
                    (cut, _) => cuts.push((cut, c.to_string())),
                },
            }
        }
        cuts
    }

    /// Whether a character has a shape, or needs none between words.
    pub(super) fn has(&self, c: char, weight: Weight) -> bool {
        c.is_whitespace() || (!c.is_control() && self.cut_for(c, weight).is_some())
    }

    /// How wide words are on one line.
    pub(super) fn width(&self, words: &str, style: &Style) -> f64 {
        self.line(words, style).width
    }

    /// Words on one line, shaped.
    pub(super) fn line(&self, words: &str, style: &Style) -> Line {
        let mut cuts = self.cuts(words, style.weight);
        if language_of(words).is_some_and(|language| language.right_to_left) {
            cuts.reverse();
        }
        let mut at = 0;
        let mut glyphs = Vec::new();
        for (cut, piece) in cuts {
            let shaped = self.shaped(cut, &piece);
            for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                glyphs.push(placed(cut, info, position, at));
                at += position.x_advance;
            }
        }
        Line { words: words.to_owned(), glyphs, width: f64::from(at) * self.scale(style) }
    }

    /// Words shaped at once, if every line of them can be taken from that: Latin letters, digits and signs, all of one face.
    pub(super) fn whole<'w>(&self, words: &'w str, style: &Style) -> Option<Whole<'w>> {
        // A line of other letters, or of none, may be shaped by other rules.
        let is_plain = |c: char| matches!(c, ' '..='~' | '\u{a0}'..='\u{24f}' | '‐'..='…');
        let cut = Cut::Theme(style.weight);
        if !words.chars().all(is_plain) || !matches!(&self.cuts(words, style.weight)[..], [(only, _)] if *only == cut) {
            return None;
        }
        let shaped = self.shaped(cut, words);
        let mut whole = Whole { words, scale: self.scale(style), glyphs: Vec::new(), starts: Vec::new(), end: 0 };
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let byte = usize::try_from(info.cluster).unwrap_or_default();
            whole.starts.push(Start { byte, at: whole.end, can_break: !info.unsafe_to_break() });
            whole.glyphs.push(placed(cut, info, position, whole.end));
            whole.end += position.x_advance;
        }
        Some(whole)
    }

    fn shaped(&self, cut: Cut, words: &str) -> GlyphBuffer {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        let plan = self.plan(cut, &buffer);
        shape_with_plan(self.of_cut(cut), &plan, buffer)
    }

    fn plan(&self, cut: Cut, words: &UnicodeBuffer) -> Rc<ShapePlan> {
        let key = (cut, words.direction(), words.script());
        let mut plans = self.plans.borrow_mut();
        if let Some((_, plan)) = plans.iter().find(|(known, _)| *known == key) {
            return Rc::clone(plan);
        }
        let (_, direction, of_script) = key;
        let of_script = Some(of_script).filter(|known| *known != script::UNKNOWN);
        let plan = Rc::new(ShapePlan::new(self.of_cut(cut), direction, of_script, words.language().as_ref(), &[]));
        plans.push((key, Rc::clone(&plan)));
        plan
    }

    /// How many points a unit of the font is.
    pub(super) fn scale(&self, style: &Style) -> f64 {
        style.size / f64::from(self.face(style.weight).units_per_em().max(1))
    }

    /// How far below the upper edge of a line its letters stand.
    pub(super) fn baseline(&self, style: &Style) -> f64 {
        let face = self.face(style.weight);
        let (ascent, descent) = (f64::from(face.ascender()), f64::from(face.descender()));
        (style.size * LEADING - (ascent - descent) * self.scale(style)) / 2.0 + ascent * self.scale(style)
    }

    /// How tall a capital is: what centres a number in its mark.
    pub(super) fn capital(&self, style: &Style) -> f64 {
        let face = self.face(style.weight);
        f64::from(face.capital_height().unwrap_or(660)) * self.scale(style)
    }

    /// The outline of a glyph in units of the font; nothing for a space.
    pub(super) fn outline(&self, cut: Cut, glyph: u16) -> Option<Arc<Outline>> {
        let draw = || {
            let mut path = Path(Outline::default());
            self.of_cut(cut).outline_glyph(GlyphId(glyph), &mut path)?;
            Some(Arc::new(path.0)).filter(|outline| !outline.0.is_empty())
        };
        self.outlines.borrow_mut().entry((cut, glyph)).or_insert_with(draw).clone()
    }
}

/// A shaped glyph on a line that has come so far.
fn placed(cut: Cut, info: &GlyphInfo, position: &GlyphPosition, at: i32) -> Placed {
    let glyph = u16::try_from(info.glyph_id).unwrap_or_default();
    Placed { cut, glyph, along: at + position.x_offset, above: position.y_offset }
}

fn is_of_family(face: &ttf_parser::Face<'_>, family: &str) -> bool {
    let is_name = |id: u16| matches!(id, name_id::FAMILY | name_id::TYPOGRAPHIC_FAMILY);
    face.names().into_iter().any(|name| is_name(name.name_id) && name.to_string().is_some_and(|name| name == family))
}

/// Takes down an outline; a font counts upwards, a picture downwards.
struct Path(Outline);

impl Path {
    fn push(&mut self, segment: Segment) {
        self.0.0.push(segment);
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push(Segment::Move(x, 0.0 - y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push(Segment::Line(x, 0.0 - y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push(Segment::Quad(x1, 0.0 - y1, x, 0.0 - y));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push(Segment::Curve(x1, 0.0 - y1, x2, 0.0 - y2, x, 0.0 - y));
    }

    fn close(&mut self) {
        self.push(Segment::Close);
    }
}
