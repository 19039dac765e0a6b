//! The words that follow the setting.
//!
//! In: `terms.yaml` of a pack. Out: [`Terms`] for each kind of institution.

use std::collections::BTreeMap;

/// The words of one kind of institution, by their names: `learners`, `governing_body`.
pub type Terms = BTreeMap<String, String>;
