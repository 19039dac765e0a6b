//! The encounters of a profile, each with the key phase that it counts for.
//!
//! In: a profile. Out: an [`EncounterRow`] for each encounter, in the order of their dates.

use crate::law::{self, KeyPhase};
use crate::profile::{Encounter, Profile};

/// One encounter.
#[derive(Clone, Debug)]
pub struct EncounterRow<'a> {
    /// The encounter as the profile gives it.
    pub encounter: &'a Encounter,
    /// The key phase that it counts for, if it counts.
    pub counts_for: Option<KeyPhase>,
}

pub(super) fn encounter_rows(profile: &Profile) -> Vec<EncounterRow<'_>> {
    let mut rows: Vec<EncounterRow<'_>> =
        profile.provider_access.encounters.iter().map(|encounter| encounter_row(profile, encounter)).collect();
    rows.sort_by_cached_key(|row| (row.encounter.date, row.encounter.year_groups.in_words()));
    rows
}

fn encounter_row<'a>(profile: &Profile, encounter: &'a Encounter) -> EncounterRow<'a> {
    let setting = &profile.setting;
    let occasion = encounter.occasion();
    let cohorts = law::cohorts_in_school_year(setting.kind, &setting.year_groups, encounter.date.school_year());
    let counts_for = cohorts.into_iter().find(|cohort| law::counts_for(&occasion, *cohort)).map(|cohort| cohort.phase);
    EncounterRow { encounter, counts_for }
}
