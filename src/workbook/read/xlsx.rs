//! The sheets of an `.xlsx` file.
//!
//! In: its parts. Out: the values of its sheets, or a [`Fault`]. A sheet is read cell by cell, so that what it says of its size means
//! nothing; a million empty rows take no memory.
//!
//! Not here: which formats show days (`day`), or how the parts belong together (`package`).

use std::collections::BTreeMap;

use super::super::{At, ReadSheet, Value};
use super::bounds::{MOST_FORMATS, MOST_SHEETS, MOST_STRINGS, MOST_WORDS};
use super::day::{day_in, number_or_day, shows_day, shows_day_as};
use super::fault::{Fault, WorkbookFault};
use super::grid::{Grid, Room};
use super::markup::{Markup, Piece, Tag};
use super::package::{Related, related, types};
use crate::text::Packed;

/// What the cells of all sheets share.
#[derive(Default)]
struct Shared {
    /// Words that cells name by number.
    strings: Vec<Box<str>>,
    /// Whether each format shows a day.
    days: Vec<bool>,
    from_1904: bool,
}

/// The sheets that are shown.
pub(super) fn read(packed: &mut Packed<'_>, room: &mut Room) -> Result<Vec<ReadSheet>, Fault> {
    let types = types(packed)?.ok_or(WorkbookFault::NotWorkbook("a packed folder, or a file of another program"))?;
    weigh(&types)?;
    let root = related(packed, "")?;
    let book = root.iter().find(|related| related.kind == "officeDocument");
    let book = &book.ok_or_else(|| Fault::damaged("it names no workbook"))?.target;
    let parts = related(packed, book)?;
    let (listed, from_1904) = listed(book, &part(packed, book)?)?;
    let mut shared = Shared { from_1904, ..Shared::default() };
    if let Some(Related { target, .. }) = parts.iter().find(|related| related.kind == "sharedStrings") {
        shared.strings = strings(target, &part(packed, target)?)?;
    }
    if let Some(Related { target, .. }) = parts.iter().find(|related| related.kind == "styles") {
        shared.days = days(target, &part(packed, target)?)?;
    }
    let mut sheets = Vec::new();
    for (name, id) in listed {
        let found = parts.iter().find(|related| related.id == id);
        let related = found.ok_or_else(|| Fault::damaged(format!("the sheet “{name}” is missing")))?;
        // Sheets of charts and dialogs have no cells.
        if related.kind == "worksheet" {
            let bytes = part(packed, &related.target)?;
            sheets.push(sheet(name, &related.target, &bytes, &shared, room)?);
        }
    }
    Ok(sheets)
}

/// Whether the types of its parts are those of a workbook without macros.
fn weigh(types: &[String]) -> Result<(), Fault> {
    let has = |words: &str| types.iter().any(|kind| kind.contains(words));
    if has("spreadsheetml.sheet.main+xml") || has("spreadsheetml.template.main+xml") {
        return if has("vbaProject") { Err(WorkbookFault::Macros.into()) } else { Ok(()) };
    }
    let fault = if has("ms-excel.sheet.binary") {
        WorkbookFault::Unread("a workbook in Excel’s binary format (.xlsb)")
    } else if has("ms-excel") && has("macroEnabled") {
        WorkbookFault::Macros
    } else if has("wordprocessingml") || has("ms-word") {
        WorkbookFault::NotWorkbook("a Word document")
    } else if has("presentationml") || has("ms-powerpoint") {
        WorkbookFault::NotWorkbook("a presentation")
    } else {
        WorkbookFault::NotWorkbook("a file of another program")
    };
    Err(fault.into())
}

fn part(packed: &mut Packed<'_>, name: &str) -> Result<Vec<u8>, Fault> {
    packed.part(name)?.ok_or_else(|| Fault::damaged(format!("{name} is missing")))
}

/// The names of the sheets that are shown with their ids, and whether days are counted from 1904.
fn listed(name: &str, part: &[u8]) -> Result<(Vec<(String, String)>, bool), Fault> {
    let mut markup = Markup::of(name, part)?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    while let Some(piece) = markup.next()? {
        let Piece::Begin(tag) = piece else { continue };
        match tag.name() {
            "workbookPr" => from_1904 |= matches!(tag.attribute("date1904").as_deref(), Some("1" | "true" | "on")),
            "sheet" if !matches!(tag.attribute("state").as_deref(), Some("hidden" | "veryHidden")) => {
                if let (Some(name), Some(id)) = (tag.attribute("name"), tag.attribute("id")) {
                    sheets.push((name, id));
                }
            }
            _ => {}
        }
        if sheets.len() > MOST_SHEETS {
            return Err(Fault::too_large("there are over 250 sheets"));
        }
    }
    Ok((sheets, from_1904))
}

/// The words that cells share.
fn strings(name: &str, part: &[u8]) -> Result<Vec<Box<str>>, Fault> {
    let mut markup = Markup::of(name, part)?;
    let (mut strings, mut left) = (Vec::new(), MOST_WORDS);
    while let Some(piece) = markup.next()? {
        let Piece::Begin(tag) = piece else { continue };
        if tag.name() == "si" {
            let words = rich_words(&mut markup)?;
            let room = left.checked_sub(words.len()).filter(|_| strings.len() < MOST_STRINGS);
            left = room.ok_or_else(|| Fault::too_large("its cells hold too many words"))?;
            strings.push(words.into_boxed_str());
        }
    }
    Ok(strings)
}

/// Whether each format of cells shows a day.
fn days(name: &str, part: &[u8]) -> Result<Vec<bool>, Fault> {
    let mut markup = Markup::of(name, part)?;
    let mut own: BTreeMap<u32, bool> = BTreeMap::new();
    let mut days = Vec::new();
    while let Some(piece) = markup.next()? {
        let Piece::Begin(tag) = piece else { continue };
        match tag.name() {
            "numFmt" => {
                if let (Some(id), Some(format)) = (tag.number("numFmtId"), tag.attribute("formatCode")) {
                    own.insert(id, shows_day_as(&format));
                }
            }
            "cellXfs" => {
                while let Some(format) = markup.child()? {
                    let id = format.number("numFmtId").unwrap_or_default();
                    days.push(own.get(&id).copied().unwrap_or_else(|| shows_day(id)));
                    markup.skip()?;
                }
            }
            _ => {}
        }
        if days.len() > MOST_FORMATS || own.len() > MOST_FORMATS {
            return Err(Fault::too_large("there are too many formats of cells"));
        }
    }
    Ok(days)
}

/// The words of the innermost tag, which may be in pieces with looks of their own, without how they are spoken.
fn rich_words(markup: &mut Markup<'_>) -> Result<String, Fault> {
    let (mut words, mut open) = (String::new(), 1_usize);
    while open > 0 {
        match markup.next()? {
            Some(Piece::Begin(tag)) => match tag.name() {
                "t" => words.push_str(&markup.words()?),
                "rPh" | "phoneticPr" | "rPr" => markup.skip()?,
                _ => open += 1,
            },
            Some(Piece::End) => open -= 1,
            Some(Piece::Words(_)) => {}
            None => break,
        }
    }
    Ok(unescaped(words))
}

/// Words without the form in which Excel writes characters that XML cannot hold: `_x000D_`.
fn unescaped(words: String) -> String {
    if !words.contains("_x") {
        return words;
    }
    let mut clean = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        clean.push_str(before);
        let code = from.get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = code.filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                clean.push(character);
                rest = &from[7..];
            }
            None => {
                clean.push_str("_x");
                rest = &from[2..];
            }
        }
    }
    clean + rest
}

fn sheet(name: String, part_name: &str, part: &[u8], shared: &Shared, room: &mut Room) -> Result<ReadSheet, Fault> {
    let mut markup = Markup::of(part_name, part)?;
    let mut grid = Grid::new(Some(name), room);
    // Cells and rows that do not say where they are follow the one before.
    let mut next = At { row: 0, column: 0 };
    while let Some(piece) = markup.next()? {
        let Piece::Begin(tag) = piece else { continue };
        match tag.name() {
            "row" => {
                let said = tag.number("r").and_then(|row| row.checked_sub(1));
                next = At { row: said.unwrap_or(next.row), column: 0 };
                row(&mut markup, &mut grid, &mut next, shared)?;
                next.row = next.row.saturating_add(1);
            }
            "worksheet" | "sheetData" => {}
            _ => markup.skip()?,
        }
    }
    Ok(grid.finish())
}

fn row(markup: &mut Markup<'_>, grid: &mut Grid<'_>, next: &mut At, shared: &Shared) -> Result<(), Fault> {
    while let Some(tag) = markup.child()? {
        if tag.name() != "c" {
            markup.skip()?;
            continue;
        }
        let at = match tag.attribute("r") {
            Some(place) => place_of(&place).ok_or_else(|| Fault::damaged(format!("a cell is called {place}")))?,
            None => *next,
        };
        *next = At { row: at.row, column: at.column.saturating_add(1) };
        let value = cell(markup, &tag, at, grid, shared)?;
        grid.put(at.row, at.column, value)?;
    }
    Ok(())
}

fn cell(markup: &mut Markup<'_>, tag: &Tag<'_>, at: At, grid: &Grid<'_>, shared: &Shared) -> Result<Value, Fault> {
    let kind = tag.attribute("t").unwrap_or_default();
    let (mut stored, mut within, mut is_formula) = (None, None, false);
    while let Some(part) = markup.child()? {
        match part.name() {
            "v" => stored = Some(markup.words()?),
            "is" => within = Some(rich_words(markup)?),
            "f" => {
                is_formula = true;
                markup.skip()?;
            }
            _ => markup.skip()?,
        }
    }
    let stored = stored.unwrap_or_default();
    if is_formula && stored.is_empty() && kind != "str" {
        return Err(grid.fault(at, WorkbookFault::NotWorkedOut));
    }
    Ok(match kind.as_str() {
        "inlineStr" => Value::Words(within.unwrap_or_default()),
        "str" => Value::Words(unescaped(stored)),
        "e" => Value::Words(stored),
        _ if stored.is_empty() => Value::Empty,
        "s" => {
            let index: Option<usize> = stored.trim().parse().ok();
            let words = index.and_then(|index| shared.strings.get(index));
            Value::Words(words.ok_or_else(|| Fault::damaged(format!("the words of {at} are missing")))?.to_string())
        }
        "b" => Value::Truth(matches!(stored.trim(), "1" | "true")),
        "d" => day_in(&stored).map_or_else(|| Value::Words(stored.clone()), Value::Day),
        _ => number(&stored, tag.number("s"), shared),
    })
}

/// A number, or the day that its format makes of it.
fn number(stored: &str, format: Option<u32>, shared: &Shared) -> Value {
    let Some(number) = stored.trim().parse().ok().filter(|number: &f64| number.is_finite()) else {
        return Value::Words(stored.to_owned());
    };
    let is_day = shared.days.get(format.unwrap_or_default() as usize).copied().unwrap_or_default();
    number_or_day(number, is_day, shared.from_1904)
}

/// The place of a cell by its name: `B12`.
fn place_of(name: &str) -> Option<At> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        letter.is_ascii_alphabetic().then_some(())?;
        column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some(At { row: row.parse::<u32>().ok()?.checked_sub(1)?, column: column.checked_sub(1)? })
}

#[cfg(test)]
mod tests {
    use super::{place_of, unescaped};

    #[test]
    fn a_cell_is_found_by_its_name() {
        for name in ["A1", "Z9", "AA10", "XFD1048576"] {
            assert_eq!(place_of(name).map(|at| at.to_string()).as_deref(), Some(name));
        }
        for none in ["", "A", "1", "A0", "ÄB1", "A1B", "AAAAAAAAAAAAAAAAA1"] {
            assert_eq!(place_of(none), None, "{none}");
        }
    }

    #[test]
    fn characters_that_excel_spells_out_are_themselves_again() {
        for (written, meant) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x00", "_x00"),
            ("é_xé", "é_xé"),
        ] {
            assert_eq!(unescaped(written.to_owned()), meant);
        }
    }
}
