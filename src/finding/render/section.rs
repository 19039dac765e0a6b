//! Findings told together in one line: those of one section of the profile, or one that many schools have.
//!
//! In: rows with their subjects. Out: lines for people, without their indentation.

use std::collections::BTreeSet;

use super::{Row, Subject, visible_line};
use crate::finding::{Gravity, Mark};
use crate::text::capital;

/// A row with the subject it is about.
pub(super) type Told<'a> = (&'a Subject, &'a Row);

/// What is no section.
const WHOLE: &str = "the whole file";
/// So many letters of what to write are shown in a line.
const LONG: usize = 110;
/// So many places of one kind of finding are named.
const PLACES: usize = 3;
/// So many headings of a section are named.
const NAMED: usize = 8;

/// One finding in one line: where, what, and what to write.
pub(super) fn single(told: Told<'_>, many: bool) -> String {
    let place = match place(told, many) {
        place if place.is_empty() => place,
        place => format!("{place}: "),
    };
    visible_line(&format!("{place}{}", said(told.1)))
}

/// Where a finding is: the line, with the file where it is not plain which.
fn place((subject, row): Told<'_>, many: bool) -> String {
    let file = row.file.as_deref().unwrap_or(&subject.file);
    match (row.line, many || file != subject.file) {
        (Some(line), true) => format!("{file} line {line}"),
        (Some(line), false) => format!("line {line}"),
        (None, true) => file.to_owned(),
        (None, false) => String::new(),
    }
}

/// What is wrong, and what to write.
fn said(row: &Row) -> String {
    match row.remedy() {
        Some(remedy) => format!("{}. {}", ended(&row.title), shortened(&capital(&remedy))),
        None => row.title.clone(),
    }
}

/// Findings that are the same in some schools, in one line; of a few schools with the places.
pub(super) fn kind(rows: &[Told<'_>]) -> String {
    let Some((_, row)) = rows.first() else { return String::new() };
    let places = match rows.len() {
        number if number <= PLACES => {
            // Schools that share answers have one place.
            let mut places: Vec<String> = Vec::new();
            for place in rows.iter().map(|told| place(*told, true)) {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            places.join(", ")
        }
        _ => counted(schools(rows), "school"),
    };
    visible_line(&format!("{places}: {}", said(row)))
}

/// The findings of one gravity in one section, in one line.
pub(super) fn section(gravity: Gravity, rows: &[Told<'_>], many: bool) -> String {
    let [first @ (subject, row), others @ ..] = rows else { return String::new() };
    if others.is_empty() {
        return single(*first, many);
    }
    let file = row.file.as_deref().filter(|file| *file != subject.file && !many);
    let line = rows.iter().filter_map(|(_, row)| row.line).min();
    let place = match (many, line, file) {
        (true, ..) if schools(rows) == 1 => format!(" in {}", subject.file),
        (true, ..) => format!(" in {}", counted(schools(rows), "school")),
        (false, Some(line), Some(file)) => format!(", {file} line {line}"),
        (false, Some(line), None) => format!(", line {line}"),
        (false, None, _) if row.section().is_some() => ", not in the file yet".to_owned(),
        (false, None, _) => String::new(),
    };
    let name = row.section().unwrap_or(WHOLE);
    let noun = match gravity {
        Gravity::Law | Gravity::Required => counted(rows.len(), "thing"),
        Gravity::Mistake => counted(rows.len(), "mistake"),
        Gravity::Recommended => counted(rows.len(), "recommendation"),
        Gravity::Note => counted(rows.len(), "note"),
    };
    visible_line(&format!("{name}: {noun}{place}: {}", what(rows)))
}

/// How many findings each section has, all in one line.
pub(super) fn overview(gravity: Gravity, sections: &[Vec<Told<'_>>], many: bool) -> String {
    let part = |rows: &Vec<Told<'_>>| {
        let (subject, row) = rows.first()?;
        let line = rows.iter().filter_map(|(_, row)| row.line).min().filter(|_| !many);
        let file = row.file.as_deref().filter(|file| *file != subject.file).map(|file| format!("{file} "));
        let line = line.map(|line| format!(" ({}line {line})", file.unwrap_or_default())).unwrap_or_default();
        Some(format!("{} {}{line}", row.section().unwrap_or(WHOLE), rows.len()))
    };
    let parts: Vec<String> = sections.iter().filter_map(part).collect();
    visible_line(&format!("{}. To see them: `--only {}`", parts.join(", "), gravity.name()))
}

/// Which headings of a section are concerned.
fn what(rows: &[Told<'_>]) -> String {
    let headings = |is_missing: bool| {
        let mut names: Vec<&str> = Vec::new();
        for (_, row) in rows.iter().filter(|(_, row)| row.code.is(Mark::Missing) == is_missing) {
            if let Some(name) = row.heading().filter(|name| !names.contains(name)) {
                names.push(name);
            }
        }
        listed(&names)
    };
    let (missing, others) = (headings(true), headings(false));
    match (missing.is_empty(), others.is_empty()) {
        (false, true) => format!("fill in {missing}"),
        (true, false) => format!("look at {others}"),
        (false, false) => format!("fill in {missing}; look at {others}"),
        (true, true) => {
            let titles: BTreeSet<&str> = rows.iter().map(|(_, row)| row.title.as_str()).collect();
            match (rows.first(), titles.len()) {
                (Some((_, row)), 1) => row.title.clone(),
                (Some((_, row)), number) => format!("{}, and {} more", row.title, number - 1),
                (None, _) => String::new(),
            }
        }
    }
}

/// Names in a list, those that are numbered on as a range: "benchmark_1 to benchmark_8".
fn listed(names: &[&str]) -> String {
    let parted = |name: &str| {
        let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
        Some((stem.to_owned(), name[stem.len()..].parse::<u32>().ok()?))
    };
    let mut ranges: Vec<(&str, &str)> = Vec::new();
    for name in names {
        match ranges.last_mut() {
            Some((_, last))
                if parted(last)
                    .zip(parted(name))
                    .is_some_and(|((a, m), (b, n))| a == b && m.checked_add(1) == Some(n)) =>
            {
                *last = name;
            }
            _ => ranges.push((name, name)),
        }
    }
    let more = ranges.len().saturating_sub(NAMED);
    let shown = ranges.iter().take(NAMED);
    let mut words: Vec<String> = shown
        .map(|(first, last)| if first == last { (*first).to_owned() } else { format!("{first} to {last}") })
        .collect();
    if more > 0 {
        words.push(format!("and {more} more"));
    }
    words.join(", ")
}

fn schools(rows: &[Told<'_>]) -> usize {
    rows.iter().map(|(subject, _)| subject.file.as_str()).collect::<BTreeSet<&str>>().len()
}

pub(super) fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Words without the full stop that follows them here.
fn ended(words: &str) -> &str {
    words.trim_end_matches('.')
}

/// Words cut after a whole word, so that a finding stays in its line.
fn shortened(words: &str) -> String {
    if words.chars().count() <= LONG {
        return words.to_owned();
    }
    let mut short = String::new();
    for word in words.split_whitespace() {
        if short.chars().count() + word.chars().count() + 3 > LONG {
            break;
        }
        short.push_str(word);
        short.push(' ');
    }
    // What is quoted ends where it is cut.
    short.push_str(if short.matches('`').count() % 2 == 1 { "…`" } else { "…" });
    short
}

#[cfg(test)]
mod tests {
    use super::{listed, shortened};

    #[test]
    fn numbered_headings_are_a_range_and_many_are_counted() {
        assert_eq!(listed(&["benchmark_1", "benchmark_2", "benchmark_3", "aims"]), "benchmark_1 to benchmark_3, aims");
        assert_eq!(listed(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]), "a, b, c, d, e, f, g, h, and 2 more");
        assert_eq!(listed(&["line_1", "line_3"]), "line_1, line_3");
    }

    #[test]
    fn long_words_end_after_a_whole_word() {
        assert_eq!(shortened("short"), "short");
        let long = shortened(&"eleven more ".repeat(20));
        assert!(long.ends_with("more …") && long.chars().count() <= 110, "{long}");
    }
}
