//! What the law makes of a setting and its year groups, and of a trust's schools together.
//!
//! In: a profile, or those of a trust's schools. Out: [`LawFacts`].

use crate::law::{self, KeyPhase, LAST_COMPULSORY_YEAR, LAST_YEAR, YearGroups};
use crate::profile::Profile;

/// What the law makes of an institution, or of a trust's schools taken together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawFacts {
    /// The key phases in which it owes encounters, or in which any of a trust's schools does.
    pub phases: Vec<PhaseFacts>,
    /// The key phases that its year groups touch, whether or not the duty binds it.
    pub phases_on_roll: Vec<PhaseFacts>,
    /// How many encounters it owes to a learner who stays throughout.
    pub encounters_owed: u8,
    /// The years on roll to which the provider access duty belongs.
    pub provider_years: YearGroups,
    /// The years on roll to which the duty to secure guidance belongs.
    pub guidance_years: YearGroups,
    /// The years on roll.
    pub years: YearGroups,
    /// Whether section 42B binds it: it must have, publish and follow a statement.
    pub binds_provider_access: bool,
    /// Whether it owes access and encounters besides: it has one of Years 8 to 13.
    pub owes_encounters: bool,
    /// Whether it is a state school in the sense of the Act.
    pub is_state_school: bool,
}

/// One key phase as an institution has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseFacts {
    /// The phase.
    pub phase: KeyPhase,
    /// Those of its years that are on roll.
    pub years: YearGroups,
    /// Whether only one of them is.
    pub partial: bool,
    /// When encounters count.
    pub window: Window,
}

/// The time in which encounters count, by the year groups on roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// From the start of the first of these year groups to the closing day in the second.
    BothYears(u8, u8),
    /// The whole of this year group, the first of its phase: the window closes after the learners have left.
    FirstYear(u8),
    /// From the start of this year group, the second of its phase, to the closing day.
    SecondYear(u8),
}

impl LawFacts {
    /// What is so of one institution.
    pub(super) fn of_school(profile: &Profile) -> LawFacts {
        let setting = profile.setting.kind;
        let years = &profile.setting.year_groups;
        let facts = |phases: Vec<KeyPhase>| phases.into_iter().map(|phase| PhaseFacts::new(phase, years)).collect();
        LawFacts {
            phases: facts(law::phases_owed(setting, years)),
            phases_on_roll: facts(law::phases_on_roll(years)),
            encounters_owed: law::encounters_owed(setting, years),
            provider_years: years.between(8, 13),
            guidance_years: years.between(7, LAST_YEAR),
            years: years.clone(),
            binds_provider_access: binds_provider_access(profile),
            owes_encounters: owes_encounters(profile),
            is_state_school: setting.is_state_school(),
        }
    }

    /// What is so of a trust's schools taken together. The encounters are owed by each school and not by the trust, so none are counted.
    pub fn of_schools(schools: &[&Profile]) -> LawFacts {
        let years_of = |counts: fn(&Profile) -> bool| {
            let counted = schools.iter().filter(|school| counts(school));
            YearGroups::new(counted.flat_map(|school| school.setting.year_groups.iter()))
        };
        let is_state = |school: &Profile| school.setting.kind.is_state_school();
        let provider_years = years_of(owes_encounters).between(8, 13);
        let owed = |phase: &KeyPhase| {
            let owes =
                |school: &&Profile| law::phases_owed(school.setting.kind, &school.setting.year_groups).contains(phase);
            schools.iter().any(owes)
        };
        let phases = law::phases_on_roll(&provider_years).into_iter().filter(owed);
        LawFacts {
            phases: phases.map(|phase| PhaseFacts::new(phase, &provider_years)).collect(),
            phases_on_roll: Vec::new(),
            encounters_owed: 0,
            provider_years,
            guidance_years: years_of(is_state).between(7, LAST_YEAR),
            years: years_of(|_| true),
            binds_provider_access: schools.iter().any(|school| binds_provider_access(school)),
            owes_encounters: schools.iter().any(|school| owes_encounters(school)),
            is_state_school: schools.iter().any(|school| is_state(school)),
        }
    }

    /// Whether a year group after Year 11 is on roll.
    pub fn has_sixth_form(&self) -> bool {
        self.years.iter().any(|year| year > LAST_COMPULSORY_YEAR)
    }

    /// Whether a year group up to Year 11 is on roll.
    pub fn has_under_16(&self) -> bool {
        self.years.iter().any(|year| year <= LAST_COMPULSORY_YEAR)
    }
}

/// Whether section 42B binds it: a state school that provides secondary education (s.42B(2)). The statement and its publication (s.42B(3) to
/// (7)) name no phase. "From Year 7 on" is the department's rule; the Education Act 1996, s.2(2), goes by age.
fn binds_provider_access(school: &Profile) -> bool {
    let has_secondary_years = !school.setting.year_groups.between(7, LAST_YEAR).is_empty();
    school.setting.kind.owes_provider_access() && has_secondary_years
}

/// Whether it owes access and encounters: access belongs to the years in which most of a class reach 13 to 18 (s.42B(1) and (9)), the numbers
/// to the key phases among them (s.42B(1A), (2A) and (9A)). Both are Years 8 to 13.
fn owes_encounters(school: &Profile) -> bool {
    law::encounters_owed(school.setting.kind, &school.setting.year_groups) > 0
}

impl PhaseFacts {
    fn new(phase: KeyPhase, on_roll: &YearGroups) -> PhaseFacts {
        let (first, second) = (phase.first_year(), phase.first_year() + 1);
        let window = match (on_roll.contains(first), on_roll.contains(second)) {
            (true, true) => Window::BothYears(first, second),
            (true, false) => Window::FirstYear(first),
            _ => Window::SecondYear(second),
        };
        PhaseFacts { phase, years: phase.years_on_roll(on_roll), partial: phase.is_partial(on_roll), window }
    }
}

#[cfg(test)]
mod tests {
    use super::{LawFacts, Window};
    use crate::law::{Setting, YearGroups};
    use crate::profile::Profile;

    fn school(setting: Setting, years: std::ops::RangeInclusive<u8>) -> Profile {
        let mut profile = Profile::default();
        profile.setting.kind = setting;
        profile.setting.year_groups = YearGroups::new(years);
        profile
    }

    #[test]
    fn the_window_of_a_phase_follows_the_years_on_roll() {
        let windows = |years| {
            let phases = LawFacts::of_school(&school(Setting::Academy, years)).phases;
            phases.into_iter().map(|phase| phase.window).collect::<Vec<_>>()
        };
        assert_eq!(windows(7..=11), [Window::BothYears(8, 9), Window::BothYears(10, 11)]);
        assert_eq!(windows(5..=8), [Window::FirstYear(8)]);
        assert_eq!(windows(9..=11), [Window::SecondYear(9), Window::BothYears(10, 11)]);
    }

    #[test]
    fn the_schools_of_a_trust_are_taken_together() {
        let (primary, college) = (school(Setting::Academy, 0..=6), school(Setting::SixteenToNineteenAcademy, 12..=13));
        let facts = LawFacts::of_schools(&[&primary, &school(Setting::Academy, 7..=11), &college]);
        assert_eq!(facts.provider_years, YearGroups::new(8..=11));
        assert_eq!(facts.guidance_years, YearGroups::new(7..=11));
        assert_eq!(facts.years, YearGroups::new((0..=13).collect::<Vec<_>>()));
        assert!(facts.binds_provider_access && facts.encounters_owed == 0);
        assert_eq!(
            facts.phases.iter().map(|phase| phase.window).collect::<Vec<_>>(),
            [Window::BothYears(8, 9), Window::BothYears(10, 11)]
        );
    }
}
