//! The documents as files: the goldens, and what each format must keep.

mod answers;
mod documents;
mod docx;
mod escaping;
mod reference;
mod reference_bounds;
mod review;
