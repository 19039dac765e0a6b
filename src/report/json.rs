//! The report for programs, as JSON.
//!
//! In: a [`Report`]. Out: one object without blanks, for of a thousand schools it is long, always with the same keys:
//!
//! * `format`: `careers-policy report 1`; `day`, `program`, `catalogue`: for which day, and by what it was made;
//! * `parts`: what is looked for, each with `part`, `title` and its `columns` (`id`, `title`, `asks`, `citation`);
//! * `schools`: each with `key` (by which a later report knows it again), `name`, `label`, `urn`, `kind`, `years`, `trust`, `file`, `read`,
//!   `careers_leader`, `email`; `counts`; `cells` by part and column, each with `state`, `words`, `document` and `clause` (the proof of what
//!   is found) and `finding` (the number of the entry in `findings`, from 0); `findings`; and `message`, what to write to the school;
//! * `changes`: null, or what is otherwise than in an earlier report: `since`, and a `list`.
//!
//! A cell that is not there does not apply; of a file that could not be read (`read` is false) nothing is known. A key is never taken away or given another meaning; new ones may come.

use std::collections::BTreeMap;

use serde::Serialize;

use super::message::message;
use super::model::{Cell, Change, Changes, Column, Entry, FORMAT, Part, Report, School};
use super::tally::tally;
use crate::text::PROGRAM;

#[derive(Serialize)]
struct Whole<'a> {
    format: &'a str,
    day: String,
    program: &'a str,
    catalogue: &'a [String],
    parts: Vec<PartKeys<'a>>,
    schools: Vec<SchoolKeys<'a>>,
    changes: Option<ChangesKeys<'a>>,
}

#[derive(Serialize)]
struct PartKeys<'a> {
    part: &'a str,
    title: &'a str,
    columns: Vec<ColumnKeys<'a>>,
}

#[derive(Serialize)]
struct ColumnKeys<'a> {
    id: &'a str,
    title: &'a str,
    asks: &'a str,
    citation: &'a str,
}

#[derive(Serialize)]
struct SchoolKeys<'a> {
    key: &'a str,
    name: &'a str,
    label: &'a str,
    urn: Option<&'a str>,
    kind: Option<&'a str>,
    years: &'a str,
    trust: Option<&'a str>,
    file: &'a str,
    read: bool,
    careers_leader: Option<&'a str>,
    email: Option<&'a str>,
    counts: BTreeMap<&'a str, usize>,
    cells: BTreeMap<&'a str, BTreeMap<&'a str, CellKeys<'a>>>,
    findings: Vec<EntryKeys<'a>>,
    message: Option<MessageKeys>,
}

#[derive(Serialize)]
struct CellKeys<'a> {
    state: &'a str,
    words: Option<&'a str>,
    document: Option<&'a str>,
    clause: Option<&'a str>,
    finding: Option<usize>,
}

#[derive(Serialize)]
struct EntryKeys<'a> {
    code: &'a str,
    gravity: &'a str,
    title: &'a str,
    to_write: Option<&'a str>,
    file: &'a str,
    line: Option<usize>,
    field: Option<&'a str>,
}

#[derive(Serialize)]
struct MessageKeys {
    to: Option<String>,
    email: Option<String>,
    subject: String,
    body: String,
}

#[derive(Serialize)]
struct ChangesKeys<'a> {
    since: String,
    list: Vec<ChangeKeys<'a>>,
}

#[derive(Serialize)]
struct ChangeKeys<'a> {
    turn: &'a str,
    school: &'a str,
    part: Option<&'a str>,
    what: Option<&'a str>,
    was: Option<&'a str>,
    is: Option<&'a str>,
}

/// The report as JSON, ending with a newline.
pub fn render_json(report: &Report) -> String {
    let whole = Whole {
        format: FORMAT,
        day: report.day.to_string(),
        program: PROGRAM,
        catalogue: &report.catalogue,
        parts: report.parts.iter().map(part).collect(),
        schools: report.schools.iter().map(|own| school(report, own)).collect(),
        changes: report.changes.as_ref().map(changes),
    };
    // It holds only strings, numbers and lists, so it can always be written.
    serde_json::to_string(&whole).unwrap_or_default() + "\n"
}

fn part((part, columns): &(Part, Vec<Column>)) -> PartKeys<'_> {
    let columns = columns.iter().map(|column| ColumnKeys {
        id: &column.id,
        title: &column.title,
        asks: &column.asks,
        citation: &column.citation,
    });
    PartKeys { part: part.id(), title: part.title(), columns: columns.collect() }
}

fn school<'a>(report: &'a Report, school: &'a School) -> SchoolKeys<'a> {
    let cells_of = |part: Part| school.cells_of(part).map(|(column, cell)| (column, cell_keys(cell))).collect();
    SchoolKeys {
        key: &school.key,
        name: &school.name,
        label: &school.label,
        urn: school.urn.as_deref(),
        kind: school.kind,
        years: &school.years,
        trust: school.trust.as_deref(),
        file: &school.file,
        read: school.is_read,
        careers_leader: school.leader.as_deref(),
        email: school.email.as_deref(),
        counts: tally(school).columns(true).into_iter().map(|(id, _, number)| (id, number)).collect(),
        cells: report.parts.iter().map(|(part, _)| (part.id(), cells_of(*part))).collect(),
        findings: school.entries.iter().map(entry).collect(),
        message: message(school, report.day).map(|message| MessageKeys {
            to: message.to,
            email: message.email,
            subject: message.subject,
            body: message.body,
        }),
    }
}

fn cell_keys(cell: &Cell) -> CellKeys<'_> {
    CellKeys {
        state: cell.state.word(),
        words: cell.words.as_deref(),
        document: cell.proof.as_ref().map(|(document, _)| document.as_str()),
        clause: cell.proof.as_ref().map(|(_, clause)| clause.as_str()),
        finding: cell.entry,
    }
}

fn entry(entry: &Entry) -> EntryKeys<'_> {
    EntryKeys {
        code: entry.code,
        gravity: entry.gravity.word(),
        title: &entry.title,
        to_write: entry.remedy.as_deref(),
        file: &entry.file,
        line: entry.line,
        field: entry.field.as_deref(),
    }
}

fn changes(changes: &Changes) -> ChangesKeys<'_> {
    ChangesKeys { since: changes.since.to_string(), list: changes.list.iter().map(change).collect() }
}

fn change(change: &Change) -> ChangeKeys<'_> {
    let what = change.what.as_ref();
    ChangeKeys {
        turn: change.turn.word(),
        school: &change.school,
        part: what.map(|(part, _)| part.id()),
        what: what.map(|(_, title)| title.as_str()),
        was: change.was.map(|state| state.word()),
        is: change.is.map(|state| state.word()),
    }
}
