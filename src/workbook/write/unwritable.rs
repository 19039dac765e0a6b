//! Why a workbook cannot be written.
//!
//! In: what a spreadsheet cannot hold. Out: an [`Unwritable`] that names the sheet and the cell.
//!
//! Not here: the bounds themselves.

use rust_xlsxwriter::XlsxError;

use super::super::At;

/// Why a workbook cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// A sheet has a name that spreadsheets do not allow, or that another sheet has.
    #[error("a sheet cannot be called “{0}”: a name has up to 31 characters, none of []:*?/\\, and is used once")]
    SheetName(String),
    /// A cell would hold more words than it can.
    #[error("there are {length} characters for the cell {sheet}!{at}, and a cell holds at most 32,767: shorten them")]
    TooLong {
        /// The sheet.
        sheet: String,
        /// The cell.
        at: At,
        /// How many characters there are.
        length: usize,
    },
    /// A cell would lead to something that is no address of a page, of a mailbox or of a cell, or too long a one.
    #[error("the cell {sheet}!{at} cannot lead to “{link}”")]
    Link {
        /// The sheet.
        sheet: String,
        /// The cell.
        at: At,
        /// The address.
        link: String,
    },
    /// There is more than a sheet can hold, or the file cannot be made.
    #[error("the workbook cannot be written: {0}")]
    Other(String),
}

impl From<XlsxError> for Unwritable {
    fn from(error: XlsxError) -> Self {
        Unwritable::Other(error.to_string())
    }
}

/// The column of a cell as the writer of files counts.
pub(super) fn column_of(at: At) -> Result<u16, Unwritable> {
    u16::try_from(at.column).map_err(|_| Unwritable::Other("a sheet holds at most 16,384 columns".to_owned()))
}
