//! What belongs together on a page, for the formats that have pages: a line and what it leads in, the rows of a table, a table and the
//! note under it.
//!
//! In: blocks of a document. Out: whether they are to be kept together, and about how many lines a table takes.
//!
//! Not here: how a format keeps them (`write`).

use super::model::{Block, BlockKind, Inline, Table, plain_text};

/// A paragraph of fewer characters that stands before a table without a caption, or as a note after any, is kept with it.
const SHORT: usize = 300;
/// Stressed words alone in a paragraph, and no more than these, are a heading in all but rank: "What we do".
const LABEL: usize = 60;
/// About as many characters of a table's text fit on a line as wide as the page.
const CHARACTERS_ON_A_LINE: f64 = 95.0;

/// Whether a paragraph leads in what follows it, as "How to complain:" does: neither stands alone on a page.
pub fn leads_in(words: &[Inline], next: Option<&BlockKind>) -> bool {
    let text = plain_text(words);
    match next {
        None => false,
        Some(BlockKind::Table(table)) if table.caption.is_empty() => text.len() < SHORT,
        Some(BlockKind::Heading(_)) => text.trim_end().ends_with(':'),
        Some(_) => text.trim_end().ends_with(':') || is_label(words, &text),
    }
}

fn is_label(words: &[Inline], text: &str) -> bool {
    let stressed = |inline: &Inline| matches!(inline, Inline::Strong(_) | Inline::Emphasis(_));
    !words.is_empty() && words.iter().all(stressed) && text.chars().count() <= LABEL
}

/// Whether what follows a table is a note to it: a short paragraph of the same clause that leads in nothing else.
pub fn is_note(table: &Block, next: Option<&Block>) -> bool {
    match next {
        Some(Block { clause, kind: BlockKind::Paragraph(words), .. }) => {
            let text = plain_text(words);
            clause.is_some() && *clause == table.clause && text.len() < SHORT && !text.trim_end().ends_with(':')
        }
        _ => false,
    }
}

/// About how many lines each row of a table takes in columns of these shares of the width.
pub fn lines_of_rows(table: &Table, widths: &[f64]) -> Vec<f64> {
    let lines = |row: &Vec<Vec<Inline>>| {
        let cells = row.iter().zip(widths).map(|(cell, width)| lines_of_cell(cell, *width));
        cells.fold(1.0, f64::max)
    };
    table.rows.iter().map(lines).collect()
}

fn lines_of_cell(cell: &[Inline], width: f64) -> f64 {
    let breaks = cell.iter().filter(|inline| **inline == Inline::LineBreak).count() as f64;
    let characters = plain_text(cell).chars().count() as f64;
    breaks + (characters / (CHARACTERS_ON_A_LINE * width).max(1.0)).ceil()
}

/// About how many lines rows take together: the space above and below each is about half a line.
pub fn height_of_rows(lines: &[f64]) -> f64 {
    lines.iter().map(|lines| lines + 0.5).sum()
}
