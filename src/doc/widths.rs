//! How wide each column of a table should be, so that the PDF and the DOCX of one document look alike.
//!
//! In: a [`Table`]. Out: a share of the page width for each column, adding up to 1.

use super::model::{Inline, Table, plain_text};

/// How many characters of table text fit across the page, as near as a guess needs to be.
const ACROSS: f64 = 88.0;
/// A line of no more characters than this should not be broken: a date, a year group, a name.
const SHORT: f64 = 18.0;
/// What a column needs beside its words, in characters.
const PADDING: f64 = 4.0;
/// The same two where a table is set smaller, with less space between its columns.
const ACROSS_SMALL: f64 = 112.0;
const PADDING_SMALL: f64 = 2.0;

/// Whether the longest words of a table's columns do not fit beside each other, so that it is to be set smaller.
pub fn is_tight(table: &Table) -> bool {
    let columns = 0..table.header.len();
    columns.map(|index| least_and_liked(table, index, PADDING, ACROSS).0).sum::<f64>() > ACROSS
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
    let widths: Vec<f64> = columns.iter().map(|(least, liked)| least + (liked - least) * granted).collect();
    let total: f64 = widths.iter().sum();
    widths.iter().map(|width| width / total).collect()
}

/// The width, in characters, that a column cannot do without, and the width it would like to have.
fn least_and_liked(table: &Table, index: usize, padding: f64, across: f64) -> (f64, f64) {
    let cells = || std::iter::once(&table.header).chain(&table.rows).filter_map(|row| row.get(index));
    let lines = cells().flat_map(|cell| cell.split(|inline| matches!(inline, Inline::LineBreak))).map(plain_text);
    let (mut word, mut line) = (1.0_f64, 1.0_f64);
    for text in lines {
        line = line.max(count(&text));
        word = text.split_whitespace().map(count).fold(word, f64::max);
    }
    let least = word.min(across / 3.0) + padding;
    // The power of three quarters, by square roots, which are exact on every system.
    let more = (line - SHORT).max(0.0).sqrt();
    let liked = line.min(SHORT) + more * more.sqrt();
    (least, least.max(liked + padding))
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
}
