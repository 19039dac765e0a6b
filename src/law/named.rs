//! The year groups that a text speaks of.
//!
//! In: a school's own words. Out: each [`NamedYears`], "Years 8 to 13" or "Y12", and which of its years a school does not have.
//!
//! A school may well speak of years it does not have: those its pupils come from, and the one they move on to. Only what
//! reads like the school's own years counts.

use super::{LAST_YEAR, YearGroups};

/// A mention of year groups in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedYears<'a> {
    /// The words: "Years 8 to 13".
    pub words: &'a str,
    /// The years.
    pub years: YearGroups,
    /// The word before, in small letters, without punctuation.
    before: String,
}

impl NamedYears<'_> {
    /// The years of the mention that are not on roll; nothing where it need not be about the school's own years.
    pub fn off_roll(&self, on_roll: &YearGroups) -> Option<YearGroups> {
        const MOVING: [&str; 13] = [
            "to",
            "into",
            "enter",
            "enters",
            "entering",
            "start",
            "starting",
            "begin",
            "beginning",
            "before",
            "join",
            "joining",
            "for",
        ];
        let off = YearGroups::new(self.years.iter().filter(|year| !on_roll.contains(*year)));
        let (first, last) = (on_roll.first()?, on_roll.last()?);
        let (lowest, highest) = (off.first()?, off.last()?);
        // "Year 6 pupils visit us": they come from below. "From Year 6 to Year 7", "between Years 11 and 12": a move.
        let from_below = self.years.last()? < first;
        let move_in = self.years == YearGroups::new([first.saturating_sub(1), first]);
        let move_on = self.years == YearGroups::new([last, last + 1]);
        // "when they move into Year 12".
        let next =
            self.years == YearGroups::new([last + 1]) && lowest == highest && MOVING.contains(&self.before.as_str());
        (!from_below && !move_in && !move_on && !next).then_some(off)
    }
}

/// Every mention of year groups in a text, in order.
pub fn years_named(text: &str) -> Vec<NamedYears<'_>> {
    let mut named = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let boundary = !text[..at].ends_with(char::is_alphanumeric);
        if boundary && let Some((years, length)) = mention(&text[at..]) {
            let before = text[..at].split_whitespace().next_back().unwrap_or_default();
            let before = before.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            named.push(NamedYears { words: &text[at..at + length], years, before });
            at += length;
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    named
}

/// The years named at the very start of a text, and how long the mention is.
fn mention(text: &str) -> Option<(YearGroups, usize)> {
    let (mut at, several) = opening(text)?;
    let (first, length) = number(&text[at..])?;
    at += length;
    let mut years = vec![first];
    let mut comma = None;
    // "7 to 9", "7, 8 and 9", "7-9 and 11". A list that only has commas may be "In Year 9, 12 employers": it is not one.
    while let Some((joint, length)) = joint(&text[at..]) {
        let next = at + length;
        let again = opening(&text[next..]).map_or(0, |(length, _)| length);
        let Some((year, digits)) = number(&text[next + again..]) else { break };
        let end = next + again + digits;
        let clear = several || again > 0 || joint == Joint::Dash || ends_mention(&text[end..]);
        if !clear || (joint == Joint::Comma && !several) {
            break;
        }
        match joint {
            Joint::Comma => comma = comma.or(Some((years.len(), at))),
            Joint::And => comma = None,
            Joint::Dash | Joint::To => {}
        }
        match (joint, years.last()) {
            (Joint::Dash | Joint::To, Some(from)) if *from < year => years.extend(*from + 1..=year),
            (Joint::Dash | Joint::To, _) => break,
            _ => years.push(year),
        }
        at = end;
    }
    if let Some((kept, end)) = comma {
        years.truncate(kept);
        at = end;
    }
    Some((YearGroups::new(years), at))
}

/// The length of "Years ", "year group ", "Y" at the start of a text, and whether it announces several years.
fn opening(text: &str) -> Option<(usize, bool)> {
    let lower: String = text.chars().take(16).collect::<String>().to_ascii_lowercase();
    for (words, several) in
        [("year groups ", true), ("year group ", false), ("years ", true), ("year ", false), ("year-", false)]
    {
        if lower.starts_with(words) {
            return Some((words.len(), several));
        }
    }
    (text.starts_with('Y') && text[1..].starts_with(|c: char| c.is_ascii_digit())).then_some((1, true))
}

/// A year group at the start of a text, and its length. The year of a date or a decimal is none.
fn number(text: &str) -> Option<(u8, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let year = text[..length].parse().ok().filter(|year| *year <= LAST_YEAR)?;
    let rest = &text[length..];
    let decimal = rest.starts_with(['.', ':']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let goes_on = rest.starts_with(|c: char| c.is_alphabetic() || c == '%');
    (length > 0 && !decimal && !goes_on).then_some((year, length))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    To,
    Comma,
    And,
}

fn joint(text: &str) -> Option<(Joint, usize)> {
    const JOINTS: [(&str, Joint); 13] = [
        (" - ", Joint::Dash),
        (" – ", Joint::Dash),
        ("-", Joint::Dash),
        ("–", Joint::Dash),
        ("—", Joint::Dash),
        (" to ", Joint::To),
        (", and ", Joint::And),
        (" and ", Joint::And),
        (" or ", Joint::And),
        (" & ", Joint::And),
        ("/", Joint::And),
        (", ", Joint::Comma),
        (",", Joint::Comma),
    ];
    JOINTS.iter().find(|(words, _)| text.starts_with(words)).map(|(words, joint)| (*joint, words.len()))
}

/// Whether a mention may end here: with the text, at a punctuation mark, or before a word that people use behind years. It tells
/// "Year 8 to 13 pupils" from "introduce Year 8 to 13 employers".
fn ends_mention(rest: &str) -> bool {
    const BEHIND: [&str; 14] = [
        "pupils", "students", "learners", "and", "in", "are", "have", "who", "at", "with", "can", "will", "meet",
        "take",
    ];
    let word = rest.split_whitespace().next().unwrap_or_default();
    !rest.starts_with(' ') || BEHIND.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::years_named;
    use crate::law::YearGroups;

    fn named(text: &str) -> Vec<(&str, String)> {
        years_named(text).into_iter().map(|named| (named.words, named.years.in_words())).collect()
    }

    fn off_roll(text: &str) -> Vec<String> {
        let on_roll = YearGroups::new(7..=11);
        years_named(text).iter().filter_map(|named| named.off_roll(&on_roll)).map(|years| years.in_words()).collect()
    }

    #[test]
    fn ranges_and_lists_are_read_in_their_many_spellings() {
        assert_eq!(named("in Years 8 to 13."), [("Years 8 to 13", "Years 8 to 13".into())]);
        assert_eq!(named("Years 8–13"), [("Years 8–13", "Years 8 to 13".into())]);
        assert_eq!(named("Y7-9, Y12"), [("Y7-9", "Years 7 to 9".into()), ("Y12", "Year 12".into())]);
        assert_eq!(named("years 9, 11 and 13"), [("years 9, 11 and 13", "Years 9, 11 and 13".into())]);
        assert_eq!(named("Year 7 to Year 9"), [("Year 7 to Year 9", "Years 7 to 9".into())]);
        assert_eq!(named("Year 8 to 13 pupils"), [("Year 8 to 13", "Years 8 to 13".into())]);
        assert_eq!(named("year groups 7 and 8"), [("year groups 7 and 8", "Years 7 and 8".into())]);
    }

    #[test]
    fn numbers_that_are_no_year_groups_are_left_alone() {
        assert_eq!(named("In Year 9, 12 employers visit"), [("Year 9", "Year 9".into())]);
        assert_eq!(named("Years 8, 9, 12 firms came"), [("Years 8", "Year 8".into())]);
        assert_eq!(named("we introduce Year 9 to 12 employers"), [("Year 9", "Year 9".into())]);
        assert_eq!(named("in the year 2026, over the years, 3 to 5 years, Year 15, midyear 9, YMCA"), []);
    }

    #[test]
    fn years_that_are_not_on_roll_are_told_from_those_below_and_the_next() {
        assert_eq!(off_roll("all pupils in Years 8 to 13"), ["Years 12 and 13"]);
        assert_eq!(off_roll("a further meeting in Year 12"), ["Year 12"]);
        assert_eq!(off_roll("Years 7 to 11, and Year 9 in June"), [] as [&str; 0]);
        assert_eq!(off_roll("Year 6 pupils visit; from Year 6 to Year 7; between Years 11 and 12"), [] as [&str; 0]);
        assert_eq!(off_roll("before they move into Year 12"), [] as [&str; 0]);
        assert_eq!(off_roll("Year 1 of the plan"), [] as [&str; 0]);
    }
}
