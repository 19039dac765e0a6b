//! The writers: a [`Document`](crate::doc::Document) and a [`Theme`](crate::data::Theme) become bytes. One file a format, all alike.
//!
//! In: a finished document. Out: the whole file as bytes, the same bytes for the same document every time.
//! Text in the document is data: a writer escapes whatever its format would take for markup.
//!
//! Not here: where files go (`job`), or any wording beyond the word "Contents" and the page furniture.

mod docx;
mod html;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;

pub use docx::write_docx;
pub use html::write_html;
pub use markdown::write_markdown;
#[cfg(feature = "pdf")]
pub use pdf::PdfWriter;

/// Why a finished document could not be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// No font of the theme has a shape for a character of the text.
    #[error("the fonts of the theme have no shape for the character ‘{character}’, which stands in: {context}")]
    MissingGlyph {
        /// The character.
        character: char,
        /// The words around it.
        context: String,
    },
    /// The typesetter refused the document.
    #[error("the PDF could not be set: {0}")]
    Typesetting(String),
    /// The DOCX package could not be put together.
    #[error("the DOCX could not be put together: {0}")]
    Package(#[from] std::io::Error),
    /// The theme lacks a file that the format needs.
    #[error("the theme has no file {0}")]
    MissingThemeFile(&'static str),
}
