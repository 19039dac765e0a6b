//! Words of schools for which the wording has terms.
//!
//! In: `school-words.yaml` of the built-in pack. Out: [`SchoolWords`].
//!
//! Not here: in which wording they are looked for (`job`), and which word each kind of institution has (`terms`).

use schemars::JsonSchema;
use serde::Deserialize;

/// What `school-words.yaml` holds.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolWords {
    /// The words.
    pub words: Vec<SchoolWord>,
    /// What follows those that have an `after` where no institution is meant, or another one.
    pub not_before: Vec<String>,
}

/// Words of schools, and the term that stands for them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SchoolWord {
    /// The words, in small letters: "head teacher".
    pub words: String,
    /// The term, by its name in `terms.yaml`.
    pub term: String,
    /// What stands before them where the institution itself is meant; with nothing here they count wherever they stand.
    #[serde(default)]
    pub after: Vec<String>,
}
