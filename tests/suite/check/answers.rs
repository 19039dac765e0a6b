//! What a good clerk would notice: each check finds what it should, and leaves alone what is right.

use careers_policy::finding::{Finding, Severity};
use careers_policy::law::Setting;

use crate::amount::some;
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

/// The field that a finding is about.
fn at(finding: &Finding) -> String {
    finding.at.field().unwrap_or_else(|| panic!("{:?} is no field", finding.at)).to_owned()
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
fn a_policy_of_2026_is_warned_of_the_newer_edition_until_it_says_when_it_was_checked() {
    assert!(found(&harbour_view(), "CP244").is_empty());
    let unchecked = harbour_view().with(|profile| profile.policy.guidance_checked_on = None);
    assert!(found(&unchecked, "CP242").is_empty());
    assert_eq!(only(&unchecked, "CP244").severity, Severity::Warning);
    let not_approved = unchecked.with(|profile| profile.policy.approved_on = None);
    assert_eq!(only(&not_approved, "CP244").severity, Severity::Warning);
    let older = not_approved.with(|profile| profile.policy.approved_on = Some("2025-12-31".parse().unwrap()));
    assert_eq!(only(&older, "CP244").severity, Severity::Note);
    let too_early = older.with(|profile| profile.policy.guidance_checked_on = Some("2025-12-31".parse().unwrap()));
    assert_eq!(only(&too_early, "CP244").severity, Severity::Note);
}

/// The trust's own policy is the one that cites the guidance; its schools publish statements.
#[test]
fn a_trust_is_told_of_the_newer_edition_once() {
    let mut trust = School::starter("meadowbank-learning-trust");
    trust.profile.policy.guidance_checked_on = None;
    for member in &mut trust.members {
        member.policy.guidance_checked_on = None;
    }
    assert_eq!(found(&trust, "CP244").len(), 1);
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
fn an_adviser_on_the_staff_of_a_state_school_is_a_warning_that_cites_the_section() {
    let on_staff = harbour_view().with(|profile| profile.roles.careers_adviser.employed_by_setting = Some(true));
    let finding = only(&on_staff, "CP251");
    assert_eq!(finding.severity, Severity::Warning);
    assert!(finding.notes.iter().any(|note| note.contains("s.42A(5)")), "{:?}", finding.notes);
    assert_eq!(finding.requirement.as_deref(), Some("education-act-42a/independent"));
    assert!(found(&harbour_view(), "CP251").is_empty());
    let college = School::starter("riverside-college");
    assert_eq!(college.profile.roles.careers_adviser.employed_by_setting, Some(true));
    assert!(found(&college, "CP251").is_empty(), "section 42A does not bind a college");
}

#[test]
fn an_adviser_below_level_6_is_one_warning_at_the_level() {
    let level = |level| harbour_view().with(|profile| profile.roles.careers_adviser.qualification_level = Some(level));
    assert_eq!(at(&only(&level(4), "CP252")), "roles.careers_adviser.qualification_level");
    assert!(!level(4).codes(Severity::Warning).contains(&"CP204"), "it is said once");
    assert!(found(&level(6), "CP252").is_empty());
}

#[test]
fn only_a_body_that_clearly_belongs_to_another_kind_of_institution_is_noted() {
    let approved_by =
        |name: &str, body: &str| School::starter(name).with(|profile| profile.policy.approved_by = Some(body.into()));
    assert_eq!(only(&approved_by("harbour-view-school", "Board of Trustees"), "CP253").severity, Severity::Note);
    assert!(!found(&approved_by("oakfield-academy", "the Corporation"), "CP253").is_empty());
    for (name, body) in [
        ("oakfield-academy", "Full governing body"),
        ("oakfield-academy", "Board of trustees"),
        ("riverside-college", "Governing body"),
        ("harbour-view-school", "Curriculum committee"),
        ("the-bridge-pru", "Governing body"),
    ] {
        assert!(found(&approved_by(name, body), "CP253").is_empty(), "{name}: {body}");
    }
}

#[test]
fn an_email_address_elsewhere_is_a_note_unless_it_is_an_outside_advisers() {
    let elsewhere = harbour_view().with(|profile| {
        profile.roles.careers_leader.email = Some("lowri@somemail.example".into());
        profile.provider_access.contact.email = Some("lowri@somemail.example".into());
    });
    let finding = only(&elsewhere, "CP254");
    assert_eq!((finding.severity, at(&finding)), (Severity::Note, "roles.careers_leader.email".to_owned()));
    assert_eq!(finding.also.len(), 1, "the other address is shown with it");
    let outside = harbour_view().with(|profile| {
        profile.roles.careers_adviser.email = Some("d.farrow@norhamshire-futures.example".into());
        profile.roles.senco.email = Some("p.lyle@mail.harbourview.example".into());
    });
    assert!(found(&outside, "CP254").is_empty());
}

#[test]
fn a_placeholder_anywhere_is_an_error_at_its_field() {
    let school = harbour_view().with(|profile| {
        profile.programme.activities[2].partner = Some("TBC".into());
        profile.vision.statement = Some("Every pupil of [school name] leaves with a plan.".into());
        profile.gatsby.benchmark_6.actions[0].progress = Some("<name of firm>".into());
    });
    let found = found(&school, "CP401");
    let fields: Vec<String> = found.iter().map(at).collect();
    assert_eq!(
        fields,
        ["vision.statement", "programme.activities[2].partner", "gatsby.benchmark_6.actions[0].progress"]
    );
    assert!(found.iter().all(|finding| finding.severity == Severity::Error));
}

#[test]
fn letters_that_the_profile_spells_out_are_no_placeholder() {
    let school = harbour_view().with(|profile| {
        profile.programme.introduction = Some("We work with the Tideway Business Circle (TBC).".into());
        profile.programme.activities[2].partner = Some("TBC".into());
    });
    assert!(found(&school, "CP401").is_empty());
}

#[test]
fn a_link_without_https_is_a_warning_in_a_field_and_in_prose() {
    let school = harbour_view().with(|profile| {
        profile.programme.summary_url = Some("http://www.harbourview.example/careers".into());
        profile.vision.statement = Some("See [our page](http://www.harbourview.example).".into());
    });
    let found = found(&school, "CP402");
    assert_eq!(found.len(), 2);
    assert!(found[0].title.contains("`http://www.harbourview.example`"), "{}", found[0].title);
}

#[test]
fn a_body_that_is_no_more_is_a_note_that_says_what_took_its_place() {
    let saying = |words: &str| harbour_view().with(|profile| profile.programme.introduction = Some(words.into()));
    let finding = only(&saying("We work with our LEP and with local employers."), "CP403");
    assert_eq!(finding.severity, Severity::Note);
    assert!(finding.notes[0].contains("careers hub"), "{:?}", finding.notes);
    let longest = only(&saying("Funded by the Education and Skills Funding Agency."), "CP403");
    assert!(longest.title.contains("Education and Skills"), "{}", longest.title);
    for words in [
        "The Baker clause binds us.",
        "We kickstart careers with a leaper called Lep.",
        "An NVQ and a supported internship",
    ] {
        assert!(found(&saying(words), "CP403").is_empty(), "{words}");
    }
    let history = harbour_view().with(|profile| profile.policy.history[0].summary = "After Connexions ended".into());
    assert!(found(&history, "CP403").is_empty(), "the past may be past");
}

#[test]
fn a_text_that_names_years_not_on_roll_is_a_warning() {
    let saying = |words: &str| harbour_view().with(|profile| profile.programme.introduction = Some(words.into()));
    let finding = only(&saying("It is for all pupils in Years 8 to 13."), "CP404");
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(finding.title, "the text says \"Years 8 to 13\", but Years 12 and 13 are not on roll");
    assert!(!found(&saying("A further meeting follows in Year 12."), "CP404").is_empty());
    for words in
        ["Years 7 to 11", "Year 6 pupils visit in July.", "before they move into Year 12", "Year 1 of our plan"]
    {
        assert!(found(&saying(words), "CP404").is_empty(), "{words}");
    }
}

/// None of this is in a starter profile: if it is, either the profile or the check is wrong.
#[test]
fn no_starter_profile_has_gaps_cites_the_wrong_edition_or_holds_a_slip_of_the_pen() {
    for name in some(6, starters()) {
        let found = School::starter(&name).findings();
        let wrong = ["CP241", "CP242", "CP243", "CP253", "CP254", "CP401", "CP402", "CP403", "CP404"];
        let wrong = |finding: &&Finding| finding.severity == Severity::Error || wrong.contains(&finding.code.id());
        assert_eq!(found.iter().filter(wrong).collect::<Vec<_>>(), [] as [&Finding; 0], "{name}");
    }
}

/// Takes a benchmark away from every activity of those years.
fn without(school: School, benchmark: u8, years: std::ops::RangeInclusive<u8>) -> School {
    school.with(|profile| {
        for activity in &mut profile.programme.activities {
            if activity.year_groups.iter().any(|year| years.contains(&year)) {
                activity.benchmarks.retain(|number| *number != benchmark);
            }
        }
    })
}

#[test]
fn a_year_without_an_employer_is_a_warning_that_names_the_year_and_what_to_add() {
    assert!(found(&harbour_view(), "CP231").is_empty());
    let finding = only(&without(harbour_view(), 5, 9..=9), "CP231");
    assert_eq!((finding.severity, at(&finding)), (Severity::Warning, "programme.activities".to_owned()));
    assert!(finding.title.ends_with("no activity in Year 9"), "{}", finding.title);
    assert_eq!(finding.help[0], "add a meeting with an employer in Year 9");
    assert_eq!(finding.requirement.as_deref(), Some("gatsby-benchmarks/benchmark-5"));
}

#[test]
fn one_experience_of_a_workplace_by_16_is_too_few() {
    let finding = only(&without(harbour_view(), 6, 7..=9), "CP231");
    assert!(
        finding.title.ends_with("only one activity by the end of Year 11, where two are asked"),
        "{}",
        finding.title
    );
    assert!(finding.notes.iter().any(|note| note.contains("our reading")), "{:?}", finding.notes);
}

#[test]
fn a_sixth_form_without_universities_is_told_what_activities_cannot_show() {
    let finding = only(&without(School::starter("oakfield-academy"), 7, 12..=13), "CP231");
    assert!(finding.title.ends_with("no further activity in Years 12 and 13"), "{}", finding.title);
    assert!(finding.notes.iter().any(|note| note.contains("cannot be seen")), "{:?}", finding.notes);
}

#[test]
fn a_college_is_judged_by_stages_and_told_how_sure_that_is() {
    let college = School::starter("riverside-college");
    assert!(found(&college, "CP231").is_empty());
    let thin = college.with(|profile| profile.programme.activities[1].benchmarks.retain(|number| *number != 5));
    let finding = only(&thin, "CP231");
    assert!(finding.title.ends_with("fewer than two activities in the stage \"Settling in\""), "{}", finding.title);
    assert!(finding.notes.iter().any(|note| note.contains("fairly sure")), "{:?}", finding.notes);
}

#[test]
fn for_an_independent_school_a_thin_benchmark_is_only_a_note() {
    let school = without(harbour_view(), 5, 9..=9).with(|profile| profile.setting.kind = Setting::IndependentSchool);
    assert_eq!(only(&school, "CP231").severity, Severity::Note);
}

#[test]
fn activities_that_name_no_benchmark_are_noted_once() {
    let unnamed = harbour_view().with(|profile| {
        profile.programme.activities.iter_mut().for_each(|activity| activity.benchmarks.clear());
    });
    assert_eq!(only(&unnamed, "CP231").severity, Severity::Note);
    let none = harbour_view().with(|profile| profile.programme.activities.clear());
    assert!(found(&none, "CP231").is_empty(), "activities are asked for by a requirement");
}

#[test]
fn our_own_wording_gets_no_reading_age_and_a_school_is_told_of_its_own_hard_answers_alone() {
    assert!(found(&harbour_view(), "CP405").is_empty());
    let hard = "Individualised guidance interventions complement curriculum enrichment opportunities. ".repeat(20);
    let school = harbour_view().with(|profile| profile.programme.introduction = Some(hard.as_str().into()));
    let finding = only(&school, "CP405");
    assert_eq!((at(&finding).as_str(), finding.severity), ("programme.introduction", Severity::Note));
}

#[test]
fn a_signature_on_a_day_to_come_is_reported() {
    let signed_on = |day: &str| harbour_view().with(|profile| profile.policy.signed[0].on = day.parse().unwrap());
    let finding = only(&signed_on("2026-09-02"), "CP213");
    assert_eq!(at(&finding), "policy.signed[0].on");
    assert_eq!(found(&signed_on("2026-09-01"), "CP213"), []);
}
