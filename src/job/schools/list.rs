//! Finds the list of schools in a workbook: the sheet, its headings and its rows.
//!
//! In: the sheets of a file. Out: a [`List`], with the columns that mean a field and those that mean none; or why there is none.

use super::columns::{field_of, label};
use crate::workbook::{At, ReadSheet, Value};

/// A list of schools.
#[derive(Clone, Debug)]
pub struct List<'a> {
    sheet: &'a ReadSheet,
    /// The row of the headings, counted from 0.
    headings: usize,
    /// The columns that mean a field.
    pub columns: Vec<Column>,
    /// Headings that mean none, each with its cell, and with what was most likely meant.
    pub unknown: Vec<(String, String, Option<String>)>,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Where it is, counted from 0.
    pub at: u32,
    /// The field that it is for.
    pub field: &'static str,
}

/// A row, or a part of one, that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The row as spreadsheets number it.
    pub row: u32,
    /// The cell, by its sheet: `Schools!C5`.
    pub place: String,
    /// What is wrong with it and what to do, in a sentence or two.
    pub why: String,
}

/// Why there is no list in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoList {
    /// No row names a school's number or name as a column.
    #[error(
        "there is no list of schools in it: none of its first rows has a column called URN or School name. `careers-policy sheet schools --template \
         schools.xlsx` writes an empty list"
    )]
    NoHeadings,
    /// It is the register itself.
    #[error(
        "this is the register of schools and no list of yours: write the URNs of your schools into a list, and name this file with `--register`"
    )]
    Register,
    /// Two columns are for one field.
    #[error("two columns are for one answer, \"{0}\": {1} and {2}; leave one of them out")]
    Twice(String, String, String),
}

/// How far down the headings may stand.
const FIRST_ROWS: usize = 20;

/// The list of schools in a file: the first sheet that has one.
///
/// # Errors
/// Why there is none.
pub fn find_list(sheets: &[ReadSheet]) -> Result<List<'_>, NoList> {
    let names_school = |value: &Value| matches!(value, Value::Words(words) if matches!(field_of(words), Ok("setting.urn" | "setting.name")));
    let of_sheet = |sheet: &ReadSheet| sheet.rows.iter().take(FIRST_ROWS).position(|row| row.iter().any(names_school));
    let found = sheets.iter().find_map(|sheet| Some((sheet, of_sheet(sheet)?)));
    let (sheet, headings) = found.ok_or(NoList::NoHeadings)?;
    let is = |value: &Value, name: &str| matches!(value, Value::Words(words) if words.trim() == name);
    if sheet.rows[headings].iter().any(|value| is(value, "EstablishmentName")) {
        return Err(NoList::Register);
    }
    let mut list = List { sheet, headings, columns: Vec::new(), unknown: Vec::new() };
    for (value, at) in sheet.rows[headings].iter().zip(0..) {
        let place = list.place(headings, at);
        let heading = match value {
            Value::Words(words) => words.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => continue,
        };
        if heading.is_empty() {
            continue;
        }
        match field_of(&heading) {
            Ok(field) => {
                if let Some(other) = list.columns.iter().find(|column| column.field == field) {
                    return Err(NoList::Twice(label(field), list.place(headings, other.at), place));
                }
                list.columns.push(Column { at, field });
            }
            Err(near) => list.unknown.push((place, heading, near)),
        }
    }
    Ok(list)
}

impl List<'_> {
    /// The rows below the headings in which something stands, each with its number, from 0.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, &[Value])> {
        let is_empty = |value: &Value| match value {
            Value::Empty => true,
            Value::Words(words) => words.trim().is_empty(),
            _ => false,
        };
        let rows = self.sheet.rows.iter().enumerate().skip(self.headings + 1);
        rows.filter(move |(_, row)| !row.iter().all(is_empty)).map(|(at, row)| (at, row.as_slice()))
    }

    /// A cell as it is told of.
    pub(super) fn place(&self, row: usize, column: u32) -> String {
        let at = At { row: u32::try_from(row).unwrap_or(u32::MAX), column };
        self.sheet.name.as_ref().map_or_else(|| at.to_string(), |sheet| format!("{sheet}!{at}"))
    }

    /// The column of a field.
    pub(super) fn column(&self, field: &str) -> Option<u32> {
        self.columns.iter().find(|column| column.field == field).map(|column| column.at)
    }

    /// The numbers of the schools in it, so that the register is read for these alone.
    pub fn urns(&self) -> std::collections::BTreeSet<u32> {
        let column = self.column("setting.urn").and_then(|at| usize::try_from(at).ok());
        let urn = |(_, row): (usize, &[Value])| {
            let words = super::cells::words_of(row.get(column?)?, "setting.urn").ok().flatten()?;
            crate::register::urn_of(&words)
        };
        self.rows().filter_map(urn).collect()
    }
}
