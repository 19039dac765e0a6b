//! What to write in a field: its description and an example, from the schema of the profile.
//!
//! In: the path of a field. Out: [`FieldHelp`], which checks and findings quote; and the schema itself, for editors.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::examples::own_example;
use super::people::ALSO;
use super::whole::Profile;
use crate::yaml::{Expects, FieldSchema, KEYWORDS, Schema, X_SHARES, as_yaml};

/// What to write in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldHelp {
    /// What the field is for, in a sentence or two.
    pub description: String,
    /// An example as it would stand after the colon, or below it for a list; none where the schema gives none.
    pub example: Option<String>,
    /// For a list, the entries of the example, each as it would stand behind its hyphen.
    pub entries: Vec<String>,
}

static PROFILE: LazyLock<Schema> = LazyLock::new(Schema::of::<Profile>);

/// What to write in a field of the profile. List indexes in the path do not matter: `policy.history[3].date` and
/// `policy.history.date` are the same field. Nothing for a path that is no field.
pub fn field_help(path: &str) -> Option<FieldHelp> {
    let field = PROFILE.at_path(path)?;
    let description = field.description().unwrap_or_default().to_owned();
    let own = own_example(path);
    let entries = match own {
        Some(words) if matches!(field.expects(), Expects::List(_)) => vec![as_yaml(&json!(words))],
        _ => field.example_entries(),
    };
    let example = match own {
        Some(words) if entries.is_empty() => Some(as_yaml(&json!(words))),
        Some(words) => Some(as_yaml(&json!([words]))),
        None => field.example(),
    };
    Some(FieldHelp { description, example, entries })
}

/// An example of a field; one of its own where it has one.
pub(crate) fn example_of(path: &str) -> Option<Value> {
    let field = PROFILE.at_path(path)?;
    match own_example(path) {
        Some(words) if matches!(field.expects(), Expects::List(_)) => Some(json!([words])),
        Some(words) => Some(json!(words)),
        None => field.first_example().cloned(),
    }
}

/// The words that a field can be, each with what is said of it; none for a field that takes others as well.
pub fn field_choices(path: &str) -> Vec<(&'static str, &'static str)> {
    PROFILE.at_path(path).map(|field| field.described_choices()).unwrap_or_default()
}

/// The schema of the whole profile.
pub(crate) fn whole_schema() -> FieldSchema<'static> {
    PROFILE.whole()
}

/// The headings that a profile begins with, in the order in which they are listed everywhere.
pub fn headings() -> Vec<&'static str> {
    PROFILE.whole().names().collect()
}

/// The paths of all fields and headings, those of the entries of lists too, in their order; under a trust's schools only those of the first level,
/// for they are the same again.
pub fn field_paths() -> Vec<String> {
    fn gather(schema: FieldSchema<'_>, path: &str, repeats: bool, all: &mut Vec<String>) {
        for name in schema.entry().names() {
            let below = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let Some(property) = schema.entry().property(name) else { continue };
            all.push(below.clone());
            if !repeats {
                gather(property, &below, property.repeats(), all);
            }
        }
    }
    let mut all = Vec::new();
    gather(PROFILE.whole(), "", false, &mut all);
    all.retain(|path| !path.ends_with(&format!(".{ALSO}")) && !path.contains(&format!(".{ALSO}.")));
    all
}

/// The paths of all fields that hold one answer and stand in no list, in their order.
pub fn single_fields() -> Vec<String> {
    fn gather(schema: FieldSchema<'_>, path: &str, all: &mut Vec<String>) {
        for name in schema.names() {
            let below = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let Some(property) = schema.property(name).filter(|property| !property.repeats()) else { continue };
            match property.expects() {
                Expects::List(_) | Expects::Anything => {}
                Expects::Headings => gather(property, &below, all),
                _ => all.push(below),
            }
        }
    }
    let mut all = Vec::new();
    gather(PROFILE.whole(), "", &mut all);
    all
}

/// What kind of answer a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words of the institution's own.
    Words,
    /// A date.
    Date,
    /// A number, yes or no, one of some choices, year groups.
    Other,
}

/// What kind of answer a field holds; nothing for a heading and for a path that is no field.
pub fn field_kind(path: &str) -> Option<FieldKind> {
    match PROFILE.at_path(path)?.entry().expects() {
        Expects::Text => Some(FieldKind::Words),
        Expects::Date => Some(FieldKind::Date),
        Expects::Headings => None,
        _ => Some(FieldKind::Other),
    }
}

/// Whether a word is one of the headings that a profile begins with, in capitals or not.
pub(super) fn is_heading(word: &str) -> bool {
    !word.contains(['.', '[']) && PROFILE.at_path(&word.to_lowercase()).is_some()
}

/// Whether several people can share a role.
pub(super) fn can_be_shared(role: &str) -> bool {
    PROFILE.at_path(&format!("roles.{role}")).is_some_and(|role| role.shares())
}

/// What the schema is known by; it leads nowhere, for an editor needs nothing but the file.
const SCHEMA_ID: &str = "urn:careers-policy:profile";

/// The JSON Schema of a profile, for editors: `profiles/profile.schema.json`.
///
/// It accepts what the reader accepts where an editor can be told so: `yes` and `no`, and a heading that is still empty.
/// Defaults are left out, for an editor would write them into the file, and so are the reader's own keywords.
pub fn profile_schema() -> Value {
    let mut schema = schema_for_editors(&PROFILE, SCHEMA_ID);
    let person = schema.pointer_mut("/$defs/Person/properties").and_then(Value::as_object_mut);
    person.into_iter().for_each(|answers| drop(answers.shift_remove(ALSO)));
    schema
}

/// A schema of the reader's as an editor is told it, with what it is known by.
pub(crate) fn schema_for_editors(schema: &Schema, id: &str) -> Value {
    let mut schema = schema.root.clone();
    for_editors(&mut schema);
    if let Some(object) = schema.as_object_mut() {
        object.shift_insert(0, "$id".into(), json!(id));
    }
    schema
}

fn for_editors(schema: &mut Value) {
    let Some(object) = schema.as_object_mut() else { return };
    object.shift_remove("default");
    // Whoever shares a role is an entry of a list.
    if object.shift_remove(X_SHARES).is_some()
        && let Some(person) = object.shift_remove("$ref")
    {
        let one = json!({ "$ref": person });
        object.shift_insert(0, "anyOf".into(), json!([one.clone(), { "type": "array", "items": one }]));
    }
    for keyword in KEYWORDS {
        object.shift_remove(keyword);
    }
    match object.get("type").map(Value::to_string).as_deref() {
        Some(r#""boolean""#) => {
            object.remove("type");
            object.insert("enum".into(), json!([true, false, "yes", "no"]));
        }
        Some(r#"["boolean","null"]"#) => {
            object.remove("type");
            object.insert("enum".into(), json!([true, false, "yes", "no", null]));
        }
        Some(r#""array""#) => {
            object.insert("type".into(), json!(["array", "null"]));
        }
        _ => {}
    }
    for key in ["properties", "$defs"] {
        object.get_mut(key).and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut).for_each(for_editors);
    }
    for key in ["anyOf", "oneOf"] {
        object.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten().for_each(for_editors);
    }
    object.get_mut("items").into_iter().for_each(for_editors);
}
