//! Who an institution is, and who governs it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::law::{Setting, YearGroups};
use crate::yaml::{Form, Line};

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
    #[schemars(extend("x-all-years" = true, "examples" = ["7-13"]))]
    pub year_groups: YearGroups,
    /// The word for the young people: pupils, students or learners. Left out, it follows the setting.
    #[serde(default)]
    pub learner_term: Option<LearnerTerm>,
    /// What you call the institution in running text, in small letters: academy, unit, centre. Left out, it follows the setting.
    #[serde(default)]
    #[schemars(extend("examples" = ["academy"]))]
    pub noun: Option<Line>,
    /// What you call whoever leads it, in small letters: headteacher, principal, head of centre. Left out, it follows the setting.
    #[serde(default)]
    #[schemars(extend("examples" = ["principal"]))]
    pub head_term: Option<Line>,
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
    /// Where its privacy notice is published: it says how to ask that information is not shared.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example/privacy"]))]
    pub privacy_notice: Option<Line>,
    /// Whether a local authority or the Secretary of State funds it in any part. Only a training provider and an independent school say so:
    /// the law on information for young people's services binds them where they are funded.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub publicly_funded: Option<bool>,
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
    /// What those who govern are responsible for in careers guidance, in your own words, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["Reads the careers leader's report each autumn"]]))]
    pub responsibilities: Vec<Line>,
    /// Whether those lines stand in place of ours, rather than after them: yes or no. What the law asks stays in any case.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub responsibilities_instead: Option<bool>,
}
