//! What a school changes about the looks of its documents.
//!
//! In: the values of a theme. Out: the same with a [`Brand`] laid over them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::colour::Colour;
use super::legible::tint_of;
use super::tokens::{Numbering, PageSize, Tokens};
use crate::yaml::Line;

/// What a school changes about the looks of its documents. Left out, they look as the theme has them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The colour of headings and the cover, in quotation marks. Text in it must be readable on white.
    #[serde(default)]
    #[schemars(extend("examples" = ["#14466b"]))]
    pub accent: Option<Colour>,
    /// The colour of links, in the same way.
    #[serde(default)]
    #[schemars(extend("examples" = ["#0b5394"]))]
    pub link: Option<Colour>,
    /// The path to the logo, a PNG, JPEG or SVG file, from the folder of this file. It stands on the first page. An SVG is
    /// drawn for Word, which then shows what the others show.
    #[serde(default)]
    #[schemars(extend("examples" = ["crest.png"]))]
    pub logo: Option<Line>,
    /// What the logo says to those who do not see it. Needed with `logo`.
    #[serde(default)]
    #[schemars(extend("examples" = ["Oakfield Academy: an oak tree above an open book"]))]
    pub logo_alt: Option<Line>,
    /// What is numbered: headings (1, 1.1), clauses (1, and its paragraphs 1.1, 1.2), paragraphs (1, 2, 3 to the end) or none.
    #[serde(default)]
    pub numbering: Option<Numbering>,
    /// The size of the paper: a4 or letter.
    #[serde(default)]
    pub page_size: Option<PageSize>,
    /// The font of the Word documents: one that your computers have.
    #[serde(default)]
    #[schemars(regex(pattern = r"^[A-Za-z0-9][A-Za-z0-9 .'-]{0,39}$"), extend("examples" = ["Calibri"]))]
    pub font: Option<Line>,
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
            if !colours.on_accent.is_readable_on(&[accent]) {
                colours.on_accent = Colour::WHITE;
            }
            colours.tint = tint_of(colours);
        }
        tokens.numbering = brand.numbering.unwrap_or(tokens.numbering);
        tokens.page_size = brand.page_size.unwrap_or(tokens.page_size);
        tokens.fonts.docx = brand.font.as_ref().map_or(tokens.fonts.docx, ToString::to_string);
        tokens
    }
}

#[cfg(test)]
mod tests {
    use super::{Brand, Colour, Tokens};
    use crate::theme::tokens::Colours;

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
    fn an_accent_that_is_readable_on_white_makes_a_readable_theme() {
        let steps = (0..=255).step_by(15);
        for (red, green) in steps.clone().flat_map(|red| steps.clone().map(move |green| (red, green))) {
            for blue in steps.clone() {
                let accent: Colour = format!("#{red:02x}{green:02x}{blue:02x}").parse().unwrap();
                let clashes = tokens().with_brand(&Brand { accent: Some(accent), ..Brand::default() }).clashes();
                assert_eq!(clashes.is_empty(), accent.is_readable_on(&[Colour::WHITE]), "{accent}: {clashes:?}");
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
