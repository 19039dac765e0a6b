//! Why a finished document could not be written in a format.

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
    /// The format has no review copy.
    #[error("a review copy is made as a web page and as a Word document only")]
    NoReview,
    /// The program cannot make PDF.
    #[error("this program was built without PDF; ask for md, html or docx")]
    NoPdf,
}
