//! The sheets of an `.xls` file, as Excel 97 to 2003 wrote them.
//!
//! In: the bytes of a compound file. Out: the values of its sheets, or a [`Fault`] that says what the file is instead. What a file says of
//! the size of its sheets is not looked at.
//!
//! Not here: how the file is put together (`compound`), or its records (`records`).

use std::collections::BTreeMap;

use super::super::super::{ReadSheet, Value};
use super::super::bounds::{MOST_FORMATS, MOST_PIECES, MOST_SHEETS, MOST_STRINGS, MOST_WORDS};
use super::super::day::{number_or_day, shows_day, shows_day_as};
use super::super::fault::{Fault, WorkbookFault};
use super::super::grid::{Grid, Room};
use super::compound::{Compound, damaged, u16_at, u32_at};
use super::kind;
use super::records::{Record, Records};

/// The version that such a workbook says it has.
const VERSION: u16 = 0x0600;

/// What the cells of all sheets share, and the sheets that are shown with the bytes at which they begin.
#[derive(Default)]
struct Book {
    sheets: Vec<(String, usize)>,
    strings: Vec<Box<str>>,
    /// Whether each format of cells shows a day.
    days: Vec<bool>,
    from_1904: bool,
}

/// The sheets that are shown.
pub(in crate::workbook::read) fn read(bytes: &[u8], room: &mut Room) -> Result<Vec<ReadSheet>, Fault> {
    let file = Compound::open(bytes)?;
    for (name, fault) in [
        ("EncryptedPackage", WorkbookFault::Protected),
        ("WordDocument", WorkbookFault::NotWorkbook("a Word document")),
        ("PowerPoint Document", WorkbookFault::NotWorkbook("a presentation")),
        ("_VBA_PROJECT_CUR", WorkbookFault::Macros),
    ] {
        if file.has(name) {
            return Err(fault.into());
        }
    }
    let Some(stream) = file.stream("Workbook")? else {
        let is_old = file.has("Book");
        let fault = if is_old { too_old() } else { WorkbookFault::NotWorkbook("a file of another program") };
        return Err(fault.into());
    };
    let mut left = MOST_PIECES;
    let book = book(&stream, &mut left)?;
    book.sheets.iter().map(|(name, at)| sheet(name, &stream, *at, &book, room, &mut left)).collect()
}

fn too_old() -> WorkbookFault {
    WorkbookFault::Unread("a workbook in a format from before Excel 97")
}

/// The next record, counted; nothing where what began with the first record ends.
fn next<'a>(records: &mut Records<'a>, open: &mut usize, left: &mut usize) -> Result<Option<Record<'a>>, Fault> {
    loop {
        let Some(record) = records.next()? else { return Ok(None) };
        *left = left.checked_sub(1).ok_or_else(|| Fault::too_large("there are over 4 million records"))?;
        match record.kind {
            kind::BEGIN => *open += 1,
            kind::END => *open = open.saturating_sub(1),
            // What stands in a chart that lies on a sheet is not the sheet's.
            _ if *open > 1 => continue,
            _ => {}
        }
        return match (*open, record.kind) {
            (0, kind::END) => Ok(None),
            (0, _) => Err(damaged()),
            _ => Ok(Some(record)),
        };
    }
}

fn book(stream: &[u8], left: &mut usize) -> Result<Book, Fault> {
    let mut book = Book::default();
    let mut own: BTreeMap<u16, bool> = BTreeMap::new();
    let mut formats = Vec::new();
    let (mut records, mut open) = (Records::from(stream, 0)?, 0);
    while let Some(record) = next(&mut records, &mut open, left)? {
        match record.kind {
            kind::BEGIN if u16_at(record.data, 0)? != VERSION => return Err(too_old().into()),
            kind::ENCRYPTED => return Err(WorkbookFault::Protected.into()),
            kind::FROM_1904 => book.from_1904 = u16_at(record.data, 0)? == 1,
            kind::FORMAT => drop(own.insert(u16_at(record.data, 0)?, shows_day_as(&record.words(2)?.long()?))),
            kind::CELL_FORMAT => formats.push(u16_at(record.data, 2)?),
            kind::SHEET => {
                let is_shown = record.data.get(4).ok_or_else(damaged)? & 3 == 0;
                let has_cells = *record.data.get(5).ok_or_else(damaged)? == 0;
                if is_shown && has_cells {
                    let name = record.words(6)?.short()?;
                    book.sheets.push((name, u32_at(record.data, 0)? as usize));
                }
            }
            kind::STRINGS => book.strings = strings(&record)?,
            _ => {}
        }
        if book.sheets.len() > MOST_SHEETS {
            return Err(Fault::too_large("there are over 250 sheets"));
        }
        if formats.len() > MOST_FORMATS {
            return Err(Fault::too_large("there are too many formats of cells"));
        }
    }
    let shows = |format: &u16| own.get(format).copied().unwrap_or_else(|| shows_day((*format).into()));
    book.days = formats.iter().map(shows).collect();
    Ok(book)
}

/// The words that cells share.
fn strings(record: &Record<'_>) -> Result<Vec<Box<str>>, Fault> {
    let (mut strings, mut left) = (Vec::new(), MOST_WORDS);
    let mut words = record.words(8)?;
    while !words.is_empty() {
        let string = words.long()?;
        let room = left.checked_sub(string.len()).filter(|_| strings.len() < MOST_STRINGS);
        left = room.ok_or_else(|| Fault::too_large("its cells hold too many words"))?;
        strings.push(string.into_boxed_str());
    }
    Ok(strings)
}

fn sheet(
    name: &str,
    stream: &[u8],
    at: usize,
    book: &Book,
    room: &mut Room,
    left: &mut usize,
) -> Result<ReadSheet, Fault> {
    let mut grid = Grid::new(Some(name.to_owned()), room);
    let (mut records, mut open) = (Records::from(stream, at)?, 0);
    let mut formula = (0, 0);
    while let Some(record) = next(&mut records, &mut open, left)? {
        let data = record.data;
        match record.kind {
            kind::FORMULA_WORDS => grid.put(formula.0, formula.1, Value::Words(record.words(0)?.long()?))?,
            kind::SHORT_NUMBERS => {
                let (row, first) = place(data)?;
                let (pairs, _) = data.get(4..).unwrap_or_default().as_chunks::<6>();
                for (column, pair) in (first..).zip(pairs) {
                    grid.put(row, column, number(short(u32_at(pair, 2)?), pair, book)?)?;
                }
            }
            kind::NUMBER
            | kind::SHORT_NUMBER
            | kind::SHARED_WORDS
            | kind::WORDS
            | kind::RICH_WORDS
            | kind::TRUTH_OR_ERROR
            | kind::FORMULA => {
                let (row, column) = place(data)?;
                formula = (row, column);
                grid.put(row, column, value(&record, book)?)?;
            }
            _ => {}
        }
    }
    Ok(grid.finish())
}

/// Where a cell is by its record.
fn place(data: &[u8]) -> Result<(u32, u32), Fault> {
    Ok((u16_at(data, 0)?.into(), u16_at(data, 2)?.into()))
}

/// What the record of one cell holds.
fn value(record: &Record<'_>, book: &Book) -> Result<Value, Fault> {
    let data = record.data;
    let format = data.get(4..).unwrap_or_default();
    Ok(match record.kind {
        kind::NUMBER => number(long(data)?, format, book)?,
        kind::SHORT_NUMBER => number(short(u32_at(data, 6)?), format, book)?,
        kind::SHARED_WORDS => {
            let words = book.strings.get(u32_at(data, 6)? as usize);
            Value::Words(words.ok_or_else(damaged)?.to_string())
        }
        kind::TRUTH_OR_ERROR => truth_or_error(*data.get(6).ok_or_else(damaged)?, data.get(7) == Some(&1)),
        kind::FORMULA if data.get(12..14) == Some(&[0xFF, 0xFF]) => match (data.get(6), data.get(8)) {
            (Some(1), Some(truth)) => truth_or_error(*truth, false),
            (Some(2), Some(error)) => truth_or_error(*error, true),
            // Words come in a record of their own.
            _ => Value::Empty,
        },
        kind::FORMULA => number(long(data)?, format, book)?,
        _ => Value::Words(record.words(6)?.long()?),
    })
}

/// A number, or the day that its format makes of it; the format is what the bytes begin with.
fn number(number: f64, format: &[u8], book: &Book) -> Result<Value, Fault> {
    let is_day = book.days.get(usize::from(u16_at(format, 0)?)).copied().unwrap_or_default();
    Ok(number_or_day(number, is_day, book.from_1904))
}

/// The number of eight bytes of a cell's record.
fn long(data: &[u8]) -> Result<f64, Fault> {
    let bytes = data.get(6..).and_then(|from| from.first_chunk()).ok_or_else(damaged)?;
    Ok(f64::from_le_bytes(*bytes))
}

/// A number of four bytes: whole or the first half of a long one, and perhaps a hundred times too large.
fn short(bits: u32) -> f64 {
    let number =
        if bits & 2 != 0 { f64::from(bits.cast_signed() >> 2) } else { f64::from_bits(u64::from(bits & !3) << 32) };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn truth_or_error(byte: u8, is_error: bool) -> Value {
    if !is_error {
        return Value::Truth(byte != 0);
    }
    let words = match byte {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Words(words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_number_of_four_bytes_is_what_it_stands_for() {
        assert_eq!([short(0x3FF0_0000), short(7 << 2 | 2), short(1_234 << 2 | 3)], [1.0, 7.0, 12.34]);
        assert_eq!(short((-5_i32 << 2).cast_unsigned() | 2), -5.0);
    }
}
