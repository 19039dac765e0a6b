//! The sheets of an `.ods` file.
//!
//! In: its parts. Out: the values of its sheets, or a [`Fault`]. Rows and cells that are said to be repeated are taken once for each
//! time if there is anything in them, and only counted if not.
//!
//! Not here: how the file is unpacked.

use std::collections::BTreeSet;

use super::super::{ReadSheet, Value};
use super::bounds::MOST_SHEETS;
use super::day::day_in;
use super::fault::{Fault, WorkbookFault};
use super::grid::{Grid, Room};
use super::markup::{Markup, Piece, Tag};
use crate::text::Packed;

/// What the file says it is; a template says more.
const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// The part with the sheets.
const CONTENT: &str = "content.xml";
/// The part that says which parts are encrypted.
const MANIFEST: &str = "META-INF/manifest.xml";
/// The most times that one run of spaces is said to be repeated.
const MOST_SPACES: u32 = 32_767;

/// The sheets that are shown.
pub(super) fn read(packed: &mut Packed<'_>, room: &mut Room) -> Result<Vec<ReadSheet>, Fault> {
    if !packed.part("mimetype")?.is_some_and(|kind| kind.starts_with(SPREADSHEET)) {
        return Err(WorkbookFault::NotWorkbook("a document of another kind").into());
    }
    if let Some(manifest) = packed.part(MANIFEST)? {
        let mut markup = Markup::of(MANIFEST, &manifest)?;
        while let Some(piece) = markup.next()? {
            if matches!(piece, Piece::Begin(tag) if tag.name() == "encryption-data") {
                return Err(WorkbookFault::Protected.into());
            }
        }
    }
    let content = packed.part(CONTENT)?.ok_or_else(|| Fault::damaged(format!("{CONTENT} is missing")))?;
    let mut markup = Markup::of(CONTENT, &content)?;
    let (mut hidden, mut style) = (BTreeSet::new(), None);
    let mut sheets = Vec::new();
    while let Some(piece) = markup.next()? {
        let Piece::Begin(tag) = piece else { continue };
        match tag.name() {
            "style" => style = tag.attribute("name"),
            "table-properties" if tag.attribute("display").as_deref() == Some("false") => hidden.extend(style.take()),
            "tracked-changes" => markup.skip()?,
            "table" => {
                let name = tag.attribute("name").unwrap_or_default();
                let is_hidden = tag.attribute("style-name").is_some_and(|style| hidden.contains(&style));
                if is_hidden {
                    markup.skip()?;
                } else {
                    sheets.extend(sheet(name, &mut markup, room)?);
                }
                if sheets.len() > MOST_SHEETS {
                    return Err(Fault::too_large("there are over 250 sheets"));
                }
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// A sheet; nothing if it is a copy of a sheet of another file.
fn sheet(name: String, markup: &mut Markup<'_>, room: &mut Room) -> Result<Option<ReadSheet>, Fault> {
    let mut grid = Grid::new(Some(name), room);
    let (mut row, mut open) = (0_u32, 1_usize);
    while open > 0 {
        let tag = match markup.next()? {
            Some(Piece::Begin(tag)) => tag,
            Some(Piece::End) => {
                open -= 1;
                continue;
            }
            Some(Piece::Words(_)) => continue,
            None => break,
        };
        match tag.name() {
            "table-source" => {
                // What stands in this sheet stands in another file; this one is done.
                markup.skip()?;
                while open > 0 {
                    markup.skip()?;
                    open -= 1;
                }
                return Ok(None);
            }
            "table-row" => {
                let times = tag.number("number-rows-repeated").unwrap_or(1);
                let cells = cells(markup)?;
                // Not even one row of nothing need be looked at.
                let filled = if cells.is_empty() { 0 } else { times };
                for row in row..row.saturating_add(filled) {
                    for (column, times, value) in &cells {
                        for column in *column..column.saturating_add(*times) {
                            grid.put(row, column, value.clone())?;
                        }
                    }
                }
                row = row.saturating_add(times);
            }
            "table-row-group" | "table-header-rows" | "table-rows" => open += 1,
            _ => markup.skip()?,
        }
    }
    Ok(Some(grid.finish()))
}

/// The filled cells of a row: the column, how often it is repeated, and the value.
fn cells(markup: &mut Markup<'_>) -> Result<Vec<(u32, u32, Value)>, Fault> {
    let (mut cells, mut column) = (Vec::new(), 0_u32);
    while let Some(tag) = markup.child()? {
        if !matches!(tag.name(), "table-cell" | "covered-table-cell") {
            markup.skip()?;
            continue;
        }
        let times = tag.number("number-columns-repeated").unwrap_or(1);
        let shown = paragraphs(markup)?;
        let value = value(&tag, shown);
        if !matches!(&value, Value::Empty) && !matches!(&value, Value::Words(words) if words.is_empty()) {
            cells.push((column, times, value));
        }
        column = column.saturating_add(times);
    }
    Ok(cells)
}

/// What a cell holds, which shows so.
fn value(tag: &Tag<'_>, shown: String) -> Value {
    // LibreOffice has no yes and no of its own and writes a formula for either.
    match tag.attribute("formula").as_deref() {
        Some("of:=TRUE()") => return Value::Truth(true),
        Some("of:=FALSE()") => return Value::Truth(false),
        _ => {}
    }
    let number = || tag.attribute("value")?.trim().parse().ok().filter(|number: &f64| number.is_finite());
    match tag.attribute("value-type").as_deref() {
        _ if tag.attribute("error").is_some() => Value::Words(shown),
        Some("float" | "percentage" | "currency") => number().map_or(Value::Words(shown), Value::Number),
        Some("date") => match tag.attribute("date-value") {
            Some(date) => day_in(&date).map_or(Value::Words(shown), Value::Day),
            None => Value::Words(shown),
        },
        Some("boolean") => Value::Truth(tag.attribute("boolean-value").as_deref() == Some("true")),
        Some("string") => Value::Words(tag.attribute("string-value").filter(|_| shown.is_empty()).unwrap_or(shown)),
        _ => Value::Words(shown),
    }
}

/// The words of the innermost tag, a line for each paragraph, without remarks that are pinned to it and pictures on it.
fn paragraphs(markup: &mut Markup<'_>) -> Result<String, Fault> {
    let (mut words, mut open, mut paragraph, mut is_first) = (String::new(), 1_usize, None, true);
    while open > 0 {
        match markup.next()? {
            Some(Piece::Begin(tag)) => match tag.name() {
                "p" if paragraph.is_none() => {
                    if !is_first {
                        words.push('\n');
                    }
                    is_first = false;
                    paragraph = Some(open);
                    open += 1;
                }
                "s" => {
                    let times = tag.number("c").unwrap_or(1).min(MOST_SPACES);
                    words.extend(std::iter::repeat_n(' ', times as usize));
                    markup.skip()?;
                }
                "tab" => {
                    words.push('\t');
                    markup.skip()?;
                }
                "line-break" => {
                    words.push('\n');
                    markup.skip()?;
                }
                "annotation" | "frame" | "shape" | "custom-shape" | "g" | "table" | "detective" => markup.skip()?,
                _ => open += 1,
            },
            Some(Piece::End) => {
                open -= 1;
                paragraph = paragraph.filter(|at| *at < open);
            }
            Some(Piece::Words(more)) if paragraph.is_some() => words.push_str(&more),
            Some(Piece::Words(_)) => {}
            None => break,
        }
        if words.len() > super::bounds::MOST_WORDS {
            return Err(Fault::too_large("its cells hold too many words"));
        }
    }
    Ok(words)
}
