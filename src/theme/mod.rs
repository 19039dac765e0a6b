//! A theme: how the documents look. Colours, fonts and page furniture; never a word of wording.
//!
//! In: `themes/<name>/` of a pack: `theme.yaml`, one style file for each format, and fonts. Out: a [`Theme`], and with a
//! school's brand laid over it, that school's own.

mod brand;
mod colour;
mod legible;
mod logo;
mod luminance;

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use brand::Brand;
pub use colour::Colour;
pub use legible::Clash;
pub use logo::{Logo, PictureKind};

/// A loaded theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The values of `theme.yaml`, or what a school's brand makes of them.
    pub tokens: Tokens,
    /// The logo on the first page.
    pub logo: Option<Logo>,
    /// The other files of the theme's folder by their path in it: `page.css`, `page.typ`, `fonts/….ttf`. Shared by the themes of
    /// all schools.
    pub files: Arc<BTreeMap<String, Vec<u8>>>,
}

impl Theme {
    /// The theme with a school's brand laid over it. `logo` is the file that the brand names, if it names one.
    #[must_use]
    pub fn with_brand(&self, brand: &Brand, logo: Option<Logo>) -> Theme {
        let logo = logo.or_else(|| self.logo.clone());
        Theme { tokens: self.tokens.with_brand(brand), logo, files: Arc::clone(&self.files) }
    }

    /// A text file of the theme, or nothing if it has none of that name or it is not text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// The font files, in order of their names.
    pub fn fonts(&self) -> impl Iterator<Item = &[u8]> {
        self.files
            .iter()
            .filter(|(name, _)| name.ends_with(".ttf") || name.ends_with(".otf"))
            .map(|(_, bytes)| bytes.as_slice())
    }
}

/// What `theme.yaml` holds: the few values that all formats share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Colours as `#rrggbb`.
    pub colours: Colours,
    /// Font families.
    pub fonts: Fonts,
    /// The size of running text in points: 11 or more.
    #[schemars(range(min = 11, max = 24))]
    pub body_size: f64,
    /// The size of the paper.
    #[serde(default)]
    pub page_size: PageSize,
    /// What is numbered.
    #[serde(default)]
    pub numbering: Numbering,
    /// A PNG, JPEG or SVG file in the theme's folder, shown on the first page.
    #[serde(default)]
    pub logo: Option<String>,
    /// What the logo says to those who do not see it: needed with `logo`.
    #[serde(default)]
    pub logo_alt: Option<String>,
}

/// Colours as `#rrggbb`. Each that carries text has a contrast of at least 4.5 to 1 with each ground it stands on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// Running text.
    pub text: Colour,
    /// Quieter text: captions, footers.
    pub muted: Colour,
    /// Headings and the cover.
    pub accent: Colour,
    /// Text on the accent colour.
    pub on_accent: Colour,
    /// A pale ground for table headers and callouts.
    pub tint: Colour,
    /// Lines of tables.
    pub rule: Colour,
    /// Links.
    pub link: Colour,
    /// The DRAFT mark.
    pub warning: Colour,
    /// The grounds of the white numbers in pictures, from 1 on. The number tells them apart without the colour.
    #[serde(default)]
    pub marks: Vec<Colour>,
}

/// Font families by where they are used.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fonts {
    /// The PDF's family; its files are in the theme's `fonts/`.
    pub pdf: String,
    /// The family named in the DOCX: one that every school's computer has.
    pub docx: String,
    /// The CSS font list of the HTML.
    pub web: String,
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PageSize {
    /// A4, the usual size in the United Kingdom.
    #[default]
    A4,
    /// Letter, the usual size in the United States.
    Letter,
}

/// What is numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Numbering {
    /// Sections and their parts: 1, 1.1.
    #[default]
    Headings,
    /// Sections, and each paragraph under its section: 1, 1.1, 1.2.
    Clauses,
    /// Each paragraph from the first to the last: 1, 2, 3. Headings have no numbers.
    Paragraphs,
    /// Nothing.
    None,
}

impl Tokens {
    /// The values with a school's brand laid over them. A new accent colour brings a tint of its own.
    #[must_use]
    pub fn with_brand(&self, brand: &Brand) -> Tokens {
        let mut tokens = self.clone();
        let colours = &mut tokens.colours;
        colours.link = brand.link.unwrap_or(colours.link);
        if let Some(accent) = brand.accent {
            colours.accent = accent;
            if !colours.on_accent.is_read_on(&[accent]) {
                colours.on_accent = Colour::WHITE;
            }
            colours.tint = legible::tint_of(colours);
        }
        tokens.numbering = brand.numbering.unwrap_or(tokens.numbering);
        tokens.page_size = brand.page_size.unwrap_or(tokens.page_size);
        tokens.fonts.docx = brand.font.as_ref().map_or(tokens.fonts.docx, ToString::to_string);
        tokens
    }
}

#[cfg(test)]
mod tests {
    use super::{Brand, Colour, Colours, Tokens};

    fn tokens() -> Tokens {
        let colour = |text: &str| text.parse::<Colour>().unwrap();
        Tokens {
            colours: Colours {
                text: colour("#1d2733"),
                muted: colour("#56616e"),
                accent: colour("#14466b"),
                on_accent: Colour::WHITE,
                tint: colour("#eaf1f6"),
                rule: colour("#b9c6d1"),
                link: colour("#0b5394"),
                warning: colour("#a8071a"),
                marks: Vec::new(),
            },
            body_size: 11.0,
            ..Tokens::default()
        }
    }

    /// Whatever accent is readable on white makes a theme in which all text is readable.
    #[test]
    fn an_accent_that_is_read_on_white_makes_a_readable_theme() {
        let steps = (0..=255).step_by(15);
        for (red, green) in steps.clone().flat_map(|red| steps.clone().map(move |green| (red, green))) {
            for blue in steps.clone() {
                let accent: Colour = format!("#{red:02x}{green:02x}{blue:02x}").parse().unwrap();
                let clashes = tokens().with_brand(&Brand { accent: Some(accent), ..Brand::default() }).clashes();
                assert_eq!(clashes.is_empty(), accent.is_read_on(&[Colour::WHITE]), "{accent}: {clashes:?}");
            }
        }
    }

    #[test]
    fn a_clash_names_its_colours_and_ratio_and_a_shade_that_does() {
        let accent = Some("#e8871e".parse().unwrap());
        let clashes = tokens().with_brand(&Brand { accent, ..Brand::default() }).clashes();
        let first = &clashes[0];
        assert_eq!((first.name, first.ratio().as_str()), ("accent", "2.6 to 1"));
        let brand = Brand { accent: first.shade, ..Brand::default() };
        assert_eq!(tokens().with_brand(&brand).clashes(), []);
    }
}
