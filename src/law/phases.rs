//! The three key phases of the provider access duty, and how many encounters an institution owes in each.
//!
//! In: a setting and its year groups. Out: the [`KeyPhase`]s on roll, their windows and the encounters owed.
//!
//! Source: Education Act 1997, s.42B(1A) and (2A), as amended by the Skills and Post-16 Education Act 2022, s.14. A phase
//! is two school years, Years 8 and 9, 10 and 11, 12 and 13, the second ending with 28 February. The
//! statute speaks of the ages most of a class reach; the year groups follow the Department for Education's
//! guidance. What an institution with only part of a phase owes is our reading.

use super::{Date, Setting, YearGroups};

/// The number of occasions owed in each key phase: s.42B(1A).
pub const ENCOUNTERS_PER_PHASE: u8 = 2;

/// A key phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyPhase {
    /// Years 8 and 9.
    First,
    /// Years 10 and 11.
    Second,
    /// Years 12 and 13.
    Third,
}

/// The three phases in order.
pub const KEY_PHASES: [KeyPhase; 3] = [KeyPhase::First, KeyPhase::Second, KeyPhase::Third];

impl KeyPhase {
    /// Its first year group; its second is the next.
    pub fn first_year(self) -> u8 {
        match self {
            KeyPhase::First => 8,
            KeyPhase::Second => 10,
            KeyPhase::Third => 12,
        }
    }

    /// The phase in words: "first", "second", "third".
    pub fn name(self) -> &'static str {
        match self {
            KeyPhase::First => "first",
            KeyPhase::Second => "second",
            KeyPhase::Third => "third",
        }
    }

    /// Whether every learner must attend: in the first and second phase each registered pupil meets a provider
    /// (s.42B(2A)(a)); in the third the encounters need only be offered.
    pub fn must_attend(self) -> bool {
        self != KeyPhase::Third
    }

    /// The window of the cohort that enters the phase in the autumn of that year: the start of the school year to 28 February in
    /// the phase's second year. The 29th of a leap year lies outside: the Act names the 28th.
    pub fn window(self, enters: i16) -> (Date, Date) {
        (Date::first_of_august(enters), Date::twenty_eighth_of_february(enters + 2))
    }

    /// The years of this phase that an institution has on roll.
    pub fn years_on_roll(self, years: &YearGroups) -> YearGroups {
        years.between(self.first_year(), self.first_year() + 1)
    }

    /// Whether the institution has only part of the phase: a middle school that ends at Year 8, an upper school that
    /// begins at Year 9.
    pub fn is_partial(self, years: &YearGroups) -> bool {
        self.years_on_roll(years).iter().count() == 1
    }
}

/// The phases in which an institution owes encounters: none where s.42B does not bind it.
pub fn phases_owed(setting: Setting, years: &YearGroups) -> Vec<KeyPhase> {
    if !setting.owes_provider_access() {
        return Vec::new();
    }
    phases_on_roll(years)
}

/// Whether an event can count for a year group: it is in a key phase, and if in the second year of it, the event is not after February.
pub fn can_count(year: u8, after_february: bool) -> bool {
    let phase = KEY_PHASES.into_iter().find(|phase| (phase.first_year()..=phase.first_year() + 1).contains(&year));
    phase.is_some_and(|phase| year == phase.first_year() || !after_february)
}

/// The phases that an institution's year groups touch, whether or not the duty binds it.
pub fn phases_on_roll(years: &YearGroups) -> Vec<KeyPhase> {
    KEY_PHASES.into_iter().filter(|phase| !phase.years_on_roll(years).is_empty()).collect()
}

/// How many encounters an institution owes to a learner who stays throughout: 6, 4, 2 or 0.
pub fn encounters_owed(setting: Setting, years: &YearGroups) -> u8 {
    phases_owed(setting, years).iter().map(|_| ENCOUNTERS_PER_PHASE).sum()
}

#[cfg(test)]
mod tests {
    use super::{KeyPhase, can_count, encounters_owed, phases_owed};
    use crate::law::{Setting, YearGroups};

    fn owed(setting: Setting, years: std::ops::RangeInclusive<u8>) -> u8 {
        encounters_owed(setting, &YearGroups::new(years))
    }

    #[test]
    fn the_encounters_owed_follow_the_years_on_roll() {
        assert_eq!(owed(Setting::Academy, 7..=13), 6);
        assert_eq!(owed(Setting::MaintainedSchool, 7..=11), 4);
        assert_eq!(owed(Setting::Academy, 10..=13), 4);
        assert_eq!(owed(Setting::PupilReferralUnit, 10..=11), 2);
        assert_eq!(owed(Setting::MaintainedSchool, 5..=8), 2);
        assert_eq!(owed(Setting::MaintainedSpecialSchool, 7..=14), 6);
        assert_eq!(owed(Setting::Academy, 0..=6), 0);
        assert_eq!(owed(Setting::IndependentSchool, 7..=13), 0);
        assert_eq!(owed(Setting::SixteenToNineteenAcademy, 12..=13), 0);
    }

    #[test]
    fn an_upper_school_has_only_part_of_the_first_phase() {
        let years = YearGroups::new(9..=13);
        assert_eq!(phases_owed(Setting::Academy, &years).len(), 3);
        assert!(KeyPhase::First.is_partial(&years));
        assert!(!KeyPhase::Second.is_partial(&years));
    }

    #[test]
    fn an_event_counts_for_no_year_outside_the_phases_and_for_a_second_year_until_february() {
        assert_eq!([7, 8, 9, 10, 13, 14].map(|year| can_count(year, false)), [false, true, true, true, true, false]);
        assert_eq!([7, 8, 9, 10, 13, 14].map(|year| can_count(year, true)), [false, true, false, true, false, false]);
    }

    #[test]
    fn a_window_ends_on_28_february_in_leap_years_too() {
        let (opens, closes) = KeyPhase::First.window(2026);
        assert_eq!((opens.to_string(), closes.to_string()), ("2026-08-01".into(), "2028-02-28".into()));
        let (_, closes) = KeyPhase::Second.window(2025);
        assert_eq!(closes.to_string(), "2027-02-28");
    }
}
