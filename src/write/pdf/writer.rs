//! Sets a document with the typesetter, and writes the PDF.
//!
//! In: a document and a theme. Out: the bytes of the file, or what the typesetter refused.

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::content;
use super::world::{Kit, Sheet};
use crate::doc::Document;
use crate::picture::Coverage;
use crate::theme::Theme;
use crate::write::error::WriteError;

/// Writes PDFs in one theme. Its fonts and library are loaded once, for any number of documents and threads.
pub struct PdfWriter {
    kit: Kit,
}

impl PdfWriter {
    /// Loads the theme's fonts and its `page.typ`.
    ///
    /// # Errors
    /// If the theme has no `page.typ` or no font.
    pub fn new(theme: &Theme) -> Result<Self, WriteError> {
        let kit = Kit::load(theme)?;
        Ok(Self { kit })
    }

    /// Writes one document in this theme with a school's brand laid over it.
    ///
    /// # Errors
    /// If a character has no shape in any font, or the typesetter refuses the theme's page.
    pub fn write(&self, document: &Document, theme: &Theme) -> Result<Vec<u8>, WriteError> {
        let content = content::as_json(document, theme, &Coverage::of(theme))?.to_string();
        let sheet = Sheet::new(&self.kit, &content, theme)?;
        let pages = typst::compile::<PagedDocument>(&sheet).output.map_err(|errors| refused(&errors));
        let bytes = pages.and_then(|pages| {
            let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
                .map_err(|error| WriteError::Typesetting(error.message().to_string()))?;
            let options = PdfOptions {
                // Only a hash of it goes into the file: other words, other identity.
                ident: Smart::Custom(content),
                creator: Smart::Custom((!document.origin.program.is_empty()).then(|| document.origin.program.clone())),
                timestamp: day(&document.made_on).map(Timestamp::new_utc),
                standards,
                ..PdfOptions::default()
            };
            typst_pdf::pdf(&pages, &options).map_err(|errors| refused(&errors))
        });
        // What typst remembers of this document is of no use to the next; kept, it grows without end.
        comemo::evict(0);
        bytes
    }
}

/// An ISO 8601 day as typst has it.
fn day(text: &str) -> Option<Datetime> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Datetime::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What the typesetter said, on one line.
fn refused(errors: &[SourceDiagnostic]) -> WriteError {
    let say = |error: &SourceDiagnostic| {
        let hints: Vec<String> = error.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
        format!("{}{}", error.message, hints.concat())
    };
    WriteError::Typesetting(errors.iter().map(say).collect::<Vec<_>>().join("; "))
}
