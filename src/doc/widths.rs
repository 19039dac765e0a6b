//! How wide each column of a table should be, so that the PDF and the DOCX of one document look alike.
//!
//! In: a [`Table`]. Out: a share of the page width for each column, adding up to 1.

use super::model::{Cell, Table, plain_text};

/// The share of the width that each column gets, in order; the shares add up to 1.
///
/// A column's wish is the square root of its longest cell, so that long prose gets more room without starving the
/// short columns; no column gets so little that its longest word would break.
pub fn column_widths(table: &Table) -> Vec<f64> {
    let columns = table.header.len().max(1);
    let wishes: Vec<f64> = (0..columns)
        .map(|column| {
            let cells = || {
                std::iter::once(&table.header[..]).chain(table.rows.iter().map(Vec::as_slice)).filter_map(|row| row.get(column))
            };
            let longest_cell = cells().map(|cell| length(cell)).max().unwrap_or(1).max(1);
            let longest_word = cells().map(|cell| longest_word(cell)).max().unwrap_or(1).max(1);
            // About 85 characters of 10-point text fit on a line; a word needs its share of that.
            (longest_cell as f64).sqrt().max(longest_word as f64 * 0.62).clamp(3.0, 22.0)
        })
        .collect();
    let total: f64 = wishes.iter().sum();
    wishes.iter().map(|wish| wish / total).collect()
}

fn length(cell: &Cell) -> usize {
    plain_text(cell).chars().count()
}

fn longest_word(cell: &Cell) -> usize {
    plain_text(cell).split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}
