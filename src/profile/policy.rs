//! The policy itself: its versions, approval and review; what belongs with it; and what an institution adds to it or accepts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::law::{Date, DayOrMonth};
use crate::yaml::{Form, Line, Prose};

/// How much the documents say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// The short form: what the law and the guidance ask and what the institution answers, each once.
    Brief,
    /// The long form: with a section for each Gatsby Benchmark, and with what explains and illustrates.
    Full,
}

/// Where the parts of the careers policy stand that change every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Annex {
    /// At the end of the policy.
    Together,
    /// In a document of their own, which is made anew each year while the policy stays as it was approved.
    Separate,
}

/// Version, approval and review of the careers policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What the policy is called, if it has a title of its own.
    #[serde(default)]
    #[schemars(extend("examples" = ["Careers policy"]))]
    pub title: Option<Line>,
    /// What stands after the title and a colon, such as the years it is for.
    #[serde(default)]
    #[schemars(extend("examples" = ["Years 7 to 13, 2026 to 2029"]))]
    pub subtitle: Option<Line>,
    /// Who owns the policy, a person or a body, if it is not the careers leader.
    #[serde(default)]
    #[schemars(extend("examples" = ["Senior leadership team"]))]
    pub owner: Option<Line>,
    /// Who wrote it.
    #[serde(default)]
    #[schemars(extend("examples" = ["Priya Nair, Careers Leader"]))]
    pub author: Option<Line>,
    /// How often it is reviewed.
    #[serde(default)]
    #[schemars(extend("examples" = ["every year"]))]
    pub reviewed_every: Option<Line>,
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
    /// The day it was approved, as year-month-day; or the month, as year-month: `2026-07`.
    #[serde(default)]
    #[schemars(extend("examples" = ["2026-07-08"]))]
    pub approved_on: Option<DayOrMonth>,
    /// The day from which it applies.
    #[serde(default)]
    pub effective_on: Option<Date>,
    /// The day or month by which it will be reviewed: within 36 months of approval.
    #[serde(default)]
    #[schemars(extend("examples" = ["2029-07-06"]))]
    pub next_review: Option<DayOrMonth>,
    /// Where the careers policy is published.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example/careers/policy"]))]
    pub url: Option<Line>,
    /// Earlier and present versions, oldest first.
    #[serde(default)]
    pub history: Vec<Version>,
    /// Who has signed this version of the policy: the senior leader for careers, and others if you like.
    #[serde(default)]
    pub signed: Vec<Signature>,
    /// Who is still to sign this version by hand: name and role. Each is printed with a line to sign on, in the careers policy; the provider
    /// access policy statement has no such line.
    #[serde(default)]
    #[schemars(extend("examples" = [["Morag Sinclair, Chair of Governors"]]))]
    pub to_sign: Vec<Line>,
    /// Where the policy can be found or who receives it.
    #[serde(default)]
    #[schemars(extend("examples" = [["Website", "Staff shared drive"]]))]
    pub distribution: Vec<Line>,
    /// The edition of the statutory guidance it was written to, by its date: `2025-05-08`.
    #[serde(default)]
    #[schemars(extend("examples" = ["2025-05-08"]))]
    pub guidance_edition: Option<Date>,
    /// The day or month in which the policy was last checked against the edition of the statutory guidance that was then on GOV.UK.
    #[serde(default)]
    #[schemars(extend("examples" = ["2026-09-14"]))]
    pub guidance_checked_on: Option<DayOrMonth>,
}

/// One row of the version history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The version, such as "1.0".
    #[schemars(extend("x-form" = Form::Version, "examples" = ["1.0"]))]
    pub version: Line,
    /// The day or month it was issued.
    pub date: DayOrMonth,
    /// Who changed it.
    #[serde(default)]
    #[schemars(extend("examples" = ["Priya Nair"]))]
    pub author: Option<Line>,
    /// What changed.
    #[schemars(extend("examples" = ["First issue"]))]
    pub summary: Line,
}

/// Somebody who has signed the policy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The person's name and role.
    #[schemars(extend("examples" = ["Daniel Whitcombe, Deputy Headteacher"]))]
    pub name: Line,
    /// The day or month of the signature.
    pub on: DayOrMonth,
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
    /// One line on what it is about. Guidance of a department can stand here too.
    #[serde(default)]
    #[schemars(extend("examples" = ["What we do before a placement"]))]
    pub note: Option<Line>,
}

/// A website or service worth knowing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What it is called.
    #[schemars(extend("examples" = ["National Careers Service"]))]
    pub title: Line,
    /// Its address on the web, if it has one.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://nationalcareers.service.gov.uk"]))]
    pub url: Option<Line>,
    /// A heading that it stands under, the same for several that stand one after another: "For parents and carers".
    #[serde(default)]
    #[schemars(extend("examples" = ["For parents and carers"]))]
    pub heading: Option<Line>,
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
    #[schemars(extend("examples" = ["vision"]))]
    pub after: Option<Line>,
    /// Its heading. Left out, the text joins the section named without a heading of its own.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our maritime specialism"]))]
    pub title: Option<Line>,
    /// Its text in Markdown: paragraphs, headings, lists, tables, quotations, notes, emphasis and links. `[who does what](#roles)` leads to
    /// a section by its id.
    #[schemars(extend("examples" = ["Pupils in Year 9 build a boat with local employers. Whom to ask stands in [who does what](#roles)."]))]
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

impl DocumentName {
    /// The document's id, which names its outline.
    pub fn id(self) -> &'static str {
        match self {
            DocumentName::CareersPolicy => "careers-policy",
            DocumentName::ProviderAccessPolicy => "provider-access-policy",
        }
    }
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

/// A clause of our wording that this institution leaves out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeaveOut {
    /// The clause, by its id: `careers-policy explain` with a sentence out of the document says it, and a review copy shows it.
    #[schemars(extend("examples" = ["careers-policy/why-it-matters"]))]
    pub clause: Line,
    /// The reason, for whoever reads the profile next.
    #[schemars(extend("examples" = ["Our vision says this in our own words."]))]
    pub because: Line,
}
