//! Text in columns: `.csv` files, as Excel in any country and other programs save them.
//!
//! In: text. Out: one sheet of words. Nothing is taken for a number or a day, so that a reference number keeps
//! its zeros.
//!
//! Not here: what parts the cells (`separator`), what the columns mean, and files that are read without being kept (`stream`).

use csv::{ByteRecord, ReaderBuilder};

use super::super::{ReadSheet, Value};
use super::bounds::LAST_COLUMN;
use super::fault::Fault;
use super::grid::{Grid, Room};
use super::separator::separator;

/// The sheet of a text.
pub(super) fn read(text: &str, room: &mut Room) -> Result<ReadSheet, Fault> {
    let mut grid = Grid::new(None, room);
    each_record(text, |row, record| {
        for (column, cell) in (0..).zip(record.iter()) {
            grid.put(row, column, Value::Words(String::from_utf8_lossy(cell).into_owned()))?;
        }
        Ok(())
    })?;
    Ok(grid.finish())
}

fn each_record(text: &str, mut take: impl FnMut(u32, &ByteRecord) -> Result<(), Fault>) -> Result<(), Fault> {
    let (separator, said) = separator(text.as_bytes());
    let text = &text[said..];
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let (mut row, mut last) = (0, "");
    while reader.read_byte_record(&mut record).map_err(|error| Fault::damaged(error.to_string()))? {
        let start = record.position().map_or(0, csv::Position::byte);
        last = usize::try_from(start).ok().and_then(|start| text.get(start..)).unwrap_or_default();
        row += blank_rows(&text[..text.len() - last.len()], last);
        if record.len() > LAST_COLUMN as usize + 1 {
            return Err(Fault::too_large(format!("row {} has over 1,000 cells", row + 1)));
        }
        take(row, &record)?;
        row += 1;
    }
    if is_left_open(last, char::from(separator)) {
        return Err(Fault::damaged(format!("a quotation mark in row {row} is never closed")));
    }
    Ok(())
}

/// How many empty rows there are at the beginning of what is left of a text, which the reader of records passes over in silence.
fn blank_rows(before: &str, left: &str) -> u32 {
    // The second half of the line ending before it.
    let left = if before.ends_with('\r') { left.strip_prefix('\n').unwrap_or(left) } else { left };
    let ends = left.find(|sign| !matches!(sign, '\r' | '\n')).map_or(left, |end| &left[..end]);
    let count = ends.matches("\r\n").count() + ends.replace("\r\n", "").len();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whether a quotation mark at the beginning of a cell of the last row has none that ends the cell, so that all below it was taken for its words.
fn is_left_open(last: &str, separator: char) -> bool {
    let begins = last.starts_with('"') || last.contains(&format!("{separator}\""));
    begins && last.matches('"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::{blank_rows, is_left_open};

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_seen() {
        assert!(is_left_open("a,\"b\nc", ',') && is_left_open("\"a", ','));
        assert!(!is_left_open("5\" pipe,b", ',') && !is_left_open("\"a\"\"\",b", ','));
    }

    #[test]
    fn rows_that_are_empty_are_counted() {
        assert_eq!((blank_rows("", "a"), blank_rows("a\r", "\nb"), blank_rows("a\n", "b")), (0, 0, 0));
        assert_eq!((blank_rows("", "\n\na"), blank_rows("a\r", "\n\r\n\r\nb"), blank_rows("", "\r\r\n")), (2, 2, 2));
    }
}
