#![no_main]
//! Changes in a profile's own text: values put in place, what `fix` writes as it is read, and an approval recorded. A text that is changed
//! reads as it is meant, and nothing in it is lost but what was replaced.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use careers_policy::job::{Approval, Intake, Libraries, Unfixed, fix_profile, review_profile};
use careers_policy::profile::Profile;
use careers_policy::yaml::{Put, put};
use careers_policy_fuzz::lines::mutate_lines;
use careers_policy_fuzz::parts::parts;
use careers_policy_fuzz::scratch::scratch_with;
use careers_policy_fuzz::starters::{beside_starters, today};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| { mutate_lines(data, size, most, seed) });

/// What an approval writes.
const APPROVED: [(&str, &str); 11] = [
    ("policy", "version"),
    ("policy", "approved_by"),
    ("policy", "approved_on"),
    ("policy", "effective_on"),
    ("policy", "next_review"),
    ("policy", "history"),
    ("provider_access", "version"),
    ("provider_access", "approved_by"),
    ("provider_access", "approved_on"),
    ("provider_access", "next_review"),
    ("programme", "next_review"),
];

static LIBRARIES: LazyLock<Libraries> = LazyLock::new(|| Libraries::new(Vec::new(), Vec::new()));

// In: a profile, and behind the line `=== words` what is put into it.
fuzz_target!(|data: &[u8]| {
    let mark = data.windows(10).rposition(|part| part == b"=== words\n");
    let (profile, words) = data.split_at(mark.unwrap_or(data.len()));
    let words = parts(words).pop().map(|(_, bytes)| String::from_utf8_lossy(&bytes).trim().to_owned());
    let words = words
        .filter(|words| !words.is_empty() && !words.contains(char::is_control))
        .unwrap_or_else(|| "Governors".to_owned());
    if let Ok(text) = std::str::from_utf8(profile) {
        put_in(text, &words);
    }
    let path = scratch_with(&beside_starters("school.yaml", profile)).join("school.yaml");
    fix(&path);
    review(&path, words);
});

/// Values put into a text, whether or not it is a profile.
fn put_in(text: &str, words: &str) {
    let row = vec![("version", "9.0".to_owned()), ("summary", words.to_owned())];
    for (section, name) in APPROVED {
        let value = if name == "history" { Put::Entry(row.clone()) } else { Put::Words(words.to_owned()) };
        if let Ok(after) = put::<Profile>(text, section, name, &value) {
            assert!(lost(text, &after) <= 1, "more than one line changed for {section}.{name}:\n{after}");
        }
    }
}

/// What `fix` makes of a profile reads as it did, and leaves nothing to be fixed.
fn fix(path: &Path) {
    let fixed = match fix_profile(path) {
        Ok(fixed) => fixed,
        Err(Unfixed::Refused(why)) => panic!("fix would break the file: {why}"),
        Err(_) => return,
    };
    let (before, after) = (&fixed.text.before, &fixed.text.after);
    assert_eq!(before.lines().count(), after.lines().count(), "a line came or went");
    let same = |text: &str| Intake::of_text(path, text).ok().and_then(|intake| intake.profile().cloned());
    assert!(same(before) == same(after), "fix changed an answer");
    if fs::write(path, after).is_ok() {
        let again = fix_profile(path).unwrap_or_else(|_| panic!("what was fixed can be fixed"));
        assert!(again.text.before == again.text.after, "fix has something to fix in what it wrote");
    }
}

/// An approval changes what it is to change and nothing else.
fn review(path: &Path, words: String) {
    let approval = Approval {
        documents: Vec::new(),
        on: today(),
        by: words.clone(),
        no_changes: false,
        summary: Some(words.clone()),
        author: Some(words),
        version: None,
        next_review: None,
        despite_gaps: true,
        due_by: None,
    };
    let Ok(recorded) = review_profile(path, &approval, &LIBRARIES, today()) else { return };
    let (before, after) = (&recorded.text.before, &recorded.text.after);
    assert!(lost(before, after) <= APPROVED.len(), "lines were lost:\n{after}");
    assert!(comments(before) == comments(after), "a comment was lost");
    let answers = |text: &str| {
        let intake = Intake::of_text(path, text).ok()?;
        let mut answers = serde_json::to_value(intake.profile()?).ok()?;
        for (section, name) in APPROVED {
            if let Some(Value::Object(fields)) = answers.get_mut(section) {
                fields.remove(name);
            }
        }
        Some(answers)
    };
    assert!(answers(before) == answers(after), "an approval changed something else");
}

/// How many lines of a text are not in another, in their order.
fn lost(before: &str, after: &str) -> usize {
    let changes = TextDiff::from_lines(before, after);
    changes.iter_all_changes().filter(|change| change.tag() == ChangeTag::Delete).count()
}

/// The lines of a text that are comments and nothing else.
fn comments(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| line.starts_with('#')).collect()
}
