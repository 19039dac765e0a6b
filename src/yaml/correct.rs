//! Values that are written in another way than the file asks for, and mean one thing all the same.
//!
//! In: the words of a value. Out: what they mean, or why there is no telling.
//!
//! Nothing here changes a value: whoever reads one otherwise than it is written says so (`shape`).

use crate::law::{Date, LAST_YEAR, YEARS, YearGroups};
use crate::text::MONTHS;

/// Why words are not read as a day, with what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoDay {
    /// They are no date at all.
    Words,
    /// They hold a place for a date that is not known yet.
    Placeholder,
    /// They name a day that the calendar does not have: why not.
    NotInCalendar(String),
    /// They name a day in a year of which no policy speaks.
    FarYear(i16),
    /// They can be read in two ways, or leave something out: what is the matter, and what to write.
    Unclear(&'static str, String),
}

/// What stands where a date is not known yet, in small letters.
const PLACEHOLDERS: [&str; 26] = [
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be agreed",
    "to be announced",
    "to be decided",
    "to be determined",
    "to be set",
    "to be arranged",
    "to follow",
    "pending",
    "awaiting approval",
    "not yet approved",
    "not yet known",
    "not known",
    "unknown",
    "date",
    "dd/mm/yyyy",
    "yyyy-mm-dd",
    "insert date",
    "n/a",
    "n.a",
    "na",
    "none",
    "not applicable",
];

/// The day that some words name: in figures or with the month's name, the day before the month as in England, or the year first.
pub(super) fn date(words: &str) -> Result<Date, NoDay> {
    let lower = words.trim().to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    // "xx/xx/xxxx", "??", "--" and "__" hold a place as well.
    if PLACEHOLDERS.contains(&bare) || !bare.contains(|c: char| c.is_alphanumeric() && c != 'x') {
        return Err(NoDay::Placeholder);
    }
    let parts: Vec<&str> = lower.split(['/', '.', '-', '–', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let (days, parts): (Vec<&str>, Vec<&str>) = parts.into_iter().partition(|part| part.ends_with("day"));
    let parts: Vec<&str> = parts.into_iter().filter(|part| !matches!(*part, "of" | "the")).collect();
    let date = match parts[..] {
        [first, second, third] => of_three(first, second, third)?,
        [first, second] if month(first).is_some() && year(second).is_some() => return Err(without_day()),
        _ => return Err(NoDay::Words),
    };
    match days.first().filter(|day| **day != date.weekday().to_lowercase()) {
        Some(_) => Err(NoDay::Unclear(
            "the day of the week is not that of the date",
            format!("{} is a {}", date.in_words(), date.weekday()),
        )),
        None => Ok(date),
    }
}

/// The year groups of a school for these ages: 11 to 16 is Years 7 to 11. Only for ages of which the last is no year group, and so no year is meant.
pub(super) fn ages(words: &str) -> Option<YearGroups> {
    const OLDEST: u8 = 19;
    let numbers: Option<Vec<u8>> = words
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect();
    let [first, last] = numbers?[..] else { return None };
    let are_ages = (4..last).contains(&first) && (LAST_YEAR + 1..=OLDEST).contains(&last);
    are_ages.then(|| YearGroups::new(first - 4..=last - 5))
}

fn without_day() -> NoDay {
    NoDay::Unclear(
        "the day of the month is missing",
        "write the year, the month and the day, such as 2026-09-01".to_owned(),
    )
}

fn of_three(first: &str, second: &str, third: &str) -> Result<Date, NoDay> {
    if let Some(year) = year(first) {
        return day(year, month(second).ok_or(NoDay::Words)?, number(third).ok_or(NoDay::Words)?);
    }
    let (day_of, month_of) = match number::<i8>(without_ending(first)) {
        Some(day) => (day, month(second)),
        // "September 1, 2026"
        None => (number(without_ending(second)).ok_or(NoDay::Words)?, month(first)),
    };
    let month_of = month_of.ok_or(NoDay::Words)?;
    if let Some(year) = year(third) {
        return day(year, month_of, day_of);
    }
    match number::<i16>(third).filter(|_| third.len() == 2).map(|year| day(2000 + year, month_of, day_of)) {
        Some(Ok(date)) => Err(NoDay::Unclear(
            "the year has only two digits",
            format!("if {} is meant, write {date}", date.in_words()),
        )),
        Some(Err(why)) => Err(why),
        None => Err(NoDay::Words),
    }
}

/// The day of that year, month and day of the month.
fn day(year: i16, month: i8, day: i8) -> Result<Date, NoDay> {
    if let Some(date) = Date::new(year, month, day) {
        return Ok(date);
    }
    if !YEARS.contains(&year) {
        return Err(NoDay::FarYear(year));
    }
    Err(match (Date::new(year, month, 1), Date::new(year, day, month)) {
        (Some(first), _) => {
            let in_year = if month == 2 { format!(" {year}") } else { String::new() };
            NoDay::NotInCalendar(format!("{}{in_year} has {} days", first.month_name(), first.days_in_month()))
        }
        (None, Some(swapped)) => NoDay::Unclear(
            "the month stands before the day",
            format!("there is no month {month}; if {} is meant, write {swapped}", swapped.in_words()),
        ),
        (None, None) => NoDay::NotInCalendar(format!("there is no month {month}")),
    })
}

fn year(words: &str) -> Option<i16> {
    number(words).filter(|_| words.len() == 4)
}

/// The number of a month that is written as a number, by its name, or by the first letters of its name.
fn month(words: &str) -> Option<i8> {
    let names = |name: &&str| words.len() >= 3 && name.to_lowercase().starts_with(words);
    let named = MONTHS.iter().position(names).and_then(|at| i8::try_from(at + 1).ok());
    named.or_else(|| number(words))
}

/// `1st` without its ending.
fn without_ending(words: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| words.strip_suffix(ending)).unwrap_or(words)
}

fn number<N: std::str::FromStr>(words: &str) -> Option<N> {
    words.bytes().all(|byte| byte.is_ascii_digit()).then(|| words.parse().ok()).flatten()
}

/// A web address without the `https://` at its beginning, with it. A file's name is none.
pub(super) fn web(words: &str) -> Option<String> {
    const FILES: [&str; 8] = ["pdf", "doc", "docx", "htm", "html", "jpg", "png", "xlsx"];
    let address = words.trim_start_matches('/');
    let host = address.split(['/', '?', '#']).next()?;
    let mut labels = host.split('.');
    let last = labels.next_back()?;
    let is_name = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_host = labels.clone().next().is_some() && labels.all(is_name);
    let ends = last.len() >= 2
        && last.chars().all(|c| c.is_ascii_alphabetic())
        && !FILES.contains(&last.to_lowercase().as_str());
    let is_address = is_host && ends && !address.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>'));
    is_address.then(|| format!("https://{address}"))
}

/// An email address without the `mailto:` at its beginning, as it is copied out of a link.
pub(super) fn email(words: &str) -> Option<&str> {
    let (scheme, address) = words.trim().split_once(':')?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "@._'+-".contains(c);
    let is_address = address.matches('@').count() == 1 && address.chars().all(is_plain);
    (scheme.eq_ignore_ascii_case("mailto") && is_address).then_some(address)
}

/// The parts of words that give several values on one line: `5, 6`, `5 and 6`.
pub(super) fn several(words: &str) -> Vec<&str> {
    let parts = words.split([',', ';', '&']).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The one of these choices that words name beside a word of what it is: `Autumn term`, `All year round`.
pub(super) fn choice<'a>(choices: &[&'a str], words: &str) -> Option<&'a str> {
    let lower = words.to_lowercase();
    let named = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '_' | '-'))
        .filter(|word| !matches!(*word, "" | "the" | "term" | "round"));
    let named = named.collect::<Vec<_>>().join("_");
    choices.iter().copied().find(|choice| *choice == named)
}

/// The number of a benchmark that is named and not only numbered: `GB5`, `Benchmark 5`.
pub(super) fn benchmark(words: &str) -> Option<&str> {
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let (name, number) = words.split_at(start);
    let named = ["gb", "bm", "benchmark", "gatsby benchmark", "gatsby"].contains(&name.trim().to_lowercase().as_str());
    (named && number.len() == 1).then_some(number)
}

/// Whether words stand for all year groups that there are.
pub(super) fn all_years(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let words: Vec<&str> =
        lower.split_whitespace().filter(|word| !matches!(*word, "the" | "of" | "our" | "whole")).collect();
    matches!(
        words[..],
        ["all"] | ["all" | "every", "year" | "years"] | ["all" | "every", "year", "group" | "groups"] | ["school"]
    )
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

    fn said(words: &str) -> String {
        match date(words) {
            Ok(date) => date.to_string(),
            Err(NoDay::Words) => "no date".to_owned(),
            Err(NoDay::Placeholder) => "a placeholder".to_owned(),
            Err(NoDay::NotInCalendar(why)) => why,
            Err(NoDay::FarYear(year)) => format!("the year {year}"),
            Err(NoDay::Unclear(what, why)) => format!("{what}: {why}"),
        }
    }

    #[test]
    fn a_date_in_any_british_order_or_spelling_is_understood() {
        for words in [
            "1/9/2026",
            "01.09.2026",
            "1-9-2026",
            "1st September 2026",
            "Tuesday 1 Sept 2026",
            "September 1, 2026",
            "2026/9/1",
            "2026-9-1",
            "1 sep 2026",
            "Tuesday, the 1st of September 2026",
        ] {
            assert_eq!(said(words), "2026-09-01", "{words}");
        }
    }

    #[test]
    fn what_has_two_meanings_or_none_is_told_apart() {
        assert_eq!(said("31/9/2027"), "September has 30 days");
        assert_eq!(said("2026-02-30"), "February 2026 has 28 days");
        assert_eq!(
            said("9/13/2026"),
            "the month stands before the day: there is no month 13; if 13 September 2026 is meant, write 2026-09-13"
        );
        assert_eq!(said("40/40/2026"), "there is no month 40");
        assert_eq!(said("1/9/26"), "the year has only two digits: if 1 September 2026 is meant, write 2026-09-01");
        assert_eq!(
            said("Monday 1 September 2026"),
            "the day of the week is not that of the date: 1 September 2026 is a Tuesday"
        );
        assert!(said("September 2026").starts_with("the day of the month is missing"));
        for words in ["soon, I hope", "99999999999/1/1", "sepia 1 2026", "1 2", "ongoing", "day", ""] {
            assert!(matches!(said(words).as_str(), "no date" | "a placeholder"), "{words}: {}", said(words));
        }
    }

    #[test]
    fn a_place_held_for_a_date_is_known() {
        for words in ["TBC", "tbc.", "To be confirmed", "xx/xx/xxxx", "DD/MM/YYYY", "?", "[date]", "__"] {
            assert_eq!(said(words), "a placeholder", "{words}");
        }
    }

    #[test]
    fn an_address_without_its_beginning_is_understood_and_a_file_is_none() {
        assert_eq!(web("www.school.example/careers").as_deref(), Some("https://www.school.example/careers"));
        assert_eq!(web("//school.example").as_deref(), Some("https://school.example"));
        for words in
            ["policy.pdf", "see www.school.example", "careers@school.example", "school", "ftp://a.example", "a.1", "."]
        {
            assert_eq!(web(words), None, "{words}");
        }
    }

    #[test]
    fn an_email_address_out_of_a_link_is_understood() {
        assert_eq!(email("mailto:a@b.example"), Some("a@b.example"));
        assert_eq!(email("a@b.example"), None);
        assert_eq!(email("mailto:a@b.example?subject=x"), None);
    }

    #[test]
    fn all_year_groups_are_meant_by_several_words() {
        for words in ["all years", "All year groups", "every year", "all", "all year", "Whole school"] {
            assert!(all_years(words), "{words}");
        }
        assert!(!all_years("all of Year 9"));
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

    #[test]
    fn ages_that_cannot_be_years_are_told_from_years() {
        for (words, years) in [("11-16", 7..=11), ("11 to 18", 7..=13), ("ages 4-16", 0..=11)] {
            assert_eq!(ages(words), Some(YearGroups::new(years)), "{words}");
        }
        for words in ["7-11", "7-15 and 8", "16", "11-99", "none", "3-16"] {
            assert_eq!(ages(words), None, "{words}");
        }
    }
}
