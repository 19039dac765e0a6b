//! What a good clerk would notice: each check finds what it should, and leaves alone what is right.

use careers_policy::finding::{Finding, Severity};

use crate::school::{School, starters};

fn harbour_view() -> School {
    School::starter("harbour-view-school")
}

/// What is found on the school with that code.
fn found(school: &School, code: &str) -> Vec<Finding> {
    school.findings().into_iter().filter(|finding| finding.code.id() == code).collect()
}

/// The one finding on the school with that code.
fn only(school: &School, code: &str) -> Finding {
    let mut found = found(school, code);
    assert_eq!(found.len(), 1, "{code}: {found:#?}");
    found.remove(0)
}

fn citing(edition: &str) -> School {
    harbour_view().with(|profile| profile.policy.guidance_edition = Some(edition.parse().unwrap()))
}

#[test]
fn an_edition_that_was_never_published_is_a_warning_that_names_the_known_ones() {
    let finding = only(&citing("2024-03-11"), "CP241");
    assert_eq!(finding.severity, Severity::Warning);
    assert!(finding.notes[0].contains("8 May 2025; 5 January 2023; September 2022"), "{:?}", finding.notes);
    assert!(found(&citing("2022-09-01"), "CP241").is_empty(), "a month is all that is known of that edition");
}

#[test]
fn an_edition_that_may_be_the_one_that_was_not_at_hand_is_only_a_note() {
    let finding = only(&citing("2026-03-02"), "CP241");
    assert_eq!(finding.severity, Severity::Note);
}

#[test]
fn an_edition_that_a_known_one_has_replaced_is_a_warning_that_names_it_and_its_date() {
    let finding = only(&citing("2023-01-05"), "CP242");
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(finding.title, "the edition of 5 January 2023 was superseded by that of 8 May 2025");
    assert!(finding.help[0].contains("`guidance_edition: 2025-05-08`"), "{:?}", finding.help);
    let older = only(&citing("2018-01-05"), "CP242");
    assert!(older.title.ends_with("that of 16 October 2018"), "{}", older.title);
    assert!(older.notes[0].contains("8 May 2025"), "{:?}", older.notes);
}

#[test]
fn the_newest_known_edition_is_not_called_superseded_but_noted_with_the_registers_words() {
    let school = harbour_view();
    assert!(found(&school, "CP242").is_empty());
    let finding = only(&school, "CP244");
    assert_eq!(finding.severity, Severity::Note);
    assert!(finding.notes[0].starts_with("The Career Development Institute reports"), "{:?}", finding.notes);
}

#[test]
fn a_policy_approved_before_its_guidance_was_published_is_an_error() {
    let early = harbour_view().with(|profile| profile.policy.approved_on = Some("2025-05-07".parse().unwrap()));
    assert_eq!(only(&early, "CP243").severity, Severity::Error);
    let same_day = harbour_view().with(|profile| profile.policy.approved_on = Some("2025-05-08".parse().unwrap()));
    assert!(found(&same_day, "CP243").is_empty());
    let unknown = citing("2026-06-25");
    assert_eq!(only(&unknown, "CP243").severity, Severity::Error, "approved on 24 June 2026");
}

#[test]
fn a_policy_that_cites_no_edition_is_left_to_the_requirements() {
    let school = harbour_view().with(|profile| profile.policy.guidance_edition = None);
    for code in ["CP241", "CP242", "CP243", "CP244"] {
        assert!(found(&school, code).is_empty(), "{code}");
    }
    assert!(school.codes(Severity::Warning).contains(&"CP202"));
}

#[test]
fn no_starter_profile_cites_the_wrong_edition() {
    for name in starters() {
        let school = School::starter(&name);
        assert!(["CP241", "CP242", "CP243"].iter().all(|code| found(&school, code).is_empty()), "{name}");
    }
}
