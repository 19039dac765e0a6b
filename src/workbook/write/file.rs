//! A [`Workbook`] as the bytes of an `.xlsx` file.
//!
//! In: sheets of values, with what each cell is for. Out: the file, the same bytes for the same values: every date in it is fixed. Words
//! stay words whatever they begin with, since they are stored as words and their cells have the format of words; a link stands only where
//! the workbook says so. What a spreadsheet cannot hold is an [`Unwritable`], never cut off.
//!
//! Not here: what belongs on the sheets.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, IgnoreError, ProtectionOptions, Url, Workbook as File, Worksheet,
};

use super::super::words::{LONGEST, length, put_down};
use super::super::{At, Cell, Look, Sheet, Value, Workbook};
use super::choices::Lists;
use super::heights::height_of;
use super::looks::{Holds, Placed, format_of, plain};
use super::unwritable::{Unwritable, column_of};
use crate::text::PROGRAM;

/// The widest that a column can be, in characters.
const WIDEST: u16 = 255;
/// The longest address that a cell can lead to.
const LONGEST_LINK: usize = 2_079;
/// The paper: A4.
const A4: u8 = 9;
/// The height of a row and the width of a column of [`plain`], in dots.
const ROW_AND_COLUMN: (u32, u32) = (19, 72);

/// The bytes of a workbook.
///
/// # Errors
/// If it holds what a spreadsheet cannot.
pub fn write_workbook(workbook: &Workbook) -> Result<Vec<u8>, Unwritable> {
    let mut file = File::new();
    file.set_default_format(&plain(), ROW_AND_COLUMN.0, ROW_AND_COLUMN.1)?;
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    let properties = DocProperties::new().set_title(put_down(&workbook.title)).set_author(PROGRAM);
    file.set_properties(&properties.set_creation_datetime(&made));
    let mut names = BTreeSet::new();
    let mut lists = Lists::of(workbook);
    for sheet in &workbook.sheets {
        let page = file.add_worksheet();
        let is_name = page.set_name(&*sheet.name).is_ok() && !sheet.name.contains(char::is_control);
        if !is_name || !names.insert(sheet.name.to_lowercase()) {
            return Err(Unwritable::SheetName(sheet.name.clone()));
        }
        write_sheet(page, sheet)?;
        lists.offer(page, sheet)?;
    }
    lists.write(&mut file)?;
    Ok(file.save_to_buffer()?)
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet) -> Result<(), Unwritable> {
    for (column, width) in (0..).zip(&sheet.widths) {
        page.set_column_width(column, (*width).min(WIDEST))?;
    }
    let mut end = At { row: 0, column: 0 };
    for (row, cells) in (0..).zip(&sheet.rows) {
        let is_alone = is_alone(cells);
        let room: usize = sheet.widths.iter().map(|width| usize::from(*width)).sum();
        let wraps = |column: usize, cell: &Cell| match &cell.value {
            Value::Words(words) if words.contains('\n') => true,
            Value::Words(words) => cell.look != Look::Title && !(column == 0 && is_alone && length(words) <= room),
            _ => true,
        };
        for (column, cell) in (0..).zip(cells) {
            let at = At { row, column };
            end = At { row, column: end.column.max(column) };
            let in_table = sheet.filtered.is_some_and(|headings| row > headings);
            let placed = Placed { leads: cell.link.is_some(), wraps: wraps(column as usize, cell), in_table };
            write_cell(page, sheet, at, cell, placed)?;
        }
        if let Some(height) = height_of(cells, &sheet.widths, wraps) {
            page.set_row_height(row, height)?;
        }
    }
    let last_column = column_of(end)?;
    // Reference numbers and telephone numbers are words; no program need doubt it.
    page.ignore_error_range(0, 0, end.row, last_column, IgnoreError::NumberStoredAsText)?;
    if let Some(row) = sheet.filtered {
        let width = usize::try_from(row).ok().and_then(|row| sheet.rows.get(row)).map_or(1, |row| row.len().max(1));
        let column = At { row, column: u32::try_from(width - 1).unwrap_or(u32::MAX) };
        page.autofilter(row, 0, end.row.max(row), column_of(column)?)?;
    }
    if sheet.frozen > 0 {
        page.set_freeze_panes(sheet.frozen, 0)?;
        page.set_repeat_rows(0, sheet.frozen - 1)?;
    }
    if sheet.locked {
        page.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            // A row put in below a question is one more answer to it.
            insert_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::default()
        });
    }
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3).set_footer("&L&A&RPage &P of &N");
    Ok(())
}

fn write_cell(page: &mut Worksheet, sheet: &Sheet, at: At, cell: &Cell, placed: Placed) -> Result<(), Unwritable> {
    let (row, column) = (at.row, column_of(at)?);
    let format = |holds| format_of(cell.look, holds, placed);
    match &cell.value {
        Value::Empty if cell.look == Look::Plain && !placed.in_table => {}
        Value::Empty => {
            page.write_blank(row, column, &format(Holds::Words))?;
        }
        Value::Number(number) if !number.is_finite() => {
            return Err(Unwritable::Other(format!("{}!{at} is no number", sheet.name)));
        }
        Value::Number(number) => {
            page.write_number_with_format(row, column, *number, &format(Holds::Number))?;
        }
        Value::Truth(truth) => {
            page.write_boolean_with_format(row, column, *truth, &format(Holds::Number))?;
        }
        Value::Day(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            page.write_datetime_with_format(row, column, &day, &format(Holds::Day))?;
        }
        Value::Words(words) => {
            let words = put_down(words);
            let length = length(&words);
            if length > LONGEST {
                return Err(Unwritable::TooLong { sheet: sheet.name.clone(), at, length });
            }
            let format = format(Holds::Words);
            match &cell.link {
                _ if words.is_empty() => {
                    page.write_blank(row, column, &format)?;
                }
                None if is_taken_for_markup(&words) => {
                    page.write_rich_string_with_format(row, column, &[(&Format::new(), &words)], &format)?;
                }
                None => {
                    page.write_string_with_format(row, column, &*words, &as_typed(&words, format))?;
                }
                Some(link) => {
                    let refused = || Unwritable::Link { sheet: sheet.name.clone(), at, link: link.clone() };
                    let url = Url::new(address(link).ok_or_else(refused)?).set_text(&*words);
                    page.write_url_with_format(row, column, url, &format).map_err(|_| refused())?;
                    if is_taken_for_markup(&words) {
                        page.write_rich_string_with_format(row, column, &[(&Format::new(), &words)], &format)?;
                    }
                }
            }
        }
    }
    Ok(())
}

/// Whether the writer of files would take words for markup of its own, and put them into the file as they stand: as a piece of text with a look they
/// are words again.
fn is_taken_for_markup(words: &str) -> bool {
    words.starts_with("<r>") && words.ends_with("</r>")
}

/// The format of words that a person would have to type with an apostrophe before them: it is said of them that one was.
fn as_typed(words: &str, format: Format) -> Format {
    if words.starts_with(['=', '+', '-', '@']) { format.set_quote_prefix() } else { format }
}

/// An address as the writer of files wants it; nothing for what is none.
fn address(link: &str) -> Option<String> {
    let address = link.strip_prefix('#').map_or_else(|| link.to_owned(), |cell| format!("internal:{cell}"));
    let is_known = ["http://", "https://", "mailto:", "internal:"].iter().any(|start| address.starts_with(start));
    (is_known && !address.contains(char::is_control) && length(&address) <= LONGEST_LINK).then_some(address)
}

/// Whether nothing stands to the right of the first cell of a row, so that its words may run on over empty cells.
fn is_alone(cells: &[Cell]) -> bool {
    let is_nothing = |cell: &Cell| cell.value == Value::Empty && cell.look == Look::Plain;
    cells.iter().skip(1).all(is_nothing)
        && cells.first().is_some_and(|cell| !matches!(cell.look, Look::Answer | Look::Heading))
}
