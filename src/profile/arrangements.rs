//! The arrangements of a profile with providers.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::programme::Term;
use crate::law::{Date, DayOrMonth, Occasion, YearGroups};
use crate::yaml::{Form, Line, Prose};

/// How education and training providers speak to learners.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProviderAccess {
    /// Where the provider access policy statement is published.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example/provider-access"]))]
    pub url: Option<Line>,
    /// How the duty will be met: what is planned so that every learner meets the providers they should.
    #[serde(default)]
    #[schemars(extend("examples" = ["Every pupil meets two providers by February of Year 9 and two more by February of Year 11. We ask each provider beforehand for the information that the law names."]))]
    pub compliance: Option<Prose>,
    /// Whom a provider writes to.
    #[serde(default)]
    pub contact: Contact,
    /// Others whom providers can contact, such as a careers administrator.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// How a provider asks for access and what happens then.
    #[serde(default)]
    #[schemars(extend("examples" = ["Write to our careers leader with the date and year group you have in mind."]))]
    pub procedure: Option<Prose>,
    /// How many school days' notice is asked for. For weeks, or for more than one period of notice, use `notice`.
    #[serde(default)]
    #[schemars(range(min = 1, max = 200), extend("examples" = [20]))]
    pub notice_days: Option<u16>,
    /// The notice asked for where it is in weeks, or is not the same for every kind of visit: six weeks for an assembly, two for a stall.
    #[serde(default)]
    pub notice: Vec<Notice>,
    /// The grounds on which requests are granted, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["the visit tells pupils about technical education or apprenticeships"]]))]
    pub grounds_to_grant: Vec<Line>,
    /// The grounds on which requests may be refused, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["the date clashes with examinations"]]))]
    pub grounds_to_refuse: Vec<Line>,
    /// The times at which access is given, within the school day.
    #[serde(default)]
    #[schemars(extend("examples" = ["Monday to Friday, 8.45am to 3.15pm, in tutor time, PSHE lessons and assemblies"]))]
    pub times: Option<Line>,
    /// The rooms and equipment that providers can use.
    #[serde(default)]
    #[schemars(extend("examples" = ["The main hall, classrooms with a screen, and the careers room."]))]
    pub premises: Option<Prose>,
    /// What happens to prospectuses and other materials that providers leave.
    #[serde(default)]
    #[schemars(extend("examples" = ["Prospectuses are kept in the careers library, open every lunchtime."]))]
    pub resources: Option<Prose>,
    /// Whether and how live online encounters are accepted.
    #[serde(default)]
    pub online: Online,
    /// Encounters that are planned or have taken place, each with its date.
    #[serde(default)]
    pub encounters: Vec<Encounter>,
    /// The opportunities for access by year group and term, or by `stage` where you do not work in years.
    #[serde(default)]
    pub opportunities: Vec<Opportunity>,
    /// Providers who have spoken to learners before.
    #[serde(default)]
    #[schemars(extend("examples" = [["Exampleton College", "Northway Apprenticeships"]]))]
    pub previous_providers: Vec<Line>,
    /// How parents and carers are involved.
    #[serde(default)]
    #[schemars(extend("examples" = ["Parents and carers are told of each visit and invited to the evening events."]))]
    pub parents: Option<Line>,
    /// How a provider can complain.
    #[serde(default)]
    #[schemars(extend("examples" = ["Complaints follow our complaints procedure, which is on our website."]))]
    pub complaints: Option<Prose>,
    /// The version of the statement, such as "3.0".
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Version, "examples" = ["3.0"]))]
    pub version: Option<Line>,
    /// The body that approved the statement.
    #[serde(default)]
    #[schemars(extend("examples" = ["Full governing body"]))]
    pub approved_by: Option<Line>,
    /// The day the statement was approved.
    #[serde(default)]
    #[schemars(extend("examples" = ["2026-07-08"]))]
    pub approved_on: Option<DayOrMonth>,
    /// The day by which the statement will be reviewed: within 12 months of approval.
    #[serde(default)]
    #[schemars(extend("examples" = ["2027-07-07"]))]
    pub next_review: Option<DayOrMonth>,
}

/// Whom a provider writes to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The name of the person providers write to.
    #[serde(default)]
    #[schemars(extend("examples" = ["Priya Nair"]))]
    pub name: Option<Line>,
    /// That person's role.
    #[serde(default)]
    #[schemars(extend("examples" = ["Careers Leader"]))]
    pub role: Option<Line>,
    /// The email address providers write to.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Email, "examples" = ["careers@oakfield.example"]))]
    pub email: Option<Line>,
    /// The telephone number providers call, in quotes.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Phone, "examples" = ["01632 960101"]))]
    pub phone: Option<Line>,
    /// The postal address providers write to, on one line, where it is not that of the institution.
    #[serde(default)]
    #[schemars(extend("examples" = ["Careers Hub, Oakfield Academy, Mill Lane, Exampleton EX1 2AB"]))]
    pub address: Option<Line>,
}

/// A period of notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// How many days or weeks.
    #[schemars(range(min = 1, max = 200), extend("examples" = [6]))]
    pub amount: u16,
    /// What they are.
    pub unit: NoticeUnit,
    /// The visits it is asked for; leave it out where it is asked for all others.
    #[serde(default)]
    #[schemars(extend("examples" = ["assemblies"]))]
    pub what: Option<Line>,
}

/// What a period of notice is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeUnit {
    /// Days.
    Days,
    /// School days.
    SchoolDays,
    /// Working days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// School weeks.
    SchoolWeeks,
}

/// Whether and how live online encounters are accepted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Online {
    /// Whether live online encounters are accepted: yes or no.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub accepted: Option<bool>,
    /// What is asked of them.
    #[serde(default)]
    #[schemars(extend("examples" = ["Cameras on, a named host in the room, and time for pupils' questions."]))]
    pub arrangements: Option<Line>,
}

/// One encounter between providers and learners.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Encounter {
    /// The day it takes place.
    pub date: Date,
    /// The year groups that meet the provider.
    #[schemars(extend("examples" = ["9"]))]
    pub year_groups: YearGroups,
    /// What it is.
    #[schemars(extend("examples" = ["Assembly on apprenticeships"]))]
    pub title: Line,
    /// The providers met.
    #[schemars(length(min = 1), extend("examples" = [["Exampleton College"]]))]
    pub providers: Vec<Line>,
    /// What the providers offer.
    pub kind: EncounterKind,
    /// Whether it takes place in the standard school day: yes or no.
    #[schemars(extend("examples" = ["yes"]))]
    pub in_school_day: bool,
    /// Whether every learner of the year group is there, not an invited few: yes or no.
    #[schemars(extend("examples" = ["yes"]))]
    pub whole_cohort: bool,
    /// Whether learners must attend or may. Without an answer it is taken as the law has it: every learner attends in the first two key
    /// phases, and those of Years 12 and 13 may choose.
    #[serde(default)]
    pub attendance: Option<Attendance>,
}

/// What the providers of an encounter offer. Only technical education and apprenticeships count for the duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EncounterKind {
    /// Approved technical education qualifications, such as T levels.
    Technical,
    /// Apprenticeships.
    Apprenticeship,
    /// Both technical education and apprenticeships.
    TechnicalAndApprenticeship,
    /// A university or other higher education; it does not count for the duty.
    University,
    /// A sixth form or other academic route; it does not count for the duty.
    SixthForm,
    /// An employer; it does not count for the duty.
    Employer,
}

/// Whether learners must attend an encounter or may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Every learner attends.
    Mandatory,
    /// Every learner may attend.
    Offered,
}

/// An opportunity for a provider to meet learners.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
    /// The year groups: `8`, `8-9`, or a list.
    #[serde(default)]
    #[schemars(extend("examples" = ["8"]))]
    pub year_groups: YearGroups,
    /// The stage, where there are no year groups.
    #[serde(default)]
    #[schemars(extend("examples" = ["First year"]))]
    pub stage: Option<Line>,
    /// The term: autumn, spring, summer or all_year. Without one it is open all year.
    #[serde(default = "all_year")]
    pub term: Term,
    /// What the opportunity is.
    #[schemars(extend("examples" = ["Assembly on technical routes"]))]
    pub what: Line,
    /// Whether it is one of the encounters that count for the duty: yes or no.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub counts: Option<bool>,
}

/// When an opportunity without a term is open.
fn all_year() -> Term {
    Term::AllYear
}

impl Encounter {
    /// The facts about the encounter that decide whether it counts for the duty.
    pub fn occasion(&self) -> Occasion {
        Occasion {
            date: self.date,
            year_groups: self.year_groups.clone(),
            providers: self.providers.iter().map(|name| name.to_string()).collect(),
            technical: matches!(
                self.kind,
                EncounterKind::Technical | EncounterKind::Apprenticeship | EncounterKind::TechnicalAndApprenticeship
            ),
            in_school_day: self.in_school_day,
            whole_cohort: self.whole_cohort,
            mandatory: self.attendance != Some(Attendance::Offered),
        }
    }
}
