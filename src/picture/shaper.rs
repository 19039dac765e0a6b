//! The shaper: the theme's font and colours, and words set in them.
//!
//! In: a [`Theme`]. Out: a [`Shaper`] that breaks words into lines of a width, and gives the outlines of their letters. It shapes
//! them with rustybuzz, as the typesetter does.
//!
//! A character that the theme's family has no shape for is set in whichever other font of the theme has one: other scripts and signs.
//!
//! A character for which no font has a shape is left out, and the PDF's writer says so; [`Shaper::leaves_out`] tells of it.

use std::cell::{Cell, OnceCell};
use std::fmt::Write;

use rustybuzz::ttf_parser::{self, GlyphId, OutlineBuilder, name_id};
use rustybuzz::{Face, UnicodeBuffer, shape};

use crate::text::{language_of, shows_nothing};
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

/// The theme's font and colours.
pub(super) struct Shaper<'a> {
    regular: Face<'a>,
    bold: Face<'a>,
    /// All fonts of the theme, of the same units; read when a character first asks for them.
    others: OnceCell<Vec<Face<'a>>>,
    fonts: Vec<&'a [u8]>,
    /// Whether words had to be left out: for want of room, or of a shape.
    leaves_out: Cell<bool>,
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

/// Shows every character for which a font of the theme has a shape.
pub(super) fn covered(theme: &Theme, mut show: impl FnMut(u32)) {
    for face in theme.fonts().filter_map(|bytes| ttf_parser::Face::parse(bytes, 0).ok()) {
        let tables = face.tables().cmap.into_iter().flat_map(|table| table.subtables);
        tables.filter(|table| table.is_unicode()).for_each(|table| table.codepoints(&mut show));
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
        Some(Shaper { regular, bold, others: OnceCell::new(), fonts, leaves_out: Cell::new(false), colours })
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

    /// Sets words in lines no wider than that, and no more lines than that: the last then ends with an ellipsis.
    pub(super) fn set(&self, words: &str, style: &Style, width: f64, most_lines: usize) -> Paragraph {
        if words.chars().any(|c| !shows_nothing(c) && !c.is_control() && !self.has(c, style.weight)) {
            self.leaves_out.set(true);
        }
        let words: String = words.chars().filter(|c| self.has(*c, style.weight)).collect();
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in words.split_whitespace().flat_map(|word| self.pieces(word, style, width)) {
            let longer = match (line.is_empty(), piece.joins) {
                (true, _) => piece.text.clone(),
                (false, true) => format!("{line}{}", piece.text),
                (false, false) => format!("{line} {}", piece.text),
            };
            if line.is_empty() || self.width(&longer, style) <= width {
                line = longer;
            } else {
                lines.push(std::mem::replace(&mut line, piece.text));
            }
            if lines.len() > most_lines {
                break;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        if lines.len() > most_lines {
            self.leaves_out.set(true);
            lines.truncate(most_lines);
            if let Some(last) = lines.last_mut() {
                while !last.is_empty() && self.width(&format!("{last}…"), style) > width {
                    last.pop();
                }
                last.truncate(last.trim_end().len());
                last.push('…');
            }
        }
        Paragraph { lines: lines.iter().map(|line| self.line(line, style)).collect(), style: style.clone() }
    }

    /// A word in the pieces between which a line may be broken: after a hyphen or a stroke, and anywhere in one too long for a line.
    fn pieces(&self, word: &str, style: &Style, width: f64) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for part in word.split_inclusive(['-', '–', '/', '@']) {
            let mut text = String::new();
            if self.width(part, style) <= width {
                pieces.push(Piece { text: part.to_owned(), joins: !pieces.is_empty() });
                continue;
            }
            for c in part.chars() {
                text.push(c);
                if self.width(&text, style) > width && text.chars().count() > 1 {
                    text.pop();
                    pieces.push(Piece { text: std::mem::take(&mut text), joins: !pieces.is_empty() });
                    text.push(c);
                }
            }
            pieces.push(Piece { text, joins: !pieces.is_empty() });
        }
        pieces
    }

    fn has(&self, c: char, weight: Weight) -> bool {
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
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(&piece);
            buffer.guess_segment_properties();
            let shaped = shape(self.of_cut(cut), &[], buffer);
            for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                let glyph = u16::try_from(info.glyph_id).unwrap_or_default();
                glyphs.push(Placed { cut, glyph, along: at + position.x_offset, above: position.y_offset });
                at += position.x_advance;
            }
        }
        Line { words: words.to_owned(), glyphs, width: f64::from(at) * self.scale(style) }
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

    /// The outline of a glyph as the data of an SVG path in units of the font; nothing for a space.
    pub(super) fn outline(&self, cut: Cut, glyph: u16) -> Option<String> {
        let mut path = Path(String::new());
        self.of_cut(cut).outline_glyph(GlyphId(glyph), &mut path)?;
        Some(path.0).filter(|path| !path.is_empty())
    }
}

/// Part of a word.
struct Piece {
    text: String,
    /// Whether it belongs to the piece before it without a space.
    joins: bool,
}

fn is_of_family(face: &ttf_parser::Face<'_>, family: &str) -> bool {
    let is_name = |id: u16| matches!(id, name_id::FAMILY | name_id::TYPOGRAPHIC_FAMILY);
    face.names().into_iter().any(|name| is_name(name.name_id) && name.to_string().is_some_and(|name| name == family))
}

/// Takes down an outline; a font counts upwards, a picture downwards. Writing to a string cannot fail.
struct Path(String);

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{x} {}", 0.0 - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{x} {}", 0.0 - y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{x1} {} {x} {}", 0.0 - y1, 0.0 - y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{x1} {} {x2} {} {x} {}", 0.0 - y1, 0.0 - y2, 0.0 - y);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
