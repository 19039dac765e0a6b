//! The requirements that the program itself names: what a check measures is what one of these asks.
//!
//! In: the requirements of all packs. Out: [`NamedRequirements`], or a finding for each that is not there, or that lacks what the program
//! takes from it. The ids stand here and nowhere else.
//!
//! Not here: the measuring (`law`), and what is said of it (`check`).

use std::collections::BTreeMap;

use super::requirement::{Duty, Requirement};
use crate::finding::{Code, Finding};
use crate::law::{BENCHMARKS, Setting};
use crate::profile::Reviewed;

/// The requirements that the program itself names.
#[derive(Clone, Debug)]
pub struct NamedRequirements {
    /// So many encounters with providers in each key phase.
    pub encounters: Requirement,
    /// Encounters with different providers.
    pub variety: Requirement,
    /// Guidance from somebody who is not employed at the school.
    pub independent_guidance: Requirement,
    /// The level of the careers adviser's qualification, at least.
    pub adviser_level: Limit,
    /// The months from the approval of the careers policy to its review, at most.
    pub policy_review: Limit,
    /// The months from the approval of the provider access policy statement to its review, at most.
    pub statement_review: Limit,
    /// The months from one review of the published information to the next, at most.
    pub information_review: Limit,
    /// The benchmarks, as schools and as colleges have them.
    benchmarks: Vec<Benchmark>,
}

/// A requirement with the number that answers are held to.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The requirement.
    pub requirement: Requirement,
    /// The number.
    pub number: u8,
}

/// The requirement that holds the criteria of a benchmark.
#[derive(Clone, Debug)]
pub struct Benchmark {
    /// The benchmark's number.
    pub number: u8,
    /// What it is about, in a few words.
    pub subject: String,
    /// The requirement.
    pub requirement: Requirement,
}

impl NamedRequirements {
    /// The longest time from the approval of a document, or from the last review of what nobody approves, to the next review, in months.
    pub fn review_limit(&self, reviewed: Reviewed) -> &Limit {
        match reviewed {
            Reviewed::CareersPolicy => &self.policy_review,
            Reviewed::ProviderAccessPolicy => &self.statement_review,
            Reviewed::WebsiteInformation => &self.information_review,
        }
    }

    /// Finds them among the requirements of all packs.
    pub(super) fn find(requirements: &BTreeMap<String, Requirement>) -> Result<NamedRequirements, Vec<Finding>> {
        let mut search = Search { requirements, findings: Vec::new() };
        let encounters = search.requirement("education-act-42b/duty");
        let variety = search.requirement("education-act-42b/variety");
        let independent_guidance = search.requirement("education-act-42a/independent");
        let adviser_level = search.limit("statutory-guidance/careers-adviser");
        let policy_review = search.limit("hub-guide/policy-review");
        let statement_review = search.limit("hub-guide/statement-review");
        let information_review = search.limit("school-information-regulations/updated");
        let mut benchmarks = Vec::new();
        for number in BENCHMARKS {
            for kind in ["benchmark", "college-benchmark"] {
                benchmarks.extend(search.benchmark(number, &format!("gatsby-benchmarks/{kind}-{number}")));
            }
        }
        let all = || {
            Some(NamedRequirements {
                encounters: encounters?,
                variety: variety?,
                independent_guidance: independent_guidance?,
                adviser_level: adviser_level?,
                policy_review: policy_review?,
                statement_review: statement_review?,
                information_review: information_review?,
                benchmarks,
            })
        };
        match all() {
            Some(named) if search.findings.is_empty() => Ok(named),
            _ => Err(search.findings),
        }
    }

    /// A benchmark as it concerns a setting; nothing where it does not.
    pub fn benchmark(&self, number: u8, setting: Setting) -> Option<&Benchmark> {
        let mut of_number = self.benchmarks.iter().filter(|benchmark| benchmark.number == number);
        of_number.find(|benchmark| benchmark.requirement.duty_of(setting) != Duty::NotApplicable)
    }
}

struct Search<'a> {
    requirements: &'a BTreeMap<String, Requirement>,
    findings: Vec<Finding>,
}

impl Search<'_> {
    fn requirement(&mut self, id: &str) -> Option<Requirement> {
        match self.requirements.get(id) {
            Some(requirement) => Some(requirement.clone()),
            None => self.missing(id, format!("there is no requirement `{id}`, which the program itself names")),
        }
    }

    fn limit(&mut self, id: &str) -> Option<Limit> {
        let requirement = self.requirement(id)?;
        match requirement.entry.limit {
            Some(number) => Some(Limit { requirement, number }),
            None => {
                self.missing(id, format!("the requirement `{id}` has no `limit`, and the program takes it from there"))
            }
        }
    }

    fn benchmark(&mut self, number: u8, id: &str) -> Option<Benchmark> {
        let requirement = self.requirement(id)?;
        match requirement.entry.subject.clone() {
            Some(subject) => Some(Benchmark { number, subject, requirement }),
            None => self
                .missing(id, format!("the requirement `{id}` has no `subject`, and the program takes it from there")),
        }
    }

    fn missing<T>(&mut self, id: &str, title: String) -> Option<T> {
        let help = "keep the requirement under its key, in the file of its source in the built-in catalogue";
        self.findings.push(Finding::error(Code::CP318, title).with_help(help).for_requirement(id));
        None
    }
}
