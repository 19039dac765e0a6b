//! The encounters of a profile along the way of those who meet them: what the timeline of encounters is drawn from.
//!
//! In: a profile. Out: for each key phase that is owed the cohorts that have an encounter in it; of each cohort its years in the phase,
//! with the school year that each of them is, and its encounters in it.
//!
//! Not here: encounters with years outside the phases (they are in `encounter_rows`), and the drawing (`picture`).

use std::collections::BTreeSet;

use serde::Serialize;

use crate::law::{self, Cohort, Date, KeyPhase};
use crate::profile::{Attendance, EncounterKind, Profile};

/// The learners who entered a key phase in one school year, on their way through it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineCohort<'a> {
    /// The phase's name: "first".
    pub name: &'static str,
    /// How many encounters are owed in it.
    pub occasions: u8,
    /// Whether every learner must attend.
    pub mandatory: bool,
    /// Its years that are on roll, one after the other.
    pub years: Vec<TimelineYear<'a>>,
}

/// One year group of a key phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineYear<'a> {
    /// The year group.
    pub year: u8,
    /// The calendar year in which the cohort's school year in it begins.
    pub begins: i16,
    /// The days of this school year that have gone by when the window has closed; none where it closes later.
    pub closes: Option<i32>,
    /// Its encounters in the order of their dates.
    pub encounters: Vec<TimelineEncounter<'a>>,
}

/// One encounter of a year group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineEncounter<'a> {
    /// The day.
    pub date: Date,
    /// The days of its school year that have gone by.
    pub day: i32,
    /// What it is.
    pub title: &'a str,
    /// The providers met.
    pub providers: Vec<&'a str>,
    /// What it is about.
    pub kind: EncounterKind,
    /// Who takes part.
    pub attendance: Attendance,
    /// Whether it counts for the phase.
    pub counts: bool,
}

/// The cohorts that have encounters in the phases that an institution owes, by phase, those who entered it last first.
pub(super) fn encounter_timeline(profile: &Profile) -> Vec<TimelineCohort<'_>> {
    let on_roll = &profile.setting.year_groups;
    let mut cohorts = Vec::new();
    for phase in law::phases_owed(profile.setting.kind, on_roll) {
        let years: Vec<u8> = phase.years_on_roll(on_roll).iter().collect();
        let entered = profile.provider_access.encounters.iter().flat_map(|encounter| {
            let met = years.iter().filter(|year| encounter.year_groups.contains(**year));
            met.map(|year| encounter.date.school_year() - years_into(phase, *year))
        });
        for entered in entered.collect::<BTreeSet<i16>>().into_iter().rev() {
            let cohort = Cohort { phase, entered };
            cohorts.push(TimelineCohort {
                name: phase.name(),
                occasions: law::ENCOUNTERS_PER_PHASE,
                mandatory: phase.must_attend(),
                years: years.iter().map(|year| timeline_year(profile, cohort, *year)).collect(),
            });
        }
    }
    cohorts
}

/// How many school years a year group is after the first year of the phase.
fn years_into(phase: KeyPhase, year: u8) -> i16 {
    i16::from(year > phase.first_year())
}

fn timeline_year(profile: &Profile, cohort: Cohort, year: u8) -> TimelineYear<'_> {
    let Cohort { phase, entered } = cohort;
    let begins = entered + years_into(phase, year);
    // The window closes on the same day of every school year.
    let (_, last_day) = phase.window(entered);
    let closes = (year > phase.first_year()).then(|| last_day.day_of_school_year() + 1);
    let met = profile
        .provider_access
        .encounters
        .iter()
        .filter(|encounter| encounter.year_groups.contains(year) && encounter.date.school_year() == begins);
    let mut encounters: Vec<TimelineEncounter<'_>> = met
        .map(|encounter| TimelineEncounter {
            date: encounter.date,
            day: encounter.date.day_of_school_year(),
            title: &encounter.title,
            providers: encounter.providers.iter().map(|name| &**name).collect(),
            kind: encounter.kind,
            attendance: encounter.attendance.unwrap_or(if cohort.phase.must_attend() {
                Attendance::Mandatory
            } else {
                Attendance::Offered
            }),
            counts: law::counts_for(&encounter.occasion(), cohort),
        })
        .collect();
    encounters.sort_by_key(|encounter| encounter.date);
    TimelineYear { year, begins, closes, encounters }
}
