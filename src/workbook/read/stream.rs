//! Reads a CSV file of any length row by row, without keeping it.
//!
//! In: the bytes as they come. Out: each [`Row`] to whoever asked, as long as more are wanted. Each field is read as UTF-8, or as Windows-1252 where it is not.
//!
//! Not here: what fits into memory and is read as a sheet, with its dates and numbers.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;

use csv::{ByteRecord, ReaderBuilder};

use super::separator::separator;
use crate::text::decode_windows;

/// The longest row, in bytes: one in which a quotation mark is never closed would be the rest of the file.
const LONGEST_ROW: u64 = 1 << 20;
/// What is read ahead of the row that is being made.
const AHEAD: usize = 1 << 16;

/// Why the rows of a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum NoRows {
    /// The file could not be read on.
    #[error(transparent)]
    World(io::Error),
    /// A row never ends.
    #[error("the row that begins in line {0} does not end: a quotation mark is missing in it, or this is no CSV file")]
    Endless(u64),
}

/// A row of a file.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    record: &'a ByteRecord,
    /// How many lines its place is short of.
    short: u64,
}

impl<'a> Row<'a> {
    /// The line in which it begins, from 1.
    pub fn line(self) -> u64 {
        self.record.position().map_or(0, csv::Position::line) + self.short
    }

    /// How many fields it has.
    pub fn len(self) -> usize {
        self.record.len()
    }

    /// Whether it has none.
    pub fn is_empty(self) -> bool {
        self.record.is_empty()
    }

    /// The bytes of a field, counted from 0; nothing for a field that the row lacks.
    pub fn bytes(self, column: usize) -> &'a [u8] {
        self.record.get(column).unwrap_or_default()
    }

    /// The words of a field, without the blanks around them; nothing for a field that the row lacks.
    pub fn words(self, column: usize) -> Cow<'a, str> {
        let bytes = self.bytes(column).trim_ascii();
        match std::str::from_utf8(bytes) {
            Ok(words) => Cow::Borrowed(words),
            Err(_) => Cow::Owned(decode_windows(bytes)),
        }
    }
}

/// Hands out the rows of a CSV file, the first row too, until no more are wanted.
///
/// # Errors
/// If the file cannot be read on, or is no CSV file.
pub fn read_rows(from: impl Read, mut each: impl FnMut(Row<'_>) -> ControlFlow<()>) -> Result<(), NoRows> {
    let mut from = BufReader::with_capacity(AHEAD, from);
    let start = from.fill_buf().map_err(NoRows::World)?;
    let (separator, said) = separator(start);
    let first = start[said..].split(|byte| *byte == b'\n').next().unwrap_or_default();
    // Of a line that ends in two signs, the second is counted with the line below.
    let short = u64::from(first.ends_with(b"\r"));
    let above = u64::from(said > 0);
    from.consume(said);
    let bounded = Bounded { from, left: LONGEST_ROW };
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .buffer_capacity(AHEAD)
        .from_reader(bounded);
    let mut record = ByteRecord::new();
    let mut is_first = true;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(_) if reader.get_ref().left == 0 => {
                return Err(NoRows::Endless(reader.position().line() + short + above));
            }
            Err(error) => return Err(NoRows::World(io::Error::from(error))),
        }
        reader.get_mut().left = LONGEST_ROW;
        let short = if std::mem::take(&mut is_first) { 0 } else { short };
        if each(Row { record: &record, short: short + above }).is_break() {
            return Ok(());
        }
    }
}

/// A file of which no row is longer than is left.
struct Bounded<R> {
    from: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let read = self.from.read(into)?;
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::{NoRows, read_rows};

    fn rows(bytes: &[u8]) -> Vec<String> {
        let mut rows = Vec::new();
        read_rows(bytes, |row| {
            let words: Vec<String> = (0..row.len()).map(|at| row.words(at).into_owned()).collect();
            rows.push(format!("{}: {}", row.line(), words.join("|")));
            ControlFlow::Continue(())
        })
        .expect("these are rows");
        rows
    }

    #[test]
    fn either_encoding_and_either_sign_between_fields_is_read() {
        let meant = vec!["1: URN|Name", "2: 1|Zoë, and \"all\"", "3: 2|x"];
        assert_eq!(rows("URN,Name\r\n1, \"x\"\r\n".as_bytes()).len(), 2);
        assert_eq!(rows("URN,Name\n1,\"Zoë, and \"\"all\"\"\"\n2,x".as_bytes()), meant);
        assert_eq!(rows(b"URN;Name\r\n1;\"Zo\xEB, and \"\"all\"\"\"\r\n2;x\r\n"), meant);
        assert_eq!(rows(b"URN\tName\n1\tZo\xEB, and \"all\"\n2\tx\n"), meant);
        let under = rows("sep=;\r\nURN;Name\r\n2;x\r\n".as_bytes());
        assert_eq!(under, ["2: URN|Name", "3: 2|x"]);
        assert_eq!(rows("\u{feff}URN,Name\n1,\"Zoë, and \"\"all\"\"\"\n2,x\n".as_bytes()), meant);
    }

    #[test]
    fn no_more_is_read_than_is_wanted() {
        let mut count = 0;
        let read = read_rows(&b"a\nb\nc\n"[..], |_| {
            count += 1;
            if count == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(read.is_ok() && count == 2);
    }

    #[test]
    fn a_row_that_never_ends_is_refused_before_it_fills_the_memory() {
        let endless = [b"a,b\n1,\"x".as_slice(), &vec![b'x'; 3 << 20]].concat();
        let read = read_rows(&endless[..], |_| ControlFlow::Continue(()));
        assert!(matches!(read, Err(NoRows::Endless(2))), "{read:?}");
        // Many rows that are longer together are read.
        let long = format!("{}\n", "y".repeat(1000)).repeat(3000);
        assert!(read_rows(long.as_bytes(), |_| ControlFlow::Continue(())).is_ok());
    }
}
