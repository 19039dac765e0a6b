//! Words in a table for a spreadsheet.
//!
//! In: words, perhaps of a stranger. Out: a cell of a CSV file.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, even out of a CSV file, and even after a character that shows
//! nothing, which it drops; and the words come from other people's files. So words that do not begin with a letter, a digit or one of the
//! signs that names and paths begin with get an apostrophe before them.

use super::shows_nothing;

/// The signs that words may begin with, none of which begins a formula.
const SIGNS: &str = "'\"‘“`(#./\\_&~";

/// Words as a cell.
pub fn csv_cell(words: &str) -> String {
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
    use super::csv_cell;

    #[test]
    fn words_that_would_be_a_formula_are_words() {
        assert_eq!(csv_cell("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(csv_cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(csv_cell(" -1"), "' -1");
        assert_eq!(csv_cell("St Mary's"), "St Mary's");
        for hidden in
            ["\u{feff}=1", "\u{200b}=1", "\u{2060}+1", "\u{ad}-1", "\u{a0}@A", "\u{ff1d}1", "\u{2212}1", "\u{180e}=1"]
        {
            assert_eq!(csv_cell(hidden).trim_matches('"'), format!("'{hidden}"));
        }
        for plain in ["", "../schools/a.yaml", "/home/a.yaml", "“Oak”", "Ysgol", "5 Ways"] {
            assert_eq!(csv_cell(plain), plain);
        }
    }

    #[test]
    fn commas_and_quotation_marks_stay_in_their_csv_cell() {
        assert_eq!(csv_cell("Ash, \"Beech\" & Co"), "\"Ash, \"\"Beech\"\" & Co\"");
    }
}
