//! The words of a cell, on their way out of a workbook and into one.
//!
//! In: words as a program or a person put them there. Out: words with one sign for the end of a line, and without characters that nobody
//! can have meant. The breaks that Word and old computers put between lines are line ends. Other control characters are never dropped in
//! silence: a reader refuses them, as it does in a profile, and a writer shows where each stood.
//!
//! Not here: what the words mean.

use std::borrow::Cow;

use super::Value;

/// The most characters that a cell holds, as spreadsheets count them: in units of UTF-16.
pub(super) const LONGEST: usize = 32_767;

/// Words as a reader takes them.
///
/// # Errors
/// If there is a hidden control character in them, which is handed back.
pub(super) fn taken(words: &str) -> Result<Cow<'_, str>, char> {
    let words = with_line_ends(words);
    words.chars().find(|c| is_hidden(*c)).map_or(Ok(words), Err)
}

/// Words as a writer puts them down: the sign for what cannot be shown stands where a hidden control character was.
pub(super) fn put_down(words: &str) -> Cow<'_, str> {
    let words = with_line_ends(words);
    if words.contains(is_hidden) { words.replace(is_hidden, "\u{fffd}").into() } else { words }
}

/// How many characters words take, as spreadsheets count.
pub(super) fn length(words: &str) -> usize {
    words.encode_utf16().count()
}

/// A character that no XML, and no profile, can hold.
fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Words with a line feed for each end of a line: the other signs are those of Windows, of old computers, and of lines and pages in Word.
fn with_line_ends(words: &str) -> Cow<'_, str> {
    if words.contains(['\r', '\u{b}', '\u{c}', '\u{85}']) {
        words.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}'], "\n").into()
    } else {
        words.into()
    }
}

impl Value {
    /// What a person who reads the cell would type: a day as `2026-09-01`, a whole number without a point, yes or no. Nothing for an
    /// empty cell.
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Value::Empty => "".into(),
            Value::Words(words) => words.as_str().into(),
            Value::Number(number) => in_digits(*number).into(),
            Value::Day(day) => day.to_string().into(),
            Value::Truth(truth) => if *truth { "yes" } else { "no" }.into(),
        }
    }

    /// True if there is nothing in the cell but white space.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Words(words) => words.trim().is_empty(),
            Value::Number(_) | Value::Day(_) | Value::Truth(_) => false,
        }
    }
}

/// A number as spreadsheets show it, with as many digits as they keep: 0.1 + 0.2 is 0.3.
fn in_digits(number: f64) -> String {
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if kept == 0.0 { "0".to_owned() } else { kept.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{in_digits, put_down, taken};

    #[test]
    fn each_end_of_a_line_becomes_one_sign() {
        assert_eq!(taken("a\r\nb\rc\u{b}d\ne").as_deref(), Ok("a\nb\nc\nd\ne"));
    }

    #[test]
    fn a_hidden_character_is_refused_or_shown() {
        assert_eq!(taken("a\u{7}b"), Err('\u{7}'));
        assert_eq!(put_down("a\u{7}b\u{ffff}"), "a\u{fffd}b\u{fffd}");
    }

    #[test]
    fn a_number_has_the_digits_that_a_spreadsheet_shows() {
        let sum = 0.1 + 0.2;
        for (number, shown) in
            [(135_000.0, "135000"), (sum, "0.3"), (-2.5, "-2.5"), (-0.0, "0"), (1e15, "1000000000000000")]
        {
            assert_eq!(in_digits(number), shown);
        }
    }
}
