//! Every setting with every span of year groups: one variant of each slot, and no word of years, learners or bodies that
//! the institution does not have.

use std::collections::{BTreeMap, BTreeSet};

use careers_policy::case::Case;
use careers_policy::catalogue::{Outline, Section};
use careers_policy::draft::{Choice, choose, is_asked, is_due};
use careers_policy::law::{LAST_YEAR, SETTINGS, Setting, YearGroups, encounters_owed};
use careers_policy::profile::{Attendance, OtherPerson, Person, Profile};
use proptest::prelude::{Just, Strategy, prop_oneof, proptest};
use proptest::sample::subsequence;

use crate::amount::some;
use crate::school::{School, library, today};

/// The spans of year groups that an institution of the setting can have; none where it has no year groups.
fn spans(setting: Setting) -> Vec<YearGroups> {
    match setting {
        Setting::FeCollege | Setting::TrainingProvider => vec![YearGroups::default()],
        Setting::SixthFormCollege | Setting::SixteenToNineteenAcademy => {
            vec![YearGroups::new(12..=12), YearGroups::new(12..=13), YearGroups::new(12..=14)]
        }
        _ => (0..=LAST_YEAR)
            .flat_map(|first| (first..=LAST_YEAR).map(move |last| YearGroups::new(first..=last)))
            .collect(),
    }
}

fn clauses_of(outline: &Outline) -> BTreeSet<&str> {
    fn gather<'a>(sections: &'a [Section], ids: &mut BTreeSet<&'a str>) {
        for section in sections {
            ids.extend(section.clauses.iter().map(String::as_str));
            gather(&section.sections, ids);
        }
    }
    let mut ids = BTreeSet::new();
    [&outline.front, &outline.sections, &outline.appendices]
        .into_iter()
        .for_each(|sections| gather(sections, &mut ids));
    ids
}

/// Section 42B(9A) goes by the class, which matters where classes mix ages.
#[test]
fn where_classes_may_mix_ages_the_statement_says_whose_age_decides() {
    for (starter, says) in
        [("millbrook-school", true), ("the-bridge-pru", true), ("turnstone-academy", true), ("oakfield-academy", false)]
    {
        let text = School::starter(starter).markdown("provider-access-policy");
        assert_eq!(
            text.contains("a phase begins with the school year in which most of the class reach 13, 15 or 17"),
            says,
            "{starter}"
        );
    }
}

/// A school that the law does not bind says in its policy, too, that it opens its doors by choice.
#[test]
fn a_school_outside_the_duty_says_that_it_gives_access_by_choice() {
    for starter in ["larkrise-house-school", "wexcombe-school"] {
        let school = School::starter(starter);
        assert!(
            school
                .markdown("careers-policy")
                .contains("The law on provider access does not apply to us. We choose to let colleges"),
            "{starter}"
        );
        let without = school.with(|profile| profile.provider_access.url = None);
        assert!(!without.markdown("careers-policy").contains("We choose to let colleges"), "{starter}");
    }
}

/// In the third key phase the law lets everybody choose, so an event for all years does not say that all of them attend.
#[test]
fn an_encounter_says_for_which_years_it_is_a_choice() {
    let rows = |school: &School| -> Vec<String> {
        let text = school.markdown("provider-access-policy");
        text.lines().filter(|line| line.contains("providers’ day")).map(str::to_owned).collect()
    };
    let mut trust = School::starter("tidewater-schools-trust");
    let mut school = School { profile: trust.members.remove(1), ..School::starter("oakfield-academy") };
    assert!(
        rows(&school)
            .iter()
            .all(|row| row.contains("| everyone in Years 8 to 11 attends; offered to Years 12 and 13 |")
                || !row.contains("| Years 8 to 13 |"))
    );
    assert!(rows(&school).iter().any(|row| row.contains("offered to Years 12 and 13")));
    for (answer, words) in
        [(Attendance::Mandatory, "| everyone attends |"), (Attendance::Offered, "| offered to everyone |")]
    {
        school.profile.provider_access.encounters.iter_mut().for_each(|encounter| encounter.attendance = Some(answer));
        let rows = rows(&school);
        assert!(rows.iter().filter(|row| row.contains("| Years 8 to 13 |")).all(|row| row.contains(words)), "{rows:?}");
    }
}

/// What a school adds stands behind what we say of every careers leader, so that no duty of ours reads as an addition of the school's.
#[test]
fn a_careers_leaders_own_duties_close_the_list() {
    let school = School::starter("oakfield-academy");
    let text = school.markdown("careers-policy");
    let own = text.split("Our careers leader also:").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    assert_eq!(own, "- runs the engineering evening with our local employers");
    let alone = school
        .with(|profile| profile.roles.careers_leader.responsibilities_instead = Some(true))
        .markdown("careers-policy");
    assert!(!alone.contains("careers leader also:"));
    let own = alone.split("Our careers leader:").nth(1).unwrap().split("\n\n").nth(1).unwrap();
    assert!(
        own.starts_with("- runs the engineering evening with our local employers\n- reviews our provider access"),
        "{own}"
    );
}

/// The clause has a condition that names each role once more: whatever one of them alone does must be printed.
#[test]
fn what_anybody_does_for_careers_is_printed_whoever_it_is() {
    type Role = fn(&mut Profile) -> &mut Person;
    let roles: [Role; 5] = [
        |profile| &mut profile.roles.head,
        |profile| &mut profile.roles.careers_adviser,
        |profile| &mut profile.roles.link_governor,
        |profile| &mut profile.roles.senco,
        |profile| &mut profile.roles.designated_teacher,
    ];
    let nobody = || {
        School::starter("harbour-view-school").with(|profile| {
            roles.iter().for_each(|role| role(profile).responsibilities.clear());
            profile.roles.others.clear();
        })
    };
    let title = "Others with a part in careers";
    assert!(!nobody().markdown("careers-policy").contains(title));
    let own = || "waters the careers tree".into();
    let says = |school: School| {
        let text = school.markdown("careers-policy");
        text.contains(title) && text.contains("- waters the careers tree")
    };
    for role in roles {
        assert!(says(nobody().with(|profile| role(profile).responsibilities.push(own()))));
        let other = Person { name: Some("Ada Low".into()), responsibilities: vec![own()], ..Person::default() };
        let shared = nobody().with(|profile| {
            role(profile).name = Some("Bo High".into());
            role(profile).also.push(other);
        });
        assert!(shared.markdown("careers-policy").contains("- Ada Low: waters the careers tree"));
    }
    let librarian = OtherPerson {
        role: "Librarian".into(),
        name: "Ada Low".into(),
        title: None,
        email: None,
        phone: None,
        organisation: None,
        responsibility: None,
        responsibilities: vec![own()],
    };
    assert!(says(nobody().with(|profile| profile.roles.others.push(librarian))));
}

#[test]
fn exactly_one_variant_of_each_slot_applies_to_every_setting_and_span() {
    let library = library();
    let mut wrong = BTreeSet::new();
    for setting in SETTINGS {
        for years in some(4, spans(setting)) {
            let school = School::plain(setting, years.clone());
            let case = Case::new(&school.profile, &library.catalogue, &library.engine, today());
            for outline in case.outlines() {
                if !is_due(&case, outline).unwrap() {
                    continue;
                }
                let mut slots: BTreeMap<&str, (Vec<&str>, bool)> = BTreeMap::new();
                for id in clauses_of(outline) {
                    let clause = &library.catalogue.clauses[id];
                    let Some(slot) = &clause.header.slot else { continue };
                    let (applying, asked) = slots.entry(slot).or_default();
                    if matches!(choose(&case, clause).unwrap(), Choice::Applies | Choice::Lacks { .. }) {
                        applying.push(id);
                    }
                    // A slot may stay empty where nothing is asked: reviews from Year 9, say, in a school that ends before.
                    let mut requirements = library.catalogue.requirements_of(clause);
                    *asked |= requirements.any(|requirement| is_asked(&case, requirement).unwrap());
                }
                for (slot, (applying, asked)) in slots {
                    // A school without a secondary year owes no careers guidance at all.
                    let primary = setting.has_year_groups() && years.between(7, 13).is_empty();
                    if applying.len() > 1 || (applying.is_empty() && asked && !primary) {
                        wrong.insert(format!("{} {}: {slot}: {applying:?}", setting.id(), years.in_words()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The year groups that a text names: "Year 9", "Years 8 to 11", "Years 10 and 11".
fn years_named(text: &str) -> BTreeSet<u8> {
    let mut named = BTreeSet::new();
    for (at, word) in text.match_indices("Year") {
        let rest = text[at + word.len()..].trim_start_matches('s');
        for part in rest.split_whitespace().take(6) {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            match digits.parse() {
                Ok(year) if year <= LAST_YEAR => drop(named.insert(year)),
                _ if matches!(part, "to" | "and") => {}
                _ => break,
            }
            if part.ends_with(['.', ';', ':', ')']) {
                break;
            }
        }
    }
    named
}

#[test]
fn no_sentence_speaks_of_years_learners_or_bodies_that_the_institution_does_not_have() {
    let terms = &library().catalogue.terms;
    let mut wrong = BTreeSet::new();
    for setting in SETTINGS {
        let own = &terms[&setting];
        let others = |name: &str| -> BTreeSet<String> {
            terms.values().map(|terms| terms[name].clone()).filter(|word| *word != own[name]).collect()
        };
        let mut never: Vec<String> = others("learners").into_iter().map(|word| format!("our {word}")).collect();
        never.extend(
            others("governing_body")
                .into_iter()
                .filter(|body| !own["governing_body"].contains(body.as_str()))
                .map(|body| format!("our {body}")),
        );
        // Where a span begins and ends between two of these makes no difference to any duty.
        let turning = |years: &YearGroups| {
            years.first().is_none_or(|first| matches!(first, 0 | 5 | 7..=10 | 12))
                && years.last().is_none_or(|last| matches!(last, 8 | 9 | 11 | 13 | 14))
        };
        for years in some(2, spans(setting).into_iter().filter(turning).collect()) {
            let text = School::plain(setting, years.clone()).both();
            for year in years_named(&text).into_iter().filter(|year| !years.contains(*year)) {
                wrong.insert(format!("{} {}: Year {year}", setting.id(), years.in_words()));
            }
            for word in never.iter().filter(|word| text.contains(word.as_str())) {
                wrong.insert(format!("{}: {word}", setting.id()));
            }
        }
    }
    let shown: Vec<_> = wrong.iter().take(40).collect();
    assert!(wrong.is_empty(), "{} in all: {shown:#?}", wrong.len());
}

fn any_school() -> impl Strategy<Value = School> {
    let setting = proptest::sample::select(SETTINGS.to_vec());
    let years = prop_oneof![
        Just((7, 11)),
        Just((7, 13)),
        Just((9, 13)),
        Just((10, 13)),
        Just((5, 8)),
        Just((10, 11)),
        Just((7, 14))
    ];
    let kept = subsequence((0..15_usize).collect::<Vec<_>>(), 0..15);
    (setting, years, kept).prop_map(|(setting, (first, last), kept)| {
        let years = match setting {
            Setting::FeCollege | Setting::TrainingProvider => YearGroups::default(),
            Setting::SixthFormCollege | Setting::SixteenToNineteenAcademy => YearGroups::new(12..=13),
            _ => YearGroups::new(first..=last),
        };
        let mut school = School::plain(setting, years);
        let encounters = &mut school.profile.provider_access.encounters;
        let mut index = 0;
        encounters.retain(|_| {
            index += 1;
            kept.contains(&(index - 1))
        });
        school
    })
}

proptest! {
    #![proptest_config(crate::amount::cases(16, 48))]

    /// What a document promises is what is owed: a number of encounters only where the duty binds, and the right one.
    #[test]
    fn a_document_never_promises_what_is_not_owed(school in any_school()) {
        let setting = &school.profile.setting;
        let owed = encounters_owed(setting.kind, &setting.year_groups);
        let text = school.both();
        for (number, word) in [(2, "two"), (4, "four"), (6, "six")] {
            let promised = text.contains(&format!("at least {word} encounters"));
            assert!(!promised || owed == number, "{} {}: {word}", setting.kind.id(), setting.year_groups.in_words());
        }
        if owed == 0 {
            assert!(!text.contains("every pupil must attend") && !text.contains("key phase"));
        }
        assert!(!text.contains("To complete") && !text.contains("{{"));
    }

    /// A cohort of which `check` says that it lacks encounters has fewer than two marked as counting in the document.
    #[test]
    fn a_document_never_shows_what_the_check_says_is_missing(school in any_school()) {
        let short = school.findings().iter().filter(|finding| finding.code.id() == "CP221").count();
        let text = school.markdown("provider-access-policy");
        let counted = text.lines().filter(|line| line.contains("| yes, ")).count();
        let owed = usize::from(encounters_owed(school.profile.setting.kind, &school.profile.setting.year_groups));
        assert!(short == 0 || counted < owed * 4, "{counted} counted, {short} short");
        if owed == 0 {
            assert!(counted == 0 && short == 0);
        }
    }
}
