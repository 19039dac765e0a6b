//! How a profile's programme meets the Gatsby Benchmarks, and how its impact is measured.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actions::Action;
use crate::law::Date;
use crate::yaml::{Line, Prose};

/// How each of the eight Gatsby Benchmarks is met.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gatsby {
    /// Benchmark 1: a stable careers programme.
    #[serde(default)]
    pub benchmark_1: Benchmark,
    /// Benchmark 2: learning from career and labour market information.
    #[serde(default)]
    pub benchmark_2: Benchmark,
    /// Benchmark 3: addressing the needs of each young person.
    #[serde(default)]
    pub benchmark_3: Benchmark,
    /// Benchmark 4: linking curriculum learning to careers.
    #[serde(default)]
    pub benchmark_4: Benchmark,
    /// Benchmark 5: encounters with employers and employees.
    #[serde(default)]
    pub benchmark_5: Benchmark,
    /// Benchmark 6: experiences of workplaces.
    #[serde(default)]
    pub benchmark_6: Benchmark,
    /// Benchmark 7: encounters with further and higher education.
    #[serde(default)]
    pub benchmark_7: Benchmark,
    /// Benchmark 8: personal guidance.
    #[serde(default)]
    pub benchmark_8: Benchmark,
}

/// How one benchmark is met.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// How we meet it, in two or three sentences.
    #[serde(default)]
    #[schemars(extend("examples" = ["Our programme is published on our website and reviewed every July."]))]
    pub how: Option<Prose>,
    /// What shows that we meet it, one item a line.
    #[serde(default)]
    #[schemars(extend("examples" = [["Programme on the website", "Governors' minutes, July 2026"]]))]
    pub evidence: Vec<Line>,
    /// The action plan: what is done next for which target.
    #[serde(default)]
    pub actions: Vec<Action>,
}

/// How the programme's impact is measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Impact {
    /// How the programme's impact on learners is measured and assessed.
    #[serde(default)]
    #[schemars(extend("examples" = ["We measure impact each July by comparing …"]))]
    pub statement: Option<Prose>,
    /// What is collected and why.
    #[serde(default)]
    pub data: Vec<ImpactData>,
    /// Who gives feedback, and when.
    #[serde(default)]
    pub feedback: Vec<Feedback>,
    /// What evidence is weighed: benchmark scores, destinations, questionnaires.
    #[serde(default)]
    #[schemars(extend("examples" = [["Compass results each term", "destinations of leavers"]]))]
    pub evidence: Vec<Line>,
    /// How often it is analysed and by whom.
    #[serde(default)]
    #[schemars(extend("examples" = ["Every term by the careers leader and the senior leader"]))]
    pub frequency: Option<Line>,
    /// The system in which activities and guidance are recorded.
    #[serde(default)]
    #[schemars(extend("examples" = ["Compass+"]))]
    pub recording_platform: Option<Line>,
    /// Whether learners take the Future Skills Questionnaire: yes or no.
    #[serde(default)]
    #[schemars(extend("examples" = ["yes"]))]
    pub future_skills_questionnaire: Option<bool>,
    /// The date of the last Internal Leadership Review, part of the Careers Impact System.
    #[serde(default)]
    pub leadership_review_on: Option<Date>,
    /// How quality is checked, from inside and outside: visits to lessons, reviews, inspection, a quality award.
    #[serde(default)]
    #[schemars(extend("examples" = ["Senior leaders visit careers lessons each term. We have held the Quality in Careers Standard since May 2025."]))]
    pub quality: Option<Prose>,
    /// What counts as success, one measure a line.
    #[serde(default)]
    #[schemars(extend("examples" = [["every leaver has a place in education, training or work by October"]]))]
    pub success_criteria: Vec<Line>,
    /// How results are shared with parents, governors and others.
    #[serde(default)]
    #[schemars(extend("examples" = ["A one-page summary on the website each September"]))]
    pub sharing: Option<Line>,
}

/// One kind of information collected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImpactData {
    /// What is collected.
    #[schemars(extend("examples" = ["Intended destinations"]))]
    pub what: Line,
    /// Why.
    #[schemars(extend("examples" = ["To offer guidance to those without a plan"]))]
    pub why: Line,
    /// How and when.
    #[serde(default)]
    #[schemars(extend("examples" = ["Survey in Year 11, October and March"]))]
    pub how: Option<Line>,
}

/// Who gives feedback, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// Who is asked.
    #[schemars(extend("examples" = ["Employers"]))]
    pub who: Line,
    /// When and how they are asked.
    #[schemars(extend("examples" = ["by a short form after each event"]))]
    pub when: Line,
}
