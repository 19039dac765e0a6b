//! What a settings file can hold: the one definition, from which its messages, its help and its schema come.
//!
//! In: nothing. Out: [`Keys`], the file as it is read, and [`settings_keys`], what is said of each. The comments are what officers read.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::profile::schema_for_editors;
use crate::write::Format;
use crate::yaml::{Line, Schema};

/// The options of `build` and `check` for all profiles of a folder. Each path is the way from the folder of this file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Keys {
    /// The folder in which each profile gets a folder of its own, as with `--out`.
    #[serde(default)]
    #[schemars(extend("examples" = ["../published"]))]
    pub(super) out: Option<Line>,
    /// The formats to write, as with `--formats`. All of them if left out.
    #[serde(default)]
    #[schemars(extend("examples" = [["html", "docx", "pdf"]]))]
    pub(super) formats: Vec<Format>,
    /// The folder of a pack to use instead of those that the profiles name, as with `--pack`. Several are a list, the lowest first.
    #[serde(default)]
    #[schemars(extend("examples" = [["../packs/our-hub", "../packs/our-trust"]]))]
    pub(super) pack: Vec<Line>,
    /// A Word file of your own, whose styles, headers, footers, logo and page the DOCX files take over, as with `--reference-doc`.
    #[serde(default)]
    #[schemars(extend("examples" = ["letterhead.docx"]))]
    pub(super) reference_doc: Option<Line>,
    /// Whether every file's name begins with the name of the school, as with `--name-files`.
    #[serde(default)]
    pub(super) name_files: Option<bool>,
    /// Whether a ZIP file of each school's documents is written beside them, as with `--zip`.
    #[serde(default)]
    pub(super) zip: Option<bool>,
}

static KEYS: LazyLock<Schema> = LazyLock::new(Schema::of::<Keys>);

/// One key of a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsKey {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// An example as it would stand after the colon.
    pub example: Option<String>,
}

/// Every key of a settings file, in order.
pub fn settings_keys() -> Vec<SettingsKey> {
    let key = |name: &'static str| {
        let key = KEYS.whole().property(name)?;
        Some(SettingsKey { name, help: key.description().unwrap_or_default(), example: key.example() })
    };
    KEYS.whole().names().filter_map(key).collect()
}

/// Whether a word is one of the keys.
pub(super) fn is_key(word: &str) -> bool {
    KEYS.whole().names().any(|name| name == word)
}

/// The JSON Schema of a settings file, for editors.
pub fn settings_schema() -> Value {
    schema_for_editors(&KEYS, "urn:careers-policy:settings")
}
