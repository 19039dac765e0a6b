//! A day, or the month of which no more is known.
//!
//! In: `2026-07-14` or `2026-07` from a profile. Out: [`DayOrMonth`], with its first and its last day for whoever reckons with it: which of
//! the two is the stricter, the reckoning says.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::date::{Date, NoDate};

/// A calendar day, written `2026-09-01`, or a month, written `2026-09`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DayOrMonth {
    first: Date,
    last: Date,
}

impl DayOrMonth {
    /// The first day that it can be.
    pub fn first(self) -> Date {
        self.first
    }

    /// The last day that it can be.
    pub fn last(self) -> Date {
        self.last
    }

    /// The month that is written in words: "July 2027".
    pub fn month_named(words: &str) -> Option<DayOrMonth> {
        Date::last_of_month_named(words).map(|last| DayOrMonth { first: last.first_of_month(), last })
    }

    /// In words: "1 September 2026", "September 2026".
    pub fn in_words(self) -> String {
        if self.first == self.last {
            self.first.in_words()
        } else {
            format!("{} {}", self.first.month_name(), self.first.year())
        }
    }
}

impl From<Date> for DayOrMonth {
    fn from(day: Date) -> DayOrMonth {
        DayOrMonth { first: day, last: day }
    }
}

impl FromStr for DayOrMonth {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<DayOrMonth, NoDate> {
        match format!("{text}-01").parse::<Date>() {
            Ok(first) => Ok(DayOrMonth { first, last: first.last_of_month() }),
            Err(_) => text.parse::<Date>().map(DayOrMonth::from),
        }
    }
}

impl TryFrom<String> for DayOrMonth {
    type Error = NoDate;

    fn try_from(text: String) -> Result<DayOrMonth, NoDate> {
        text.parse()
    }
}

impl From<DayOrMonth> for String {
    fn from(day: DayOrMonth) -> String {
        day.to_string()
    }
}

impl fmt::Display for DayOrMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first.to_string();
        let kept = if self.first == self.last { day.len() } else { "2026-07".len() };
        f.write_str(day.get(..kept).unwrap_or(&day))
    }
}

impl JsonSchema for DayOrMonth {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DayOrMonth".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": "^(19|20)[0-9]{2}-[0-9]{2}(-[0-9]{2})?$", "x-day-or-month": true, "examples": ["2026-09-01"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::DayOrMonth;

    #[test]
    fn a_month_has_a_first_and_a_last_day_and_keeps_its_writing() {
        let july: DayOrMonth = "2026-07".parse().unwrap();
        assert_eq!((july.first().to_string(), july.last().to_string()), ("2026-07-01".into(), "2026-07-31".into()));
        assert_eq!((july.to_string(), july.in_words()), ("2026-07".into(), "July 2026".into()));
        assert_eq!(DayOrMonth::month_named("July 2026"), Some(july));
        let day: DayOrMonth = "2026-07-14".parse().unwrap();
        assert_eq!((day.to_string(), day.in_words()), ("2026-07-14".into(), "14 July 2026".into()));
        assert!("2026-13".parse::<DayOrMonth>().is_err() && "2026".parse::<DayOrMonth>().is_err());
    }
}
