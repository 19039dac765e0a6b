//! Who governs each kind of institution, and who clearly does not.
//!
//! In: `bodies.yaml` of the built-in pack. Out: [`Bodies`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::law::Setting;

/// What `bodies.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bodies {
    /// By kinds of institution; none names a kind twice.
    pub bodies: Vec<BodiesOf>,
}

/// The bodies of some kinds of institution.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BodiesOf {
    /// The kinds of institution.
    pub settings: Vec<Setting>,
    /// What they usually have, with its article.
    pub has: String,
    /// What they clearly do not have.
    pub has_not: Vec<String>,
}

impl Bodies {
    /// The bodies of a setting; nothing where any body may govern.
    pub fn of(&self, setting: Setting) -> Option<&BodiesOf> {
        self.bodies.iter().find(|bodies| bodies.settings.contains(&setting))
    }
}
