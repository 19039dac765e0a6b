//! Text in columns: `.csv` files, as Excel in any country and other programs save them.
//!
//! In: text. Out: one sheet of words. What parts the cells, a comma, a semicolon or a tab, is told by the first line. Nothing is taken for a number
//! or a day, so that a reference number keeps its zeros.
//!
//! Not here: what the columns mean, and files that are read without being kept (`stream`).

use csv::{ByteRecord, ReaderBuilder};

use super::super::{ReadSheet, Value};
use super::bounds::LAST_COLUMN;
use super::fault::Fault;
use super::grid::{Grid, Room};

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
    let (separator, text) = separator(text);
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

/// What parts the cells of a text, by its first line; and the text, without the line with which Excel says so itself.
fn separator(text: &str) -> (u8, &str) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(sign) = first.to_ascii_lowercase().strip_prefix("sep=")
        && let [sign @ (b',' | b';' | b'\t')] = sign.as_bytes()
    {
        return (*sign, text.split_once('\n').map_or("", |(_, rest)| rest));
    }
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if !is_quoted => counts.iter_mut().filter(|(sign, _)| *sign == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    (counts.iter().find(|(_, count)| *count == most).map_or(b',', |(sign, _)| *sign), text)
}

#[cfg(test)]
mod tests {
    use super::{blank_rows, is_left_open, separator};

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

    #[test]
    fn what_parts_the_cells_is_told_by_the_first_line() {
        for (text, sign) in [
            ("a,b\n1;2;3;4", b','),
            ("\"a,b,c\";d\n", b';'),
            ("a\tb,c\td", b'\t'),
            ("alone", b','),
            ("\"two\nlines, with, commas\";x", b';'),
        ] {
            assert_eq!(separator(text).0, sign, "{text}");
        }
        assert_eq!(separator("sep=;\r\na;b"), (b';', "a;b"));
    }
}
