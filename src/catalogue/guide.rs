//! The items of the hub guide that no requirement carries.
//!
//! In: `guide.yaml` of the built-in pack. Out: a [`Guide`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What `guide.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The items of the hub guide that no requirement carries.
    pub not_carried: Vec<NotCarried>,
}

/// An item of the hub guide that no requirement carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotCarried {
    /// Its number, 1 to 143.
    pub item: u16,
    /// Why nothing carries it.
    pub why: String,
}
