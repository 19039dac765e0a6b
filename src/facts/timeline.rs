//! The encounters of a profile in the order of a learner's years: what the timeline of encounters is drawn from.
//!
//! In: a profile. Out: the key phases that are owed, their years on roll, and in each year its encounters with the day on which
//! they take place, whichever school year that is.
//!
//! Not here: encounters with years outside the phases (they are in `encounter_rows`), and the drawing (`picture`).

use serde::Serialize;

use crate::law::{self, Cohort, Date, KeyPhase};
use crate::profile::Profile;

/// One key phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelinePhase<'a> {
    /// Its name: "first".
    pub name: &'static str,
    /// How many encounters are owed in it.
    pub occasions: u8,
    /// Whether every learner must attend.
    pub mandatory: bool,
    /// Those of its years that are on roll.
    pub years: Vec<TimelineYear<'a>>,
}

/// One year group of a key phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineYear<'a> {
    /// The year group.
    pub year: u8,
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
    /// Whether it counts for the phase.
    pub counts: bool,
}

/// The phases that an institution owes encounters in, with their encounters.
pub(super) fn encounter_timeline(profile: &Profile) -> Vec<TimelinePhase<'_>> {
    let on_roll = &profile.setting.year_groups;
    let phases = law::phases_owed(profile.setting.kind, on_roll).into_iter();
    let timeline = |phase: KeyPhase| TimelinePhase {
        name: phase.name(),
        occasions: law::ENCOUNTERS_PER_PHASE,
        mandatory: phase.must_attend(),
        years: phase.years_on_roll(on_roll).iter().map(|year| timeline_year(profile, phase, year)).collect(),
    };
    phases.map(timeline).collect()
}

fn timeline_year(profile: &Profile, phase: KeyPhase, year: u8) -> TimelineYear<'_> {
    let is_second = year > phase.first_year();
    // Any cohort will do: the window closes on the same day of every school year.
    let (_, last_day) = phase.window(2025);
    let closes = is_second.then(|| last_day.day_of_school_year() + 1);
    let mut encounters: Vec<TimelineEncounter<'_>> = profile
        .provider_access
        .encounters
        .iter()
        .filter(|encounter| encounter.year_groups.contains(year))
        .map(|encounter| {
            let entered = encounter.date.school_year() - i16::from(is_second);
            TimelineEncounter {
                date: encounter.date,
                day: encounter.date.day_of_school_year(),
                title: &encounter.title,
                providers: encounter.providers.iter().map(|name| &**name).collect(),
                counts: law::counts_for(&encounter.occasion(), Cohort { phase, entered }),
            }
        })
        .collect();
    encounters.sort_by_key(|encounter| encounter.date);
    TimelineYear { year, closes, encounters }
}
