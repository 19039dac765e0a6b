//! What happens in each year group or stage, term by term.
//!
//! In: entries of a profile that have year groups or a stage, and a term. Out: a [`YearRow`] for each year group on roll and each
//! stage that has something, and the [`RowKind`] of the table.

use serde::Serialize;

use crate::law::{Group, YearGroups, groups};
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
    /// The year group; nothing for a stage.
    pub year: Option<u8>,
    /// The year group or the stage: "Year 7", "First year".
    pub label: String,
    /// What happens in the autumn term.
    pub autumn: Vec<&'a T>,
    /// In the spring term.
    pub spring: Vec<&'a T>,
    /// In the summer term.
    pub summer: Vec<&'a T>,
    /// All through the year.
    pub all_year: Vec<&'a T>,
}

/// What the rows of a table stand for. An institution that names a stage anywhere works in stages, and a year is one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// Year groups.
    Years,
    /// Stages.
    Stages,
}

impl RowKind {
    /// The kind of a table whose entries have these stages, in an institution that has year groups or not.
    pub(super) fn of<'a>(on_roll: &YearGroups, mut stages: impl Iterator<Item = Option<&'a str>>) -> RowKind {
        if on_roll.is_empty() || stages.any(|stage| stage.is_some()) { RowKind::Stages } else { RowKind::Years }
    }
}

pub(super) fn year_table<'a, T>(on_roll: &YearGroups, entries: &[Entry<'a, T>]) -> Vec<YearRow<'a, T>> {
    let rows = groups(on_roll, entries.iter().map(|entry| (entry.years, entry.stage))).into_iter().map(|group| {
        let of_term = |term: Term| -> Vec<&'a T> {
            let mine = entries.iter().filter(|entry| entry.term == term && group.takes(entry.years, entry.stage));
            mine.map(|entry| entry.what).collect()
        };
        let (autumn, spring, summer) = (of_term(Term::Autumn), of_term(Term::Spring), of_term(Term::Summer));
        let all_year = of_term(Term::AllYear);
        let year = match group {
            Group::Year(year) => Some(year),
            Group::Stage(_) => None,
        };
        YearRow { year, label: group.in_words(), autumn, spring, summer, all_year }
    });
    rows.collect()
}
