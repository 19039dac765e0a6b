//! Spreadsheets in and out: a school's form.
//!
//! In: a kind of institution or a profile, or the sheets of a form that was filled in. Out: a workbook; or a profile's text with the answers in it.
//!
//! Not here: the files of spreadsheet programs (`workbook`), or what a form asks (`form`).

mod fill;
mod form;
mod shared;

pub use fill::{FilledForm, Unfilled, fill_profile};
pub use form::{NoForm, SchoolForm, form_of, new_form};
pub(crate) use shared::inherited_answers;
