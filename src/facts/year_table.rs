//! What happens in each year group or stage, term by term.
//!
//! In: entries of a profile that have year groups or a stage, and a term. Out: a [`YearRow`] for each year group on roll, then for each
//! stage. Rows with nothing in them are left out.

use serde::Serialize;

use crate::law::YearGroups;
use crate::profile::Term;

/// One entry of a table, with what decides where it stands.
pub(super) struct Entry<'a, T> {
    pub(super) years: &'a YearGroups,
    pub(super) stage: Option<&'a str>,
    pub(super) term: Term,
    pub(super) what: &'a T,
}

/// What happens in one year group or stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearRow<'a, T> {
    /// The year group or the stage: "Year 7", "First year".
    pub label: String,
    /// What happens in the autumn term.
    pub autumn: Vec<&'a T>,
    /// In the spring term.
    pub spring: Vec<&'a T>,
    /// In the summer term.
    pub summer: Vec<&'a T>,
}

pub(super) fn year_table<'a, T>(on_roll: &YearGroups, entries: &[Entry<'a, T>]) -> Vec<YearRow<'a, T>> {
    let mut labels: Vec<(Option<u8>, String)> =
        on_roll.iter().map(|year| (Some(year), YearGroups::new([year]).in_words())).collect();
    for stage in entries.iter().filter_map(|entry| entry.stage) {
        if !labels.iter().any(|(_, label)| label == stage) {
            labels.push((None, stage.to_owned()));
        }
    }
    let rows = labels.into_iter().map(|(year, label)| {
        let in_row = |entry: &Entry<'a, T>| match year {
            Some(year) => entry.years.contains(year),
            None => entry.stage == Some(label.as_str()),
        };
        let of_term = |term: Term| -> Vec<&'a T> {
            entries.iter().filter(|entry| entry.term == term && in_row(entry)).map(|entry| entry.what).collect()
        };
        let (autumn, spring, summer) = (of_term(Term::Autumn), of_term(Term::Spring), of_term(Term::Summer));
        YearRow { label, autumn, spring, summer }
    });
    rows.filter(|row| ![&row.autumn, &row.spring, &row.summer].into_iter().all(Vec::is_empty)).collect()
}
