//! What a pack says of itself.
//!
//! In: `pack.yaml` of a pack. Out: a [`Pack`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `pack.yaml` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The pack's name: small letters, digits and hyphens.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub name: String,
    /// Its edition, as you count them: "2026.1".
    pub edition: String,
    /// The name of the pack that it lies over: `base`, or a hub's.
    #[serde(default)]
    pub extends: Option<String>,
    /// The outlines in the order the documents are made; left out, those of the pack below.
    #[serde(default)]
    pub documents: Vec<String>,
    /// The theme it uses; left out, that of the pack below.
    #[serde(default)]
    pub theme: Option<String>,
    /// What the pack is, for its reader.
    #[serde(default)]
    pub about: Option<String>,
}
