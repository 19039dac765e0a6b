//! What a cell of a list says, as somebody would have typed it.
//!
//! In: the value of a cell, and the field that its column is for. Out: words, nothing for an empty cell, or what is wrong with it.

use crate::register::telephone;
use crate::workbook::Value;

/// The words of a cell.
///
/// # Errors
/// What the spreadsheet has made of it that was not meant, in a sentence.
pub(super) fn words_of(value: &Value, field: &str) -> Result<Option<String>, String> {
    let words = match value {
        Value::Empty => return Ok(None),
        Value::Words(words) => words.trim().to_owned(),
        // Whole numbers have no decimals: a number of a school is one.
        Value::Number(number) => number.to_string(),
        Value::Truth(true) => "yes".to_owned(),
        Value::Truth(false) => "no".to_owned(),
        Value::Day(day) if field == "setting.year_groups" => {
            return Err(format!(
                "The spreadsheet has made the date {} of the year groups. Write them in words: 7 to 11.",
                day.in_words()
            ));
        }
        Value::Day(day) => day.to_string(),
    };
    if words.is_empty() {
        return Ok(None);
    }
    // A spreadsheet takes the zero off the front.
    Ok(Some(if field.ends_with(".phone") { telephone(&words).unwrap_or(words) } else { words }))
}

#[cfg(test)]
mod tests {
    use super::words_of;
    use crate::workbook::Value;

    #[test]
    fn a_cell_says_what_somebody_typed_into_it() {
        let said = |value: Value, field: &str| words_of(&value, field).unwrap();
        assert_eq!(said(Value::Number(100_001.0), "setting.urn").as_deref(), Some("100001"));
        assert_eq!(said(Value::Number(1_632_960_100.0), "setting.phone").as_deref(), Some("01632960100"));
        assert_eq!(said(Value::Words("  ".into()), "setting.name"), None);
        assert_eq!(said(Value::Truth(true), "setting.publicly_funded").as_deref(), Some("yes"));
        let day = Value::Day("2026-11-07".parse().unwrap());
        assert_eq!(said(day.clone(), "policy.approved_on").as_deref(), Some("2026-11-07"));
        assert!(words_of(&day, "setting.year_groups").is_err_and(|why| why.contains("7 to 11")));
    }
}
