//! A colour, and how well one is read on another.
//!
//! In: `#rrggbb`. Out: [`Colour`], with the contrast that the Web Content Accessibility Guidelines define: 1 for a colour on
//! itself, 21 for black on white.
//!
//! Not here: which colours meet on a page (`legible`).

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::luminance::{BRIGHTEST, luminance};
use crate::yaml::Form;

/// The least contrast at which small text is readable to people with moderately low vision: WCAG 2.2, level AA.
pub(super) const READABLE: f64 = 4.5;

/// A colour by its red, green and blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Colour([u8; 3]);

impl Colour {
    /// The colour of three parts: red, green and blue.
    pub const fn of(red: u8, green: u8, blue: u8) -> Colour {
        Colour([red, green, blue])
    }

    /// White: paper.
    pub const WHITE: Colour = Colour([255; 3]);
    /// Black.
    pub const BLACK: Colour = Colour([0; 3]);

    /// How well this colour is read on another, or the other on this one: 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (luminance(self.0), luminance(other.0));
        let with_glare = |light: u64| (light + BRIGHTEST / 20) as f64;
        with_glare(one.max(two)) / with_glare(one.min(two))
    }

    /// Whether small text in this colour is readable on all of these grounds.
    pub fn is_readable_on(self, grounds: &[Colour]) -> bool {
        grounds.iter().all(|ground| self.contrast(*ground) >= READABLE)
    }

    /// The colour with so many hundredths of another mixed in.
    #[must_use]
    pub fn mixed(self, other: Colour, hundredths: u16) -> Colour {
        let part = hundredths.min(100);
        let mix = |index: usize| {
            let sum = u16::from(self.0[index]) * (100 - part) + u16::from(other.0[index]) * part;
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Colour([mix(0), mix(1), mix(2)])
    }

    /// The nearest shade of this colour, darker or lighter, that is readable on these grounds, if there is one.
    pub fn readable_shade(self, grounds: &[Colour]) -> Option<Colour> {
        let shades = (1..=100).flat_map(|part| [Colour::BLACK, Colour::WHITE].map(|end| self.mixed(end, part)));
        shades.into_iter().find(|shade| shade.is_readable_on(grounds))
    }

    /// The six digits without the sign: `14466B`.
    pub fn digits(self) -> String {
        self.0.iter().map(|part| format!("{part:02X}")).collect()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.digits().to_ascii_lowercase())
    }
}

/// That words are no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a colour: write six digits, such as \"#14466b\"")]
pub struct NoColour(String);

impl FromStr for Colour {
    type Err = NoColour;

    fn from_str(text: &str) -> Result<Colour, NoColour> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let part = |at: usize| digits.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
        let sound = digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit());
        match (sound, part(0), part(2), part(4)) {
            (true, Some(red), Some(green), Some(blue)) => Ok(Colour([red, green, blue])),
            _ => Err(NoColour(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Colour {
    type Error = NoColour;

    fn try_from(text: String) -> Result<Colour, NoColour> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> String {
        colour.to_string()
    }
}

// Written out where it stands, so that an editor shows the field's own comment and not the type's.
impl JsonSchema for Colour {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Colour".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "x-form": Form::Colour})
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    /// The contrast as it is most often quoted, with two places.
    fn contrast(one: &str, other: &str) -> f64 {
        (colour(one).contrast(colour(other)) * 100.0).round() / 100.0
    }

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        assert_eq!(contrast("#000000", "#ffffff"), 21.0);
        assert_eq!(contrast("#ffffff", "#000000"), 21.0);
        assert_eq!(contrast("#777777", "#ffffff"), 4.48);
        assert_eq!(contrast("#767676", "#ffffff"), 4.54);
        assert_eq!(contrast("#ff0000", "#ffffff"), 4.0);
        assert_eq!(contrast("#0000ff", "#ffffff"), 8.59);
        assert_eq!(contrast("#808080", "#808080"), 1.0);
    }

    #[test]
    fn a_colour_is_six_digits_with_or_without_the_sign() {
        assert_eq!(colour("14466B"), colour("#14466b"));
        assert_eq!(colour("#0A0b0C").to_string(), "#0a0b0c");
        assert!(
            ["", "#", "red", "#123", "#12345g", "#1234567", "##12345", "é1234"]
                .iter()
                .all(|t| t.parse::<Colour>().is_err())
        );
    }

    #[test]
    fn the_shade_that_is_offered_is_readable_and_near() {
        let shade = colour("#777777").readable_shade(&[Colour::WHITE]).unwrap();
        assert_eq!(shade, colour("#767676"));
        let yellow = colour("#ffdd00").readable_shade(&[Colour::WHITE]).unwrap();
        assert!(yellow.is_readable_on(&[Colour::WHITE]));
        let grounds = [Colour::WHITE, Colour::BLACK, colour("#767676")];
        assert_eq!(colour("#777777").readable_shade(&grounds), None);
    }
}
