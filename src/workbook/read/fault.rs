//! Why a workbook cannot be read, in words that say what to do.
//!
//! In: what a reader ran into. Out: a [`WorkbookError`] with the file's name, and the sheet and cell where there is one.
//!
//! Not here: how it is shown among findings.

use std::fmt;

use super::super::At;
use crate::text::NotUnpacked;

/// That a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookError {
    /// The name of the file.
    pub file_name: String,
    /// The cell that is at fault, if it is one: `Careers leader!C7`.
    pub place: Option<String>,
    /// Why.
    pub fault: WorkbookFault,
}

impl std::error::Error for WorkbookError {}

impl fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{}, {place}: {}", self.file_name, self.fault),
            None => write!(f, "{}: {}", self.file_name, self.fault),
        }
    }
}

/// Why a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookFault {
    /// There is nothing in the file, or no sheet that is shown.
    #[error("there is nothing in it; open it in Excel, look whether it is the right file, and save it again")]
    Empty,
    /// It is something else.
    #[error("it is {0}, not a workbook; look for the right file, or copy what is needed into a new workbook")]
    NotWorkbook(&'static str),
    /// It is a workbook in a form that is not read.
    #[error("it is {0}; open it in Excel and save it as “Excel Workbook (*.xlsx)”")]
    Unread(&'static str),
    /// It is protected with a password.
    #[error("it is protected with a password; open it in Excel, take the password away (File, Info) and save it again")]
    Protected,
    /// It can hold macros.
    #[error("it can hold macros, which are never run here; open it in Excel and save it as “Excel Workbook (*.xlsx)”")]
    Macros,
    /// It is cut off or damaged.
    #[error("it is damaged ({0}); open it in Excel, let Excel repair it and save it as “Excel Workbook (*.xlsx)”")]
    Damaged(String),
    /// There is more in it than is read.
    #[error("there is more in it than can be read ({0}); copy what is needed into a new workbook and save that")]
    TooLarge(String),
    /// A cell lies far from the others.
    #[error(
        "something stands there, far {0} the rest of the sheet; delete it, or the empty {1} before it, and save the file"
    )]
    FarOff(&'static str, &'static str),
    /// A cell holds more words than a cell can.
    #[error("there are {0} characters in one cell, and at most 32,767 are read; shorten them")]
    TooLong(usize),
    /// A cell holds a character that nobody can see or have meant.
    #[error("a hidden control character (U+{0:04X}) stands in the cell; delete the words and type them again")]
    Hidden(u32),
    /// A cell holds a formula that no program has worked out.
    #[error(
        "the cell holds a formula whose result was never saved; open the file in Excel and save it, or type the result"
    )]
    NotWorkedOut,
}

/// A fault, and where it is, while a file is read.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) place: Option<String>,
    pub(super) fault: WorkbookFault,
}

impl Fault {
    /// A fault of a cell.
    pub(super) fn at(sheet: Option<&str>, at: At, fault: WorkbookFault) -> Fault {
        let place = sheet.map_or_else(|| at.to_string(), |sheet| format!("{sheet}!{at}"));
        Fault { place: Some(place), fault }
    }

    /// Something is not as any program writes it.
    pub(super) fn damaged(what: impl Into<String>) -> Fault {
        WorkbookFault::Damaged(what.into()).into()
    }

    /// There is too much of something.
    pub(super) fn too_large(what: impl Into<String>) -> Fault {
        WorkbookFault::TooLarge(what.into()).into()
    }
}

impl From<WorkbookFault> for Fault {
    fn from(fault: WorkbookFault) -> Self {
        Fault { place: None, fault }
    }
}

impl From<NotUnpacked> for Fault {
    fn from(error: NotUnpacked) -> Self {
        match error {
            NotUnpacked::Damaged(why) => Fault::damaged(why),
            NotUnpacked::Locked => WorkbookFault::Protected.into(),
            NotUnpacked::TooLarge => Fault::too_large("it is too large once it is unpacked"),
        }
    }
}
