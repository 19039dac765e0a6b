//! How much of a workbook is read, whatever its file says of itself.
//!
//! A list of a thousand schools with sixty columns, or a form with a page of words in each cell, is far within all of these; together they
//! keep what a file of a stranger takes under 100 MiB. The full register of schools is larger, and is read row by row (`lists`).

use crate::text::PackedBounds;

/// The largest file.
pub const LARGEST_WORKBOOK: u64 = 16 << 20;

/// What is unpacked of a file that is packed.
pub(super) const PACKED: PackedBounds = PackedBounds { entries: 5_000, part: 24 << 20, whole: 64 << 20, times: 400 };

/// The most tags, ends of tags and stretches of words of one part.
pub(super) const MOST_PIECES: usize = 4_000_000;
/// The deepest nesting.
pub(super) const DEEPEST: usize = 100;

/// The most sheets.
pub(super) const MOST_SHEETS: usize = 250;
/// The most strings that cells share.
pub(super) const MOST_STRINGS: usize = 300_000;
/// The most formats of cells.
pub(super) const MOST_FORMATS: usize = 70_000;
/// The last row, counted from 0.
pub(super) const LAST_ROW: u32 = 99_999;
/// The last column, counted from 0.
pub(super) const LAST_COLUMN: u32 = 999;
/// The most cells of all sheets, with the empty ones before a filled one in its row.
pub(super) const MOST_CELLS: usize = 500_000;
/// The most characters of all cells, in bytes.
pub(super) const MOST_WORDS: usize = 16 << 20;
