//! The list as a table for a spreadsheet.
//!
//! In: [`Due`]s in order. Out: CSV after RFC 4180, with a byte-order mark, without which Excel takes it for an old Windows file.

use super::list::Due;
use crate::text::csv_cell;

/// The list as CSV.
pub fn due_csv(list: &[Due]) -> String {
    let mut csv = "\u{feff}due,status,days,school,document,file,field,owner,email\r\n".to_owned();
    for due in list {
        let status = due.status.word();
        // The number is ours, so its minus sign stays.
        let (day, days) =
            due.due.zip(due.days).map_or_else(Default::default, |(day, days)| (day.to_string(), days.to_string()));
        let [owner, email] = [&due.owner, &due.email].map(|words| words.as_deref().unwrap_or_default());
        let words = [&due.school, due.name, &due.file, &due.field, owner, email].map(csv_cell).join(",");
        csv.push_str(&format!("{day},{status},{days},{words}\r\n"));
    }
    csv
}
