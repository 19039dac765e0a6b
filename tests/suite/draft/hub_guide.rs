//! The slips and contradictions of the hub guide, each resolved: one test a slip, in the guide's order.

use careers_policy::finding::Severity;
use careers_policy::profile::{LearnerTerm, Line};

use crate::school::{School, starters};

fn policy(name: &str) -> String {
    let school = School::starter(name);
    school.markdown(school.ids()[0])
}

/// The targets of the links in a Markdown text.
fn targets(text: &str) -> Vec<&str> {
    text.match_indices("](").map(|(at, _)| text[at + 2..].split(')').next().unwrap()).collect()
}

#[test]
fn slip_1_an_edition_that_was_superseded_is_not_cited_in_silence() {
    let old = School::starter("harbour-view-school")
        .with(|profile| profile.policy.guidance_edition = Some("2023-01-05".parse().unwrap()));
    assert!(old.codes(Severity::Warning).contains(&"CP242"));
}

#[test]
fn slip_2_the_act_of_2022_has_its_full_name() {
    let text = policy("oakfield-academy");
    assert!(text.contains("Skills and Post-16 Education Act 2022"));
    assert!(!text.contains("Skills and Post-16 Act"));
}

#[test]
fn slip_3_the_number_of_encounters_follows_the_years_on_roll() {
    assert!(policy("oakfield-academy").contains("six encounters"));
    assert!(policy("harbour-view-school").contains("four encounters"));
    assert!(policy("the-bridge-pru").contains("two encounters"));
}

#[test]
fn slip_4_encounters_of_the_third_phase_are_offered_and_never_said_to_be_received_by_all() {
    let text = policy("oakfield-academy");
    let third = text.lines().find(|line| line.contains("two in Years 12 and 13")).unwrap();
    assert!(third.contains("may choose") && !third.contains("everyone attends"), "{third}");
    assert!(!text.contains("receive at least"));
}

#[test]
fn slip_5_the_windows_are_given_with_their_dates() {
    assert!(School::starter("oakfield-academy").both().matches("28 February of Year").count() >= 6);
}

#[test]
fn slip_6_regard_is_had_to_the_guidance_for_both_duties() {
    let text = policy("oakfield-academy");
    let sentence = text.lines().find(|line| line.contains("must have regard")).unwrap();
    assert!(
        sentence.contains("careers guidance") && sentence.contains("providers of technical education"),
        "{sentence}"
    );
}

#[test]
fn slip_7_a_training_provider_has_no_legal_requirement_and_follows_the_guidance_by_choice() {
    let text = policy("keel-and-anvil-training");
    assert!(text.contains("no legal requirement for independent training providers. We choose to follow it"));
}

#[test]
fn slips_8_and_9_every_cross_reference_leads_to_a_heading_that_is_there() {
    for name in starters() {
        for id in School::starter(&name).ids() {
            let text = School::starter(&name).markdown(id);
            let anchors: Vec<String> = text
                .lines()
                .filter(|line| line.starts_with("##"))
                .map(|line| {
                    let words = line.trim_start_matches('#').trim().to_lowercase();
                    words
                        .chars()
                        .filter_map(|c| match c {
                            ' ' => Some('-'),
                            c if c.is_alphanumeric() || c == '-' => Some(c),
                            _ => None,
                        })
                        .collect()
                })
                .collect();
            for target in targets(&text).into_iter().filter_map(|target| target.strip_prefix('#')) {
                assert!(anchors.iter().any(|anchor| anchor == target), "{name} {id}: #{target}");
            }
        }
    }
}

#[test]
fn slip_10_the_contents_are_the_headings() {
    for name in starters() {
        let text = policy(&name);
        let contents = text.split("## Contents\n").nth(1).unwrap().split("\n## ").next().unwrap();
        let listed: Vec<&str> = contents.lines().filter_map(|line| line.split('[').nth(1)?.split(']').next()).collect();
        let body = text.split("## Contents\n").nth(1).unwrap();
        let headings: Vec<&str> = body
            .lines()
            .filter(|line| line.starts_with("## ") || line.starts_with("### "))
            .map(|line| line.trim_start_matches('#').trim())
            .collect();
        assert_eq!(listed, headings, "{name}");
    }
}

#[test]
fn slip_11_experiences_of_workplaces_by_16_are_more_than_one() {
    let text = policy("harbour-view-school");
    assert!(text.contains("meaningful experiences of workplaces"));
    assert!(!text.contains("one meaningful workplace experience by") && !text.contains("at least one by age 16"));
}

#[test]
fn slip_12_a_college_and_a_training_provider_say_nothing_of_secondary_education_or_11_to_18() {
    for name in ["riverside-college", "keel-and-anvil-training", "aldermere-sixth-form-college"] {
        let text = School::starter(name).both();
        assert!(
            !text.contains("secondary education") && !text.contains("11 to 18") && !text.contains("11–18"),
            "{name}"
        );
    }
}

#[test]
fn slip_13_the_hub_is_the_schools_own_or_is_not_named() {
    let text = School::starter("harbour-view-school")
        .with(|profile| profile.setting.hub = Some(Line::from("Tidewater Careers Hub")))
        .both();
    assert!(text.contains("Tidewater Careers Hub") && !text.contains("Kent"));
    let none = School::starter("harbour-view-school").with(|profile| profile.setting.hub = None).both();
    assert!(!none.contains("Careers Hub"));
}

#[test]
fn slip_14_local_enterprise_partnerships_are_gone() {
    for name in starters() {
        let text = policy(&name);
        assert!(!text.contains("Local Enterprise Partnership") && !text.contains("LEP"), "{name}");
    }
}

#[test]
fn slip_15_a_college_has_the_figures_of_the_college_benchmarks() {
    let text = policy("riverside-college");
    assert!(text.contains("at least two meaningful encounters with an employer"));
    assert!(!text.contains("by the age of 16") && !text.contains("By the age of 16"));
}

#[test]
fn slip_16_every_address_is_whole() {
    for name in starters() {
        for target in targets(&School::starter(&name).both()) {
            let target = target.trim_matches(['<', '>']);
            let whole = target.starts_with('#') || target.starts_with("tel:") || target.starts_with("https://");
            assert!(whole && !target.contains("/-"), "{name}: {target}");
        }
    }
}

#[test]
fn slip_17_one_word_for_learners_and_the_statutory_names_of_the_statement_and_the_qualifications() {
    for name in starters() {
        let text = School::starter(&name).both();
        assert!(!text.contains("PAL ") && !text.contains("approved technical qualification"), "{name}");
    }
    let students = School::starter("harbour-view-school")
        .with(|profile| profile.setting.learner_term = Some(LearnerTerm::Students))
        .markdown("provider-access-policy");
    assert!(students.contains("our students") && !students.contains("our pupils"));
}

#[test]
fn slip_18_who_must_attend_follows_the_phase_and_not_the_age() {
    for name in starters() {
        let school = School::starter(&name);
        let statement = school.is_due("provider-access-policy").then(|| school.markdown("provider-access-policy"));
        assert!(!statement.unwrap_or_default().contains("compulsory school age"), "{name}");
    }
}
