//! Which encounters count for which cohort, and what a cohort still lacks.
//!
//! In: occasions as plain facts, the school year. Out: the [`Cohort`]s in a key phase and the [`Shortfall`] of each.
//!
//! Source: Education Act 1997, s.42B(1A), (2A) and (2B). An occasion counts for a cohort when it falls in the cohort's
//! window, in the standard school day, for the whole cohort, with a provider of approved technical education
//! qualifications or apprenticeships. In the first and second phase the two occasions may not be with exactly the same
//! providers. That the whole cohort must be invited is the guidance's reading of "each registered pupil".

use super::{Date, ENCOUNTERS_PER_PHASE, KeyPhase, Setting, YearGroups, phases_owed};

/// The learners who enter a key phase together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// The phase.
    pub phase: KeyPhase,
    /// The calendar year in whose September they entered it.
    pub entered: i16,
}

impl Cohort {
    /// The first and the last day of the cohort's window.
    pub fn window(self) -> (Date, Date) {
        self.phase.window(self.entered)
    }

    /// The year group the cohort is in during the school year that begins in that calendar year.
    pub fn year_group(self, school_year: i16) -> u8 {
        if school_year > self.entered { self.phase.first_year() + 1 } else { self.phase.first_year() }
    }

    /// Whether the cohort's window closes in the school year that begins in that calendar year.
    pub fn closes_in(self, school_year: i16) -> bool {
        school_year > self.entered
    }
}

/// The facts about one encounter that decide whether it counts.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// The day.
    pub date: Date,
    /// The year groups that take part.
    pub year_groups: YearGroups,
    /// The providers met.
    pub providers: Vec<String>,
    /// Whether they offer approved technical education qualifications or apprenticeships.
    pub technical: bool,
    /// Whether it is in the standard school day.
    pub in_school_day: bool,
    /// Whether the whole cohort takes part, or in the third phase may.
    pub whole_cohort: bool,
    /// Whether every learner attends.
    pub mandatory: bool,
}

/// What a cohort lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The cohort.
    pub cohort: Cohort,
    /// How many occasions count for it.
    pub counted: u8,
    /// Whether the occasions that count are all with exactly the same providers.
    pub same_providers: bool,
}

impl Shortfall {
    /// How many occasions are missing.
    pub fn missing(&self) -> u8 {
        ENCOUNTERS_PER_PHASE.saturating_sub(self.counted)
    }
}

/// The cohorts in a key phase during the school year that begins in that calendar year, for an institution with these
/// year groups: in each phase, those in its second year first.
pub fn cohorts_in_school_year(setting: Setting, years: &YearGroups, school_year: i16) -> Vec<Cohort> {
    let mut cohorts = Vec::new();
    for phase in phases_owed(setting, years) {
        if years.contains(phase.first_year() + 1) {
            cohorts.push(Cohort { phase, entered: school_year - 1 });
        }
        if years.contains(phase.first_year()) {
            cohorts.push(Cohort { phase, entered: school_year });
        }
    }
    cohorts
}

/// Whether the occasion counts for the cohort.
pub fn counts_for(occasion: &Occasion, cohort: Cohort) -> bool {
    let (opens, closes) = cohort.window();
    let year = cohort.year_group(occasion.date.school_year());
    let attended = !cohort.phase.must_attend() || occasion.mandatory;
    (opens..=closes).contains(&occasion.date)
        && occasion.year_groups.contains(year)
        && occasion.technical
        && occasion.in_school_day
        && occasion.whole_cohort
        && attended
}

/// What the cohort lacks, or nothing if two occasions count and their providers differ.
pub fn shortfall(occasions: &[Occasion], cohort: Cohort) -> Option<Shortfall> {
    let counting: Vec<&Occasion> = occasions.iter().filter(|occasion| counts_for(occasion, cohort)).collect();
    let counted = u8::try_from(counting.len()).unwrap_or(u8::MAX);
    let sets: Vec<Vec<String>> = counting.iter().map(|occasion| provider_set(&occasion.providers)).collect();
    let must_differ = cohort.phase.must_attend();
    let same_providers = must_differ && sets.len() > 1 && sets.windows(2).all(|pair| pair[0] == pair[1]);
    (counted < ENCOUNTERS_PER_PHASE || same_providers).then_some(Shortfall { cohort, counted, same_providers })
}

/// The providers in an order and spelling that can be compared.
fn provider_set(providers: &[String]) -> Vec<String> {
    let mut set: Vec<String> = providers.iter().map(|name| name.trim().to_lowercase()).collect();
    set.sort();
    set.dedup();
    set
}

#[cfg(test)]
mod tests {
    use super::{Cohort, Occasion, cohorts_in_school_year, counts_for, shortfall};
    use crate::law::{KeyPhase, Setting, YearGroups};

    fn occasion(date: &str, year: u8, provider: &str) -> Occasion {
        Occasion {
            date: date.parse().unwrap(),
            year_groups: YearGroups::new([year]),
            providers: vec![provider.to_owned()],
            technical: true,
            in_school_day: true,
            whole_cohort: true,
            mandatory: true,
        }
    }

    const YEAR_9_NOW: Cohort = Cohort { phase: KeyPhase::First, entered: 2025 };

    #[test]
    fn an_encounter_after_28_february_of_the_second_year_counts_for_no_phase() {
        assert!(counts_for(&occasion("2027-02-28", 9, "A"), YEAR_9_NOW));
        assert!(!counts_for(&occasion("2027-03-01", 9, "A"), YEAR_9_NOW));
        assert!(counts_for(&occasion("2026-06-15", 8, "A"), YEAR_9_NOW));
    }

    #[test]
    fn the_29th_of_february_lies_outside_the_window() {
        let cohort = Cohort { phase: KeyPhase::First, entered: 2026 };
        assert!(counts_for(&occasion("2028-02-28", 9, "A"), cohort));
        assert!(!counts_for(&occasion("2028-02-29", 9, "A"), cohort));
    }

    #[test]
    fn two_encounters_with_exactly_the_same_provider_fall_short() {
        let same = [occasion("2025-11-03", 8, "Northway "), occasion("2026-11-03", 9, "northway")];
        let found = shortfall(&same, YEAR_9_NOW).unwrap();
        assert_eq!((found.counted, found.missing(), found.same_providers), (2, 0, true));
        let different = [occasion("2025-11-03", 8, "Northway"), occasion("2026-11-03", 9, "Eastfield")];
        assert_eq!(shortfall(&different, YEAR_9_NOW), None);
    }

    #[test]
    fn an_encounter_of_the_year_below_does_not_count_for_the_year_above() {
        assert!(!counts_for(&occasion("2026-11-03", 8, "A"), YEAR_9_NOW));
    }

    #[test]
    fn a_university_talk_an_evening_and_an_invited_few_do_not_count() {
        let university = Occasion { technical: false, ..occasion("2026-11-03", 9, "A") };
        let evening = Occasion { in_school_day: false, ..occasion("2026-11-03", 9, "A") };
        let few = Occasion { whole_cohort: false, ..occasion("2026-11-03", 9, "A") };
        let optional = Occasion { mandatory: false, ..occasion("2026-11-03", 9, "A") };
        assert!(!counts_for(&university, YEAR_9_NOW));
        assert!(!counts_for(&evening, YEAR_9_NOW));
        assert!(!counts_for(&few, YEAR_9_NOW));
        assert!(!counts_for(&optional, YEAR_9_NOW));
        let third = Cohort { phase: KeyPhase::Third, entered: 2025 };
        assert!(counts_for(&Occasion { mandatory: false, ..occasion("2026-11-03", 13, "A") }, third));
    }

    #[test]
    fn an_11_to_16_school_has_four_cohorts_in_a_phase() {
        let cohorts = cohorts_in_school_year(Setting::MaintainedSchool, &YearGroups::new(7..=11), 2026);
        let years: Vec<u8> = cohorts.iter().map(|cohort| cohort.year_group(2026)).collect();
        assert_eq!(years, [9, 8, 11, 10]);
    }
}
