//! The few words that the program itself puts into the values of wording.
//!
//! In: `phrases.yaml` of the built-in pack. Out: [`Phrases`].
//!
//! Not here: the words that follow the setting (`terms.yaml`), or which phrase belongs to which fact (`words`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `phrases.yaml` holds.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// What the young people are called.
    pub learners: LearnerPhrases,
    /// When encounters count.
    pub windows: WindowPhrases,
    /// What the rows of a table of the programme stand for.
    pub rows: RowPhrases,
    /// How numbers of leavers are printed, and what stands in place of one.
    pub numbers: NumberPhrases,
    /// What an approval writes into the version history.
    pub history: HistoryPhrases,
    /// The heading above the notes of a document.
    pub notes: String,
}

/// What the young people are called, by what a profile chooses.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LearnerPhrases {
    /// For `pupils`.
    pub pupils: OneAndMany,
    /// For `students`.
    pub students: OneAndMany,
    /// For `learners`.
    pub learners: OneAndMany,
}

/// A word in the singular and the plural.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OneAndMany {
    /// The singular.
    pub one: String,
    /// The plural.
    pub many: String,
}

/// What the rows of a table of the programme stand for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RowPhrases {
    /// Year groups.
    pub years: OneAndMany,
    /// Stages, or stages and year groups.
    pub stages: OneAndMany,
}

/// When encounters count, by the years of a key phase that are on roll.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WindowPhrases {
    /// Both years are: `{first}` and `{second}`.
    pub both_years: String,
    /// Only the first is: `{year}`.
    pub first_year: String,
    /// Only the second is: `{year}`.
    pub second_year: String,
}

/// How numbers of leavers are printed, and what stands in place of one.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberPhrases {
    /// Where it is said that there are fewer than `{number}`.
    pub fewer_than: String,
    /// Where nothing is said, so that nobody is recognised.
    pub not_shown: String,
    /// Where the school gives nothing.
    pub not_given: String,
    /// A percentage: `{number}`.
    pub per_cent: String,
    /// A `{number}` and its `{per_cent}`.
    pub both: String,
}

/// What an approval writes into the version history.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HistoryPhrases {
    /// Where nothing was changed.
    pub no_changes: String,
    /// Where the law asks for something that is missing: `{gaps}`.
    pub statutory_gaps: String,
    /// Where a hub or a trust requires it.
    pub required_gaps: String,
}
