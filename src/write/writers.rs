//! The writers of several formats at once, with what they share between documents.
//!
//! In: a theme and the formats asked for, then finished documents. Out: the bytes of each file.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::docx::{Extras, Reference, write_docx_with};
use super::error::WriteError;
use super::format::Format;
use super::html::{write_html, write_html_review};
use super::markdown::write_markdown;
#[cfg(feature = "pdf")]
use super::pdf::PdfWriter;
use crate::doc::{Document, Review};
use crate::theme::Theme;

/// The writers of the formats asked for, with whatever they share between documents: no work for formats not asked for.
pub struct Writers {
    reference: Option<Reference>,
    /// The logos that can stand in a PDF, each by its fingerprint and what it says: the schools of a trust share theirs.
    tried: Mutex<BTreeSet<[String; 2]>>,
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
            tried: Mutex::default(),
            #[cfg(feature = "pdf")]
            pdf,
        })
    }

    /// The same, with Word documents that look like another Word document.
    #[must_use]
    pub fn with_reference(mut self, reference: Reference) -> Writers {
        self.reference = Some(reference);
        self
    }

    /// Tries whether the theme's logo can stand in each of those formats: a PDF for the archive takes not every picture.
    ///
    /// # Errors
    /// What is said against it.
    pub fn try_logo(&self, theme: &Theme, formats: &[Format]) -> Result<(), WriteError> {
        let Some(logo) = theme.logo.as_ref().filter(|_| formats.contains(&Format::Pdf)) else { return Ok(()) };
        let logo = [logo.fingerprint.clone(), logo.alt.clone()];
        let tried = || self.tried.lock().unwrap_or_else(PoisonError::into_inner);
        if tried().contains(&logo) {
            return Ok(());
        }
        let [title, language, made_on] = ["Logo", "en-GB", "2000-01-01"].map(str::to_owned);
        let page = Document { title, language, made_on, ..Document::default() };
        self.write(&page, theme, Format::Pdf)?;
        tried().insert(logo);
        Ok(())
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
