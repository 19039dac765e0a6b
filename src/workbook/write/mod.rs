//! A [`Workbook`](super::Workbook) as the bytes of an `.xlsx` file.

mod choices;
mod file;
mod heights;
mod looks;
mod unwritable;

pub use file::write_workbook;
pub use unwritable::Unwritable;
