//! The formats that documents are written in.

use schemars::JsonSchema;
use serde::Deserialize;

/// A format that documents are written in; in a file it is called by the ending of its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Markdown.
    #[serde(rename = "md")]
    Markdown,
    /// One self-contained web page.
    Html,
    /// Tagged PDF.
    Pdf,
    /// Word.
    Docx,
}

/// The formats of a review copy.
pub const REVIEW_FORMATS: [Format; 2] = [Format::Html, Format::Docx];

/// The formats that this program was built with, in the order they are written.
pub const FORMATS: &[Format] = if cfg!(feature = "pdf") {
    &[Format::Markdown, Format::Html, Format::Pdf, Format::Docx]
} else {
    &[Format::Markdown, Format::Html, Format::Docx]
};

impl Format {
    /// The ending of its files: `md`.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        }
    }
}
