//! The words of an extract, cleaned of what files of this kind lose on their way.
//!
//! In: a field as it stands. Out: what it says, or nothing where it says that there is nothing.

use crate::law::{Date, LAST_YEAR, YearGroups};

/// What stands in a field that says nothing.
const NOTHING: [&str; 8] =
    ["not recorded", "not applicable", "not known", "does not apply", "none", "unknown", "n/a", "null"];

/// Words on one line; nothing where the field says that there is nothing.
pub(super) fn said(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty() && !NOTHING.contains(&words.to_lowercase().as_str())).then_some(words)
}

/// A number: `02`, `2` and `2.0` are one.
pub(super) fn number(words: &str) -> Option<u32> {
    let words = words.trim();
    words.strip_suffix(".0").unwrap_or(words).parse().ok()
}

/// A day: `31-08-2024`, or `31/08/2024` where another program saved the file.
pub(super) fn day(words: &str) -> Option<Date> {
    let parts: Vec<&str> = words.trim().split(['-', '/']).collect();
    let [day, month, year] = parts[..] else { return None };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A telephone number with the zero that a spreadsheet takes off its front.
pub fn telephone(words: &str) -> Option<String> {
    let words = said(words)?;
    let digits = words.bytes().all(|byte| byte.is_ascii_digit());
    Some(if digits && matches!(words.len(), 9 | 10) && !words.starts_with('0') { format!("0{words}") } else { words })
}

/// A web address with its scheme.
pub(super) fn website(words: &str) -> Option<String> {
    let words = said(words)?;
    let lower = words.to_lowercase();
    let has_scheme = lower.starts_with("http://") || lower.starts_with("https://");
    Some(if has_scheme { words } else { format!("https://{}", words.trim_start_matches('/')) })
}

/// The year groups between two statutory ages: from 11 Year 7, to 16 Year 11.
pub(super) fn years(low: u32, high: u32) -> Option<YearGroups> {
    let first = low.saturating_sub(4).min(u32::from(LAST_YEAR));
    let last = high.checked_sub(5)?.min(u32::from(LAST_YEAR));
    let (first, last) = (u8::try_from(first).ok()?, u8::try_from(last).ok()?);
    (high > low && first <= last).then(|| YearGroups::new(first..=last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_files_lose_is_put_back() {
        assert_eq!(telephone("2079460123").as_deref(), Some("02079460123"));
        assert_eq!(telephone("800123456").as_deref(), Some("0800123456"));
        assert_eq!(telephone("02079460123").as_deref(), Some("02079460123"));
        assert_eq!(telephone("01632 960100").as_deref(), Some("01632 960100"));
        assert_eq!(telephone(" "), None);
        assert_eq!(website("www.oakfield.example").as_deref(), Some("https://www.oakfield.example"));
        assert_eq!(website("HTTP://oakfield.example").as_deref(), Some("HTTP://oakfield.example"));
        assert_eq!(website("Not recorded"), None);
        assert_eq!((number("02"), number(" 2 "), number("2.0"), number("")), (Some(2), Some(2), Some(2), None));
        assert_eq!(day("31-08-2024"), day("31/08/2024"));
        assert_eq!(day("31-08-2024").map(|day| day.to_string()).as_deref(), Some("2024-08-31"));
        assert_eq!(day(""), None);
    }

    #[test]
    fn years_follow_from_the_statutory_ages() {
        for (low, high, meant) in [
            (11, 16, Some("7-11")),
            (11, 18, Some("7-13")),
            (13, 18, Some("9-13")),
            (14, 19, Some("10-14")),
            (4, 18, Some("0-13")),
            (2, 19, Some("0-14")),
            (16, 25, Some("12-14")),
            (14, 16, Some("10-11")),
            (0, 0, None),
            (16, 11, None),
        ] {
            assert_eq!(years(low, high).map(|years| years.written()).as_deref(), meant, "{low} to {high}");
        }
    }
}
