//! The careers programme of a profile: vision, outcomes, activities, parents and carers, support.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::law::{BenchmarkActivity, DayOrMonth, YearGroups};
use crate::yaml::{Form, Line, Prose};

/// What the institution wants careers guidance to achieve.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vision {
    /// The vision for careers guidance, in words that learners and parents can remember.
    #[serde(default)]
    #[schemars(extend("examples" = ["Every pupil leaves us knowing what they could do next, and how to get there."]))]
    pub statement: Option<Prose>,
    /// How many years the vision looks ahead: 3 to 5.
    #[serde(default)]
    #[schemars(range(min = 1, max = 10), extend("examples" = [3]))]
    pub horizon_years: Option<u8>,
    /// The institution's values that careers guidance builds on, a few words each.
    #[serde(default)]
    #[schemars(extend("examples" = [["Curiosity", "Courage"]]))]
    pub values: Vec<Line>,
    /// Who has endorsed the vision, and when if you like.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our governing body and senior leaders, July 2026"]))]
    pub endorsed_by: Option<Line>,
    /// What the policy is to bring about. Each begins with a verb: "help pupils …".
    #[serde(default)]
    #[schemars(extend("examples" = [["help pupils see how what they learn is used at work"]]))]
    pub aims: Vec<Line>,
}

/// The careers programme.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// A paragraph or two that introduces the programme.
    #[serde(default)]
    pub introduction: Option<Prose>,
    /// What the programme aims at. Each begins with a verb.
    #[serde(default)]
    #[schemars(extend("examples" = [["raise aspirations and challenge stereotypes"]]))]
    pub aims: Vec<Line>,
    /// How the programme is delivered, one method a line.
    #[serde(default)]
    #[schemars(extend("examples" = [["weekly tutor time", "PSHE lessons", "an annual careers fair"]]))]
    pub methods: Vec<Line>,
    /// What the programme is planned with: PSHE or personal development, and frameworks such as the Career Development Framework.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our PSHE leader and careers leader plan careers lessons together, following the Career Development Framework."]))]
    pub planning: Option<Prose>,
    /// Where your labour market information comes from, one source a line.
    #[serde(default)]
    #[schemars(extend("examples" = [["LMI for All", "the local skills improvement plan"]]))]
    pub labour_market_sources: Vec<Line>,
    /// Who manages the careers budget, and what guidance or funding comes from elsewhere.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our careers leader manages the budget, which pays for 30 days a year of an adviser from Pathways Guidance Ltd."]))]
    pub funding: Option<Line>,
    /// Where your careers leader, senior leaders, governors and staff get training on careers.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our careers leader, senior leaders and governors train with The Careers & Enterprise Company's academy."]))]
    pub training: Option<Line>,
    /// What learners will know or be able to do by the end of each year, or of each `stage` where you do not work in years.
    #[serde(default)]
    pub outcomes: Vec<YearOutcomes>,
    /// What happens when: the activities of the programme, each for its year groups, or for a `stage` where you do not work in years.
    #[serde(default)]
    pub activities: Vec<Activity>,
    /// How you look after health, safety and safeguarding on work experience.
    #[serde(default)]
    #[schemars(extend("examples" = ["Before each placement we check the employer's insurance and risk assessment, and …"]))]
    pub work_experience_safety: Option<Prose>,
    /// How the programme prepares learners for what comes next.
    #[serde(default)]
    pub prepares: Prepares,
    /// What leavers know, can do and are like.
    #[serde(default)]
    pub leavers: Leavers,
    /// Where the summary of the programme is published.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example/careers"]))]
    pub summary_url: Option<Line>,
    /// How each audience finds out about the programme.
    #[serde(default)]
    pub access: Access,
    /// The date on which the published information will next be reviewed.
    #[serde(default)]
    #[schemars(extend("examples" = ["2027-07-07"]))]
    pub next_review: Option<DayOrMonth>,
    /// The points at which parents and carers are told and asked.
    #[serde(default)]
    pub parent_touchpoints: Vec<Touchpoint>,
    /// Where the parent and carer roadmap is published, if it is a page of its own.
    #[serde(default)]
    #[schemars(extend("x-form" = Form::Web, "examples" = ["https://www.oakfield.example/careers/parents"]))]
    pub roadmap_url: Option<Line>,
}

/// What learners of one year or stage gain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YearOutcomes {
    /// The year group. Give this, or `stage` where there are no year groups.
    #[serde(default)]
    #[schemars(range(max = 14), extend("examples" = [7]))]
    pub year_group: Option<u8>,
    /// The stage, where there are no year groups: "First year".
    #[serde(default)]
    #[schemars(extend("examples" = ["First year"]))]
    pub stage: Option<Line>,
    /// The outcomes. Each begins with a verb: "name three local employers".
    #[schemars(length(min = 1), extend("examples" = [["name three local employers and what they do"]]))]
    pub outcomes: Vec<Line>,
}

/// One activity of the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// The year groups it is for: `8`, `8-9`, or a list.
    #[serde(default)]
    #[schemars(extend("examples" = ["10"]))]
    pub year_groups: YearGroups,
    /// The stage it is for, where there are no year groups.
    #[serde(default)]
    #[schemars(extend("examples" = ["First year"]))]
    pub stage: Option<Line>,
    /// The term it takes place in: autumn, spring or summer, or `all_year`.
    pub term: Term,
    /// What it is.
    #[schemars(extend("examples" = ["Mock interviews with local employers"]))]
    pub title: Line,
    /// The Gatsby Benchmarks it serves, by number.
    #[serde(default)]
    #[schemars(inner(range(min = 1, max = 8)), extend("examples" = [[5]]))]
    pub benchmarks: Vec<u8>,
    /// The employer, provider or body it is done with.
    #[serde(default)]
    #[schemars(extend("examples" = ["Exampleton Chamber of Commerce"]))]
    pub partner: Option<Line>,
}

impl Activity {
    /// The facts about the activity that decide which benchmarks it serves for whom.
    pub fn facts(&self) -> BenchmarkActivity {
        BenchmarkActivity {
            year_groups: self.year_groups.clone(),
            stage: self.stage.as_ref().map(|stage| stage.to_string()),
            benchmarks: self.benchmarks.clone(),
        }
    }
}

/// A term of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// September to December.
    Autumn,
    /// January to Easter.
    Spring,
    /// Easter to July.
    Summer,
    /// All through the year.
    AllYear,
}

/// How the programme prepares learners for what comes next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prepares {
    /// How it helps learners make informed and aspirational decisions.
    #[serde(default)]
    pub decisions: Option<Line>,
    /// How it helps learners make lasting transitions.
    #[serde(default)]
    pub transitions: Option<Line>,
    /// How it makes learners ready for work.
    #[serde(default)]
    pub readiness: Option<Line>,
}

/// What leavers know, can do and are like.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Leavers {
    /// What leavers know.
    #[serde(default)]
    pub know: Vec<Line>,
    /// What leavers can do.
    #[serde(default)]
    pub can_do: Vec<Line>,
    /// What leavers are like.
    #[serde(default)]
    pub are: Vec<Line>,
}

/// How each audience finds out about the programme and takes part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// How learners find out about the programme.
    #[serde(default)]
    #[schemars(extend("examples" = ["Tutors introduce the programme each September; it is on the website."]))]
    pub learners: Option<Line>,
    /// How parents and carers find out about the programme.
    #[serde(default)]
    #[schemars(extend("examples" = ["On the website, in the termly careers newsletter and at parents' evenings."]))]
    pub parents: Option<Line>,
    /// How teachers and other staff find out about the programme.
    #[serde(default)]
    #[schemars(extend("examples" = ["In the staff handbook and at the September training day."]))]
    pub staff: Option<Line>,
    /// How employers find out about the programme.
    #[serde(default)]
    #[schemars(extend("examples" = ["On the website, or by writing to our careers leader."]))]
    pub employers: Option<Line>,
}

/// A point at which parents and carers are told and asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Touchpoint {
    /// When: "Year 9, spring term".
    #[schemars(extend("examples" = ["Year 9, spring term"]))]
    pub when: Line,
    /// What is decided or happens then.
    #[schemars(extend("examples" = ["Choosing GCSE options"]))]
    pub what: Line,
    /// What support parents and carers are offered.
    #[serde(default)]
    #[schemars(extend("examples" = ["Options evening and a guide to what each choice leads to"]))]
    pub support: Option<Line>,
}

/// Support for learners who may be left without a place in education, employment or training.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// How you find learners who may be left without a place, and how you support them.
    #[serde(default)]
    #[schemars(extend("examples" = ["Each term our careers leader and pastoral team look at attendance and plans, and …"]))]
    pub at_risk: Option<Prose>,
    /// Whom you look out for in particular, one group a line.
    #[serde(default)]
    #[schemars(extend("examples" = [["children in need", "care leavers", "those in alternative provision"]]))]
    pub groups: Vec<Line>,
    /// What you say about English and maths to learners without a grade 4, who study them on after 16.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our tutors explain in Year 11 that those without a grade 4 in English or maths study them on."]))]
    pub english_and_maths: Option<Line>,
    /// How you work with the local authority on the September Guarantee.
    #[serde(default)]
    #[schemars(extend("examples" = ["We tell the local authority by March who has no offer of a place."]))]
    pub september_guarantee: Option<Line>,
    /// How learners find out about the 16 to 19 Bursary Fund.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our sixth form office helps students to apply."]))]
    pub bursary: Option<Line>,
}

/// Careers guidance for learners with special educational needs or disabilities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Send {
    /// How the programme is adapted.
    #[serde(default)]
    pub approach: Option<Prose>,
    /// The support that is offered, one line each.
    #[serde(default)]
    #[schemars(extend("examples" = [["extra guidance meetings with the careers adviser"]]))]
    pub support: Vec<Line>,
    /// Specialist providers that learners meet.
    #[serde(default)]
    #[schemars(extend("examples" = [["Exampleshire Supported Internships"]]))]
    pub specialist_providers: Vec<Line>,
    /// How careers are part of education, health and care plan reviews from Year 9.
    #[serde(default)]
    #[schemars(extend("examples" = ["The careers adviser attends every annual review from Year 9."]))]
    pub ehcp_reviews: Option<Line>,
    /// Whether disabled adults are invited to share their experience: yes or no.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub disabled_role_models: Option<bool>,
}
