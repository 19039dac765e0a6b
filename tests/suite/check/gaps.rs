//! What is found on a school, and what its documents then say.

use careers_policy::finding::Severity;
use careers_policy::law::Setting;
use careers_policy::profile::{Accept, DocumentName, EncounterKind, OwnSection, YearGroups};

use crate::school::School;

/// A school that ends at Year 11 owes four encounters, not six, and must not promise the other two.
#[test]
fn an_eleven_to_sixteen_school_promises_four_encounters_and_never_mentions_year_12() {
    let words = School::starter("harbour-view-school").both();
    assert!(words.contains("four encounters"));
    for never in
        ["Year 12", "Year 13", "Years 12", "to 13", "sixth form", "Sixth form", "six encounters", "third key phase"]
    {
        assert!(!words.contains(never), "{never}");
    }
}

#[test]
fn a_careers_leader_without_name_email_and_telephone_is_three_statutory_gaps() {
    let school = School::starter("harbour-view-school").with(|profile| {
        let leader = &mut profile.roles.careers_leader;
        (leader.name, leader.email, leader.phone) = (None, None, None);
    });
    let findings = school.findings();
    let fields: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.requirement.as_deref() == Some("school-information-regulations/careers-leader"))
        .filter_map(|finding| finding.at.field())
        .collect();
    assert_eq!(fields, ["roles.careers_leader.name", "roles.careers_leader.email", "roles.careers_leader.phone"]);
    let first = findings.iter().find(|finding| finding.code.id() == "CP201").unwrap();
    assert!(first.notes[0].contains("School Information (England) Regulations 2008"), "{:?}", first.notes);
}

#[test]
fn a_statutory_gap_stands_in_a_draft_as_something_to_complete() {
    let school = School::starter("harbour-view-school").with(|profile| profile.provider_access.procedure = None);
    let document = school.document("provider-access-policy");
    assert!(document.draft);
    let words = careers_policy::write::write_markdown(&document);
    assert!(words.contains("To complete:"), "{words}");
    assert!(words.contains("provider_access.procedure"), "{words}");
}

#[test]
fn an_encounter_after_28_february_leaves_year_9_short() {
    let school = School::starter("harbour-view-school").with(|profile| {
        for encounter in &mut profile.provider_access.encounters {
            if encounter.year_groups.contains(9) {
                encounter.date = "2027-03-03".parse().unwrap();
            }
        }
    });
    let found = school.findings();
    let short =
        found.iter().find(|finding| finding.code.id() == "CP221" && finding.severity == Severity::Error).unwrap();
    assert!(short.title.starts_with("Year 9 has"), "{}", short.title);
    assert!(short.help[0].contains("28 February 2027"), "{:?}", short.help);
}

/// A plan for a day that has passed helps nobody, and must not keep the school from publishing.
#[test]
fn what_a_closed_window_lacks_is_a_warning_about_the_next_learners() {
    let school = School::starter("harbour-view-school").with(|profile| {
        profile.provider_access.encounters.retain(|encounter| !encounter.year_groups.contains(9));
    });
    let found = school.findings_on("2027-03-01".parse().unwrap());
    let short = found.iter().find(|finding| finding.title.starts_with("Year 9 has")).unwrap();
    assert_eq!((short.code.id(), short.severity), ("CP221", Severity::Warning));
    assert!(short.notes[0].contains("closed on 28 February 2027"), "{:?}", short.notes);
    assert!(short.help[0].starts_with("this can no longer be made good"), "{:?}", short.help);
    let before = school.findings_on("2027-02-28".parse().unwrap());
    let short = before.iter().find(|finding| finding.title.starts_with("Year 9 has")).unwrap();
    assert_eq!(short.severity, Severity::Error);
}

/// Its pupils have left before the 28 February on which the phase ends.
#[test]
fn a_middle_school_plans_for_the_years_that_it_has() {
    let school = School::starter("thorn-green-middle-school").with(|profile| {
        profile.provider_access.encounters.truncate(1);
    });
    let found = school.findings();
    let short = found.iter().find(|finding| finding.code.id() == "CP221").unwrap();
    assert!(short.help[0].ends_with("before Year 8 ends in summer 2027"), "{:?}", short.help);
}

#[test]
fn a_university_talk_does_not_count_as_an_encounter() {
    let school = School::starter("harbour-view-school").with(|profile| {
        profile.provider_access.encounters.iter_mut().for_each(|encounter| encounter.kind = EncounterKind::University);
    });
    assert!(school.codes(Severity::Error).contains(&"CP221"));
    assert!(school.codes(Severity::Note).contains(&"CP224"));
}

#[test]
fn a_review_beyond_36_months_is_a_warning() {
    let school = School::starter("harbour-view-school").with(|profile| {
        profile.policy.approved_on = Some("2026-06-01".parse().unwrap());
        profile.policy.next_review = Some("2029-06-02".parse().unwrap());
    });
    assert!(school.codes(Severity::Warning).contains(&"CP211"));
    let school = school.with(|profile| profile.policy.next_review = Some("2029-06-01".parse().unwrap()));
    assert!(!school.codes(Severity::Warning).contains(&"CP211"));
}

#[test]
fn a_statement_reviewed_after_more_than_12_months_is_a_warning() {
    let school = School::starter("harbour-view-school").with(|profile| {
        profile.provider_access.approved_on = Some("2026-06-01".parse().unwrap());
        profile.provider_access.next_review = Some("2027-06-02".parse().unwrap());
    });
    assert!(school.codes(Severity::Warning).contains(&"CP211"));
}

#[test]
fn an_accepted_warning_is_gone_and_an_acceptance_of_nothing_is_a_warning() {
    let overdue = School::starter("harbour-view-school").with(|profile| {
        profile.policy.approved_on = Some("2023-06-01".parse().unwrap());
        profile.policy.effective_on = None;
        profile.policy.next_review = Some("2026-06-01".parse().unwrap());
    });
    assert!(overdue.codes(Severity::Warning).contains(&"CP212"));
    let accept = Accept { code: "CP212".into(), field: None, because: "The board meets in October.".into() };
    let accepted = overdue.with(|profile| profile.accept.push(accept.clone()));
    assert!(!accepted.codes(Severity::Warning).contains(&"CP212"));
    let unneeded = School::starter("harbour-view-school").with(|profile| profile.accept.push(accept));
    assert!(unneeded.codes(Severity::Warning).contains(&"CP103"));
}

#[test]
fn an_own_section_stands_where_it_is_put_and_the_numbers_close_up() {
    let own = OwnSection {
        document: DocumentName::CareersPolicy,
        before: None,
        after: Some("vision".into()),
        title: Some("Our maritime *specialism*".into()),
        text: "We teach **boats**, and:\n\n- sails\n- ropes".into(),
    };
    let words = School::starter("harbour-view-school")
        .with(|profile| profile.own_sections = vec![own])
        .markdown("careers-policy");
    assert!(
        words.contains("## 3 Our maritime \\*specialism\\*\n\nWe teach **boats**, and:\n\n- sails\n- ropes\n\n## 4 "),
        "{words}"
    );
}

#[test]
fn an_own_section_beside_an_unknown_one_is_an_error_with_a_suggestion() {
    let own = OwnSection {
        document: DocumentName::CareersPolicy,
        before: None,
        after: Some("visoin".into()),
        title: None,
        text: "Words.".into(),
    };
    let school = School::starter("harbour-view-school").with(|profile| profile.own_sections = vec![own]);
    let found = school.findings();
    let error = found.iter().find(|finding| finding.code.id() == "CP102").unwrap();
    assert!(error.help[0].contains("`vision`"), "{:?}", error.help);
}

#[test]
fn a_school_without_year_groups_is_asked_for_them_and_nothing_is_owed() {
    let school =
        School::starter("harbour-view-school").with(|profile| profile.setting.year_groups = YearGroups::default());
    assert!(school.codes(Severity::Error).contains(&"CP101"));
}

#[test]
fn a_college_is_not_told_that_section_42b_binds_it() {
    let school = School::starter("riverside-college");
    assert_eq!(school.profile.setting.kind, Setting::FeCollege);
    let words = school.both();
    for never in
        ["Years 8", "Year 11", "our pupils", "key phase", "section 42B of the Education Act 1997, which obliges"]
    {
        assert!(!words.contains(never), "{never}");
    }
}

#[test]
fn those_who_enter_a_phase_in_a_later_year_that_is_planned_are_looked_at_too() {
    let school = School::starter("harbour-view-school").with(|profile| {
        let mut encounter = profile.provider_access.encounters[0].clone();
        (encounter.date, encounter.year_groups) = ("2027-10-06".parse().unwrap(), YearGroups::new([8]));
        profile.provider_access.encounters.push(encounter);
    });
    let found = school.findings();
    let later =
        found.iter().find(|finding| finding.title.ends_with("of those who enter it in September 2027")).unwrap();
    assert_eq!(later.severity, Severity::Warning);
    assert!(later.title.starts_with("Year 8 has only one"), "{}", later.title);
}
