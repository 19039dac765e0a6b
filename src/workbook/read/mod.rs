//! The bytes of an `.xlsx`, `.xls`, `.ods` or `.csv` file as [`ReadSheet`]s.
//!
//! In: bytes, whose kind is told by what they are and not by a name. Out: the values of the sheets that are shown, or one
//! [`WorkbookError`] that says what to do. Formulas give what they last came to, and are never worked out; links, pictures, macros and
//! what leads out of the file are not looked at.
//!
//! Workbooks are read here, within bounds, rather than by a library: those that we looked at set memory aside by what a file says of
//! itself, which ends the program, or never come to the end of a file that is cut off.
//!
//! Not here: what the values mean.

mod bounds;
mod day;
mod fault;
mod file;
mod grid;
mod lists;
mod markup;
mod ods;
mod package;
mod separator;
mod sniff;
mod stream;
mod xls;
mod xlsx;

pub use bounds::LARGEST_WORKBOOK;
pub use fault::{WorkbookError, WorkbookFault};
pub use file::read_workbook;
pub use stream::{NoRows, Row, read_rows};
