//! Draws every character of a font, and sets the alphabet in it.
//!
//! In: a font whose parts fit together. Out: the characters that show something, each with its shape; what is wrong with the font's measures, or
//! with the alphabet as it is set.

use std::collections::BTreeMap;

use rustybuzz::ttf_parser::{self, GlyphId};
use rustybuzz::{Face, GlyphBuffer, UnicodeBuffer, shape};

use super::file::DAMAGED;
use super::ink::Ink;
use super::lists::check_lists;
use super::names::Names;
use crate::text::{caught, shows_nothing};

/// What running text cannot be without.
pub(super) const ALPHABET: &str =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,;:!?'\"()-/&@%£’‘“”–";
/// The last character that a font is asked for.
const LAST: u32 = 0x3_23af;

/// Bounds as multiples of the font's size.
struct Bounds {
    /// How far a line reaches up and down, and how far the next is from it.
    reach: f64,
    /// How wide a character is.
    width: f64,
    /// How far its ink is from where it stands.
    far: f64,
}

/// For whatever a font has, some of which is wide: a whole prayer in one Arabic character, say.
const OF_ANY: Bounds = Bounds { reach: 5.0, width: 20.0, far: 25.0 };
/// For the letters of running text.
const OF_TEXT: Bounds = Bounds { reach: 2.5, width: 2.5, far: 3.0 };
/// How wide a letter is at least, and how much ink it takes, as a part of the square of the size.
const THINNEST: f64 = 0.05;
const LEAST_INK: f64 = 0.0002;
/// How wide words are at least, for each of their letters.
const NARROWEST: f64 = 0.15;
/// The most characters that a line is set of to see whether a font can be set at all.
const MOST_SET: usize = 300;

/// A font that is tried.
pub(super) struct Trial<'a> {
    face: ttf_parser::Face<'a>,
    size: f64,
}

impl<'a> Trial<'a> {
    pub(super) fn of(font: &'a [u8]) -> Result<Trial<'a>, String> {
        let face = ttf_parser::Face::parse(font, 0).map_err(|_| DAMAGED)?;
        check_lists(&face)?;
        let size = f64::from(face.units_per_em());
        Ok(Trial { face, size })
    }

    pub(super) fn names(&self) -> Names {
        Names::of(&self.face)
    }

    fn ink(&self, glyph: GlyphId) -> Ink {
        let mut ink = Ink::none();
        self.face.outline_glyph(glyph, &mut ink);
        ink
    }

    fn has_ink(&self, ink: &Ink) -> bool {
        ink.area() > LEAST_INK * self.size * self.size
    }

    /// The characters that show something, and those that need not, in their order.
    pub(super) fn characters(&self) -> Result<Vec<(char, u16)>, String> {
        let mut inks: BTreeMap<u16, bool> = BTreeMap::new();
        let mut characters = Vec::new();
        for character in (0..=LAST).filter_map(char::from_u32) {
            let Some(glyph) = self.face.glyph_index(character).filter(|glyph| glyph.0 > 0) else { continue };
            let is_blank = character.is_whitespace() || character.is_control() || shows_nothing(character);
            let shows = match inks.get(&glyph.0) {
                Some(shows) => *shows,
                None => {
                    let ink = self.ink(glyph);
                    let far = OF_ANY.far * self.size;
                    let reach = [ink.left, ink.right, ink.bottom, ink.top].into_iter().filter(|end| end.is_finite());
                    let width = f64::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
                    if reach.into_iter().any(|end| end.abs() > far) || width > OF_ANY.width * self.size {
                        return Err(format!("has a shape that is out of all measure, for {}", named(character)));
                    }
                    // However little: a mark over a letter is small.
                    *inks.entry(glyph.0).or_insert(ink.area() > 0.0)
                }
            };
            if shows || is_blank {
                characters.push((character, glyph.0));
            }
        }
        if !characters.iter().any(|(_, glyph)| inks.get(glyph) == Some(&true)) {
            return Err("shows nothing: every shape in it is empty".to_owned());
        }
        Ok(characters)
    }

    /// Holds the measures of lines against their bounds; those of running text are closer.
    pub(super) fn check_lines(&self, is_text: bool) -> Result<(), String> {
        let face = &self.face;
        let most = if is_text { OF_TEXT.reach } else { OF_ANY.reach } * self.size;
        let lines = [face.underline_metrics(), face.strikeout_metrics()];
        let lines = lines.into_iter().flatten().flat_map(|line| [line.position, line.thickness]);
        // Each reader takes another of them.
        let (first, second) = (face.tables().hhea, face.tables().os2);
        let own = [
            Some(first.ascender),
            Some(first.descender),
            Some(first.line_gap),
            second.map(|table| table.windows_ascender()),
            second.map(|table| table.windows_descender()),
            face.typographic_ascender(),
            face.typographic_descender(),
            face.typographic_line_gap(),
            face.x_height(),
            face.capital_height(),
        ];
        if own.into_iter().flatten().chain(lines).any(|measure| f64::from(measure).abs() > most) {
            return Err("says that its lines are out of all measure".to_owned());
        }
        Ok(())
    }

    /// Whether it has every character of the alphabet; or else the first that it lacks.
    pub(super) fn check_whole(&self) -> Result<(), String> {
        match ALPHABET.chars().find(|character| self.face.glyph_index(*character).is_none()) {
            None => Ok(()),
            Some(lacking) => {
                Err(format!("has no shape for {}, so that running text cannot be set in it", named(lacking)))
            }
        }
    }

    /// Holds the letters of running text that it has against their bounds, one by one and set in a line.
    pub(super) fn check_alphabet(&self) -> Result<(), String> {
        for character in ALPHABET.chars() {
            let Some(glyph) = self.face.glyph_index(character) else { continue };
            let ink = self.ink(glyph);
            if !self.has_ink(&ink) {
                return Err(format!("has an empty shape for {}, so that it would not be seen", named(character)));
            }
            let far = OF_TEXT.far * self.size;
            let width = f64::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
            let is_wide = (THINNEST * self.size..=OF_TEXT.width * self.size).contains(&width);
            if !is_wide || [ink.left, ink.right, ink.bottom, ink.top].into_iter().any(|end| end.abs() > far) {
                return Err(format!("has a shape that is out of all measure, for {}", named(character)));
            }
        }
        self.check_setting()
    }

    /// Sets words in the font. The shaper panics at some lists of shapes that are out of order, which no maker of fonts writes.
    fn line(&self, words: &str) -> Result<GlyphBuffer, String> {
        let line = caught(|| {
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(words);
            shape(&Face::from_face(self.face.clone()), &[], buffer)
        });
        line.map_err(|_| DAMAGED.to_owned())
    }

    /// Sets a line of the font's own characters, whatever comes of it.
    pub(super) fn check_shaper(&self, characters: &[(char, u16)]) -> Result<(), String> {
        let step = characters.len() / MOST_SET + 1;
        self.line(&characters.iter().step_by(step).map(|(character, _)| *character).collect::<String>()).map(drop)
    }

    /// What a font does with letters that stand beside one another.
    fn check_setting(&self) -> Result<(), String> {
        let wrong = "moves the letters of a word over one another, or makes them vanish";
        for words in [ALPHABET, "The five boxing wizards jump quickly", "officially affluent fjord must be 42B"] {
            let words: String = words.chars().filter(|character| self.face.glyph_index(*character).is_some()).collect();
            let line = self.line(&words)?;
            let mut along = 0.0;
            for (info, position) in line.glyph_infos().iter().zip(line.glyph_positions()) {
                let character = words.get(info.cluster as usize..).and_then(|rest| rest.chars().next());
                let glyph = u16::try_from(info.glyph_id).map_err(|_| DAMAGED)?;
                let is_blank = character.is_some_and(char::is_whitespace);
                let [x, y, wide] = [position.x_offset, position.y_offset, position.x_advance].map(f64::from);
                let moved = x.abs().max(y.abs()) > self.size || !(-self.size..=4.0 * self.size).contains(&wide);
                if moved || !is_blank && !self.has_ink(&self.ink(GlyphId(glyph))) {
                    return Err(wrong.to_owned());
                }
                along += wide;
            }
            if along < NARROWEST * self.size * words.chars().count() as f64 {
                return Err(wrong.to_owned());
            }
        }
        Ok(())
    }
}

/// A character as it is told of.
fn named(character: char) -> String {
    if character.is_ascii_graphic() { format!("‘{character}’") } else { format!("U+{:04X}", u32::from(character)) }
}
