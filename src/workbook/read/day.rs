//! Days in workbooks: numbers that a format shows as days, and days in words of the standard.
//!
//! In: a number and the first day that its file counts from, a format, or words. Out: a [`Date`], or nothing.
//!
//! Not here: days that a person typed as words.

use super::super::Value;
use crate::law::{Date, Period};

/// The formats without words of their own that show a day.
const DAY_FORMATS: [std::ops::RangeInclusive<u32>; 4] = [14..=17, 22..=22, 27..=36, 50..=58];

/// The day that a number stands for. Of the two ways to count, the older one has a 29 February 1900 that never was.
fn day_of(number: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..=200_000.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is within bounds; the time of day is left out")]
    let count = number.floor() as i32;
    let (first, days) = match (from_1904, count) {
        (true, days) => (Date::new(1904, 1, 1)?, days),
        (false, 1..=59) => (Date::new(1900, 1, 1)?, count - 1),
        (false, 61..) => (Date::new(1900, 1, 1)?, count - 2),
        (false, _) => return None,
    };
    let day = first.plus(Period { days, months: 0 });
    day.to_string().parse().ok()
}

/// A number, or the day that it is shown as.
pub(super) fn number_or_day(number: f64, is_day: bool, from_1904: bool) -> Value {
    let day = is_day.then(|| day_of(number, from_1904)).flatten();
    day.map_or(Value::Number(number), Value::Day)
}

/// The day of words such as `2026-09-01` or `2026-09-01T09:30:00`.
pub(super) fn day_in(words: &str) -> Option<Date> {
    words.split('T').next().and_then(|day| day.parse().ok())
}

/// Whether a format that every program knows by its number shows a day.
pub(super) fn shows_day(format: u32) -> bool {
    DAY_FORMATS.iter().any(|range| range.contains(&format))
}

/// Whether a format shows a day: it names a day or a year, or a month and neither hours nor seconds, outside quotes and brackets.
pub(super) fn shows_day_as(format: &str) -> bool {
    let mut signs = format.chars();
    let (mut day, mut month, mut time) = (false, false, false);
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            '"' => drop(signs.by_ref().find(|c| *c == '"')),
            '[' => drop(signs.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(signs.next()),
            // What follows is for other kinds of values.
            ';' => break,
            'd' | 'y' => day = true,
            'm' => month = true,
            'h' | 's' => time = true,
            _ => {}
        }
    }
    day || (month && !time)
}

#[cfg(test)]
mod tests {
    use super::{day_in, day_of, shows_day_as};

    #[test]
    fn a_number_is_a_day_by_either_count() {
        let day = |number, from_1904| day_of(number, from_1904).map(|day| day.to_string());
        assert_eq!(day(46_266.0, false).as_deref(), Some("2026-09-01"));
        assert_eq!(day(46_266.75, false).as_deref(), Some("2026-09-01"));
        assert_eq!(day(44_804.0, true).as_deref(), Some("2026-09-01"));
        assert_eq!(day(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
        for none in [60.0, 0.25, -1.0, f64::NAN, 1e300] {
            assert_eq!(day(none, false), None, "{none}");
        }
    }

    #[test]
    fn days_of_the_standard_are_read() {
        assert_eq!(day_in("2026-09-01T00:00:00").map(|day| day.to_string()).as_deref(), Some("2026-09-01"));
        assert_eq!(day_in("PT9H"), None);
    }

    #[test]
    fn a_format_shows_a_day_or_not() {
        for format in ["d mmmm yyyy", "[$-809]dd/mm/yy;@", "mmm-yy", "yyyy\\-mm\\-dd", "DD.MM.YYYY", "mmmm"] {
            assert!(shows_day_as(format), "{format}");
        }
        for format in ["General", "0.00", "#,##0;[Red]-#,##0", "hh:mm", "[h]:mm:ss", "0 \"days\"", "@", "mm:ss"] {
            assert!(!shows_day_as(format), "{format}");
        }
    }
}
