//! The action plan of a profile: what is to be done for a benchmark, by whom and by when, and how far it has come.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::law::{Date, DayOrMonth};
use crate::yaml::Line;

/// One row of the action plan for a benchmark.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// What is to be achieved. Left out, the action serves the target of the one above it.
    #[serde(default)]
    #[schemars(extend("examples" = ["Every Year 10 pupil has a workplace visit"]))]
    pub target: Option<Line>,
    /// What is done for it.
    #[schemars(extend("examples" = ["Book four employer visits with the hub"]))]
    pub action: Line,
    /// Who does it.
    #[schemars(extend("examples" = ["Careers leader"]))]
    pub by_whom: Line,
    /// By when: a date, a month, or words such as "ongoing" or "once dates are known".
    #[serde(default)]
    #[schemars(extend("examples" = ["2027-07-16"]))]
    pub by_when: Option<When>,
    /// What it needs: money, time, people.
    #[serde(default)]
    #[schemars(extend("examples" = ["£400 for transport"]))]
    pub resources: Option<Line>,
    /// What will show that the target is met, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["every Year 10 pupil has an employer's feedback in their record"]]))]
    pub indicators: Vec<Line>,
    /// How far it has come by now.
    #[serde(default)]
    #[schemars(extend("examples" = ["Two visits booked"]))]
    pub progress: Option<Line>,
    /// Where it stands: planned, in progress, completed or stopped.
    #[serde(default)]
    pub status: Option<ActionStatus>,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// It has not begun.
    Planned,
    /// It has begun.
    InProgress,
    /// It is done.
    Completed,
    /// It will not be done.
    Stopped,
}

/// A day, or words that say when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum When {
    /// The day.
    Day(Date),
    /// The words, as they are written.
    Words(Line),
}

impl When {
    /// The last day that is meant: of a date the day itself, of "July 2027" or `2027-07` the end of the month, of other words none.
    pub fn last_day(&self) -> Option<Date> {
        match self {
            When::Day(date) => Some(*date),
            When::Words(words) => month(words).map(DayOrMonth::last),
        }
    }

    /// The day in words, or the words: "16 July 2027", "ongoing".
    pub fn in_words(&self) -> String {
        match self {
            When::Day(date) => date.in_words(),
            When::Words(words) => month(words).map_or_else(|| words.to_string(), DayOrMonth::in_words),
        }
    }
}

/// The month that words are, in figures or by its name: `2027-07`, "July 2027".
fn month(words: &str) -> Option<DayOrMonth> {
    words.parse().ok().or_else(|| DayOrMonth::month_named(words))
}

impl JsonSchema for When {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "When".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [Date::json_schema(generator), Line::json_schema(generator)]})
    }
}
