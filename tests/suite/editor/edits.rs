//! What is changed on a page changes in the file, and nothing else does.

use careers_policy::editor::Method;
use careers_policy::text::{Change, line_changes};
use proptest::prelude::*;
use proptest::sample::Index;

use super::browser::{Browser, Fields, fields, put, sections, starter, text};
use crate::amount::some;
use crate::school::starters;

/// How many lines of two texts differ.
fn differing_lines(before: &str, after: &str) -> usize {
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let changes = line_changes(&lines(before), &lines(after));
    changes.iter().filter(|pieces| !matches!(&pieces[..], [Change::Same(_)])).count()
}

#[test]
fn a_page_that_is_sent_as_it_is_changes_no_byte() {
    for name in some(3, starters()) {
        let file = format!("{name}.yaml");
        let browser = Browser::with(&format!("as-it-is-{name}"), &file);
        // What a starter shares or names lies beside it.
        browser.folder.write("tidewater-schools-trust.yaml", starter("tidewater-schools-trust.yaml"));
        let before = browser.file(&file);
        for address in sections(&browser.get(&format!("/profile/{file}"))) {
            let page = browser.get(&address);
            // But for the schools that the file of a trust describes.
            let is_of_schools = page.contains("id=\"q-schools\"") && page.matches("a page cannot show").count() == 1;
            assert!(!page.contains("a page cannot show") || is_of_schools, "{address} shows not everything");
            let answer = browser.send(&address, &fields(&page));
            assert_eq!(answer.status, 200, "{address}: {}", text(&answer));
            assert_eq!(browser.file(&file), before, "{address}");
        }
    }
}

#[test]
fn one_answer_changes_one_line_and_comments_stay() {
    let browser = Browser::with("one-answer", "oakfield-academy.yaml");
    let before = browser.file("oakfield-academy.yaml");
    let address = "/profile/oakfield-academy.yaml/people";
    let mut sent = fields(&browser.get(address));
    put(&mut sent, "roles.careers_leader[0].phone", "01632 960999");
    assert_eq!(browser.send(address, &sent).status, 200);
    let after = browser.file("oakfield-academy.yaml");
    assert!(after.contains("\"01632 960999\""));
    assert_eq!(differing_lines(&before, &after), 1);
    let undo = [("_section".to_owned(), "people".to_owned())];
    assert_eq!(browser.send("/profile/oakfield-academy.yaml/undo", &undo).status, 200);
    assert_eq!(browser.file("oakfield-academy.yaml"), before);
    assert_eq!(browser.send("/profile/oakfield-academy.yaml/redo", &undo).status, 200);
    assert_eq!(browser.file("oakfield-academy.yaml"), after);
}

#[test]
fn each_kind_of_answer_is_saved_as_it_was_meant() {
    let browser = Browser::with("kinds", "oakfield-academy.yaml");
    let edits = [
        ("your-institution", "setting.learner_term", "students", "learner_term: students"),
        ("your-institution", "setting.year_groups", "7 to 11", "year_groups: 7"),
        ("vision", "vision.statement", "First.\r\n\r\n* one\r\n* two", "* two"),
        ("vision", "vision.aims", "To see\r\nTo do", "- To do"),
        ("policy", "policy.next_review", "2027-07-08", "next_review: 2027-07-08"),
        ("policy", "policy.approved_on", "", "approved_on:"),
        ("people", "roles.careers_leader[0].email", "new@oakfield.example", "new@oakfield.example"),
        ("provider-access", "provider_access.notice_days", "15", "notice_days: 15"),
        ("provider-access", "provider_access.encounters[0].whole_cohort", "no", "whole_cohort: no"),
    ];
    for (section, name, words, written) in edits {
        let address = format!("/profile/oakfield-academy.yaml/{section}");
        let mut sent: Fields = fields(&browser.get(&address));
        if sent.iter().all(|(known, _)| known != name) {
            panic!("{name} is not asked in {section}: {:?}", sent.iter().map(|(name, _)| name).collect::<Vec<_>>());
        }
        put(&mut sent, name, words);
        assert_eq!(browser.send(&address, &sent).status, 200);
        let after = browser.file("oakfield-academy.yaml");
        assert!(after.contains(written), "{name}: {written}\n{after}");
        let shown = fields(&browser.get(&address));
        let (_, value) = shown.iter().find(|(known, _)| known == name).unwrap();
        let same = value.replace("7-11", "7 to 11");
        assert_eq!(same, words, "{name}");
    }
}

/// Something that is done on a page: an answer put in place of another, or taken away.
#[derive(Clone, Debug)]
struct Edit {
    section: Index,
    field: Index,
    words: String,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let words = prop_oneof![
        Just(String::new()),
        "[A-Za-z0-9 ,.'£é:#-]{1,40}",
        "[ -~]{1,30}",
        Just("- one: two # three\r\n\r\n* four | \"five\" 'six'".to_owned()),
        Just("2026-09-01".to_owned()),
        Just("yes".to_owned()),
    ];
    let edit =
        (any::<Index>(), any::<Index>(), words).prop_map(|(section, field, words)| Edit { section, field, words });
    prop::collection::vec(edit, 1..5)
}

proptest! {
    #![proptest_config(crate::amount::cases(6, 40))]

    #[test]
    fn any_edits_of_any_starter_are_read_as_they_were_meant(which in any::<Index>(), edits in edits()) {
        let names = starters();
        let file = format!("{}.yaml", which.get(&names));
        let browser = Browser::with("any-edits", &file);
        browser.folder.write("tidewater-schools-trust.yaml", starter("tidewater-schools-trust.yaml"));
        let sections = sections(&browser.get(&format!("/profile/{file}")));
        // What was last written into, and the file as it was before that: what is written into one answer is gone back as one change.
        let mut last: Option<(String, String)> = None;
        for edit in edits {
            let address = edit.section.get(&sections);
            let mut sent = fields(&browser.get(address));
            let others = sent.clone();
            let editable: Vec<usize> = (0..sent.len()).filter(|at| {
                let (name, value) = &sent[*at];
                // Lists and the mark of the state are no answers, and what decides which questions there are is tried elsewhere.
                let decides = name.starts_with("setting.") || matches!(name.as_str(), "extends" | "pack" | "detail" | "annex");
                let is_list = value.is_empty() && sent.iter().any(|(other, _)| other.starts_with(&format!("{name}[")));
                !(name.starts_with('_') || decides || is_list)
            }).collect();
            if editable.is_empty() {
                continue;
            }
            let at = *edit.field.get(&editable);
            let name = sent[at].0.clone();
            let before = browser.file(&file);
            put(&mut sent, &name, &edit.words);
            let answer = browser.ask(&careers_policy::editor::Asked { fields: sent, ..browser.asked(Method::Post, address) });
            let after = browser.file(&file);
            if answer.status != 303 {
                // What cannot be put there safely is refused, and the file is as it was.
                prop_assert_eq!(&after, &before, "{}", text(&answer));
                continue;
            }
            let unchanged = browser.send(address, &fields(&browser.get(address)));
            prop_assert_eq!(unchanged.status, 200);
            prop_assert_eq!(&browser.file(&file), &after, "a second look changes something: {} = {:?}", name, edit.words);
            // Every other answer is what it was.
            let shown = fields(&browser.get(address));
            for (other, value) in others.iter().filter(|(other, _)| *other != name && !other.starts_with('_') && !other.contains('[') && !name.starts_with(&format!("{other}["))) {
                let now = shown.iter().find(|(known, _)| known == other).map(|(_, value)| value);
                prop_assert_eq!(now, Some(value), "{} changed with {}", other, name);
            }
            browser.send(&format!("/profile/{file}/undo"), &[("_section".to_owned(), String::new())]);
            let undone = browser.file(&file);
            let (_, first) = last.take().filter(|(last, _)| *last == name).unwrap_or_else(|| (name.clone(), before.clone()));
            prop_assert!(undone == first || after == before, "{} = {:?} is not gone back", name, edit.words);
            browser.send(&format!("/profile/{file}/redo"), &[("_section".to_owned(), String::new())]);
            prop_assert_eq!(&browser.file(&file), &after);
            if after != before {
                last = Some((name, first));
            }
        }
    }
}
