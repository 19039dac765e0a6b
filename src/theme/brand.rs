//! What a school changes about the looks of its documents.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Colour, Numbering, PageSize};
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
    /// The logo: a PNG, JPEG or SVG file, by the way to it from this file. It stands on the first page. Word shows SVG
    /// from 2016 on, LibreOffice not at all; PNG is shown by all.
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
