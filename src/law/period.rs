//! A length of time as people write it: `90d`, `12w`, `6m`, `1y`.
//!
//! In: such words. Out: [`Period`], which [`Date::plus`](super::Date::plus) adds to a day.

use std::str::FromStr;

/// The longest period, in its own unit: a century of years, and of the others more than anybody plans.
const LONGEST: u16 = 36_525;

/// A length of time in days and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The days of it.
    pub days: i32,
    /// The months of it.
    pub months: i32,
}

/// That words are no length of time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a length of time; write 90d, 12w, 6m or 1y")]
pub struct NoPeriod(String);

impl FromStr for Period {
    type Err = NoPeriod;

    /// Reads a whole number and a unit: days, weeks, months or years.
    fn from_str(text: &str) -> Result<Period, NoPeriod> {
        let wrong = || NoPeriod(text.to_owned());
        let text = text.trim();
        let unit = text.chars().next_back().ok_or_else(wrong)?;
        let number = text.strip_suffix(unit).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
        let number: u16 = number.and_then(|digits| digits.parse().ok()).ok_or_else(wrong)?;
        if number > LONGEST {
            return Err(wrong());
        }
        let number = i32::from(number);
        match unit.to_ascii_lowercase() {
            'd' => Ok(Period { days: number, months: 0 }),
            'w' => Ok(Period { days: number * 7, months: 0 }),
            'm' => Ok(Period { days: 0, months: number }),
            'y' => Ok(Period { days: 0, months: number * 12 }),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;
    use crate::law::Date;

    fn later(period: &str) -> String {
        let day: Date = "2026-08-31".parse().expect("this is a date");
        day.plus(period.parse().expect("this is a period")).to_string()
    }

    #[test]
    fn days_weeks_months_and_years_are_added() {
        assert_eq!(later("90d"), "2026-11-29");
        assert_eq!(later("2w"), "2026-09-14");
        assert_eq!(later("6m"), "2027-02-28");
        assert_eq!(later("1Y"), "2027-08-31");
        assert_eq!(later("0d"), "2026-08-31");
    }

    #[test]
    fn what_is_no_length_of_time_is_refused() {
        for text in ["", "d", "90", "-3d", "+3d", "1.5y", "3 d", "90h", "65536d", "40000w", "é"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
