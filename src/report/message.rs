//! What to write to a school: to whom, and in which words.
//!
//! In: a school's row and the day. Out: a [`Message`], or nothing where nothing is owed. The words are ready to be sent and to be changed.

use std::collections::BTreeSet;

use super::model::{Entry, Part, School};
use super::tally::tally;
use crate::finding::Gravity;
use crate::law::Date;

/// So many things of a kind are named; the report has the others.
const MOST: usize = 15;

/// A message to a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who gets it: the careers leader's name, if it is known.
    pub to: Option<String>,
    /// The address, if it is known.
    pub email: Option<String>,
    /// Its subject.
    pub subject: String,
    /// Its words.
    pub body: String,
}

/// What to write to a school.
pub fn message(school: &School, day: Date) -> Option<Message> {
    let sums = tally(school);
    let owed = sums.law + sums.required + sums.reviews + sums.encounters;
    if school.is_read && owed == 0 && sums.mistakes == 0 {
        return None;
    }
    let mut told = BTreeSet::new();
    let mut parts: Vec<String> = Vec::new();
    let mistakes: Vec<String> = match school.is_read {
        true => school.entries.iter().filter(|entry| entry.gravity == Gravity::Mistake).collect::<Vec<_>>(),
        false => school.entries.iter().collect(),
    }
    .into_iter()
    .map(|entry| line(school, entry))
    .collect();
    let heading = match school.is_read {
        true => "These have to be put right in the file of your answers",
        false => "The file of your answers cannot be read",
    };
    parts.extend(section(heading, mistakes, &mut told));
    let headings = [
        (Part::Statutory, "The law asks for these, and they are missing or thin in your documents"),
        (Part::Required, "We ask for these, and they are missing or thin in your documents"),
        (Part::Reviews, "These reviews are overdue, or have no day"),
        (Part::Encounters, "These year groups lack encounters with providers"),
    ];
    for (part, heading) in headings {
        let open = school.cells_of(part).filter(|(_, cell)| cell.state.is_open());
        let lines = open.map(|(column, cell)| match cell.entry.and_then(|entry| school.entries.get(entry)) {
            Some(entry) => line(school, entry),
            None => format!("{column}: {}", cell.text()),
        });
        parts.extend(section(heading, lines.collect(), &mut told));
    }
    match sums.recommended {
        0 => {}
        1 => parts.push("Besides, there is 1 thing that is recommended and not in your documents yet.".to_owned()),
        many => {
            parts.push(format!("Besides, there are {many} things that are recommended and not in your documents yet."));
        }
    }
    let greeting = school.leader.as_deref().unwrap_or("colleague");
    let body = format!(
        "Dear {greeting},\n\nWe looked at the careers documents of {} for {}. The lines named here are those of {}.\n\n{}\n\n\
         Please let us know when this is done, or if we can help.\n",
        school.name,
        day.in_words(),
        file_name(&school.file),
        parts.join("\n\n")
    );
    let subject = match told.len() {
        1 => format!("Careers documents of {}: 1 thing to do", school.name),
        many => format!("Careers documents of {}: {many} things to do", school.name),
    };
    Some(Message { to: school.leader.clone(), email: school.email.clone(), subject, body })
}

/// What was found in a line, with its place.
fn line(school: &School, entry: &Entry) -> String {
    let elsewhere = (entry.file != school.file).then(|| file_name(&entry.file));
    match (entry.line, elsewhere) {
        (Some(line), Some(file)) => format!("{} (line {line} of {file})", entry.title),
        (Some(line), None) => format!("{} (line {line})", entry.title),
        (None, Some(file)) => format!("{} ({file})", entry.title),
        (None, None) => entry.title.clone(),
    }
}

/// A file without its folders, which are other ones at the school.
fn file_name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// Lines under a heading, but for those that were told already; nothing where no line is left.
fn section(heading: &str, lines: Vec<String>, told: &mut BTreeSet<String>) -> Option<String> {
    let lines: Vec<String> = lines.into_iter().filter(|line| told.insert(line.clone())).collect();
    if lines.is_empty() {
        return None;
    }
    let more = lines.len().saturating_sub(MOST);
    let named = lines.iter().take(MOST).map(|line| format!("- {line}"));
    let more = (more > 0).then(|| format!("- and {more} more"));
    Some(std::iter::once(format!("{heading}:")).chain(named).chain(more).collect::<Vec<_>>().join("\n"))
}
