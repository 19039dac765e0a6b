//! What `theme.yaml` holds: the few values that all formats share.
//!
//! In: nothing. Out: [`Tokens`]. Not here: what a school changes about them (`brand`), and whether they can be read (`legible`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::colour::Colour;

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
    #[schemars(regex(pattern = r"^[A-Za-z0-9][A-Za-z0-9 .'-]{0,39}$"))]
    pub pdf: String,
    /// The family named in the DOCX: one that every school's computer has.
    #[schemars(regex(pattern = r"^[A-Za-z0-9][A-Za-z0-9 .'-]{0,39}$"))]
    pub docx: String,
    /// The CSS font list of the HTML: names with commas between them, those of several words in quotation marks.
    #[schemars(regex(
        pattern = r#"^([A-Za-z][A-Za-z0-9-]*|'[A-Za-z0-9 -]+'|"[A-Za-z0-9 -]+")(, ?([A-Za-z][A-Za-z0-9-]*|'[A-Za-z0-9 -]+'|"[A-Za-z0-9 -]+")){0,11}$"#
    ))]
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
