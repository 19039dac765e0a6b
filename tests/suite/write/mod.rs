//! The documents as files: the goldens, and what each format must keep.

mod answers;
mod documents;
mod docx;
mod escaping;
#[cfg(feature = "pdf")]
mod pages;
mod reference;
mod reference_bounds;
mod review;
