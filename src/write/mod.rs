//! The writers: a [`Document`](crate::doc::Document) and a [`Theme`](crate::theme::Theme) become bytes. One folder a format.
//!
//! In: a finished document. Out: the whole file as bytes, the same bytes for the same document every time.
//! Text in the document is data: a writer escapes whatever its format would take for markup.
//!
//! Not here: where files go (`job`), or any wording beyond the word "Contents" and the page furniture.

mod archive;
mod docx;
mod error;
mod format;
mod html;
mod links;
mod markdown;
#[cfg(feature = "pdf")]
mod pdf;
mod remarked;
mod writers;

pub use archive::write_archive;
pub use docx::{Extras, Reference, ReferenceError, write_docx, write_docx_with};
pub use error::WriteError;
pub use format::{FORMATS, Format, REVIEW_FORMATS};
pub use html::{write_fragment, write_html, write_html_review};
pub use markdown::write_markdown;
#[cfg(feature = "pdf")]
pub use pdf::PdfWriter;
pub use writers::Writers;
