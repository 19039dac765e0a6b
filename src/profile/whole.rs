//! All that a profile holds.
//!
//! In: nothing. Out: [`Profile`], and its fingerprint.
//!
//! Nearly every field may be left out: the catalogue says what each setting must answer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::arrangements::ProviderAccess;
use super::benchmarks::{Gatsby, Impact};
use super::destinations::Destinations;
use super::institution::{Governance, Institution};
use super::people::Roles;
use super::policy::{Accept, Annex, Detail, LeaveOut, LinkedPolicy, OwnSection, Policy, Resource};
use super::programme::{Programme, Send, Support, Vision};
use super::trust::School;
use crate::law::Setting;
use crate::text::sha256;
use crate::theme::Brand;
use crate::yaml::Line;

/// What one institution says about itself and its careers programme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// A file whose answers this profile shares, such as a trust's: `../trust.yaml`. What stands here wins. A field with nothing after
    /// its colon removes the shared answer for this profile. `careers-policy new --shared` begins such a file, and `new --extends` a profile that
    /// shares it.
    #[serde(default, skip_serializing)]
    #[schemars(extend("examples" = ["../trust.yaml"]))]
    pub extends: Option<Line>,
    /// Who the institution is.
    pub setting: Institution,
    /// The short or the long form of the documents: brief, unless it is a pupil referral unit's or a trust's.
    #[serde(default)]
    #[schemars(extend("examples" = ["full"]))]
    pub detail: Option<Detail>,
    /// Whether the programme's dates, the action plan and the destinations stand in a yearly annex of their own rather than in the careers
    /// policy. A trust's policy has no annex.
    #[serde(default)]
    #[schemars(extend("examples" = ["separate"]))]
    pub annex: Option<Annex>,
    /// Who governs it.
    #[serde(default)]
    pub governance: Governance,
    /// The people who lead and deliver careers guidance.
    #[serde(default)]
    pub roles: Roles,
    /// Version, approval and review of the careers policy.
    #[serde(default)]
    pub policy: Policy,
    /// What the institution wants careers guidance to achieve.
    #[serde(default)]
    pub vision: Vision,
    /// The careers programme.
    #[serde(default)]
    pub programme: Programme,
    /// How each of the eight Gatsby Benchmarks is met.
    #[serde(default)]
    pub gatsby: Gatsby,
    /// How the programme's impact is measured.
    #[serde(default)]
    pub impact: Impact,
    /// Support for learners who may be left without a place in education, employment or training.
    #[serde(default)]
    pub support: Support,
    /// Careers guidance for learners with special educational needs or disabilities.
    #[serde(default)]
    pub send: Send,
    /// How education and training providers speak to learners.
    #[serde(default)]
    pub provider_access: ProviderAccess,
    /// Where learners went next.
    #[serde(default)]
    pub destinations: Destinations,
    /// Policies that belong with this one: safeguarding, curriculum, work experience.
    #[serde(default)]
    pub linked_policies: Vec<LinkedPolicy>,
    /// Websites and services worth knowing, with a line each.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// Sections that only this institution has.
    #[serde(default)]
    pub own_sections: Vec<OwnSection>,
    /// Clauses of our wording that are left out, each with the reason: whole clauses, not single sentences. What the law asks of you, or your hub
    /// or trust requires, stays.
    #[serde(default)]
    pub leave_out: Vec<LeaveOut>,
    /// What the institution changes about the looks of its documents.
    #[serde(default)]
    pub brand: Brand,
    /// The path to the folder of your hub's or trust's pack, from the folder of this file: `../packs/our-hub`. Several are a list, the lowest first.
    #[serde(default)]
    #[schemars(extend("examples" = ["../packs/exampleshire-hub"]))]
    pub pack: Vec<Line>,
    /// The schools of a multi-academy trust, for one policy of them all. What a school does not say here it shares with the trust.
    #[serde(default, skip_serializing)]
    #[schemars(extend("x-repeats" = true))]
    pub schools: Vec<School>,
    /// Warnings that have been looked at and accepted, each with the reason.
    #[serde(default)]
    pub accept: Vec<Accept>,
}

impl Profile {
    /// The form of the documents, chosen or usual: referral units and trusts publish whole programmes.
    pub fn detail(&self) -> Detail {
        let usual =
            if self.setting.kind == Setting::PupilReferralUnit || self.setting.kind == Setting::MultiAcademyTrust {
                Detail::Full
            } else {
                Detail::Brief
            };
        self.detail.unwrap_or(usual)
    }

    /// Whether a trust's profile describes the school of that name itself, instead of naming its file.
    pub fn describes(&self, name: &str) -> bool {
        let names =
            self.schools.iter().filter(|school| school.profile.is_none()).filter_map(|school| school.setting.as_ref());
        names.into_iter().any(|setting| &*setting.name == name)
    }

    /// Where the yearly parts of the careers policy stand, chosen or usual.
    pub fn annex(&self) -> Annex {
        self.annex.unwrap_or(Annex::Together)
    }

    /// The SHA-256 of the answers, whichever files they stand in. Comments and layout do not change it, nor does a field
    /// without an answer: so a profile keeps its fingerprint when a later program knows more fields.
    pub fn fingerprint(&self) -> String {
        let answers = serde_json::to_value(self).ok().and_then(given).unwrap_or_default();
        sha256(answers.to_string().as_bytes())
    }
}

/// A value without what is empty in it.
fn given(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(items) => {
            let items: Vec<Value> = items.into_iter().filter_map(given).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(fields) => {
            let fields: Map<String, Value> =
                fields.into_iter().filter_map(|(name, value)| Some((name, given(value)?))).collect();
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        value => Some(value),
    }
}
