//! Lists on pages: entries are added, moved and taken out.

use super::browser::{Browser, fields, put};
use crate::sandbox::Sandbox;

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

#[test]
fn the_schools_of_a_trust_are_listed_by_their_files() {
    let folder = Sandbox::empty("editor-schools");
    let school = |name: &str| format!("setting:\n  name: {name}\n  type: academy\n  year_groups: 7-11\n");
    folder.write("one.yaml", school("One School"));
    folder.write("two.yaml", school("Two School"));
    let trust =
        "setting:\n  name: Both Trust\n  type: multi_academy_trust\nschools:\n  - profile: one.yaml # the first\n";
    folder.write("trust.yaml", trust);
    let browser = Browser::of(folder);
    let address = "/profile/trust.yaml/your-institution";
    let mut sent = fields(&browser.get(&format!("{address}?add=schools")));
    put(&mut sent, "schools[1].profile", "two.yaml");
    browser.send(address, &sent);
    assert_eq!(browser.file("trust.yaml"), format!("{trust}  - profile: two.yaml\n"));
    // A file that is not there is told at its question.
    let mut sent = fields(&browser.get(address));
    put(&mut sent, "schools[1].profile", "three.yaml");
    let values = browser.type_in(address, &sent);
    assert!(values["fields"].get("q-schools-1-profile").is_some(), "{values}");
    // No other institution has schools.
    assert!(!browser.get("/profile/one.yaml/your-institution").contains("schools["));
}

#[test]
fn schools_that_the_file_of_a_trust_describes_stay_as_they_are() {
    let browser = Browser::with("described", "tidewater-schools-trust.yaml");
    let before = browser.file("tidewater-schools-trust.yaml");
    let address = "/profile/tidewater-schools-trust.yaml/your-institution";
    let page = browser.get(address);
    assert!(page.contains("It stays as it is, and can be changed in the file."), "{page}");
    browser.send(address, &fields(&page));
    assert_eq!(browser.file("tidewater-schools-trust.yaml"), before);
}
