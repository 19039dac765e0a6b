//! No files use one another in a circle: each can be understood from those that it uses, and they without it.

use std::collections::{BTreeMap, BTreeSet};

use super::imports::{Uses, uses};
use super::sources::sources;

/// The groups of files that use one another, each in the order of their names.
fn circles(uses: &Uses) -> BTreeSet<Vec<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        uses.keys().map(|file| (file.as_str(), reached_from(file, uses))).collect();
    let in_circle = |file: &&&str| reached[**file].contains(**file);
    let group = |file: &&str| {
        let back = |other: &&str| reached.get(other).is_some_and(|files| files.contains(file));
        reached[*file].iter().copied().filter(back).collect()
    };
    reached.keys().filter(in_circle).map(group).collect()
}

fn reached_from<'a>(file: &str, uses: &'a Uses) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![file];
    while let Some(file) = waiting.pop() {
        for used in uses.get(file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(used.as_str()) {
                waiting.push(used);
            }
        }
    }
    reached
}

/// The circles of a crate, in words: each use that is part of one.
fn report(uses: &Uses) -> String {
    let mut report = String::new();
    for circle in circles(uses) {
        report.push_str(&format!("\na circle of {}:\n", circle.join(", ")));
        for user in &circle {
            for (used, names) in uses[*user].iter().filter(|(used, _)| circle.contains(&used.as_str())) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                report.push_str(&format!("  {user} uses {used}: {}\n", names.join(", ")));
            }
        }
    }
    report
}

#[test]
fn no_files_use_one_another_in_a_circle() {
    let report = report(&uses(&sources()));
    assert!(report.is_empty(), "{report}");
}

/// The circles of an invented crate of files with their texts.
fn circles_of(files: &[(&str, &str)]) -> String {
    report(&uses(&files.iter().map(|(file, text)| (file.to_string(), text.to_string())).collect()))
}

#[test]
fn a_circle_through_what_a_folder_hands_on_is_found() {
    let found = circles_of(&[
        ("lib.rs", "pub mod a;"),
        ("a/mod.rs", "mod one; mod two; pub use one::One; pub(crate) use two::{Two, self as pair};"),
        ("a/one.rs", "use super::Two; pub struct One(Two);"),
        ("a/two.rs", "pub struct Two; fn f() -> crate::a::One { super::one::One(Two) }"),
    ]);
    let expected = "\na circle of a/one.rs, a/two.rs:\n  a/one.rs uses a/two.rs: super::Two\n  \
                    a/two.rs uses a/one.rs: crate::a::One, super::one::One\n";
    assert_eq!(found, expected);
}

#[test]
fn a_circle_over_three_files_and_two_folders_is_found() {
    let found = circles_of(&[
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a/mod.rs", "mod inner; pub use inner::*;"),
        ("a/inner.rs", "use crate::{b::{self as second}, c}; pub fn first() { second::second() }"),
        ("b.rs", "pub fn second() { crate::c::third() }"),
        ("c.rs", "use crate::a; pub fn third() { a::first() }"),
    ]);
    assert!(found.starts_with("\na circle of a/inner.rs, b.rs, c.rs:\n"), "{found}");
}

#[test]
fn a_folder_whose_own_code_is_used_by_its_files_is_a_circle() {
    let found = circles_of(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod one; pub use one::One; pub fn make() -> One { one::new() }"),
        ("a/one.rs", "pub struct One; pub fn new() -> One { super::make() }"),
    ]);
    assert!(found.starts_with("\na circle of a/mod.rs, a/one.rs:\n"), "{found}");
}

#[test]
fn handing_names_on_and_testing_make_no_circle() {
    let found = circles_of(&[
        ("lib.rs", "pub mod a; pub use a::One;"),
        ("a/mod.rs", "mod one; mod two; pub use one::{One, Other}; pub use two::Two;"),
        ("a/one.rs", "//! See crate::a::Two.\npub struct One; pub enum Other { Two } use Other::Two as Second;"),
        ("a/two.rs", "use super::{One, Other}; pub struct Two(One, Other);"),
        ("b.rs", "#[cfg(test)] mod tests { use crate::a::Two; }"),
    ]);
    assert_eq!(found, "");
}
