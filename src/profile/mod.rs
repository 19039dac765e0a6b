//! The profile: what an institution knows about itself, as typed values.
//!
//! In: nothing. Out: [`Profile`] and its parts. These structs are the one definition of the profile's shape: the JSON
//! Schema, the editor help, the starter comments and the names that clauses print all come from them. A doc comment here
//! is read by careers leaders in their editor, so it says what to write.
//!
//! Nearly every field may be left out: what is missing is for the catalogue to judge, setting by setting.

mod answers;
mod arrangements;
mod chain;
mod field;
mod people;
mod programme;
mod read;
mod schools;
mod trust;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use crate::law::YearGroups;
pub use crate::yaml::{Line, Prose};
pub use answers::Answers;
pub use arrangements::*;
pub use chain::shared_file;
pub use field::{FieldHelp, field_help, profile_schema};
pub use people::*;
pub use programme::*;
pub use read::{read_profile, read_profile_as};
pub use schools::{Member, read_schools};
pub use trust::School;

use crate::law::{Date, Setting};
use crate::text::sha256;
use crate::theme::Brand;
use crate::yaml::Form;

/// What one institution says about itself and its careers programme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// A file whose answers this profile shares, such as a trust's: `../trust.yaml`. What stands here wins.
    #[serde(default, skip_serializing)]
    pub extends: Option<Line>,
    /// Who the institution is.
    pub setting: Institution,
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
    /// What the institution changes about the looks of its documents.
    #[serde(default)]
    pub brand: Brand,
    /// The folder of your hub's or trust's pack, by the way to it from this file: `../packs/our-hub`. Several are a list, the lowest first.
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
    /// The SHA-256 of the answers, whichever files they stand in. Comments and layout do not change it, nor does a field
    /// without an answer: so a profile keeps its fingerprint when a later program knows more fields.
    pub fn fingerprint(&self) -> String {
        let answers = serde_json::to_value(self).ok().and_then(given).unwrap_or_default();
        sha256(answers.to_string().as_bytes())
    }
}

/// A value without what is empty in it.
pub(super) fn given(value: Value) -> Option<Value> {
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

/// Who the institution is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    /// The institution's name as it is to be printed.
    pub name: Line,
    /// What kind of institution it is. The law is different for each.
    #[serde(rename = "type")]
    pub kind: Setting,
    /// The unique reference number from Get Information About Schools: six digits, in quotes.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Digits(6), "examples" = ["100000"]))]
    pub urn: Option<Line>,
    /// The year groups on roll: `7-11`, `7-13`, or a list. Reception is 0. Those of a trust follow from its schools.
    #[serde(default)]
    #[schemars(extend("examples" = ["7-13"]))]
    pub year_groups: YearGroups,
    /// The word for the young people: pupils, students or learners. Left out, it follows the setting.
    #[serde(default)]
    pub learner_term: Option<LearnerTerm>,
    /// The postal address on one line.
    #[serde(default)]
    #[schemars(extend("examples" = ["Mill Lane, Exampleton, EX1 2AB"]))]
    pub address: Option<Line>,
    /// The main telephone number, in quotes so that its leading zero stays.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Phone, "examples" = ["01632 960100"]))]
    pub phone: Option<Line>,
    /// The website's address.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example"]))]
    pub website: Option<Line>,
    /// The local authority whose area it is in.
    #[serde(default)]
    #[schemars(extend("examples" = ["Exampleshire County Council"]))]
    pub local_authority: Option<Line>,
    /// The trust it belongs to, if any.
    #[serde(default)]
    #[schemars(extend("examples" = ["Meadowbank Learning Trust"]))]
    pub trust: Option<Line>,
    /// The careers hub it works with.
    #[serde(default)]
    #[schemars(extend("examples" = ["Exampleshire Careers Hub"]))]
    pub hub: Option<Line>,
}

/// The word for the young people an institution teaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LearnerTerm {
    /// Pupils.
    Pupils,
    /// Students.
    Students,
    /// Learners.
    Learners,
}

/// Who governs the institution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Governance {
    /// What the governing body calls itself: "governing body", "board of trustees". Left out, it follows the setting.
    #[serde(default)]
    #[schemars(extend("examples" = ["local governing body"]))]
    pub body: Option<Line>,
    /// Who chairs it.
    #[serde(default)]
    #[schemars(extend("examples" = ["Morag Sinclair"]))]
    pub chair: Option<Line>,
    /// The committee that approves this policy, if it is not the whole body.
    #[serde(default)]
    #[schemars(extend("examples" = ["Curriculum and Standards Committee"]))]
    pub committee: Option<Line>,
}

/// Version, approval and review of the careers policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The version of this policy, such as "2.0".
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Version, "examples" = ["2.0"]))]
    pub version: Option<Line>,
    /// Where it stands: "approved", "for approval".
    #[serde(default)]
    #[schemars(extend("examples" = ["Approved"]))]
    pub status: Option<Line>,
    /// The body that approved it.
    #[serde(default)]
    #[schemars(extend("examples" = ["Full governing body"]))]
    pub approved_by: Option<Line>,
    /// The day it was approved, as year-month-day.
    #[serde(default)]
    pub approved_on: Option<Date>,
    /// The day from which it applies.
    #[serde(default)]
    pub effective_on: Option<Date>,
    /// The day by which it will be reviewed: within 36 months of approval.
    #[serde(default)]
    pub next_review: Option<Date>,
    /// Earlier and present versions, oldest first.
    #[serde(default)]
    pub history: Vec<Version>,
    /// Where the policy can be found or who receives it.
    #[serde(default)]
    #[schemars(extend("examples" = [["Website", "Staff shared drive"]]))]
    pub distribution: Vec<Line>,
    /// The edition of the statutory guidance it was written to, by its date: `2025-05-08`.
    #[serde(default)]
    #[schemars(extend("examples" = ["2025-05-08"]))]
    pub guidance_edition: Option<Date>,
}

/// One row of the version history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The version, such as "1.0".
    #[schemars(extend("x-form" = Form::Version, "examples" = ["1.0"]))]
    pub version: Line,
    /// The day it was issued.
    pub date: Date,
    /// Who changed it.
    #[serde(default)]
    #[schemars(extend("examples" = ["Priya Nair"]))]
    pub author: Option<Line>,
    /// What changed.
    #[schemars(extend("examples" = ["First issue"]))]
    pub summary: Line,
}

/// A policy that belongs with this one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkedPolicy {
    /// Its title.
    #[schemars(extend("examples" = ["Child protection and safeguarding policy"]))]
    pub title: Line,
    /// Where it can be read.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example/policies"]))]
    pub url: Option<Line>,
}

/// A website or service worth knowing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What it is called.
    #[schemars(extend("examples" = ["National Careers Service"]))]
    pub title: Line,
    /// Its address.
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://nationalcareers.service.gov.uk"]))]
    pub url: Line,
    /// One line on what it is good for.
    #[serde(default)]
    #[schemars(extend("examples" = ["Job profiles, skills and a helpline"]))]
    pub note: Option<Line>,
}

/// A section that only this institution has, in one of its two documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnSection {
    /// Which document it goes into.
    pub document: DocumentName,
    /// The section it stands before, by its id: `roles`. Give this or `after`.
    #[serde(default)]
    pub before: Option<Line>,
    /// The section it stands after, by its id: `vision`. Give this or `before`.
    #[serde(default)]
    pub after: Option<Line>,
    /// Its heading. Left out, the text joins the section named without a heading of its own.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our maritime specialism"]))]
    pub title: Option<Line>,
    /// Its text: paragraphs, lists, emphasis and links in Markdown.
    pub text: Prose,
}

/// One of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentName {
    /// The CEIAG (careers) policy.
    CareersPolicy,
    /// The provider access policy statement.
    ProviderAccessPolicy,
}

/// A warning that somebody looked at and accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// The code of the finding: `CP202`.
    #[schemars(regex(pattern = "^CP[0-9]{3}$"), extend("examples" = ["CP202"]))]
    pub code: Line,
    /// The field it is about, if the code is accepted for one field only.
    #[serde(default)]
    #[schemars(extend("examples" = ["roles.link_governor.email"]))]
    pub field: Option<Line>,
    /// The reason, for whoever reads the profile next.
    #[schemars(extend("examples" = ["Our link governor is reached through the clerk."]))]
    pub because: Line,
}
