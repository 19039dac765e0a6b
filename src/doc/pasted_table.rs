//! Makes a table of Markdown even: a row with more cells than its header would lose them.
//!
//! In: lines of a text. Out: whether they begin with a table, and its rows as they must be written so that no cell is lost.

/// A table at the beginning of some lines.
pub(super) struct Loose {
    /// For each of its lines how it is to be written; none for one that stays as it is.
    pub(super) rows: Vec<Option<String>>,
}

/// The table that some lines begin with.
pub(super) fn loose_table(lines: &[&str]) -> Option<Loose> {
    let [header, delimiter, rest @ ..] = lines else { return None };
    if !header.contains('|') || !is_delimiter(delimiter) {
        return None;
    }
    let rows = rest.iter().take_while(|row| row.contains('|') && !row.trim().is_empty());
    let height = rows.clone().count();
    let widest = rows.chain([header]).map(|row| cells(row)).max().unwrap_or_default();
    let indent = &header[..header.len() - header.trim_start().len()];
    let mut written = vec![
        (cells(header) < widest).then(|| widened(header, widest)),
        Some(format!("{indent}|{}", " --- |".repeat(widest))),
    ];
    written.resize(height + 2, None);
    Some(Loose { rows: written })
}

fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.contains('|') && line.chars().all(|c| "|:- \t".contains(c))
}

/// How many cells a row has.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let bars = bars(row);
    let open = row.starts_with('|');
    let closed = row.len() > 1 && ends_with_bar(row);
    (bars + 1).saturating_sub(usize::from(open) + usize::from(closed))
}

/// How many bars of a row part its cells: those without a backslash before them.
fn bars(row: &str) -> usize {
    let mut escaped = false;
    row.chars()
        .filter(|c| {
            let parts = *c == '|' && !escaped;
            escaped = *c == '\\' && !escaped;
            parts
        })
        .count()
}

fn ends_with_bar(row: &str) -> bool {
    row.ends_with('|') && bars(row) > bars(&row[..row.len() - 1])
}

/// A row with empty cells at its end.
fn widened(row: &str, width: usize) -> String {
    let row = row.trim_end();
    let bar = if ends_with_bar(row) { "" } else { " |" };
    format!("{row}{bar}{}", "  |".repeat(width - cells(row)))
}

#[cfg(test)]
mod tests {
    use super::{cells, loose_table};

    #[test]
    fn cells_are_counted_as_markdown_counts_them() {
        let rows = ["| a | b |", "a | b", "|a|b", r"| a \| x | b |", "| a | |", "a | b |"];
        assert_eq!(rows.map(cells), [2; 6]);
    }

    #[test]
    fn the_header_is_made_as_wide_as_the_widest_row() {
        let table = loose_table(&["a | b", "--|--", "1 | 2 | 3", "4", ""]).unwrap();
        let rows: Vec<_> = table.rows.iter().map(Option::as_deref).collect();
        assert_eq!(rows, [Some("a | b |  |"), Some("| --- | --- | --- |"), None]);
        assert!(loose_table(&["a | b", "1 | 2"]).is_none());
    }
}
