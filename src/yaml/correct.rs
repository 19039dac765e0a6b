//! Values that are nearly right: what the person meant, to copy.
//!
//! In: the words of a value. Out: the corrected words, or nothing where there is no telling. Nothing here changes a
//! value: a date or a telephone number that was put right without a word would be printed unseen.

use crate::law::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date in another order or spelling, as `2026-09-01`. The day comes first, as it does in Britain; a year of two
/// digits is one of this century.
pub(super) fn date(words: &str) -> Option<Date> {
    let lower = words.trim().to_lowercase();
    let parts: Vec<&str> = lower.split(['/', '.', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    // "Tuesday 1 September 2026" and "1st of September 2026" too.
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.ends_with("day") && *part != "of").collect();
    let [first, second, third] = parts[..] else { return None };
    if first.len() == 4 {
        return Date::new(number(first)?, month(second)?, number(third)?);
    }
    let year = match third.len() {
        2 => 2000 + number::<i16>(third)?,
        4 => number(third)?,
        _ => return None,
    };
    match number::<i8>(without_ending(first)) {
        Some(day) => Date::new(year, month(second)?, day),
        // "September 1, 2026"
        None => Date::new(year, month(first)?, number(without_ending(second))?),
    }
}

fn month(words: &str) -> Option<i8> {
    let named = MONTHS.iter().position(|month| words.starts_with(month)).and_then(|at| i8::try_from(at + 1).ok());
    named.or_else(|| number(words))
}

/// `1st` without its ending.
fn without_ending(words: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words)
}

fn number<N: std::str::FromStr>(words: &str) -> Option<N> {
    words.bytes().all(|byte| byte.is_ascii_digit()).then(|| words.parse().ok()).flatten()
}

/// A telephone number that has lost its leading zero, with the zero.
pub(super) fn phone(words: &str) -> Option<String> {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let only_digits = words.chars().all(|c| c.is_ascii_digit() || c == ' ');
    (only_digits && digits == 10 && !words.starts_with('0')).then(|| format!("0{words}"))
}

/// The words between curly quotation marks, if they stand between such marks.
pub(super) fn between_curly_quotes(words: &str) -> Option<&str> {
    let inner = words.strip_prefix(['“', '”', '‘', '’', '„'])?.strip_suffix(['“', '”', '’', '‘'])?;
    // “One” and “two” are two quotations, not one value in marks.
    (!inner.contains(['“', '”'])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_any_british_order_or_spelling_is_understood() {
        let first = Date::new(2026, 9, 1);
        assert_eq!(date("1/9/2026"), first);
        assert_eq!(date("01.09.26"), first);
        assert_eq!(date("1st September 2026"), first);
        assert_eq!(date("Tuesday 1 Sept 2026"), first);
        assert_eq!(date("September 1, 2026"), first);
        assert_eq!(date("2026/9/1"), first);
        assert_eq!(date("2026-9-1"), first);
    }

    #[test]
    fn what_is_no_day_is_not_made_one() {
        assert_eq!(date("31/2/2026"), None);
        assert_eq!(date("9/13/2026"), None);
        assert_eq!(date("September 2026"), None);
        assert_eq!(date("soon, I hope"), None);
        assert_eq!(date("99999999999/1/1"), None);
    }

    #[test]
    fn a_telephone_number_gets_its_zero_back() {
        assert_eq!(phone("1632960123").as_deref(), Some("01632960123"));
        assert_eq!(phone("1632 960 123").as_deref(), Some("01632 960 123"));
        assert_eq!(phone("01632960123"), None);
    }

    #[test]
    fn curly_quotation_marks_are_seen_around_a_value_only() {
        assert_eq!(between_curly_quotes("“Oakfield”"), Some("Oakfield"));
        assert_eq!(between_curly_quotes("“Aspire” and “achieve”"), None);
        assert_eq!(between_curly_quotes("St Mary’s"), None);
    }
}
