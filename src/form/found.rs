//! Which sheet of a workbook is which of a form, and where its columns are.
//!
//! In: a sheet that was read, and the plan. Out: [`Found`]. Names of fields tell it; where they are gone, headings and titles do. A column may have
//! been moved, a row put in above, a sheet given another name. Not here: what the answers are (`read`, `tables`).

use super::labels::folded;
use super::plan::{Body, FormSheet, Table};
use super::rows::{ANSWER, FIELD, QUESTION};
use super::start::START;
use crate::workbook::{ReadSheet, Value};

/// How many rows are looked at for headings.
const TOP: usize = 30;

/// What a sheet is.
pub(super) enum Found<'a> {
    /// Questions with a row each.
    Questions(Questions<'a>),
    /// A list.
    List(List<'a>),
    /// The sheet that says how the form is filled in.
    Start,
    /// Nothing of a form.
    Other,
}

/// A sheet of questions.
pub(super) struct Questions<'a> {
    /// Which of the plan it is, where that can be told.
    pub(super) planned: Option<&'a FormSheet>,
    /// The first row below the headings.
    pub(super) first: usize,
    pub(super) label: Option<usize>,
    pub(super) answer: usize,
    pub(super) name: Option<usize>,
}

/// A sheet with a list.
pub(super) struct List<'a> {
    pub(super) table: &'a Table,
    /// The first row below the headings.
    pub(super) first: usize,
    /// For each column of the table its place in the sheet, if it is there.
    pub(super) columns: Vec<Option<usize>>,
    /// Headings that are none of the table's, with their places.
    pub(super) unknown: Vec<(usize, usize, String)>,
}

/// The words of a cell; empty where there are none.
pub(super) fn words(value: Option<&Value>) -> &str {
    match value {
        Some(Value::Words(words)) => words.trim(),
        _ => "",
    }
}

/// What a sheet of a workbook is.
pub(super) fn found<'a>(sheet: &ReadSheet, plan: &'a [FormSheet]) -> Found<'a> {
    if let Some(list) = by_names(sheet, plan) {
        return Found::List(list);
    }
    if let Some(questions) = questions(sheet, plan) {
        return Found::Questions(questions);
    }
    if let Some(list) = by_headings(sheet, plan) {
        return Found::List(list);
    }
    let is_start = sheet.name.as_deref().is_some_and(|name| folded(name) == folded(START))
        || says(sheet, "careers policy and provider access a form to fill in");
    if is_start { Found::Start } else { Found::Other }
}

/// Whether a cell of the first rows says this.
fn says(sheet: &ReadSheet, title: &str) -> bool {
    sheet.rows.iter().take(3).flatten().any(|value| folded(words(Some(value))) == title)
}

/// The sheet of the plan that a sheet is by its name or its title.
fn planned<'a>(sheet: &ReadSheet, plan: &'a [FormSheet]) -> Option<&'a FormSheet> {
    let named = |planned: &&FormSheet| sheet.name.as_deref().is_some_and(|name| folded(name) == folded(planned.name));
    plan.iter().find(named).or_else(|| plan.iter().find(|planned| says(sheet, &folded(planned.name))))
}

fn questions<'a>(sheet: &ReadSheet, plan: &'a [FormSheet]) -> Option<Questions<'a>> {
    let place = |row: &[Value], heading: &str| row.iter().position(|cell| folded(words(Some(cell))) == folded(heading));
    let (at, row) = sheet.rows.iter().enumerate().take(TOP).find(|(_, row)| place(row, ANSWER).is_some())?;
    let (label, name) = (place(row, QUESTION), place(row, FIELD));
    (label.is_some() || name.is_some()).then_some(())?;
    Some(Questions { planned: planned(sheet, plan), first: at + 1, label, answer: place(row, ANSWER)?, name })
}

fn tables(plan: &[FormSheet]) -> impl Iterator<Item = (&FormSheet, &Table)> {
    plan.iter().filter_map(|planned| match &planned.body {
        Body::Table(table) => Some((planned, table)),
        Body::Fields(_) => None,
    })
}

/// A list by the row with the names of its fields.
fn by_names<'a>(sheet: &ReadSheet, plan: &'a [FormSheet]) -> Option<List<'a>> {
    for (at, row) in sheet.rows.iter().enumerate().take(TOP) {
        let has = |path: &str| row.iter().any(|cell| words(Some(cell)) == path);
        let fits = |table: &Table| table.columns.iter().filter(|column| has(&column.path)).count();
        let best = tables(plan).map(|(_, table)| (fits(table), table)).max_by_key(|(count, _)| *count);
        let Some((1.., table)) = best else { continue };
        let place = |path: &str| row.iter().position(|cell| words(Some(cell)) == path);
        let columns: Vec<Option<usize>> = table.columns.iter().map(|column| place(&column.path)).collect();
        // The list begins below its headings: between them and this row stand explanations, which are known by what they say.
        let headings = sheet.rows.iter().take(at).rposition(|row| labelled(table, row) * 2 > table.columns.len());
        let unknown = headings.map(|at| others(&sheet.rows[at], at, &columns)).unwrap_or_default();
        return Some(List { table, first: headings.unwrap_or(at) + 1, columns, unknown });
    }
    None
}

/// How many columns of a list have their headings in a row.
fn labelled(table: &Table, row: &[Value]) -> usize {
    let has = |label: &str| row.iter().any(|cell| heading(words(Some(cell))) == folded(label));
    table.columns.iter().filter(|column| has(&column.label)).count()
}

/// Headings in a row that are of no column of the list.
fn others(row: &[Value], at: usize, columns: &[Option<usize>]) -> Vec<(usize, usize, String)> {
    let unknown = row
        .iter()
        .enumerate()
        .filter(|(column, cell)| !words(Some(cell)).is_empty() && !columns.contains(&Some(*column)));
    unknown.map(|(column, cell)| (at, column, words(Some(cell)).to_owned())).collect()
}

/// A heading as it is compared: without the star of what is needed.
fn heading(words: &str) -> String {
    folded(words.trim_end_matches('*'))
}

/// A list by its headings and the sheet's name, or by headings that no other list has.
fn by_headings<'a>(sheet: &ReadSheet, plan: &'a [FormSheet]) -> Option<List<'a>> {
    let own = planned(sheet, plan).and_then(|planned| match &planned.body {
        Body::Table(table) => Some(table),
        Body::Fields(_) => None,
    });
    for (at, row) in sheet.rows.iter().enumerate().take(TOP) {
        let filled = row.iter().filter(|cell| !words(Some(cell)).is_empty()).count();
        let table = match own {
            Some(table) => Some(table).filter(|table| {
                let labelled = labelled(table, row);
                labelled > 1 && labelled * 2 > filled.min(table.columns.len())
            }),
            None => {
                let whole: Vec<&Table> = tables(plan)
                    .map(|(_, table)| table)
                    .filter(|table| filled > 1 && labelled(table, row) == filled)
                    .collect();
                match whole[..] {
                    [only] => Some(only),
                    _ => None,
                }
            }
        };
        let Some(table) = table else { continue };
        let place = |label: &str| row.iter().position(|cell| heading(words(Some(cell))) == folded(label));
        let columns: Vec<Option<usize>> = table.columns.iter().map(|column| place(&column.label)).collect();
        let unknown = others(row, at, &columns);
        return Some(List { table, first: at + 1, columns, unknown });
    }
    None
}
