//! The records that are read, by their numbers in the standard (MS-XLS). All others are passed over.

/// What follows begins: the workbook, a sheet, or a chart on one.
pub(super) const BEGIN: u16 = 0x0809;
/// It ends.
pub(super) const END: u16 = 0x000A;
/// The rest is encrypted.
pub(super) const ENCRYPTED: u16 = 0x002F;
/// Whether days are counted from 1904.
pub(super) const FROM_1904: u16 = 0x0022;
/// A format of the workbook's own.
pub(super) const FORMAT: u16 = 0x041E;
/// A format of cells.
pub(super) const CELL_FORMAT: u16 = 0x00E0;
/// A sheet's name and where it begins.
pub(super) const SHEET: u16 = 0x0085;
/// The words that cells share.
pub(super) const STRINGS: u16 = 0x00FC;
/// A cell with a number.
pub(super) const NUMBER: u16 = 0x0203;
/// A cell with a number in four bytes.
pub(super) const SHORT_NUMBER: u16 = 0x027E;
/// Cells of a row with such numbers.
pub(super) const SHORT_NUMBERS: u16 = 0x00BD;
/// A cell with shared words.
pub(super) const SHARED_WORDS: u16 = 0x00FD;
/// A cell with words of its own.
pub(super) const WORDS: u16 = 0x0204;
/// A cell with words in several looks.
pub(super) const RICH_WORDS: u16 = 0x00D6;
/// A cell with yes, no or an error.
pub(super) const TRUTH_OR_ERROR: u16 = 0x0205;
/// A cell with a formula and what it came to.
pub(super) const FORMULA: u16 = 0x0006;
/// The words that the formula before came to.
pub(super) const FORMULA_WORDS: u16 = 0x0207;
