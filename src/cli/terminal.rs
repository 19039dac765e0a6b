//! What the commands share on the terminal: today's date, the loaded catalogue, and the printing of findings.

use std::io::IsTerminal;
use std::path::PathBuf;

use super::error::CommandError;
use crate::finding::{Context, Finding, Look, render_human};
use crate::job::{Libraries, Library};
use crate::law::{Date, Setting};
use crate::text::suggest;
use crate::write::Format;

/// The date given, or today: the one place where the clock is read.
pub(super) fn today(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::Zoned::now().date().into())
}

/// The catalogue with these packs over the built-in one.
pub(super) fn library(packs: &[PathBuf]) -> Result<Library, CommandError> {
    Ok(Library::load(packs, &[])?)
}

/// The libraries for these formats, those of the packs on the command line loaded at once, so that what is wrong with them is said first.
pub(super) fn libraries(packs: &[PathBuf], formats: &[Format]) -> Result<Libraries, CommandError> {
    let libraries = Libraries::new(packs.to_vec(), formats.to_vec());
    if !packs.is_empty() {
        libraries.common().map_err(CommandError::Unloadable)?;
    }
    Ok(libraries)
}

/// Prints findings for people, on the error stream.
pub(super) fn print_findings(findings: &[Finding], context: &Context<'_>) {
    if findings.is_empty() {
        return;
    }
    let look = Look { colour: std::io::stderr().is_terminal(), ..Look::default() };
    complain!("{}", render_human(findings, context, look).trim_end());
    complain!();
}

/// The setting of that name.
pub(super) fn setting(name: &str) -> Result<Setting, CommandError> {
    let id = name.trim().to_lowercase().replace(['-', ' '], "_");
    Setting::from_id(&id).ok_or_else(|| {
        let ids: Vec<&str> = Setting::kinds().map(Setting::id).collect();
        let near = suggest(&id, ids.iter().copied())
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_else(|| ".".to_owned());
        CommandError::refused(format!("`{name}` is not a setting{near} The settings are: {}", ids.join(", ")))
    })
}

/// Prints a table: columns as wide as they must be, numbers to the right.
pub(super) fn print_table<const N: usize>(header: &[&str; N], rows: &[[String; N]]) {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([header[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(width).collect();
    let line = |cells: &[&str; N]| {
        let padded = cells.iter().zip(&widths).map(|(cell, width)| {
            let is_number = cell.chars().all(|c| c.is_ascii_digit() || c == '–');
            if is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    say!("{}", line(header));
    for row in rows {
        say!("{}", line(&row.each_ref().map(String::as_str)));
    }
}

/// A number with its noun: "no gaps", "1 gap", "2 gaps".
pub(super) fn counted(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
