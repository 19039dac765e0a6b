//! Dates without a clock: the only user of jiff but for the clock itself, which `cli` reads once.
//!
//! In: ISO dates from a profile. Out: [`Date`], with the calendar arithmetic that reviews and windows need.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::Period;
use crate::text::MONTHS;

/// The years that a policy can speak of. A date outside them is a slip, and nothing needs to reckon with the ends of the calendar.
pub const YEARS: RangeInclusive<i16> = 1900..=2099;

/// A calendar day, written `2026-09-01`, in one of [`YEARS`]. Only reckoning leads past them, and no farther than the calendar goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(civil::Date);

impl Date {
    /// The day of that year, month and day of the month; nothing if there is no such day, or not in [`YEARS`].
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        civil::Date::new(year, month, day).ok().filter(|_| YEARS.contains(&year)).map(Date)
    }

    /// A day that every year has; that of the calendar's last year for a year past its end.
    fn of_every_year(year: i16, month: i8, day: i8) -> Date {
        Date(civil::Date::constant(year.clamp(civil::Date::MIN.year(), civil::Date::MAX.year()), month, day))
    }

    /// The last day of a month that is written in words: "July 2027".
    pub fn last_of_month_named(words: &str) -> Option<Date> {
        let (month, year) = words.trim().split_once(' ')?;
        let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))?;
        let first = Date::new(year.trim().parse().ok()?, i8::try_from(month + 1).ok()?, 1)?;
        Some(Date(first.0.last_of_month()))
    }

    /// The first day of its month.
    pub fn first_of_month(self) -> Date {
        Date(self.0.first_of_month())
    }

    /// The last day of its month.
    pub fn last_of_month(self) -> Date {
        Date(self.0.last_of_month())
    }

    /// The 28th of February of that year, on which a key phase ends, in leap years too.
    pub fn twenty_eighth_of_february(year: i16) -> Date {
        Date::of_every_year(year, 2, 28)
    }

    /// The 1st of September of that year, by which every school year has begun.
    pub fn first_of_september(year: i16) -> Date {
        Date::of_every_year(year, 9, 1)
    }

    /// The year of the day.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The 1st of August of that year, the first day that can belong to its school year.
    pub fn first_of_august(year: i16) -> Date {
        Date::of_every_year(year, 8, 1)
    }

    /// The calendar year in which the school year of this day began: 2026 for every day from 1 August 2026 to 31 July 2027. A school year
    /// begins with the first term after July (Education Act 1996, s.579(1)), so a school day in August belongs to the new one.
    pub fn school_year(self) -> i16 {
        if self.0.month() >= 8 { self.0.year() } else { self.0.year() - 1 }
    }

    /// How many days have gone by since the 1st of September of its school year: none on that day, or in August before it.
    pub fn day_of_school_year(self) -> i32 {
        (self.0 - Date::first_of_september(self.school_year()).0).get_days().max(0)
    }

    /// The day so many days later; the last of the calendar where it has none.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(days.days()))
    }

    /// So many months later; the last day of the month where the month is shorter.
    pub fn plus_months(self, months: i32) -> Date {
        Date(self.0.saturating_add(months.months()))
    }

    /// So much later; the last day of the month where the month is shorter.
    pub fn plus(self, period: Period) -> Date {
        Date(self.0.saturating_add(period.months.months().days(period.days)))
    }

    /// How many days there are from this day to another; less than nothing if that day is before.
    pub fn days_until(self, other: Date) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// The day of the week, in English: "Tuesday".
    pub fn weekday(self) -> &'static str {
        match self.0.weekday() {
            civil::Weekday::Monday => "Monday",
            civil::Weekday::Tuesday => "Tuesday",
            civil::Weekday::Wednesday => "Wednesday",
            civil::Weekday::Thursday => "Thursday",
            civil::Weekday::Friday => "Friday",
            civil::Weekday::Saturday => "Saturday",
            civil::Weekday::Sunday => "Sunday",
        }
    }

    /// How many days the month of this day has.
    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }

    /// The month of this day by its name: "September".
    pub fn month_name(self) -> &'static str {
        usize::try_from(self.0.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
    }

    /// The day without hyphens, as calendars write it: `20260901`.
    pub fn compact(self) -> String {
        self.to_string().replace('-', "")
    }

    /// The day in words: "1 September 2026".
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.0.day(), self.month_name(), self.0.year())
    }
}

impl TryFrom<String> for Date {
    type Error = NoDate;

    fn try_from(text: String) -> Result<Date, NoDate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Date {
        Date(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// That words are no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{typed}` is not a date; write the year, the month and the day as {meant}", typed = .0, meant = example(.0))]
pub struct NoDate(String);

/// How the day is written that was most likely meant, the day before the month as in England.
fn example(text: &str) -> String {
    let parts: Vec<i16> = text.split(['/', '.', '-']).filter_map(|part| part.trim().parse().ok()).collect();
    let meant = match parts[..] {
        [day, month, year] if year > 1900 => {
            i8::try_from(month).ok().zip(i8::try_from(day).ok()).map(|(m, d)| (year, m, d))
        }
        _ => None,
    };
    meant
        .and_then(|(year, month, day)| Date::new(year, month, day))
        .map_or_else(|| "2026-09-01".to_owned(), |date| format!("{date}, if you mean {}", date.in_words()))
}

impl FromStr for Date {
    type Err = NoDate;

    /// Reads `2026-09-01` and nothing else.
    fn from_str(text: &str) -> Result<Date, NoDate> {
        let wrong = || NoDate(text.to_owned());
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(wrong()) };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return Err(wrong());
        }
        match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }
}

impl JsonSchema for Date {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date", "pattern": "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$", "examples": ["2026-09-01"]})
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_month_in_words_ends_with_its_last_day() {
        let last = |words| Date::last_of_month_named(words).map(|day| day.to_string());
        assert_eq!(last("July 2027").as_deref(), Some("2027-07-31"));
        assert_eq!(last("february 2028").as_deref(), Some("2028-02-29"));
        assert_eq!((last("ongoing"), last("termly from July 2027"), last("Summer 2027")), (None, None, None));
    }
}
