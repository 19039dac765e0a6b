//! What the commands print alike: findings, tables, numbers with their nouns.

use std::path::Path;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use super::say::{complain_as_it_is, print_as_it_is};
use crate::finding::{Context, Failure, Finding, Look, render_human, visible, visible_path};
use crate::text::replace_file;

/// Prints findings for people that are what a command was asked for, on the standard output, so that they can be sent into a file.
pub(super) fn report_findings(findings: &[Finding], context: &Context<'_>) {
    if !findings.is_empty() {
        print_as_it_is(&shown(findings, context, has_colour(&std::io::stdout())));
    }
}

/// Prints findings for people that stand in a command's way or go beside what it was asked for, on the error stream.
pub(super) fn print_findings(findings: &[Finding], context: &Context<'_>) {
    if !findings.is_empty() {
        complain_as_it_is(&shown(findings, context, has_colour(&std::io::stderr())));
    }
}

/// Whether a stream shows colours: as was asked for, or else by the terminal and the environment.
pub(super) fn has_colour(stream: &impl RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Prints a text that a command was asked for, or writes it whole into a file.
pub(super) fn deliver(text: &str, output: Option<&Path>, print: impl Fn(&str)) -> Result<(), Failure> {
    let Some(path) = output else {
        print(text);
        return Ok(());
    };
    replace_file(path, text.as_bytes()).map_err(|error| Failure::writing(path, error))?;
    say!("{} is written.", visible_path(path));
    Ok(())
}

fn shown(findings: &[Finding], context: &Context<'_>, colour: bool) -> String {
    format!("{}\n\n", render_human(findings, context, Look { colour, ..Look::default() }).trim_end())
}

/// Prints a text for another program to read, with one line end after it.
pub(super) fn print_text(text: &str) {
    print_as_it_is(&format!("{}\n", text.trim_end()));
}

/// The same of JSON: what has power over a terminal, or cannot be seen, is written as JSON writes it in letters.
pub(super) fn print_json(text: &str) {
    let mut letters = String::with_capacity(text.len());
    for character in text.chars() {
        // All that is not in a string is ASCII, and JSON has written the first control characters so already.
        match character > '~' && visible(character.encode_utf8(&mut [0; 4])) != character.to_string() {
            true => letters.push_str(&format!("\\u{:04x}", u32::from(character))),
            false => letters.push(character),
        }
    }
    print_text(&letters);
}

/// Prints a table: columns as wide as they must be, numbers to the right.
pub(super) fn print_table<const N: usize>(header: &[&str; N], rows: &[[String; N]]) {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.to_vec()).collect();
    say!("{}", column_table(header, &rows).trim_end_matches('\n'));
}

/// A table as text, each row a line.
pub(super) fn column_table(header: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([header[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..header.len()).map(width).collect();
    let line = |cells: &[&str]| {
        let padded = cells.iter().zip(&widths).map(|(cell, width)| {
            let is_number = cell.chars().all(|c| c.is_ascii_digit() || c == '–');
            if is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    let lines = rows.iter().map(|row| line(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    line(header) + &lines.collect::<String>()
}

/// A number with its noun: "no gaps", "1 gap", "2 gaps".
pub(super) fn counted(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// Our own words in a cell of a Markdown table.
pub(super) fn cell(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
