//! How wide each column of a table should be, so that the PDF and the DOCX of one document look alike.
//!
//! In: a [`Table`]. Out: a share of the page width for each column, adding up to 1.

use super::model::{Inline, Table, plain_text};

/// How many characters of table text fit across the page, as near as a guess needs to be.
const ACROSS: f64 = 92.0;
/// A column whose longest line has no more characters than this gets room for all of it: a date, a year group, a name.
const SHORT: f64 = 18.0;
/// What a column needs beside its words, in characters.
const PADDING: f64 = 3.0;

/// The share of the width that each column gets, in order; the shares add up to 1.
///
/// Short columns get what they need and are not broken. The long ones share what is left by the square root of their
/// longest cell, so that prose gets more room without starving its neighbours, and none gets less than its longest word.
pub fn column_widths(table: &Table) -> Vec<f64> {
    let columns: Vec<Column> = (0..table.header.len().max(1)).map(|index| Column::of(table, index)).collect();
    let short: f64 = columns.iter().filter(|column| column.is_short()).map(Column::least).sum();
    let weights: f64 = columns.iter().filter(|column| !column.is_short()).map(|column| column.longest_cell.sqrt()).sum();
    let left = (ACROSS - short).max(ACROSS / 2.0);
    let wishes: Vec<f64> = columns
        .iter()
        .map(|column| match column.is_short() {
            true => column.least(),
            false => (left * column.longest_cell.sqrt() / weights).max(column.least()),
        })
        .collect();
    let total: f64 = wishes.iter().sum();
    wishes.iter().map(|wish| wish / total).collect()
}

/// What is known of a column, in characters.
struct Column {
    longest_cell: f64,
    longest_line: f64,
    longest_word: f64,
}

impl Column {
    fn of(table: &Table, index: usize) -> Column {
        let mut column = Column { longest_cell: 1.0, longest_line: 1.0, longest_word: 1.0 };
        let header = table.header.get(index);
        for cell in header.into_iter().chain(table.rows.iter().filter_map(|row| row.get(index))) {
            column.longest_cell = column.longest_cell.max(count(&plain_text(cell)));
            // A heading may break; what stands below it in a short column may not.
            let is_header = header.is_some_and(|header| std::ptr::eq(header, cell));
            for line in cell.split(|inline| matches!(inline, Inline::LineBreak)) {
                let line = plain_text(line);
                if !is_header {
                    column.longest_line = column.longest_line.max(count(&line));
                }
                let words = line.split_whitespace().map(count);
                column.longest_word = words.fold(column.longest_word, f64::max);
            }
        }
        column
    }

    fn is_short(&self) -> bool {
        self.longest_line <= SHORT
    }

    /// The least width at which nothing breaks that should not.
    fn least(&self) -> f64 {
        let unbroken = if self.is_short() { self.longest_line.max(self.longest_word) } else { self.longest_word };
        unbroken.min(ACROSS / 3.0) + PADDING
    }
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
        assert!(widths[0] * 92.0 >= 16.0 && widths[0] < 0.25, "{widths:?}");
    }
}
