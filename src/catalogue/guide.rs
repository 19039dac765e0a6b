//! The items of the hub guide, and the words that show that a document says what each asks.
//!
//! In: `guide.yaml` of the built-in pack. Out: a [`Guide`].
//!
//! Not here: which requirement carries an item (`requirements/`), and whether the words do stand in the documents: the tests look.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::by_setting;
use crate::law::Setting;

/// What `guide.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The items that requirements carry.
    pub items: Vec<GuideItem>,
    /// The items of the hub guide that no requirement carries.
    pub not_carried: Vec<NotCarried>,
}

impl Guide {
    /// What the guide's item of that number asks of the text.
    pub fn item(&self, number: u16) -> Option<&GuideItem> {
        self.items.iter().find(|item| item.item == number)
    }
}

/// An item of the hub guide and the words that show that a document says what it asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GuideItem {
    /// Its number, 1 to 143.
    pub item: u16,
    /// The answers of the profile on which its substance depends.
    #[serde(default)]
    pub answers: Vec<String>,
    /// The document in which it is said.
    #[serde(default = "careers_policy")]
    pub document: String,
    /// The words that stand there, by setting, group of settings, or `all`.
    pub says: BTreeMap<String, Vec<String>>,
    /// Why nothing is said of it in some settings, by setting or group of settings.
    #[serde(default)]
    pub not_for: BTreeMap<String, String>,
}

/// The document in which nearly every item is said.
fn careers_policy() -> String {
    "careers-policy".to_owned()
}

/// What becomes of an item in the documents of one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// These words stand in the document.
    Words(Vec<String>),
    /// It is not for this setting, for this reason.
    NotFor(String),
}

impl GuideItem {
    /// What becomes of it in the documents of a setting: a reason why it is not said wins over words. Nothing, if neither is given.
    pub fn said(&self, setting: Setting) -> Option<Said> {
        let reason = by_setting(&self.not_for, &mut Vec::new()).remove(&setting);
        let words = || by_setting(&self.says, &mut Vec::new()).remove(&setting);
        reason.map(Said::NotFor).or_else(|| words().map(Said::Words))
    }

    /// The names in it that are neither a setting nor a group of settings.
    pub fn unknown_settings(&self) -> Vec<String> {
        let mut troubles = Vec::new();
        by_setting(&self.not_for, &mut troubles);
        by_setting(&self.says, &mut troubles);
        troubles
    }
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
