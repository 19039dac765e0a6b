//! What a review copy says besides its document: the marks of its clauses, and the words of the remarks.
//!
//! In: `review.yaml` of the built-in pack. Out: a [`ReviewWords`].
//!
//! Not here: what is remarked of a clause (`draft`), or how a review copy looks (`write`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::Duty;
use crate::theme::Colour;

/// What `review.yaml` holds.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewWords {
    /// What every page says.
    pub notice: String,
    /// The heading of the key to the marks.
    pub key: String,
    /// What stands below that heading.
    pub about: String,
    /// The marks by duty.
    pub marks: ReviewMarks,
    /// The words of a remark.
    pub remark: RemarkWords,
    /// The remark on what the institution itself wrote.
    pub own: OwnRemark,
}

/// The marks by duty.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewMarks {
    /// What the law asks.
    pub statutory: ReviewMark,
    /// What a hub's or a trust's pack asks.
    pub required: ReviewMark,
    /// What guidance or good practice asks.
    pub recommended: ReviewMark,
    /// What may be said.
    pub optional: ReviewMark,
    /// What nothing asks for.
    pub plain: ReviewMark,
    /// What the institution itself wrote, in a section of its own.
    pub own: ReviewMark,
}

/// One mark.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewMark {
    /// What is printed before a clause.
    pub label: String,
    /// What it means, for the key.
    pub meaning: String,
    /// Its colour, readable on white.
    pub colour: Colour,
}

/// The words of a remark.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemarkWords {
    /// Before the reason why a clause is there.
    pub why: String,
    /// Before the law as it is cited.
    pub source: String,
    /// Before what carries the duty to this setting.
    pub through: String,
    /// Where the catalogue is fairly sure of the law.
    pub fairly_sure: String,
    /// Where it is not sure.
    pub unsure: String,
    /// Where the wording can be found: `{clause}` and `{pack}`.
    pub clause: String,
    /// Where what is asked can be found: `{requirements}`.
    pub requirements: String,
}

/// The remark on what the institution itself wrote.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnRemark {
    /// What the passage is.
    pub title: String,
    /// What is said of it.
    pub says: String,
}

impl ReviewMarks {
    /// Those of our wording, the strongest first, with the duty that each stands for.
    pub fn by_duty(&self) -> [(Duty, &ReviewMark); 5] {
        [
            (Duty::Statutory, &self.statutory),
            (Duty::Required, &self.required),
            (Duty::Recommended, &self.recommended),
            (Duty::Optional, &self.optional),
            (Duty::NotApplicable, &self.plain),
        ]
    }
}
