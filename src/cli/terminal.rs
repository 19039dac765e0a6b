//! What the commands share on the terminal: today's date, the loaded catalogue, and the printing of findings.

use std::io::IsTerminal;
use std::path::PathBuf;

use super::FAILED;
use crate::finding::{Context, Finding, Look, render_human};
use crate::job::{Workshop, Workshops};
use crate::law::{Date, Setting};
use crate::text::suggest;
use crate::write::Format;

/// The date given, or today: the one place where the clock is read.
pub(super) fn today(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::Zoned::now().date().into())
}

/// The catalogue with these packs over the built-in one, or the exit code after saying what is wrong with it.
pub(super) fn workshop(packs: &[PathBuf]) -> Result<Workshop, u8> {
    Workshop::load(packs).map_err(|(findings, sources)| {
        print_findings(&findings, &Context::of(&sources));
        FAILED
    })
}

/// The packs of the command line, loaded; the exit code after saying what is wrong with them.
pub(super) fn workshops(packs: &[PathBuf], formats: &[Format]) -> Result<Workshops, u8> {
    let workshops = Workshops::new(packs.to_vec(), formats.to_vec());
    if !packs.is_empty()
        && let Err(unloaded) = workshops.common()
    {
        print_findings(&unloaded.0, &Context::of(&unloaded.1));
        return Err(FAILED);
    }
    Ok(workshops)
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

/// Says what went wrong, and gives the exit code for it.
pub(super) fn fail(message: impl std::fmt::Display) -> u8 {
    complain!("careers-policy: {message}");
    FAILED
}

/// The setting of that name, or the exit code after saying which there are.
pub(super) fn setting(name: &str) -> Result<Setting, u8> {
    let id = name.trim().to_lowercase().replace(['-', ' '], "_");
    Setting::from_id(&id).ok_or_else(|| {
        let ids: Vec<&str> = Setting::kinds().map(Setting::id).collect();
        let near = suggest(&id, ids.iter().copied())
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_else(|| ".".to_owned());
        fail(format!("`{name}` is not a setting{near} The settings are: {}", ids.join(", ")))
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
