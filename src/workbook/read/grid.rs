//! The cells of a sheet while it is read, within what all sheets of a file may take.
//!
//! In: values and their places, in any order. Out: a [`ReadSheet`] without empty ends, or the cell that goes beyond the bounds. Nothing
//! is set aside for cells that were not met, but the empty ones before a filled one.
//!
//! Not here: where the values come from.

use std::borrow::Cow;

use super::super::words::{LONGEST, length, taken};
use super::super::{At, ReadSheet, Value};
use super::bounds::{LAST_COLUMN, LAST_ROW, MOST_CELLS, MOST_WORDS};
use super::fault::{Fault, WorkbookFault};

/// What is left of the bounds.
pub(super) struct Room {
    cells: usize,
    words: usize,
}

impl Room {
    /// All that one file may take.
    pub(super) fn new() -> Room {
        Room { cells: MOST_CELLS, words: MOST_WORDS }
    }
}

/// A sheet while it is read.
pub(super) struct Grid<'r> {
    name: Option<String>,
    rows: Vec<Vec<Value>>,
    room: &'r mut Room,
}

impl Grid<'_> {
    pub(super) fn new(name: Option<String>, room: &mut Room) -> Grid<'_> {
        Grid { name, rows: Vec::new(), room }
    }

    /// Takes in what a cell holds; its words as a reader takes them.
    pub(super) fn put(&mut self, row: u32, column: u32, value: Value) -> Result<(), Fault> {
        let at = At { row, column };
        let value = match value {
            Value::Empty => return Ok(()),
            Value::Words(words) if words.is_empty() => return Ok(()),
            Value::Words(words) => Value::Words(self.words(at, words)?),
            value => value,
        };
        if row > LAST_ROW {
            return Err(self.fault(at, WorkbookFault::FarOff("below", "rows")));
        }
        if column > LAST_COLUMN {
            return Err(self.fault(at, WorkbookFault::FarOff("to the right of", "columns")));
        }
        let (row, column) = (row as usize, column as usize);
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            let more = column + 1 - cells.len();
            let left = self.room.cells.checked_sub(more);
            self.room.cells = left.ok_or_else(|| Fault::too_large("there are over 500,000 cells"))?;
            cells.reserve_exact(more);
            cells.resize(column + 1, Value::Empty);
        }
        cells[column] = value;
        Ok(())
    }

    /// Words as they are taken, counted.
    fn words(&mut self, at: At, words: String) -> Result<String, Fault> {
        let left = self.room.words.checked_sub(words.len());
        self.room.words = left.ok_or_else(|| Fault::too_large("there are over 16 million characters"))?;
        if words.len() > LONGEST {
            let length = length(&words);
            if length > LONGEST {
                return Err(self.fault(at, WorkbookFault::TooLong(length)));
            }
        }
        let changed = match taken(&words) {
            Ok(Cow::Borrowed(_)) => None,
            Ok(Cow::Owned(changed)) => Some(changed),
            Err(hidden) => return Err(self.fault(at, WorkbookFault::Hidden(hidden.into()))),
        };
        Ok(changed.unwrap_or(words))
    }

    /// A fault of a cell of this sheet.
    pub(super) fn fault(&self, at: At, fault: WorkbookFault) -> Fault {
        Fault::at(self.name.as_deref(), at, fault)
    }

    /// The sheet.
    pub(super) fn finish(self) -> ReadSheet {
        ReadSheet { name: self.name, rows: self.rows }
    }
}
