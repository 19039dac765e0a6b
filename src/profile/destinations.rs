//! Where learners went, in a profile: counts or percentages, cohort by cohort.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

use crate::yaml::{Form, Line, Prose};

/// Where learners went next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Destinations {
    /// A sentence or two on how destinations are used.
    #[serde(default)]
    pub use_made: Option<Prose>,
    /// The cohorts, each with its figures. Cohorts with the same kinds of destination stand side by side in one table.
    #[serde(default)]
    pub cohorts: Vec<Cohort>,
}

/// One cohort of leavers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cohort {
    /// Who they are: "Year 11 leavers, 2025".
    #[schemars(extend("examples" = ["Year 11 leavers, 2025"]))]
    pub leavers: Line,
    /// How many they were in all. With it, percentages that stand for fewer than five are hidden too.
    #[serde(default)]
    #[schemars(range(min = 1), extend("examples" = [182]))]
    pub size: Option<u32>,
    /// How many went where, or what share of them. Numbers below five are never printed.
    #[schemars(length(min = 1))]
    pub destinations: Vec<Destination>,
    /// A line below the table: where the figures are from, or what a mark in them means.
    #[serde(default)]
    #[schemars(extend("examples" = ["As known to the local authority in November; SUPP stands for a number too small to publish."]))]
    pub note: Option<Line>,
}

/// How many went to one kind of destination. Give `number` or `per_cent`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// The kind: "Further education college".
    #[schemars(extend("examples" = ["Further education college"]))]
    pub kind: Line,
    /// How many learners; or a share with its sign, `4.1%`, or a published mark such as SUPP.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Number, "examples" = [41]))]
    pub number: Option<Figure>,
    /// What percentage of them, in place of `number`.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::PerCent))]
    pub per_cent: Option<Figure>,
}

/// A figure as the school writes it: `41`, `4.1%`, `SUPP`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Figure(String);

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// So many learners.
    Count(u32),
    /// So many hundredths of one per cent of them.
    PerCent(u32),
    /// No number: a mark that stands in place of one.
    Mark,
}

impl Figure {
    /// The figure as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits of a percentage, without its sign.
    pub fn share(&self) -> &str {
        let words = self.0.trim_end_matches("per cent");
        words.trim_end_matches('%').trim_end()
    }

    fn has_sign(&self) -> bool {
        self.share().len() < self.0.len()
    }

    fn hundredths(&self) -> Option<u32> {
        let (whole, part) = self.share().split_once('.').unwrap_or((self.share(), "0"));
        let part: u32 = format!("{part:0<2}").get(..2)?.parse().ok()?;
        whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(part)
    }
}

impl Destination {
    /// What its figures say: the first is `number`'s, the second `per_cent`'s.
    pub fn readings(&self) -> (Option<Reading>, Option<Reading>) {
        let per_cent = |figure: &Figure| figure.hundredths().map_or(Reading::Mark, Reading::PerCent);
        let number = |figure: &Figure| match figure.0.replace(',', "").parse() {
            Ok(count) => Reading::Count(count),
            Err(_) if figure.has_sign() => per_cent(figure),
            Err(_) => Reading::Mark,
        };
        (self.number.as_ref().map(number), self.per_cent.as_ref().map(per_cent))
    }
}

impl Cohort {
    /// Whether it is said of the leavers that their figures are percentages, and a figure does not say so itself.
    pub fn hides_its_unit(&self) -> bool {
        let says_so = self.leavers.contains('%') || self.leavers.contains("per cent");
        says_so && self.destinations.iter().any(|row| matches!(row.readings(), (Some(Reading::Count(_)), None)))
    }
}

impl From<&str> for Figure {
    fn from(words: &str) -> Figure {
        Figure(words.trim().to_owned())
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Figure, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Number(serde_json::Number),
            Words(String),
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::Number(number) => Figure(number.to_string()),
            Written::Words(words) => Figure::from(words.as_str()),
        })
    }
}

impl JsonSchema for Figure {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Figure".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["string", "number"], "minimum": 0})
    }
}

#[cfg(test)]
mod tests {
    use super::{Cohort, Destination, Reading};

    fn destination(number: &str, per_cent: Option<&str>) -> Destination {
        let number = (!number.is_empty()).then(|| number.into());
        Destination { kind: "Sixth form".into(), number, per_cent: per_cent.map(Into::into) }
    }

    #[test]
    fn a_figure_is_a_count_a_percentage_or_a_mark() {
        let number = |words: &str| destination(words, None).readings().0;
        assert_eq!(number("1,204"), Some(Reading::Count(1204)));
        assert_eq!(number("4%"), Some(Reading::PerCent(400)));
        assert_eq!(number("4.1 per cent"), Some(Reading::PerCent(410)));
        assert_eq!(number("SUPP"), Some(Reading::Mark));
        assert_eq!(number("fewer than 5"), Some(Reading::Mark));
        assert_eq!(destination("", Some("96.25")).readings().1, Some(Reading::PerCent(9625)));
        assert_eq!(destination("", Some("96 %")).readings().1, Some(Reading::PerCent(9600)));
        assert_eq!(destination("", Some("c")).readings().1, Some(Reading::Mark));
    }

    #[test]
    fn plain_numbers_of_leavers_in_per_cent_hide_their_unit() {
        let cohort = |leavers: &str, number: &str| Cohort {
            leavers: leavers.into(),
            size: None,
            destinations: vec![destination(number, None)],
            note: None,
        };
        assert!(cohort("Leavers 2025 (%)", "96").hides_its_unit());
        assert!(!cohort("Leavers 2025 (%)", "96%").hides_its_unit());
        assert!(!cohort("Leavers 2025", "96").hides_its_unit());
    }
}
