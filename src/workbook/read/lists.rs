//! Text in columns: `.csv` files, as Excel in any country and other programs save them.
//!
//! In: text, or bytes in UTF-8, in UTF-16 with a mark, or as old programs on Windows wrote them. Out: one sheet of words, or its rows
//! one after the other. What parts the cells, a comma, a semicolon or a tab, is told by the first line. Nothing is taken for a number
//! or a day, so that a reference number keeps its zeros.
//!
//! Not here: what the columns mean.

use std::ops::ControlFlow;

use super::super::{ReadSheet, Value};
use super::bounds::LAST_COLUMN;
use super::fault::{Fault, WorkbookError, WorkbookFault};
use super::grid::{Grid, Room};
use super::sniff::{Kind, kind_of};

/// The sheet of a text.
pub(super) fn read(text: &str, room: &mut Room) -> Result<ReadSheet, Fault> {
    let mut grid = Grid::new(None, room);
    each_row(text, |row, cells| {
        for (column, cell) in (0..).zip(cells) {
            grid.put(row, column, Value::Words((*cell).to_owned()))?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(grid.finish())
}

/// Hands on the rows of a CSV file one after the other, so that a list of all schools takes no more memory than its text. Rows are counted
/// from 0; to stop is up to whoever takes them. A row has at most 1,000 cells, with their words as they stand.
///
/// # Errors
/// If it is no such file, a row has too many cells, or a quotation mark is never closed.
pub fn each_csv_row(
    bytes: &[u8],
    file_name: &str,
    mut take: impl FnMut(u32, &[&str]) -> ControlFlow<()>,
) -> Result<(), WorkbookError> {
    let mut read = || match kind_of(bytes)? {
        Kind::Text(text) => each_row(&text, |row, cells| Ok(take(row, cells))),
        Kind::Packed | Kind::Compound => {
            Err(WorkbookFault::NotWorkbook("a workbook or a packed folder where a .csv file belongs").into())
        }
    };
    read().map_err(|Fault { place, fault }| WorkbookError { file_name: file_name.to_owned(), place, fault })
}

/// A row while it is read: its words one after the other, and where each cell ends.
#[derive(Default)]
struct Row {
    words: String,
    ends: Vec<usize>,
}

impl Row {
    fn end_cell(&mut self, row: u32) -> Result<(), Fault> {
        if self.ends.len() > LAST_COLUMN as usize {
            return Err(Fault::too_large(format!("row {} has over 1,000 cells", row + 1)));
        }
        self.ends.push(self.words.len());
        Ok(())
    }

    fn cells(&self) -> Vec<&str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.words[start..*end]).collect()
    }
}

fn each_row(text: &str, mut take: impl FnMut(u32, &[&str]) -> Result<ControlFlow<()>, Fault>) -> Result<(), Fault> {
    let (separator, text) = separator(text);
    let mut signs = text.chars().peekable();
    let mut number = 0;
    while signs.peek().is_some() {
        let mut row = Row::default();
        let (mut begins, mut is_quoted) = (true, false);
        loop {
            let Some(sign) = signs.next() else {
                if is_quoted {
                    let why = format!("a quotation mark in row {} is never closed", number + 1);
                    return Err(Fault::damaged(why));
                }
                break;
            };
            match sign {
                '"' if is_quoted && signs.peek() != Some(&'"') => is_quoted = false,
                '"' if is_quoted => row.words.extend(signs.next()),
                '"' if begins => is_quoted = true,
                sign if is_quoted => row.words.push(sign),
                '\n' => break,
                '\r' => {
                    let _ = signs.next_if_eq(&'\n');
                    break;
                }
                sign if sign == separator => {
                    row.end_cell(number)?;
                    begins = true;
                    continue;
                }
                sign => row.words.push(sign),
            }
            begins = false;
        }
        row.end_cell(number)?;
        if take(number, &row.cells())?.is_break() {
            break;
        }
        number += 1;
    }
    Ok(())
}

/// What parts the cells of a text, by its first line; and the text, without the line with which Excel says so itself.
fn separator(text: &str) -> (char, &str) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(sign) = first.to_ascii_lowercase().strip_prefix("sep=")
        && let Some(sign) = [',', ';', '\t'].into_iter().find(|known| sign == known.to_string())
    {
        return (sign, text.split_once('\n').map_or("", |(_, rest)| rest));
    }
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut is_quoted = false;
    for sign in text.chars() {
        match sign {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => break,
            _ if !is_quoted => counts.iter_mut().filter(|(known, _)| *known == sign).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    (counts.iter().find(|(_, count)| *count == most).map_or(',', |(sign, _)| *sign), text)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::{each_row, separator};

    #[test]
    fn what_parts_the_cells_is_told_by_the_first_line() {
        for (text, sign) in [
            ("a,b\n1;2;3;4", ','),
            ("\"a,b,c\";d\n", ';'),
            ("a\tb,c\td", '\t'),
            ("alone", ','),
            ("\"two\nlines, with, commas\";x", ';'),
        ] {
            assert_eq!(separator(text).0, sign, "{text}");
        }
        assert_eq!(separator("sep=;\r\na;b"), (';', "a;b"));
    }

    #[test]
    fn rows_and_cells_are_those_of_the_standard() {
        let rows = |text: &str| {
            let mut rows: Vec<Vec<String>> = Vec::new();
            let read = each_row(text, |_, cells| {
                rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
                Ok(ControlFlow::Continue(()))
            });
            read.map(|()| rows).ok()
        };
        let read = rows("a,\"b \"\"c\"\", d\"\r\n\r\n5\" pipe,\"x\"y,\r\"é\n\",").unwrap();
        assert_eq!(read, [vec!["a", "b \"c\", d"], vec![""], vec!["5\" pipe", "xy", ""], vec!["é\n", ""]]);
        assert_eq!(rows("a,\"b\nc"), None);
    }
}
