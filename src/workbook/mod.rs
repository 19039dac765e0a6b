//! Workbooks: the files of spreadsheet programs.
//!
//! Out: a [`Workbook`] as the bytes of an `.xlsx` file ([`write_workbook`]). In: the bytes of an `.xlsx`, `.xls`, `.ods` or `.csv` file, as
//! [`ReadSheet`]s ([`read_workbook`]), within bounds that hold before anything is unpacked; or a `.csv` file of any length row by row ([`read_rows`]).
//!
//! Not here: what the cells mean.

mod model;
mod read;
mod words;
mod write;

pub use model::{At, Cell, Choices, Look, ReadSheet, Sheet, Value, Workbook};
pub use read::{LARGEST_WORKBOOK, NoRows, Row, WorkbookError, WorkbookFault, read_rows, read_workbook};
pub use write::{Unwritable, write_workbook};
