//! What the commands print alike: findings, tables, numbers with their nouns.

use std::io::IsTerminal;

use super::say::{complain_as_it_is, print_as_it_is};
use crate::finding::{Context, Finding, Look, render_human, visible};

/// Prints findings for people that are what a command was asked for, on the standard output, so that they can be sent into a file.
pub(super) fn report_findings(findings: &[Finding], context: &Context<'_>) {
    if !findings.is_empty() {
        print_as_it_is(&shown(findings, context, std::io::stdout().is_terminal()));
    }
}

/// Prints findings for people that stand in a command's way or go beside what it was asked for, on the error stream.
pub(super) fn print_findings(findings: &[Finding], context: &Context<'_>) {
    if !findings.is_empty() {
        complain_as_it_is(&shown(findings, context, std::io::stderr().is_terminal()));
    }
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
