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

/// The share of the width that each column gets, in order; the shares add up to 1.
///
/// No column gets less than its longest word needs. What is left over is shared out by what each would like to have:
/// short lines unbroken, and for prose more room the longer it is, though ever less for each further word.
pub fn column_widths(table: &Table) -> Vec<f64> {
    let columns: Vec<(f64, f64)> = (0..table.header.len().max(1)).map(|index| least_and_liked(table, index)).collect();
    let least: f64 = columns.iter().map(|(least, _)| least).sum();
    let liked: f64 = columns.iter().map(|(_, liked)| liked).sum();
    let granted = if liked > least { ((ACROSS - least) / (liked - least)).clamp(0.0, 1.0) } else { 0.0 };
    let widths: Vec<f64> = columns.iter().map(|(least, liked)| least + (liked - least) * granted).collect();
    let total: f64 = widths.iter().sum();
    widths.iter().map(|width| width / total).collect()
}

/// The width, in characters, that a column cannot do without, and the width it would like to have.
fn least_and_liked(table: &Table, index: usize) -> (f64, f64) {
    let cells = || std::iter::once(&table.header).chain(&table.rows).filter_map(|row| row.get(index));
    let lines = cells().flat_map(|cell| cell.split(|inline| matches!(inline, Inline::LineBreak))).map(plain_text);
    let (mut word, mut line) = (1.0_f64, 1.0_f64);
    for text in lines {
        line = line.max(count(&text));
        word = text.split_whitespace().map(count).fold(word, f64::max);
    }
    let least = word.min(ACROSS / 3.0) + PADDING;
    // The power of three quarters, by square roots, which are exact on every system.
    let more = (line - SHORT).max(0.0).sqrt();
    let liked = line.min(SHORT) + more * more.sqrt();
    (least, least.max(liked + PADDING))
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
}
