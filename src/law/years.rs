//! Year groups: which years an institution teaches or an activity is for.
//!
//! In: `7-11`, `8`, `[7, 8, 9]` from a profile. Out: [`YearGroups`], and the words for it: "Years 7 to 11".

use std::collections::BTreeSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The highest year group there is: Year 14, in special schools.
pub const LAST_YEAR: u8 = 14;

/// The last year group of compulsory school age.
pub const LAST_COMPULSORY_YEAR: u8 = 11;

/// A set of year groups, 0 (Reception) to 14. Empty where an institution has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct YearGroups(BTreeSet<u8>);

impl YearGroups {
    /// The year groups of a list.
    pub fn new(years: impl IntoIterator<Item = u8>) -> YearGroups {
        YearGroups(years.into_iter().collect())
    }

    /// Reads `7-11`, `7 to 11`, `8`, `7, 8, 9`, `Years 7-11`, `Yr 10`, `Y10/11`, with any dash; nothing if it is none of these.
    pub fn parse(text: &str) -> Option<YearGroups> {
        let mut years = BTreeSet::new();
        for part in text.split([',', '&', '/']).flat_map(|part| part.split(" and ")) {
            let bounds: Vec<u8> = part
                .replace(" to ", "-")
                .split(['-', '–', '—'])
                .map(|bound| year_number(bound.trim()))
                .collect::<Option<_>>()?;
            match bounds[..] {
                [year] => {
                    years.insert(year);
                }
                [first, last] if first <= last => years.extend(first..=last),
                _ => return None,
            }
        }
        Some(YearGroups(years))
    }

    /// Whether the year group is one of them.
    pub fn contains(&self, year: u8) -> bool {
        self.0.contains(&year)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lowest.
    pub fn first(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The highest.
    pub fn last(&self) -> Option<u8> {
        self.0.last().copied()
    }

    /// The year groups in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = u8> + '_ {
        self.0.iter().copied()
    }

    /// Those of them that lie between two year groups, both included.
    pub fn between(&self, first: u8, last: u8) -> YearGroups {
        YearGroups(self.0.range(first..=last).copied().collect())
    }

    /// How they are written in a profile: `7-11`, or a list where there are gaps between them.
    pub fn written(&self) -> String {
        let all: Vec<String> = self.iter().map(|year| year.to_string()).collect();
        match (self.first(), self.last()) {
            (Some(first), Some(last)) if usize::from(last - first) + 1 == all.len() && all.len() > 1 => {
                format!("{first}-{last}")
            }
            _ => format!("[{}]", all.join(", ")),
        }
    }

    /// The words for them: "Year 7", "Years 7 to 11", "Years 8, 10 and 12"; empty for none.
    pub fn in_words(&self) -> String {
        let years: Vec<u8> = self.iter().collect();
        match years[..] {
            [] => String::new(),
            [0] => "Reception".to_owned(),
            [only] => format!("Year {only}"),
            [first, .., last] => {
                let from = if first == 0 { "Reception".to_owned() } else { format!("Years {first}") };
                let to = if first == 0 { format!("Year {last}") } else { last.to_string() };
                if years.windows(2).all(|pair| pair[0] + 1 == pair[1]) {
                    let join = if years.len() == 2 { "and" } else { "to" };
                    format!("{from} {join} {to}")
                } else {
                    let listed: Vec<String> = years[1..years.len() - 1].iter().map(u8::to_string).collect();
                    format!("{from}, {} and {to}", listed.join(", ")).replace(",  and", " and")
                }
            }
        }
    }
}

fn year_number(text: &str) -> Option<u8> {
    let lower = text.to_lowercase();
    if matches!(lower.as_str(), "r" | "reception") {
        return Some(0);
    }
    let word = ["years", "year", "yrs", "yr", "y"].iter().find_map(|word| lower.strip_prefix(word));
    let digits = word.unwrap_or(&lower).trim_start_matches('.').trim();
    digits.parse().ok().filter(|year| *year <= LAST_YEAR)
}

impl JsonSchema for YearGroups {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "YearGroups".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // An editor accepts every spelling that `parse` reads; the reader turns all of them into the list.
        json_schema!({
            "x-years": true,
            "anyOf": [
                {"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": LAST_YEAR}},
                {"type": "integer", "minimum": 0, "maximum": LAST_YEAR},
                {"type": "string"}
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::YearGroups;

    #[test]
    fn a_range_is_read_with_any_dash_and_in_words() {
        let expected = YearGroups::new(7..=11);
        assert_eq!(YearGroups::parse("7-11"), Some(expected.clone()));
        assert_eq!(YearGroups::parse("7–11"), Some(expected.clone()));
        assert_eq!(YearGroups::parse("Years 7 to 11"), Some(expected.clone()));
        assert_eq!(YearGroups::parse("7, 8, 9, 10 and 11"), Some(expected.clone()));
        assert_eq!(YearGroups::parse("Yr 7-11"), Some(expected.clone()));
        assert_eq!(YearGroups::parse("Year 7 to Year 11"), Some(expected));
        assert_eq!(YearGroups::parse("Y10/11"), YearGroups::parse("Yrs. 10 & 11"));
        assert_eq!(YearGroups::parse("11-7"), None);
        assert_eq!(YearGroups::parse("7-15"), None);
    }

    #[test]
    fn year_groups_are_written_as_they_are_read() {
        for years in
            [YearGroups::new(7..=13), YearGroups::new([8]), YearGroups::new([7, 8, 10]), YearGroups::new(0..=6)]
        {
            let written = years.written();
            assert_eq!(YearGroups::parse(written.trim_matches(['[', ']'])), Some(years), "{written}");
        }
    }

    #[test]
    fn year_groups_are_put_in_words() {
        assert_eq!(YearGroups::new([8]).in_words(), "Year 8");
        assert_eq!(YearGroups::new([8, 9]).in_words(), "Years 8 and 9");
        assert_eq!(YearGroups::new(7..=13).in_words(), "Years 7 to 13");
        assert_eq!(YearGroups::new([8, 10, 12]).in_words(), "Years 8, 10 and 12");
        assert_eq!(YearGroups::new([8, 10]).in_words(), "Years 8 and 10");
        assert_eq!(YearGroups::new(0..=11).in_words(), "Reception to Year 11");
    }
}
