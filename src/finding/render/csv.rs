//! Findings as a table for a spreadsheet.
//!
//! In: the subjects of a run, and which gravities are to be shown. Out: CSV after RFC 4180, a row for each finding, in the order in which
//! people are told of them, with a byte-order mark, without which Excel takes it for an old Windows file.

use super::{Subject, visible};
use crate::finding::Gravity;
use crate::text::csv_cell;

/// The findings of these gravities as CSV.
pub fn render_csv(subjects: &[Subject], shown: &[Gravity]) -> String {
    let mut csv =
        "\u{feff}gravity,school,file,line,column,field,what,to write,why,requirement,clause,code\r\n".to_owned();
    for subject in subjects {
        for row in subject.rows.iter().filter(|row| shown.contains(&row.gravity)) {
            let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
            let to_write: Vec<&str> = row.label.iter().chain(&row.help).map(String::as_str).collect();
            let cells = [
                row.gravity.word(),
                subject.name.as_deref().unwrap_or_default(),
                row.file.as_deref().unwrap_or(&subject.file),
                &number(row.line),
                &number(row.column),
                row.field.as_deref().unwrap_or_default(),
                &row.title,
                &to_write.join("\n"),
                &row.notes.join("\n"),
                row.requirement.as_deref().unwrap_or_default(),
                row.clause.as_deref().unwrap_or_default(),
                row.code.id(),
            ];
            csv.push_str(&format!("{}\r\n", cells.map(|cell| csv_cell(&visible(cell))).join(",")));
        }
    }
    csv
}
