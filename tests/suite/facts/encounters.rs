//! Whether an encounter counts is told alike in the table, in the picture and by the check.

use careers_policy::facts::{Facts, TimelineYear};
use careers_policy::finding::{Code, Place};
use careers_policy::law::{Date, Setting, YearGroups};
use careers_policy::profile::{Attendance, Encounter, EncounterKind};
use proptest::collection::{btree_set, vec};
use proptest::prelude::{Strategy, any, prop_oneof, proptest};
use proptest::strategy::Just;

use crate::amount::cases;
use crate::school::School;

fn encounter() -> impl Strategy<Value = Encounter> {
    let kind =
        prop_oneof![Just(EncounterKind::Technical), Just(EncounterKind::Apprenticeship), Just(EncounterKind::Employer)];
    let attendance = prop_oneof![Just(Attendance::Mandatory), Just(Attendance::Offered)];
    let when = (2025_i16..=2028, 1_i8..=12, 1_i8..=28);
    let whom = (btree_set(7_u8..=14, 1..=7), any::<bool>(), any::<bool>());
    (when, whom, kind, attendance).prop_map(
        |((year, month, day), (years, in_school_day, whole_cohort), kind, attendance)| Encounter {
            date: Date::new(year, month, day).unwrap(),
            year_groups: YearGroups::new(years),
            title: "A visit".into(),
            providers: vec!["Fenside College".into()],
            kind,
            in_school_day,
            whole_cohort,
            attendance: Some(attendance),
        },
    )
}

proptest! {
    #![proptest_config(cases(12, 64))]

    #[test]
    fn the_table_the_picture_and_the_check_agree_on_what_counts(
        encounters in vec(encounter(), 1..6),
        first in 7_u8..=10,
        last in 11_u8..=14,
    ) {
        let mut encounters = encounters;
        encounters.iter_mut().enumerate().for_each(|(index, encounter)| encounter.title = format!("Visit {index}").as_str().into());
        let school = School::plain(Setting::Academy, YearGroups::new(first..=last)).with(|profile| {
            profile.provider_access.encounters = encounters;
        });
        let facts = Facts::of(&school.profile);
        for row in &facts.encounter_rows {
            let counted = |year: &&TimelineYear<'_>| {
                year.encounters.iter().any(|drawn| drawn.title == &*row.encounter.title && drawn.counts)
            };
            let years = facts.encounter_timeline.iter().flat_map(|phase| &phase.years).filter(counted);
            assert_eq!(row.years, YearGroups::new(years.map(|year| year.year)));
            let phases = facts.encounter_timeline.iter().filter(|phase| phase.years.iter().any(|year| counted(&year)));
            // A phase has a cohort for each school year in which learners entered it.
            let mut phases: Vec<&str> = phases.map(|phase| phase.name).collect();
            phases.dedup();
            assert_eq!(row.phases.iter().map(|phase| phase.name()).collect::<Vec<_>>(), phases);
        }
        let not_counted = facts.encounter_rows.iter().filter(|row| row.phases.is_empty()).count();
        let told = school.findings().into_iter().filter(|finding| {
            finding.code == Code::CP224 && matches!(&finding.at, Place::Field(field) if field.starts_with("provider_access.encounters["))
        });
        // Where no encounter lies in this school year or later, nothing is told of each.
        if facts.encounter_rows.iter().any(|row| row.encounter.date.school_year() >= 2026) {
            assert_eq!(told.count(), not_counted);
        }
    }
}
