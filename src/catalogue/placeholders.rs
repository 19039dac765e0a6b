//! What is left over in a text that was meant to be replaced.
//!
//! In: `placeholders.yaml` of the built-in pack. Out: [`Placeholders`].
//!
//! Not here: how they are looked for (`check`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `placeholders.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placeholders {
    /// Words that stand for something still to come, by themselves: "TBC".
    pub marks: Vec<String>,
    /// Words of templates and of word processors: "delete as appropriate".
    pub phrases: Vec<String>,
    /// Words of which one at least stands in brackets that wait to be filled, in small letters.
    pub slot_words: Vec<String>,
    /// The fields that name somebody, a body or a place, by the last part of their names.
    pub name_fields: Vec<String>,
    /// What stands there and names nobody.
    pub not_names: Vec<String>,
    /// Words by which a team or a body is told from two people, in small letters.
    pub words_of_bodies: Vec<String>,
}

impl Placeholders {
    /// Whether one of the words stands in brackets that wait to be filled.
    pub fn has_slot_word(&self, words: &str) -> bool {
        let mut words = words.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.any(|word| self.slot_words.contains(&word))
    }
}
