//! Findings as a workbook: a sheet of findings, and a sheet of the schools that were checked.
//!
//! In: the subjects of a run, and which gravities are to be shown. Out: a [`Workbook`] that can be sorted and filtered, with a row for each
//! finding in the order in which people are told of them. A school in which nothing was found has a row on the second sheet.
//!
//! Not here: the bytes of the file (`workbook`).

use crate::finding::{GRAVITIES, Gravity, Row, Subject, visible};
use crate::workbook::{Cell, Look, Sheet, Value, Workbook};

/// The columns of the findings and how wide they are.
const FINDINGS: [(&str, u16); 11] = [
    ("School", 22),
    ("Duty", 14),
    ("What was found", 36),
    ("What to do", 46),
    ("Why", 40),
    ("File", 22),
    ("Line", 6),
    ("Field", 24),
    ("Requirement", 22),
    ("Clause", 22),
    ("Code", 8),
];

/// The findings of these gravities as a workbook.
pub fn findings_workbook(subjects: &[Subject], shown: &[Gravity]) -> Workbook {
    let is_shown = |row: &&Row| shown.contains(&row.gravity);
    let rows =
        subjects.iter().flat_map(|subject| subject.rows.iter().filter(is_shown).map(|row| finding(subject, row)));
    let told: Vec<Gravity> = GRAVITIES.into_iter().rev().filter(|gravity| shown.contains(gravity)).collect();
    let counts = told.iter().map(|gravity| (duty(*gravity), 15));
    let columns: Vec<(&str, u16)> = [("School", 36), ("File", 40)].into_iter().chain(counts).collect();
    let schools = subjects.iter().map(|subject| {
        let counts = told.iter().map(|gravity| count(*gravity, subject.count(*gravity)));
        [words(name(subject)), words(&subject.file)].into_iter().chain(counts).collect()
    });
    Workbook {
        title: "What was found".to_owned(),
        sheets: vec![
            Sheet::table("Findings", &FINDINGS, rows.collect()),
            Sheet::table("Schools", &columns, schools.collect()),
        ],
    }
}

fn finding(subject: &Subject, row: &Row) -> Vec<Cell> {
    let to_do: Vec<&str> = row.label.iter().chain(&row.help).map(String::as_str).collect();
    let line =
        row.line.and_then(|line| u32::try_from(line).ok()).map_or(Value::Empty, |line| Value::Number(line.into()));
    vec![
        words(name(subject)),
        Cell::of(duty(row.gravity), look(row.gravity)),
        words(&row.title),
        words(&to_do.join("\n")),
        words(&row.notes.join("\n")),
        words(row.file.as_deref().unwrap_or(&subject.file)),
        Cell { value: line, ..Cell::default() },
        words(row.field.as_deref().unwrap_or_default()),
        words(row.requirement.as_deref().unwrap_or_default()),
        words(row.clause.as_deref().unwrap_or_default()),
        words(row.code.id()),
    ]
}

/// The school's name; nothing if its profile could not be read.
fn name(subject: &Subject) -> &str {
    subject.name.as_deref().unwrap_or_default()
}

/// What a finding means for the school, as the head of a column.
fn duty(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Law => "Statutory",
        Gravity::Required => "Hub or trust",
        Gravity::Mistake => "Mistake",
        Gravity::Recommended => "Recommended",
        Gravity::Note => "Note",
    }
}

fn look(gravity: Gravity) -> Look {
    match gravity {
        Gravity::Law => Look::Statutory,
        Gravity::Recommended => Look::Recommended,
        Gravity::Required | Gravity::Mistake | Gravity::Note => Look::Plain,
    }
}

/// So many findings, which look like what they mean where there are any.
fn count(gravity: Gravity, number: usize) -> Cell {
    let look = if number > 0 { look(gravity) } else { Look::Plain };
    Cell { value: Value::Number(f64::from(u32::try_from(number).unwrap_or(u32::MAX))), look, link: None }
}

fn words(words: &str) -> Cell {
    visible(words).as_str().into()
}
