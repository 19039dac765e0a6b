//! Workbooks that a command is asked for: where they go, and writing them.
//!
//! In: a [`Workbook`] and what was typed. Out: the file, whole, or why there is none. A workbook is no text and is never printed.

use std::path::Path;

use super::error::CommandError;
use crate::finding::{Failure, visible_path};
use crate::text::replace_file;
use crate::workbook::{Workbook, write_workbook};

/// The file that a workbook is to go into.
pub(super) fn workbook_file(output: Option<&Path>) -> Result<&Path, CommandError> {
    let why = "a workbook cannot be printed; say which file to write with `--output`, such as `--output found.xlsx`";
    output.ok_or_else(|| CommandError::refused(why))
}

/// Writes a workbook whole into a file.
pub(super) fn deliver_workbook(workbook: &Workbook, path: &Path) -> Result<(), CommandError> {
    let bytes = write_workbook(workbook).map_err(CommandError::refused)?;
    replace_file(path, &bytes).map_err(|error| Failure::writing(path, error))?;
    say!("{} is written.", visible_path(path));
    Ok(())
}
