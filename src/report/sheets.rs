//! The report as the sheets of a workbook: the same cells, to be filtered and sorted in a spreadsheet, and a sheet of messages.
//!
//! In: a [`Report`]. Out: a [`Workbook`]; its bytes are made elsewhere (`workbook`). A cell that something is to be done about leads to
//! its row of the sheet "Findings".

use super::message::message;
use super::model::{Cell, Change, Column, Part, Report, STATES, School, State};
use super::tally::{Tally, counts, tally};
use crate::workbook::{Cell as SheetCell, Look, Sheet, Value, Workbook};

/// The sheet that cells lead to.
const FINDINGS: &str = "Findings";
/// Excel opens no sheet with more links than 65,530.
const MOST_LINKS: usize = 65_000;
/// Excel's cells hold 32,767 characters, of which some count twice.
const LONGEST: usize = 16_000;
/// The rows above the schools: a title, a remark, the headings.
const HEADINGS: u32 = 2;

/// The report as a workbook.
pub fn sheets(report: &Report) -> Workbook {
    let mut sheets = vec![overview(report)];
    sheets.extend(changes(report));
    sheets.extend(report.parts.iter().map(|(part, columns)| part_sheet(report, *part, columns)));
    sheets.push(asked(report));
    sheets.push(findings(report));
    sheets.push(owes(report));
    Workbook { title: format!("Careers report, {}", report.day.in_words()), sheets }
}

/// A sheet with a title, a remark and headings, under which rows can be filtered.
fn sheet(name: &str, title: String, remark: &str, headings: &[(&str, u16)], rows: Vec<Vec<SheetCell>>) -> Sheet {
    let head = headings.iter().map(|(words, _)| SheetCell::of(*words, Look::Heading)).collect();
    let above = [vec![SheetCell::of(title, Look::Title)], vec![SheetCell::of(remark, Look::Remark)], head];
    Sheet {
        name: name.to_owned(),
        widths: headings.iter().map(|(_, width)| *width).collect(),
        rows: above.into_iter().chain(rows).collect(),
        frozen: HEADINGS + 1,
        filtered: Some(HEADINGS),
        ..Sheet::default()
    }
}

fn words(text: impl AsRef<str>) -> SheetCell {
    let text = text.as_ref();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => SheetCell::of(format!("{}…", &text[..end]), Look::Plain),
        None => SheetCell::of(text, Look::Plain),
    }
}

fn maybe(text: Option<&str>) -> SheetCell {
    text.map_or_else(SheetCell::default, words)
}

fn number(number: usize) -> SheetCell {
    // A count of things in files is far below what such a number holds.
    let value = u32::try_from(number).map_or(f64::MAX, f64::from);
    SheetCell { value: Value::Number(value), ..SheetCell::default() }
}

fn overview(report: &Report) -> Sheet {
    let any_required = report.parts.iter().any(|(part, _)| *part == Part::Required);
    let of_tally = Tally::default().columns(any_required);
    let first = [("School", 34), ("Kind", 22), ("Trust", 26), ("URN", 9), ("Years", 9), ("File", 34)];
    let headings: Vec<(&str, u16)> =
        first.into_iter().chain(of_tally.iter().map(|(_, title, _)| (*title, 16))).collect();
    let row = |school: &School| {
        let known = [
            words(&school.label),
            words(school.kind.unwrap_or("could not be read")),
            maybe(school.trust.as_deref()),
            maybe(school.urn.as_deref()),
            words(&school.years),
            words(&school.file),
        ];
        let counted = tally(school).columns(any_required).into_iter().map(|(id, _, count)| {
            match school.is_read || id == "mistakes" {
                true => number(count),
                false => words(State::NotKnown.word()),
            }
        });
        known.into_iter().chain(counted).collect()
    };
    let rows = report.schools.iter().map(row).collect();
    let remark = format!(
        "For {}. Found means that the drafted documents say it. This is not legal advice. {}",
        report.day.in_words(),
        report.catalogue.join("; ")
    );
    sheet("Schools", "Each school with what is open".to_owned(), &remark, &headings, rows)
}

/// The name of a part's sheet.
fn name_of(part: Part) -> &'static str {
    match part {
        Part::Statutory => "Law",
        Part::Required => "Hub or trust",
        Part::Recommended => "Recommended",
        Part::Reviews => "Reviews",
        Part::Encounters => "Encounters",
        Part::Benchmarks => "Benchmarks",
    }
}

fn part_sheet(report: &Report, part: Part, columns: &[Column]) -> Sheet {
    let titles: Vec<String> = columns
        .iter()
        .map(|column| match column.citation.as_str() {
            "" => column.title.clone(),
            citation => format!("{} ({citation})", column.title),
        })
        .collect();
    let width = if part == Part::Reviews { 30 } else { 18 };
    let headings: Vec<(&str, u16)> =
        std::iter::once(("School", 34)).chain(titles.iter().map(|title| (title.as_str(), width))).collect();
    let mut links = 0;
    let mut first_row = HEADINGS as usize + 2;
    let mut rows = Vec::new();
    for school in &report.schools {
        let cells = columns.iter().map(|column| {
            let mut made = cell(&school.cell(part, &column.id), part);
            if let Some(entry) = school.cell(part, &column.id).entry.filter(|_| links < MOST_LINKS) {
                links += 1;
                made.link = Some(format!("#'{FINDINGS}'!A{}", first_row + entry));
            }
            made
        });
        rows.push(std::iter::once(words(&school.label)).chain(cells).collect());
        first_row += school.entries.len();
    }
    sheet(name_of(part), part.title().to_owned(), part.about(), &headings, rows)
}

fn cell(cell: &Cell, part: Part) -> SheetCell {
    let look = match (cell.state, part) {
        (State::Found, _) => Look::Found,
        (State::Missing | State::Thin, Part::Statutory | Part::Required | Part::Encounters) => Look::Statutory,
        (State::Missing | State::Thin, _) => Look::Recommended,
        (State::DoesNotApply | State::NotKnown, _) => Look::Remark,
    };
    SheetCell::of(cell.text(), look)
}

/// What each column asks, and at how many schools it is found.
fn asked(report: &Report) -> Sheet {
    let states = STATES.map(|state| format!("Schools: {}", state.word()));
    let first = [("Part", 26), ("In short", 26), ("What is asked", 60), ("Where", 40), ("Id", 34)];
    let headings: Vec<(&str, u16)> = first.into_iter().chain(states.iter().map(|title| (title.as_str(), 12))).collect();
    let mut rows = Vec::new();
    for (part, columns) in &report.parts {
        for column in columns {
            let known = [
                words(part.title()),
                words(&column.title),
                words(&column.asks),
                words(&column.citation),
                words(&column.id),
            ];
            let counts = counts(&report.schools, *part, &column.id).map(number);
            rows.push(known.into_iter().chain(counts).collect());
        }
    }
    sheet(
        "What is asked",
        "What each column asks".to_owned(),
        "At how many schools it is found, and at how many not.",
        &headings,
        rows,
    )
}

fn findings(report: &Report) -> Sheet {
    let headings = [
        ("School", 34),
        ("What", 60),
        ("To write", 60),
        ("File", 34),
        ("Line", 8),
        ("Field", 34),
        ("Code", 9),
        ("Gravity", 14),
    ];
    let mut rows = Vec::new();
    for school in &report.schools {
        for entry in &school.entries {
            rows.push(vec![
                words(&school.label),
                words(&entry.title),
                maybe(entry.remedy.as_deref()),
                words(&entry.file),
                entry.line.map_or_else(SheetCell::default, number),
                maybe(entry.field.as_deref()),
                words(entry.code),
                words(entry.gravity.word()),
            ]);
        }
    }
    let remark = "`careers-policy check` tells each in full, and what is to be said of wording besides.";
    sheet(FINDINGS, "What was found, with its file and line".to_owned(), remark, &headings, rows)
}

fn owes(report: &Report) -> Sheet {
    let headings = [
        ("School", 34),
        ("To", 26),
        ("Email", 34),
        ("Law", 8),
        ("Reviews", 9),
        ("Encounters", 11),
        ("Subject", 50),
        ("Words", 90),
    ];
    let mut rows = Vec::new();
    for school in &report.schools {
        let Some(message) = message(school, report.day) else { continue };
        let sums = tally(school);
        rows.push(vec![
            words(&school.label),
            words(message.to.as_deref().unwrap_or("no careers leader is named")),
            words(message.email.as_deref().unwrap_or("no email address is given")),
            number(sums.law),
            number(sums.reviews),
            number(sums.encounters),
            words(&message.subject),
            words(&message.body),
        ]);
    }
    sheet(
        "Who owes what",
        "Who owes what, and ready words to send".to_owned(),
        "Read the words before you send them.",
        &headings,
        rows,
    )
}

fn changes(report: &Report) -> Option<Sheet> {
    let changes = report.changes.as_ref()?;
    let headings = [("School", 34), ("Change", 10), ("Part", 26), ("What", 34), ("Then", 14), ("Now", 14)];
    let row = |change: &Change| {
        let state = |state: Option<State>| match (&change.what, state) {
            (None, _) => SheetCell::default(),
            (Some(_), None) => words("not asked"),
            (Some(_), Some(state)) => words(state.word()),
        };
        let (part, what) =
            change.what.as_ref().map_or(("the school itself", ""), |(part, title)| (part.title(), title));
        vec![
            words(&change.school),
            words(change.turn.word()),
            words(part),
            words(what),
            state(change.was),
            state(change.is),
        ]
    };
    let title = format!("What is otherwise than on {}", changes.since.in_words());
    let remark = "Better: nearer to found. Worse: farther from it. New and gone: what is open, and was not asked then or is not asked now.";
    Some(sheet("Changes", title, remark, &headings, changes.list.iter().map(row).collect()))
}
