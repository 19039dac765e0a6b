//! What is otherwise than in an earlier report: better, worse, new and gone.
//!
//! In: this report, and the JSON of an earlier one, which may be anybody's file. Out: [`Changes`], or that the file is no report.
//!
//! Schools are known again by their keys, and what is looked for by its part and column. Found is better than thin, and thin than missing.
//! What is open now and was not asked then, or of no school then, is new; what was open then and is not asked any more is gone.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::model::{Change, Changes, FORMAT, Report, State, Turn};
use crate::law::Date;

/// An earlier report, as far as it is held against this one.
#[derive(Debug, Deserialize)]
pub struct Earlier {
    format: String,
    day: Date,
    parts: Vec<EarlierPart>,
    schools: Vec<EarlierSchool>,
}

#[derive(Debug, Deserialize)]
struct EarlierPart {
    part: String,
    columns: Vec<EarlierColumn>,
}

#[derive(Debug, Deserialize)]
struct EarlierColumn {
    id: String,
    title: String,
}

#[derive(Debug, Deserialize)]
struct EarlierSchool {
    key: String,
    label: String,
    read: bool,
    cells: BTreeMap<String, BTreeMap<String, EarlierCell>>,
}

#[derive(Debug, Deserialize)]
struct EarlierCell {
    state: String,
}

/// That a file is no report of this program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no `report.json` of this program: {0}")]
pub struct NoReport(String);

impl Earlier {
    /// The report in a file.
    ///
    /// # Errors
    /// If it is none.
    pub fn read(bytes: &[u8]) -> Result<Earlier, NoReport> {
        let earlier: Earlier = serde_json::from_slice(bytes).map_err(|error| NoReport(error.to_string()))?;
        match earlier.format == FORMAT {
            true => Ok(earlier),
            false => Err(NoReport(format!("it says that it is `{}`", earlier.format))),
        }
    }
}

/// What is otherwise in a report than in an earlier one.
pub fn changes(report: &Report, earlier: &Earlier) -> Changes {
    let known: BTreeMap<&str, &EarlierSchool> =
        earlier.schools.iter().map(|school| (school.key.as_str(), school)).collect();
    let titles: BTreeMap<(&str, &str), &str> = earlier
        .parts
        .iter()
        .flat_map(|part| {
            part.columns.iter().map(|column| ((part.part.as_str(), column.id.as_str()), column.title.as_str()))
        })
        .collect();
    let mut list = Vec::new();
    for (number, school) in report.schools.iter().enumerate() {
        let of_school =
            |turn, what| Change { turn, school: school.label.clone(), number: Some(number), what, was: None, is: None };
        let Some(before) = known.get(school.key.as_str()) else {
            list.push(of_school(Turn::New, None));
            continue;
        };
        match (before.read, school.is_read) {
            (true, false) => list.push(of_school(Turn::Worse, None)),
            (false, true) => list.push(of_school(Turn::Better, None)),
            _ => {}
        }
        if !before.read || !school.is_read {
            continue;
        }
        for (part, columns) in &report.parts {
            let mut before: BTreeMap<&str, State> = before
                .cells
                .get(part.id())
                .into_iter()
                .flatten()
                .filter_map(|(column, cell)| Some((column.as_str(), State::of_word(&cell.state)?)))
                .collect();
            for column in columns {
                let was = before.remove(column.id.as_str());
                let is = school.cell(*part, &column.id).state;
                push(&mut list, of_school(Turn::New, Some((*part, column.title.clone()))), was, Some(is));
            }
            // What no school is asked any more.
            for (column, was) in before {
                let title = titles.get(&(part.id(), column)).copied().unwrap_or(column).to_owned();
                push(&mut list, of_school(Turn::Gone, Some((*part, title))), Some(was), None);
            }
        }
    }
    let here: BTreeMap<&str, ()> = report.schools.iter().map(|school| (school.key.as_str(), ())).collect();
    list.extend(earlier.schools.iter().filter(|school| !here.contains_key(school.key.as_str())).map(|school| Change {
        turn: Turn::Gone,
        school: school.label.clone(),
        number: None,
        what: None,
        was: None,
        is: None,
    }));
    Changes { since: earlier.day, list }
}

/// Adds a change, if it is one.
fn push(list: &mut Vec<Change>, change: Change, was: Option<State>, is: Option<State>) {
    let asked = |state: Option<State>| state.filter(|state| *state >= State::Missing);
    let turn = match (asked(was), asked(is)) {
        (Some(was), Some(is)) if is > was => Turn::Better,
        (Some(was), Some(is)) if is < was => Turn::Worse,
        (None, Some(is)) if is.is_open() => Turn::New,
        (Some(was), None) if was.is_open() => Turn::Gone,
        _ => return,
    };
    list.push(Change { turn, was: asked(was), is: asked(is), ..change });
}
