//! The writers: a [`Document`] and a [`Theme`] become bytes. One file a format, all alike.
//!
//! In: a finished document. Out: the whole file as bytes, the same bytes for the same document every time.
//! Text in the document is data: a writer escapes whatever its format would take for markup.
//!
//! Not here: where files go (`job`), or any wording beyond the word "Contents" and the page furniture.

mod base64;
mod docx;
mod html;
mod links;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod reviewed;

pub use docx::{Extras, Reference, ReferenceError, write_docx, write_docx_with};
pub use html::{write_fragment, write_html, write_html_review};
pub use markdown::write_markdown;
#[cfg(feature = "pdf")]
pub use pdf::PdfWriter;

use crate::doc::{Document, Review};
use crate::theme::Theme;

/// A format that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Markdown.
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

/// The writers of the formats asked for, with whatever they share between documents: no work for formats not asked for.
pub struct Writers {
    reference: Option<Reference>,
    #[cfg(feature = "pdf")]
    pdf: Option<PdfWriter>,
}

impl Writers {
    /// Makes ready for these formats, with the fonts and the page of a theme.
    ///
    /// # Errors
    /// If the theme lacks something that a format needs.
    #[cfg_attr(not(feature = "pdf"), expect(unused_variables, reason = "only PDF needs anything of it beforehand"))]
    pub fn new(theme: &Theme, formats: &[Format]) -> Result<Writers, WriteError> {
        #[cfg(feature = "pdf")]
        let pdf = formats.contains(&Format::Pdf).then(|| PdfWriter::new(theme)).transpose()?;
        #[cfg(not(feature = "pdf"))]
        if formats.contains(&Format::Pdf) {
            return Err(WriteError::NoPdf);
        }
        Ok(Writers {
            reference: None,
            #[cfg(feature = "pdf")]
            pdf,
        })
    }

    /// The same, with Word documents that look like another Word document.
    pub fn dressed_as(mut self, reference: Option<Reference>) -> Writers {
        self.reference = reference;
        self
    }

    /// Writes the review copy of a document: as a web page, or as a Word document with comments. Other formats have none.
    ///
    /// # Errors
    /// As [`Writers::write`].
    pub fn write_review(
        &self,
        document: &Document,
        theme: &Theme,
        review: &Review,
        format: Format,
    ) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Html => write_html_review(document, theme, review).map(String::into_bytes),
            Format::Docx => {
                let extras = Extras { reference: self.reference.as_ref(), review: Some(review) };
                write_docx_with(document, theme, extras)
            }
            Format::Markdown | Format::Pdf => Err(WriteError::NoReview),
        }
    }

    /// Writes a document in one of those formats. `theme` is the same theme with a school's brand laid over it.
    ///
    /// # Errors
    /// If the format cannot hold what the document says, such as a character that no font has.
    pub fn write(&self, document: &Document, theme: &Theme, format: Format) -> Result<Vec<u8>, WriteError> {
        match format {
            Format::Markdown => Ok(write_markdown(document).into_bytes()),
            Format::Html => write_html(document, theme).map(String::into_bytes),
            Format::Docx => {
                write_docx_with(document, theme, Extras { reference: self.reference.as_ref(), review: None })
            }
            #[cfg(feature = "pdf")]
            Format::Pdf => self.pdf.as_ref().ok_or(WriteError::NoPdf)?.write(document, theme),
            #[cfg(not(feature = "pdf"))]
            Format::Pdf => Err(WriteError::NoPdf),
        }
    }
}

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
