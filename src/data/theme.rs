//! A theme: how the documents look. Colours, fonts and page furniture; never a word of wording.
//!
//! In: `themes/<name>/` of a pack: `theme.yaml`, one style file for each format, and fonts. Out: a [`Theme`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A loaded theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// The values of `theme.yaml`.
    pub tokens: Tokens,
    /// The other files of the theme's folder by their path in it: `page.css`, `page.typ`, `fonts/….ttf`.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Theme {
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
    /// The size of running text in points.
    pub body_size: f64,
}

/// Colours as `#rrggbb`. Each pair that carries text has a contrast of at least 4.5 to 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// Running text.
    pub text: String,
    /// Quieter text: captions, footers.
    pub muted: String,
    /// Headings and the cover.
    pub accent: String,
    /// Text on the accent colour.
    pub on_accent: String,
    /// A pale ground for table headers and callouts.
    pub tint: String,
    /// Lines of tables.
    pub rule: String,
    /// Links.
    pub link: String,
    /// The DRAFT mark.
    pub warning: String,
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
