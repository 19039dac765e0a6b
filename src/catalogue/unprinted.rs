//! The answers that no document prints as words, and what they are there for.
//!
//! In: `unprinted.yaml` of the built-in pack. Out: [`Unprinted`].
//!
//! Not here: whether an answer is printed (`check`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `unprinted.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unprinted {
    /// The answers.
    pub answers: Vec<UnprintedAnswer>,
    /// Fields and headings under which a school of a trust may well say more than the documents made from the trust's file print.
    pub of_schools_of_trusts: Vec<String>,
}

/// An answer that is there for something else than to be printed.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnprintedAnswer {
    /// Its field, or a heading with all that stands under it; without the numbers of lists.
    pub field: String,
    /// What it is there for.
    #[serde(rename = "for")]
    pub purpose: String,
}

impl Unprinted {
    /// Whether the field is among them, for a school of a trust or for anybody else. The path is without the numbers of lists.
    pub fn holds(&self, field: &str, of_trust: bool) -> bool {
        let is_under =
            |heading: &str| field.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.answers.iter().any(|answer| is_under(&answer.field))
            || (of_trust && self.of_schools_of_trusts.iter().any(|heading| is_under(heading)))
    }
}
