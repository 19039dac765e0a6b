//! All the facts of one profile.
//!
//! In: a profile. Out: [`Facts`].

use super::actions::{ActionRow, action_plan};
use super::destinations::{DestinationTable, destination_tables};
use super::duties::LawFacts;
use super::encounters::{EncounterRow, encounter_rows};
use super::timeline::{TimelineCohort, encounter_timeline};
use super::year_table::{Entry, RowKind, YearRow, year_table};
use crate::profile::{Activity, Opportunity, Profile, Term};

/// What follows from a profile.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// What the law makes of its setting and its year groups.
    pub law: LawFacts,
    /// What the rows stand for in the tables of the programme's activities and benchmarks.
    pub programme_by: RowKind,
    /// The same of what learners gain.
    pub outcomes_by: RowKind,
    /// The same of the opportunities for providers.
    pub opportunities_by: RowKind,
    /// The activities of the programme, by year group or stage and by term.
    pub programme_table: Vec<YearRow<'a, Activity>>,
    /// The opportunities for providers in the same shape.
    pub opportunity_table: Vec<YearRow<'a, Opportunity>>,
    /// The actions for all benchmarks.
    pub action_plan: Vec<ActionRow<'a>>,
    /// Where leavers went, cohort by cohort.
    pub destination_tables: Vec<DestinationTable<'a>>,
    /// The encounters in the order of their dates.
    pub encounter_rows: Vec<EncounterRow<'a>>,
    /// The encounters in the order of a learner's years.
    pub encounter_timeline: Vec<TimelineCohort<'a>>,
}

impl<'a> Facts<'a> {
    /// The facts of a profile.
    pub fn of(profile: &'a Profile) -> Facts<'a> {
        let on_roll = &profile.setting.year_groups;
        let activities: Vec<_> = profile
            .programme
            .activities
            .iter()
            .map(|activity| Entry {
                years: &activity.year_groups,
                stage: activity.stage.as_deref(),
                term: activity.term,
                what: activity,
            })
            .collect();
        let opportunities: Vec<_> = profile
            .provider_access
            .opportunities
            .iter()
            .flat_map(|opportunity| {
                // What is open all year is open in each term, and the table has a column for each.
                let terms = match opportunity.term {
                    Term::AllYear => vec![Term::Autumn, Term::Spring, Term::Summer],
                    term => vec![term],
                };
                terms.into_iter().map(|term| Entry {
                    years: &opportunity.year_groups,
                    stage: opportunity.stage.as_deref(),
                    term,
                    what: opportunity,
                })
            })
            .collect();
        let outcomes = profile.programme.outcomes.iter();
        Facts {
            law: LawFacts::of_school(profile),
            programme_by: RowKind::of(on_roll, activities.iter().map(|activity| activity.stage)),
            outcomes_by: RowKind::of(on_roll, outcomes.map(|outcome| outcome.stage.as_deref())),
            opportunities_by: RowKind::of(on_roll, opportunities.iter().map(|opportunity| opportunity.stage)),
            programme_table: year_table(on_roll, &activities),
            opportunity_table: year_table(on_roll, &opportunities),
            action_plan: action_plan(profile),
            destination_tables: destination_tables(&profile.destinations.cohorts),
            encounter_rows: encounter_rows(profile),
            encounter_timeline: encounter_timeline(profile),
        }
    }
}
