//! Whether a school's own words say what is no longer so: links that are not secure, bodies and programmes that have ended,
//! year groups that are not on roll.
//!
//! In: the answers in words, the catalogue's dead names. Out: CP402, CP403 and CP404. The reading of year groups is
//! `law::years_named`.
//!
//! What a policy tells of its past may be past: the version history and destinations are left alone where it matters.

use std::ops::Range;

use super::own_words::own_words;
use crate::case::Case;
use crate::catalogue::DeadName;
use crate::finding::{Code, Finding, Severity};
use crate::law::{self, YearGroups};
use crate::text::{Letters, find_all_words, range_of};

/// Checks that links begin with https.
pub(super) fn check_links(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &[]) {
        let mut told: Vec<&str> = Vec::new();
        for (at, _) in text.to_ascii_lowercase().match_indices("http://") {
            let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"');
            let link = text[at..].split(ends).next().unwrap_or_default();
            if told.contains(&link) {
                continue;
            }
            told.push(link);
            findings.push(
                Finding::warning(Code::CP402, format!("the link `{link}` is not secure"))
                    .at_words(field, text, at..at + link.len())
                    .with_note("browsers warn of addresses that begin with http: and not https:")
                    .with_help(format!("open https{} in a browser, and write that if it works", &link["http".len()..])),
            );
        }
    }
}

/// Checks for bodies and programmes that are no more.
pub(super) fn check_dead_names(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &["policy.history", "destinations"]) {
        for (range, dead) in dead_names(text, &case.catalogue.dead_names) {
            findings.push(
                Finding::new(
                    Severity::Note,
                    Code::CP403,
                    format!("`{}` is named, but is no more", &text[range.clone()]),
                )
                .at_words(field, text, range)
                .with_note(dead.why.trim())
                .with_help("name what has taken its place, or take it out"),
            );
        }
    }
}

/// The dead names in a text, each once. The longest name wins where one is part of another.
fn dead_names<'a>(text: &str, names: &'a [DeadName]) -> Vec<(Range<usize>, &'a DeadName)> {
    let mut found: Vec<(Range<usize>, &DeadName)> = Vec::new();
    for dead in names {
        for spelling in dead.spellings() {
            // A short form such as LEP counts only in capitals.
            let short = spelling.chars().nth(1).is_some_and(char::is_uppercase);
            let places = match short {
                true => find_all_words(text, spelling, Letters::Exact),
                false => find_all_words(text, spelling, Letters::Any),
            };
            found.extend(places.into_iter().map(|range| (range, dead)));
        }
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|(range, _)| {
        let outside = range.start >= end;
        end = end.max(range.end);
        outside
    });
    let mut told: Vec<&str> = Vec::new();
    found.retain(|(_, dead)| {
        let first = !told.contains(&dead.name.as_str());
        told.push(&dead.name);
        first
    });
    found
}

/// Checks that the text speaks only of years that the institution has.
pub(super) fn check_named_years(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let on_roll = &case.profile.setting.year_groups;
    if on_roll.is_empty() {
        return;
    }
    for (field, text) in own_words(case, &["policy.history", "destinations", "linked_policies", "resources"]) {
        let mut told: Vec<&str> = Vec::new();
        for named in law::years_named(text) {
            let words = named.words;
            let Some(years) = named.off_roll(on_roll).filter(|_| !told.contains(&words)) else { continue };
            told.push(words);
            findings.push(
                Finding::warning(Code::CP404, format!("the text says \"{words}\", but {} not on roll", are(&years)))
                    .at_words(field, text, range_of(words, text).unwrap_or_default())
                    .with_note(format!("the profile says {}", on_roll.in_words()))
                    .with_help("correct the text or `setting.year_groups`; if the words are about somewhere else, accept this warning and say so"),
            );
        }
    }
}

fn are(years: &YearGroups) -> String {
    let verb = if years.first() == years.last() { "is" } else { "are" };
    format!("{} {verb}", years.in_words())
}
