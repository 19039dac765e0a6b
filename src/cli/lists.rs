//! `catalogue --clauses`, `--codes` and `--fields`: everything of one kind in a list, for people, as a Markdown table, as a workbook, or as JSON.
//!
//! In: the catalogue. Out: it is printed. `explain` says more about each.

use serde::Serialize;

use super::args::{CatalogueArgs, CatalogueFormat};
use super::print::{cell, print_json};
use crate::catalogue::{Catalogue, Clause, Duty};
use crate::finding::{CODES, Code};
use crate::law::Setting;
use crate::profile::{field_help, field_paths};
use crate::workbook::{Cell, Sheet, Workbook};

/// One thing in a list.
#[derive(Serialize)]
struct Row {
    name: String,
    title: String,
    /// What else is known of it: the requirements that a clause meets, an example of a field's answer.
    more: Vec<String>,
}

/// The list that was asked for, with its heading and that of what else is known; nothing if none was.
fn asked(
    catalogue: &Catalogue,
    only: Option<Setting>,
    args: &CatalogueArgs,
) -> Option<(&'static str, &'static str, Vec<Row>)> {
    if args.clauses {
        Some(("Clauses", "Meets", clauses(catalogue, only)))
    } else if args.codes {
        Some(("Codes", "", codes()))
    } else if args.fields {
        Some(("Fields", "For example", fields()))
    } else {
        None
    }
}

/// The list that was asked for as a workbook; nothing if none was.
pub(super) fn workbook(catalogue: &Catalogue, only: Option<Setting>, args: &CatalogueArgs) -> Option<Workbook> {
    let (heading, more, rows) = asked(catalogue, only, args)?;
    let columns = [("Name", 44), ("What it is", 80), (more, 44)];
    let columns = if more.is_empty() { &columns[..2] } else { &columns };
    let row = |row: Row| {
        let cells = [row.name, row.title, row.more.join("\n")].map(|words| Cell::from(words.as_str()));
        cells.into_iter().take(columns.len()).collect()
    };
    let sheet = Sheet::table(heading, columns, rows.into_iter().map(row).collect());
    Some(Workbook { title: heading.to_owned(), sheets: vec![sheet] })
}

/// Prints the list that was asked for; nothing if none was.
pub(super) fn print(catalogue: &Catalogue, only: Option<Setting>, args: &CatalogueArgs) -> bool {
    let Some((heading, more, rows)) = asked(catalogue, only, args) else { return false };
    match args.format {
        CatalogueFormat::Human | CatalogueFormat::Xlsx => print_human(&rows),
        CatalogueFormat::Md => print_markdown(heading, more, &rows),
        CatalogueFormat::Json => print_json(&serde_json::to_string_pretty(&rows).unwrap_or_default()),
    }
    true
}

/// The clauses that say what is asked of the setting, or all.
fn clauses(catalogue: &Catalogue, only: Option<Setting>) -> Vec<Row> {
    let concerns = |setting: Setting, meets: &[String]| {
        let mut asked = meets.iter().filter_map(|id| catalogue.requirements.get(id));
        meets.is_empty() || asked.any(|requirement| requirement.duty_of(setting) != Duty::NotApplicable)
    };
    let clauses = catalogue.clauses.values();
    let listed = clauses.filter(|clause| only.is_none_or(|setting| concerns(setting, &clause.header.meets)));
    let row = |clause: &Clause| Row {
        name: clause.id.clone(),
        title: clause.header.title.clone(),
        more: clause.header.meets.clone(),
    };
    listed.map(row).collect()
}

fn codes() -> Vec<Row> {
    let row = |code: &Code| Row { name: code.id().to_owned(), title: code.title().to_owned(), more: Vec::new() };
    CODES.iter().map(row).collect()
}

fn fields() -> Vec<Row> {
    let row = |path: String| {
        let help = field_help(&path)?;
        let title = help.description.replace('\n', " ");
        Some(Row { name: path, title, more: help.example.into_iter().collect() })
    };
    field_paths().into_iter().filter_map(row).collect()
}

fn print_human(rows: &[Row]) {
    let width = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or_default();
    rows.iter().for_each(|row| say!("{:<width$}  {}", row.name, row.title));
    say!("\n`careers-policy explain NAME` says more about each.");
}

fn print_markdown(heading: &str, more: &str, rows: &[Row]) {
    let has_more = !more.is_empty();
    say!("# {heading}\n");
    match has_more {
        true => say!("| Name | What it is | {more} |\n| --- | --- | --- |"),
        false => say!("| Name | What it is |\n| --- | --- |"),
    }
    for row in rows {
        let more = if has_more { format!(" {} |", cell(&row.more.join(", "))) } else { String::new() };
        say!("| `{}` | {} |{more}", row.name, cell(&row.title));
    }
}
