//! The list as a table for a spreadsheet.
//!
//! In: [`Due`]s in order. Out: CSV after RFC 4180, with a byte-order mark, without which Excel takes it for an old Windows file.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, even out of a CSV file, and even after a character that shows
//! nothing, which it drops; and the words come from other people's files. So words that do not begin with a letter, a digit or one of the
//! signs that names and paths begin with get an apostrophe before them.

use super::list::{Due, Status};
use crate::text::shows_nothing;

/// The list as CSV.
pub fn due_csv(list: &[Due]) -> String {
    let mut csv = "\u{feff}due,status,days,school,document,file,field\r\n".to_owned();
    for due in list {
        let status = match due.status {
            Status::Overdue => "overdue",
            Status::ToCome => "to come",
            Status::NoDate => "no date",
        };
        // The number is ours, so its minus sign stays.
        let (day, days) =
            due.due.zip(due.days).map_or_else(Default::default, |(day, days)| (day.to_string(), days.to_string()));
        let words = [&due.school, due.name, &due.file, &due.field].map(cell).join(",");
        csv.push_str(&format!("{day},{status},{days},{words}\r\n"));
    }
    csv
}

/// The signs that a name or a path may begin with, none of which begins a formula.
const SIGNS: &str = "'\"‘“(#./\\_&~";

/// Words as a cell.
fn cell(words: &str) -> String {
    let is_harmless = |first: char| first.is_alphanumeric() && !shows_nothing(first) || SIGNS.contains(first);
    let harmless = if words.chars().next().is_none_or(is_harmless) { words.to_owned() } else { format!("'{words}") };
    if harmless.contains([',', ';', '"', '\n', '\r', '\t']) || harmless.trim() != harmless {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn words_that_would_be_a_formula_are_words() {
        assert_eq!(cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(cell(" -1"), "' -1");
        assert_eq!(cell("St Mary's"), "St Mary's");
        for hidden in
            ["\u{feff}=1", "\u{200b}=1", "\u{2060}+1", "\u{ad}-1", "\u{a0}@A", "\u{ff1d}1", "\u{2212}1", "\u{180e}=1"]
        {
            assert_eq!(cell(hidden).trim_matches('"'), format!("'{hidden}"));
        }
        for plain in ["", "../schools/a.yaml", "/home/a.yaml", "“Oak”", "Ysgol", "5 Ways"] {
            assert_eq!(cell(plain), plain);
        }
    }

    #[test]
    fn commas_and_quotation_marks_stay_in_their_cell() {
        assert_eq!(cell("Ash, \"Beech\" & Co"), "\"Ash, \"\"Beech\"\" & Co\"");
    }
}
