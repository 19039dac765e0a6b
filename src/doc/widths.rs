//! How wide each column of a table should be, so that the PDF and the DOCX of one document look alike.
//!
//! In: a [`Table`]. Out: a share of the page width for each column, adding up to 1, and which columns hold numbers. Tables of a
//! document with the same header have the same widths ([`Alike`]).

use std::collections::BTreeMap;

use super::model::{BlockKind, Document, Inline, Table, plain_text};
use crate::text::{whole, with_whole_terms};

/// How many characters of table text fit across the page, as near as a guess needs to be.
const ACROSS: f64 = 88.0;
/// A line of no more characters than this should not be broken: a date, a year group, a name.
const SHORT: f64 = 18.0;
/// What a column needs beside its words, in characters.
const PADDING: f64 = 4.0;
/// The same two where a table is set smaller, with less space between its columns.
const ACROSS_SMALL: f64 = 112.0;
const PADDING_SMALL: f64 = 2.0;

/// How much wider a single word of a table set smaller can be than words are on the whole: bold, with capitals and digits. Over a
/// paragraph that evens out; over a date that is to stay on one line it does not.
const WIDER_THAN_MOST: f64 = 1.2;
/// No column is widened beyond this share for a single word, and for an email address.
const MOST_FOR_A_WORD: f64 = 1.0 / 3.0;
const MOST_FOR_EMAIL: f64 = 0.45;

/// How much longer prose is on broken lines, whose ends stay empty.
const LOST_TO_BREAKS: f64 = 1.08;
/// The search for a lower table ends after as many moves.
const MOST_MOVES: usize = 60;

/// Words beside numbers in a column of them, "fewer than 5", are no longer than this.
const INSTEAD_OF_A_NUMBER: usize = 14;

/// The tables of a document, those with the same header as one: side by side or pages apart, they are to look alike.
#[derive(Default)]
pub struct Alike(BTreeMap<Vec<String>, Table>);

impl Alike {
    /// The tables of a document.
    pub fn of(document: &Document) -> Alike {
        let mut alike = Alike::default();
        for block in document.blocks() {
            let table = match &block.kind {
                BlockKind::Table(table) => Some(table),
                BlockKind::Picture(picture) => picture.table.as_ref(),
                _ => None,
            };
            let Some(table) = table else { continue };
            let first = || Table { caption: Vec::new(), header: table.header.clone(), rows: Vec::new() };
            alike.0.entry(header(table)).or_insert_with(first).rows.extend(table.rows.iter().cloned());
        }
        alike
    }

    /// The rows of all tables with the header of this one, as one table: what widths and size are to be worked out from.
    pub fn with<'a>(&'a self, table: &'a Table) -> &'a Table {
        self.0.get(&header(table)).unwrap_or(table)
    }
}

fn header(table: &Table) -> Vec<String> {
    table.header.iter().map(|cell| plain_text(cell)).collect()
}

/// Which columns hold numbers and nothing else but short words in place of one, such as "fewer than 5". The first names the rows and is
/// never among them.
pub fn numeric_columns(table: &Table) -> Vec<bool> {
    (0..table.header.len()).map(|index| index > 0 && is_numeric(table, index)).collect()
}

fn is_numeric(table: &Table, index: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.get(index)).map(|cell| plain_text(cell).trim().to_owned());
    let filled: Vec<String> = cells.filter(|words| !words.is_empty()).collect();
    let is_short = |words: &String| words.chars().count() <= INSTEAD_OF_A_NUMBER;
    let with_digit = filled.iter().filter(|words| words.contains(|c: char| c.is_ascii_digit())).count();
    filled.iter().any(|words| is_number(words)) && filled.iter().all(is_short) && with_digit * 2 >= filled.len()
}

/// Whether words are a number alone: `1,204`, `£9.50`, `87%`. What begins with a nought, such as a telephone number, is not.
fn is_number(words: &str) -> bool {
    let digits = words.strip_prefix('£').unwrap_or(words);
    let digits = digits.strip_suffix('%').unwrap_or(digits).trim_end();
    let ends_in_digits =
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.ends_with(|c: char| c.is_ascii_digit());
    let is_code = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    ends_in_digits && !is_code && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
}

/// Whether the longest words of a table's columns do not fit beside each other, so that it is to be set smaller.
pub fn is_tight(table: &Table) -> bool {
    let columns = 0..table.header.len();
    columns.map(|index| least_and_liked(table, index, PADDING, ACROSS).0).sum::<f64>() > ACROSS
}

/// How many characters stand on a line of each column, one that is set smaller with less certainty: what is no longer can be kept whole.
pub fn room_in_columns(table: &Table) -> Vec<usize> {
    let (padding, across, certain) =
        if is_tight(table) { (PADDING_SMALL, ACROSS_SMALL, 0.85) } else { (PADDING, ACROSS, 1.0) };
    column_widths(table).iter().map(|share| ((share * across - padding) * certain).round().max(0.0) as usize).collect()
}

/// The share of the width that each column gets, in order; the shares add up to 1.
///
/// No column gets less than its longest word needs. What is left over is shared out by what each would like to have:
/// short lines unbroken, and for prose more room the longer it is, though ever less for each further word.
pub fn column_widths(table: &Table) -> Vec<f64> {
    let (padding, across) = if is_tight(table) { (PADDING_SMALL, ACROSS_SMALL) } else { (PADDING, ACROSS) };
    let columns: Vec<(f64, f64)> =
        (0..table.header.len().max(1)).map(|index| least_and_liked(table, index, padding, across)).collect();
    let least: f64 = columns.iter().map(|(least, _)| least).sum();
    let liked: f64 = columns.iter().map(|(_, liked)| liked).sum();
    let granted = if liked > least { ((across - least) / (liked - least)).clamp(0.0, 1.0) } else { 0.0 };
    let mut widths: Vec<f64> = columns.iter().map(|(least, liked)| least + (liked - least) * granted).collect();
    // What nobody asked for is shared out too; then the table is made as low as it can be.
    let spare = (across / widths.iter().sum::<f64>()).max(1.0);
    widths.iter_mut().for_each(|width| *width *= spare);
    lower(&mut widths, &floors(table, &columns, padding, across), &lengths(table), padding);
    let total: f64 = widths.iter().sum();
    widths.iter().map(|width| width / total).collect()
}

/// The least width of each column that also keeps its short lines whole, if together they leave room for the prose.
fn floors(table: &Table, columns: &[(f64, f64)], padding: f64, across: f64) -> Vec<f64> {
    let least = || columns.iter().map(|(least, _)| *least);
    let short = |index: usize| {
        let cells = std::iter::once(&table.header).chain(&table.rows).filter_map(|row| row.get(index));
        let lines = cells.flat_map(|cell| lines_of(cell)).filter(|length| *length <= SHORT);
        lines.fold(0.0_f64, f64::max) + padding
    };
    let whole: Vec<f64> = least().enumerate().map(|(index, least)| least.max(short(index))).collect();
    if whole.iter().sum::<f64>() <= across * 0.75 { whole } else { least().collect() }
}

/// The lengths of the lines of each cell, row by row.
fn lengths(table: &Table) -> Vec<Vec<Vec<f64>>> {
    std::iter::once(&table.header)
        .chain(&table.rows)
        .map(|row| row.iter().map(|cell| lines_of(cell)).collect())
        .collect()
}

fn lines_of(cell: &[Inline]) -> Vec<f64> {
    cell.split(|inline| matches!(inline, Inline::LineBreak)).map(|line| count(&held(line))).collect()
}

/// Moves width from column to column, no column below its floor, as long as that makes the table lower.
fn lower(widths: &mut [f64], floors: &[f64], rows: &[Vec<Vec<f64>>], padding: f64) {
    let mut height = height_of(widths, rows, padding);
    for _ in 0..MOST_MOVES {
        let mut best = None;
        for (from, to) in (0..widths.len()).flat_map(|from| (0..widths.len()).map(move |to| (from, to))) {
            for step in [1.0, 3.0, 8.0] {
                if from == to || widths[from] - step < floors[from] {
                    continue;
                }
                let mut moved = widths.to_vec();
                moved[from] -= step;
                moved[to] += step;
                let lower = height_of(&moved, rows, padding);
                if lower < best.as_ref().map_or(height, |(height, _)| *height) - 1e-9 {
                    best = Some((lower, moved));
                }
            }
        }
        let Some((lower, moved)) = best else { return };
        height = lower;
        widths.copy_from_slice(&moved);
    }
}

/// About how many lines high a table is, and a little for the room that its words take, so that what is even is preferred.
fn height_of(widths: &[f64], rows: &[Vec<Vec<f64>>], padding: f64) -> f64 {
    let of_row = |row: &Vec<Vec<f64>>| {
        let (mut highest, mut all) = (1.0_f64, 0.0);
        for (cell, width) in row.iter().zip(widths) {
            let room = (width - padding).max(1.0);
            let taken = |length: &f64| if *length <= room { 1.0 } else { (length * LOST_TO_BREAKS / room).ceil() };
            highest = highest.max(cell.iter().map(taken).sum());
            all += cell.iter().map(|length| length / room).sum::<f64>();
        }
        highest + all * 0.05
    };
    rows.iter().map(of_row).sum()
}

/// The width, in characters, that a column cannot do without, and the width it would like to have.
fn least_and_liked(table: &Table, index: usize, padding: f64, across: f64) -> (f64, f64) {
    let cells = || std::iter::once(&table.header).chain(&table.rows).filter_map(|row| row.get(index));
    let lines = cells().flat_map(|cell| cell.split(|inline| matches!(inline, Inline::LineBreak))).map(held);
    let (mut word, mut line) = (1.0_f64, 1.0_f64);
    for text in lines {
        line = line.max(count(&text));
        word = text.split([' ', '\n', '\t']).map(|piece| least_for(piece, across)).fold(word, f64::max);
    }
    let least = word + padding;
    // The power of three quarters, by square roots, which are exact on every system.
    let more = (line - SHORT).max(0.0).sqrt();
    let liked = line.min(SHORT) + more * more.sqrt();
    (least, least.max(liked + padding))
}

/// The width that a piece without a break cannot do without. An email address has no place to break at; a web address has several.
fn least_for(piece: &str, across: f64) -> f64 {
    let wide = if across > ACROSS { count(piece) * WIDER_THAN_MOST } else { count(piece) };
    wide.min(across * if piece.contains('@') { MOST_FOR_EMAIL } else { MOST_FOR_A_WORD })
}

/// The words of a line with no-break spaces where the formats break none: in dates, in telephone numbers and the like.
fn held(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Link { target, text } if target.starts_with("tel:") => words.push_str(&whole(&plain_text(text))),
            Inline::Strong(inner) | Inline::Emphasis(inner) => words.push_str(&held(inner)),
            other => words.push_str(&plain_text(std::slice::from_ref(other))),
        }
    }
    with_whole_terms(&words)
}

fn count(text: &str) -> f64 {
    text.chars().count() as f64
}

#[cfg(test)]
mod tests {
    use super::column_widths;
    use crate::doc::model::{Cell, Inline, Table};

    fn cell(words: &str) -> Cell {
        vec![Inline::Text(words.to_owned())]
    }

    #[test]
    fn a_date_keeps_its_line_and_prose_gets_the_rest() {
        let table = Table {
            caption: Vec::new(),
            header: vec![cell("When"), cell("What")],
            rows: vec![vec![cell("15 October 2026"), cell(&"many words ".repeat(30))]],
        };
        let widths = column_widths(&table);
        assert!((widths.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(widths[0] * super::ACROSS >= 15.0 && widths[0] < 0.3, "{widths:?}");
    }

    #[test]
    fn only_a_table_whose_words_do_not_fit_is_set_smaller() {
        let table = |word: &str| {
            let row: Vec<Cell> = (0..9).map(|_| cell(word)).collect();
            Table { caption: Vec::new(), header: row.clone(), rows: vec![row] }
        };
        assert!(!super::is_tight(&table("BM 1")));
        assert!(super::is_tight(&table("2024-25 HT 1/2")));
    }
    #[test]
    fn a_date_keeps_its_line_in_a_table_set_smaller_too() {
        let row = |words: [&str; 6]| words.map(cell).to_vec();
        let table = Table {
            caption: Vec::new(),
            header: row(["Date", "Year groups", "Encounter", "About", "Who takes part", "Counts for the duty"]),
            rows: vec![row([
                "30 September 2026",
                "Years 10 and 11",
                "Supported apprenticeship and internship morning, with Anvil Training and Calderdene College",
                "technical education and apprenticeships",
                "everyone attends",
                "yes, second phase",
            ])],
        };
        assert!(super::is_tight(&table));
        // Bold, a date of 17 characters is some 90 of the 482 points of the page wide, and has 6 points round it.
        assert!(column_widths(&table)[0] * 482.0 >= 96.0, "{:?}", column_widths(&table));
    }
}
