//! The encounters of a profile, each with the key phases that it counts for.
//!
//! In: a profile. Out: an [`EncounterRow`] for each encounter, in the order of their dates.

use crate::law::{self, KeyPhase, YearGroups};
use crate::profile::{Attendance, Encounter, Profile};

/// One encounter.
#[derive(Clone, Debug)]
pub struct EncounterRow<'a> {
    /// The encounter as the profile gives it.
    pub encounter: &'a Encounter,
    /// The key phases that it counts for, in their order; none if it does not count.
    pub phases: Vec<KeyPhase>,
    /// The year groups for which it counts.
    pub years: YearGroups,
    /// Whether it takes in more year groups of those phases than it counts for, as after the closing day of the older one.
    pub only_some: bool,
    /// Its year groups that may choose whether to attend.
    pub may_attend: YearGroups,
    /// Its year groups in which every learner attends.
    pub must_attend: YearGroups,
    /// Whether any of its year groups lies in a key phase, so that the timeline shows it.
    pub in_a_phase: bool,
}

pub(super) fn encounter_rows(profile: &Profile) -> Vec<EncounterRow<'_>> {
    let mut rows: Vec<EncounterRow<'_>> =
        profile.provider_access.encounters.iter().map(|encounter| encounter_row(profile, encounter)).collect();
    rows.sort_by_cached_key(|row| (row.encounter.date, row.encounter.year_groups.in_words()));
    rows
}

fn encounter_row<'a>(profile: &Profile, encounter: &'a Encounter) -> EncounterRow<'a> {
    let (setting, on_roll) = (profile.setting.kind, &profile.setting.year_groups);
    let occasion = encounter.occasion();
    let school_year = encounter.date.school_year();
    let mut cohorts = law::cohorts_in_school_year(setting, on_roll, school_year);
    cohorts.retain(|cohort| law::counts_for(&occasion, *cohort));
    let years = YearGroups::new(cohorts.iter().map(|cohort| cohort.year_group(school_year)));
    // The cohorts come phase by phase.
    let mut phases: Vec<KeyPhase> = cohorts.iter().map(|cohort| cohort.phase).collect();
    phases.dedup();
    let concerned = phases.iter().flat_map(|phase| phase.years_on_roll(on_roll).iter().collect::<Vec<_>>());
    let only_some = concerned.filter(|year| encounter.year_groups.contains(*year)).any(|year| !years.contains(year));
    let mut years_of_phases = law::phases_owed(setting, on_roll).into_iter().map(|phase| phase.years_on_roll(on_roll));
    let in_a_phase = years_of_phases.any(|years| years.iter().any(|year| encounter.year_groups.contains(year)));
    let chooses = |year: &u8| match encounter.attendance {
        Some(attendance) => attendance == Attendance::Offered,
        None => law::phases_owed(setting, on_roll)
            .into_iter()
            .any(|phase| !phase.must_attend() && phase.years_on_roll(on_roll).contains(*year)),
    };
    let may_attend = YearGroups::new(encounter.year_groups.iter().filter(chooses));
    let must_attend = YearGroups::new(encounter.year_groups.iter().filter(|year| !chooses(year)));
    EncounterRow { encounter, phases, years, only_some, may_attend, must_attend, in_a_phase }
}
