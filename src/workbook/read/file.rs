//! The bytes of a file of any kind as [`ReadSheet`]s.
//!
//! In: bytes, whose kind is told by what they are and not by a name. Out: the values of the sheets that are shown, or one
//! [`WorkbookError`] that says what to do.
//!
//! Not here: the kinds themselves.

use super::super::ReadSheet;
use super::bounds::{LARGEST_WORKBOOK, PACKED};
use super::fault::{Fault, WorkbookError, WorkbookFault};
use super::grid::Room;
use super::sniff::{Kind, kind_of};
use super::{lists, ods, xls, xlsx};
use crate::text::{Packed, caught};

/// The sheets of a file that are shown, in their order.
///
/// # Errors
/// If it is no workbook, or one that cannot be read; the file's name is for telling so.
pub fn read_workbook(bytes: &[u8], file_name: &str) -> Result<Vec<ReadSheet>, WorkbookError> {
    // A fault of the program or a library is one more way for a file to be unreadable.
    let read = caught(|| read(bytes)).unwrap_or_else(|why| Err(Fault::damaged(why)));
    read.map_err(|Fault { place, fault }| WorkbookError { file_name: file_name.to_owned(), place, fault })
}

fn read(bytes: &[u8]) -> Result<Vec<ReadSheet>, Fault> {
    if bytes.len() as u64 > LARGEST_WORKBOOK {
        return Err(Fault::too_large("the file is larger than 16 MB"));
    }
    let mut room = Room::new();
    let sheets = match kind_of(bytes)? {
        Kind::Packed => {
            let mut packed = Packed::open(bytes, PACKED)?;
            if packed.has("mimetype") {
                ods::read(&mut packed, &mut room)?
            } else {
                xlsx::read(&mut packed, &mut room)?
            }
        }
        Kind::Compound => xls::read(bytes, &mut room)?,
        Kind::Text(text) => vec![lists::read(&text, &mut room)?],
    };
    // A sheet that nobody has filled in is still a sheet; a file without one is not what was meant.
    if sheets.is_empty() { Err(WorkbookFault::Empty.into()) } else { Ok(sheets) }
}
