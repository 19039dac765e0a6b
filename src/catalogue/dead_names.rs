//! Bodies and programmes that are no more but that policies still name.
//!
//! In: `dead-names.yaml` of a pack. Out: [`DeadName`]s, each with what took its place.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `dead-names.yaml` holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeadNames {
    /// The names.
    pub names: Vec<DeadName>,
}

/// A body or a programme that is no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeadName {
    /// Its name.
    pub name: String,
    /// Other spellings of it: its plural, its short form.
    #[serde(default)]
    pub also: Vec<String>,
    /// When it ended, and what took its place.
    pub why: String,
}

impl DeadName {
    /// The name and its other spellings.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.also.iter().map(String::as_str))
    }
}
