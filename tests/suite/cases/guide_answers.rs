//! What a school says of who endorsed, signs, pays for and checks its careers work.

use careers_policy::finding::Code;

use crate::case::tried;

#[test]
fn who_endorses_signs_pays_for_and_checks_stands_in_the_school_s_own_words_in_every_format() {
    let said = [
        "iMeet governors, July 2026!",
        "Jo Bell, Head (8 July 2026); Sam Rao (9 July 2026)",
        "We plan with the head of PSHE.",
        "the bursar (ext. 4)",
        "eLearning from the hub",
        "Governors visit lessons.",
        "We hold an award.",
        "every leaver has a place",
        "nobody is lost",
    ];
    let tried = tried("guide-answers");
    for text in tried.texts("careers-policy") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in said {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    let asked = tried.found(Code::CP202).into_iter().filter_map(|finding| finding.requirement.clone());
    let about = [
        "vision-endorsed",
        "signed",
        "programme-planning",
        "leader-budget",
        "training-route",
        "impact-quality",
        "impact-success",
    ];
    let asked: Vec<String> = asked.filter(|id| about.iter().any(|name| *id == format!("hub-guide/{name}"))).collect();
    assert_eq!(asked, [] as [&str; 0]);
}

#[test]
fn a_school_that_has_said_none_of_it_is_asked_for_it_and_promises_no_budget() {
    let tried = tried("own-table");
    let asked: Vec<String> =
        tried.found(Code::CP202).into_iter().filter_map(|finding| finding.requirement.clone()).collect();
    assert!(
        asked.contains(&"hub-guide/signed".to_owned()) && asked.contains(&"hub-guide/leader-budget".to_owned()),
        "{asked:?}"
    );
    let text = tried.text("careers-policy.md");
    assert!(!text.contains("budget") && !text.contains("Endorsed by") && !text.contains("Signed by"), "{text}");
}
