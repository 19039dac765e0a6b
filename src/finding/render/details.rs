//! Findings in full, each with the lines of its file, school by school, and under each school what was counted.
//!
//! In: subjects with their details. Out: one text. What is the same in many schools by its nature is said once, before them.

use std::collections::BTreeMap;

use super::summary::is_common;
use super::{Row, Subject, visible_line};
use crate::finding::Gravity;

/// The findings of these gravities in full.
pub fn render_details(subjects: &[Subject], shown: &[Gravity]) -> String {
    let mut schools: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (row, _) in subjects.iter().flat_map(|subject| pairs(subject, shown)).filter(|(row, _)| is_common(row)) {
        *schools.entry(key(row)).or_default() += 1;
    }
    let shared = |row: &Row| is_common(row) && schools.get(&key(row)).is_some_and(|number| *number > 1);
    let mut text = String::new();
    let mut told: Vec<(&str, &str)> = Vec::new();
    for (row, details) in subjects.iter().flat_map(|subject| pairs(subject, shown)) {
        if subjects.len() > 1 && shared(row) && !told.contains(&key(row)) {
            told.push(key(row));
            let number = schools.get(&key(row)).copied().unwrap_or_default();
            text.push_str(&format!("The same in {number} schools, shown for one of them:\n{details}\n"));
        }
    }
    for subject in subjects {
        for (_, details) in pairs(subject, shown).filter(|(row, _)| subjects.len() == 1 || !shared(row)) {
            text.push_str(details);
            text.push('\n');
        }
        text.push_str(&subject.after);
        text.push_str(&format!("{}: {}\n", visible_line(&subject.file), subject.headline()));
    }
    text
}

fn pairs<'a>(subject: &'a Subject, shown: &'a [Gravity]) -> impl Iterator<Item = (&'a Row, &'a String)> {
    subject.rows.iter().zip(&subject.details).filter(|(row, _)| shown.contains(&row.gravity))
}

fn key(row: &Row) -> (&str, &str) {
    (row.code.id(), &row.title)
}
