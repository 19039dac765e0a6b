//! Lists on pages: entries are added, moved and taken out.

use super::browser::{Browser, fields, put};

const FILE: &str = "harbour-view-school.yaml";

fn button(name: &str) -> (String, String) {
    ("_do".to_owned(), name.to_owned())
}

#[test]
fn an_entry_is_added_when_something_is_written_in_it() {
    let browser = Browser::with("add", FILE);
    let before = browser.file(FILE);
    let address = format!("/profile/{FILE}/programme");
    let mut sent = fields(&browser.get(&address));
    let count = |sent: &[(String, String)]| {
        sent.iter().filter(|(name, _)| name.starts_with("programme.activities[") && name.ends_with(".title")).count()
    };
    let there = count(&sent);
    sent.push(button("add:programme.activities"));
    let page = super::browser::text(&browser.send(&address, &sent));
    assert_eq!(browser.file(FILE), before, "a blank entry is not saved");
    assert!(page.contains("autofocus"));
    let mut sent = fields(&page);
    assert_eq!(count(&sent), there + 1);
    let new = format!("programme.activities[{there}]");
    for (field, words) in
        [("title", "A day at the harbour"), ("year_groups", "9"), ("term", "summer"), ("benchmarks", "5, 6")]
    {
        put(&mut sent, &format!("{new}.{field}"), words);
    }
    browser.send(&address, &sent);
    let after = browser.file(FILE);
    assert!(after.contains("- A day at the harbour") || after.contains("title: A day at the harbour"), "{after}");
    assert_eq!(
        after.len() - before.len(),
        after.lines().filter(|line| !before.lines().any(|old| old == *line)).map(|line| line.len() + 1).sum::<usize>()
    );
}

#[test]
fn an_entry_is_moved_and_taken_out_with_its_lines() {
    let browser = Browser::with("move", FILE);
    let address = format!("/profile/{FILE}/programme");
    let titles = || -> Vec<String> {
        let sent = fields(&browser.get(&address));
        sent.into_iter()
            .filter(|(name, _)| name.starts_with("programme.activities[") && name.ends_with(".title"))
            .map(|(_, value)| value)
            .collect()
    };
    let before = titles();
    let text = browser.file(FILE);
    let press = |name: &str| {
        let mut sent = fields(&browser.get(&address));
        sent.push(button(name));
        assert_eq!(browser.send(&address, &sent).status, 200);
    };
    press("down:programme.activities[0]");
    let mut moved = before.clone();
    moved.swap(0, 1);
    assert_eq!(titles(), moved);
    press("up:programme.activities[1]");
    assert_eq!(titles(), before);
    press("up:programme.activities[0]");
    assert_eq!(titles(), before);
    press("remove:programme.activities[1]");
    let mut less = before.clone();
    less.remove(1);
    assert_eq!(titles(), less);
    for _ in 0..3 {
        browser.send(&format!("/profile/{FILE}/undo"), &[("_section".to_owned(), "programme".to_owned())]);
    }
    assert_eq!(browser.file(FILE), text);
}

#[test]
fn a_second_person_makes_a_list_of_a_role() {
    let browser = Browser::with("people", FILE);
    let address = format!("/profile/{FILE}/people");
    let mut sent = fields(&browser.get(&address));
    sent.push(button("add:roles.careers_leader"));
    let mut sent = fields(&super::browser::text(&browser.send(&address, &sent)));
    put(&mut sent, "roles.careers_leader[1].name", "Sam Okafor");
    put(&mut sent, "roles.careers_leader[1].email", "sam@harbour-view.example");
    assert_eq!(browser.send(&address, &sent).status, 200);
    let shown = fields(&browser.get(&address));
    assert!(shown.contains(&("roles.careers_leader[1].name".to_owned(), "Sam Okafor".to_owned())));
    let mut sent = shown;
    sent.push(button("remove:roles.careers_leader[1]"));
    browser.send(&address, &sent);
    assert!(!browser.file(FILE).contains("Sam Okafor"));
}

#[test]
fn lists_inside_entries_are_edited_too() {
    let browser = Browser::with("inner", FILE);
    let address = format!("/profile/{FILE}/destinations");
    let sent = fields(&browser.get(&address));
    let inner = |sent: &[(String, String)]| {
        sent.iter()
            .filter(|(name, _)| name.starts_with("destinations.cohorts[0].destinations[") && name.ends_with(".kind"))
            .count()
    };
    let there = inner(&sent);
    assert!(there > 1, "{sent:?}");
    let mut taken = sent.clone();
    taken.push(button("remove:destinations.cohorts[0].destinations[0]"));
    assert_eq!(browser.send(&address, &taken).status, 200);
    assert_eq!(inner(&fields(&browser.get(&address))), there - 1);
}
