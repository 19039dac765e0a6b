//! The documents as files: the goldens, and what each format must keep.

mod documents;
mod docx;
mod escaping;
mod reference;
mod review;
