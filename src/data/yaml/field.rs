//! What to write in a field: its description and an example, from the schema of the profile.
//!
//! In: the path of a field. Out: [`FieldHelp`], which checks and findings quote; and the schema itself, for editors.

use std::sync::LazyLock;

use serde_json::Value;

use super::schema::Schema;
use crate::data::Profile;

/// What to write in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHelp {
    /// What the field is for, in a sentence or two.
    pub description: String,
    /// An example as it would stand after the colon, or below it for a list; none where the schema gives none.
    pub example: Option<String>,
}

static PROFILE: LazyLock<Schema> = LazyLock::new(Schema::of::<Profile>);

/// What to write in a field of the profile. List indexes in the path do not matter: `policy.history[3].date` and
/// `policy.history.date` are the same field. Nothing for a path that is no field.
pub fn field_help(path: &str) -> Option<FieldHelp> {
    let field = PROFILE.at_path(path)?;
    Some(FieldHelp { description: field.description().unwrap_or_default().to_owned(), example: field.example() })
}

/// The JSON Schema of a profile, for editors: `profiles/profile.schema.json`.
pub fn profile_schema() -> Value {
    schemars::schema_for!(Profile).to_value()
}
