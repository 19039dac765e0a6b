//! The rows of a form's sheets, written.
//!
//! In: a sheet of the plan, and the profile's tree. Out: a [`Sheet`] of a workbook: a row for each question, or for each entry of a list with room for
//! more. Not here: reading them back (`found`, `read`).

use super::cells::shown;
use super::plan::{Asked, BENCHMARK, Body, Field, FormSheet, Group, Table, TableKind, View};
use super::tree::{entries, node_at};
use crate::catalogue::Duty;
use crate::workbook::{At, Cell, Choices, Look, Sheet, Value};
use crate::yaml::Node;

/// The headings of the columns of questions.
pub(super) const QUESTION: &str = "Question";
pub(super) const ANSWER: &str = "Your answer";
pub(super) const FIELD: &str = "Field";
const COLUMNS: [(&str, u16); 6] =
    [(QUESTION, 34), (ANSWER, 48), ("Asked", 15), ("What to write", 52), ("For example", 32), (FIELD, 24)];
const ANSWER_COLUMN: u32 = 1;
/// What stands where a profile says something that a form cannot show.
pub(super) const KEPT: &str = "(stays as it is in the profile)";
/// What stands behind the label of a question's further rows.
pub(super) const ANOTHER: &str = " (another)";
/// The empty rows at the end of a list.
const SPARE: usize = 25;
/// The least rows of a question that can have several answers.
const ROOM: usize = 3;

/// A sheet of a form as it is written; what is named in `kept` is not shown.
pub(super) fn sheet(view: &View<'_>, planned: &FormSheet, kept: &[String]) -> Sheet {
    match &planned.body {
        Body::Fields(groups) => questions(view, planned, groups, kept),
        Body::Table(table) => list(view, planned, table, kept),
    }
}

fn look(asked: Asked) -> Look {
    match asked {
        Asked::Needed | Asked::By(Duty::Statutory | Duty::Required) => Look::Statutory,
        Asked::By(Duty::Recommended) => Look::Recommended,
        _ => Look::Plain,
    }
}

fn asked_cell(asked: Asked) -> Cell {
    Cell::of(asked.words(), look(asked))
}

fn answer(value: Value) -> Cell {
    Cell { value, look: Look::Answer, link: None }
}

fn at(row: usize, column: u32) -> At {
    At { row: u32::try_from(row).unwrap_or(u32::MAX), column }
}

fn questions(view: &View<'_>, planned: &FormSheet, groups: &[Group], kept: &[String]) -> Sheet {
    let mut rows = vec![
        vec![Cell::of(planned.name, Look::Title)],
        COLUMNS.iter().map(|(heading, _)| Cell::of(*heading, Look::Heading)).collect(),
        vec![Cell::of(planned.about.as_str(), Look::Remark)],
    ];
    let mut choices = Vec::new();
    for group in groups {
        if let Some(label) = &group.label {
            let about = Cell::of(group.about.as_str(), Look::Remark);
            let asked =
                if group.fields.iter().all(|field| field.asked == Asked::Not) { group.asked } else { Asked::Not };
            rows.push(vec![Cell::of(label.as_str(), Look::Heading), Cell::default(), asked_cell(asked), about]);
        }
        for field in &group.fields {
            let from = rows.len();
            question(view, field, kept, &mut rows);
            let of = field.choices();
            if !of.is_empty() {
                choices.push(Choices { from: at(from, ANSWER_COLUMN), to: at(rows.len() - 1, ANSWER_COLUMN), of });
            }
        }
    }
    let widths = COLUMNS.iter().map(|(_, width)| *width).collect();
    Sheet { name: planned.name.to_owned(), widths, rows, frozen: 2, filtered: None, locked: true, choices }
}

/// The rows of one question: one, or one for each of its answers and some to spare.
fn question(view: &View<'_>, field: &Field, kept: &[String], rows: &mut Vec<Vec<Cell>>) {
    let node = view.root.and_then(|root| node_at(root, &field.path));
    let first = |value: Cell| {
        vec![
            Cell::from(field.label.as_str()),
            value,
            asked_cell(field.asked),
            Cell::of(field.help.as_str(), Look::Remark),
            Cell::of(field.example.as_str(), Look::Remark),
            Cell::of(field.path.as_str(), Look::Remark),
        ]
    };
    let is_kept = |path: &String| {
        field.path.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    if kept.iter().any(is_kept) {
        rows.push(first(Cell::of(KEPT, Look::Remark)));
        return;
    }
    if !field.is_list() {
        rows.push(first(answer(shown(node, field.schema))));
        return;
    }
    let given = entries(node);
    let room = if given.is_empty() { ROOM } else { given.len() + 2 };
    for number in 0..room.max(ROOM) {
        let value = answer(shown(given.get(number).copied(), field.schema.entry()));
        if number == 0 {
            rows.push(first(value));
        } else {
            let label = Cell::of(format!("{}{ANOTHER}", field.label), Look::Remark);
            let none = Cell::default;
            rows.push(vec![label, value, none(), none(), none(), Cell::of(field.path.as_str(), Look::Remark)]);
        }
    }
}

fn list(view: &View<'_>, planned: &FormSheet, table: &Table, kept: &[String]) -> Sheet {
    let asked = match table.asked.words() {
        "" => String::new(),
        words => format!(" This list is {words}."),
    };
    let heading = |column: &Field| {
        let needed = if column.asked == Asked::Needed { " *" } else { "" };
        Cell::of(format!("{}{needed}", column.label), Look::Heading)
    };
    let help = |column: &Field| {
        let example = column.example.replace('\n', " / ");
        let example = if example.is_empty() { example } else { format!(" For example: {example}") };
        Cell::of(format!("{}{example}", column.help), Look::Remark)
    };
    let widths: Vec<u16> = table.columns.iter().map(width).collect();
    let about = format!("{}{asked} One to a row; a column with * is needed in each.", end(&planned.about));
    let mut rows = vec![vec![Cell::of(planned.name, Look::Title)]];
    rows.extend(
        in_lines(&about, widths.iter().map(|width| usize::from(*width)).sum())
            .map(|line| vec![Cell::of(line, Look::Remark)]),
    );
    rows.push(table.columns.iter().map(heading).collect());
    let frozen = u32::try_from(rows.len()).unwrap_or(1);
    rows.push(table.columns.iter().map(help).collect());
    rows.push(table.columns.iter().map(|column| Cell::of(column.path.as_str(), Look::Remark)).collect());
    let first = rows.len();
    if kept.iter().any(|path| path == table.path) {
        rows.push(vec![Cell::of(KEPT, Look::Remark)]);
    } else {
        rows.extend(filled(view, table));
        let empty: Vec<Cell> = table.columns.iter().map(|_| answer(Value::Empty)).collect();
        rows.extend(std::iter::repeat_n(empty, SPARE));
    }
    let last = rows.len() - 1;
    let choices = (0_u32..).zip(&table.columns).filter_map(|(number, column)| {
        let of = if column.path == BENCHMARK {
            (1..=8).map(|number| number.to_string()).collect()
        } else {
            column.choices()
        };
        (!of.is_empty()).then(|| Choices { from: at(first, number), to: at(last, number), of })
    });
    let choices = choices.collect();
    Sheet { name: planned.name.to_owned(), widths, rows, frozen, filtered: None, locked: true, choices }
}

/// Words in lines that are no longer than this, for they stand alone in their rows and run on over the columns beside them.
fn in_lines(words: &str, longest: usize) -> std::vec::IntoIter<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < longest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter()
}

/// Words with a full stop.
fn end(words: &str) -> String {
    format!("{}.", words.trim_end_matches('.'))
}

/// How wide a column is: as what is written in it.
fn width(column: &Field) -> u16 {
    let name = column.path.rsplit('.').next().unwrap_or_default();
    match name {
        "text" => 80,
        "year_groups" | "year_group" | "benchmark" | "benchmarks" | "size" | "number" | "per_cent" | "amount"
        | "version" => 18,
        "term" | "kind" | "unit" | "status" | "date" | "on" | "counts" | "attendance" | "code" => 20,
        _ => 34,
    }
}

/// The rows of the entries that a profile has.
fn filled(view: &View<'_>, table: &Table) -> Vec<Vec<Cell>> {
    let Some(root) = view.root else { return Vec::new() };
    let row = |own: &dyn Fn(&Field) -> Value| -> Vec<Cell> {
        table.columns.iter().map(|column| answer(own(column))).collect()
    };
    let below =
        |path: &str, column: &Field| column.path.strip_prefix(path).map(|name| name.trim_start_matches('.').to_owned());
    let of = |node: &Node, name: Option<String>, column: &Field| {
        shown(name.and_then(|name| node_at(node, &name)), column.schema)
    };
    match table.kind {
        TableKind::Plain => {
            let all = entries(node_at(root, table.path)).into_iter();
            all.map(|entry| row(&|column| of(entry, below(table.path, column), column))).collect()
        }
        TableKind::ByBenchmark => {
            let lists =
                (1..=8).map(|number| (number, entries(node_at(root, &format!("gatsby.benchmark_{number}.actions")))));
            let rows = lists.flat_map(|(number, all)| all.into_iter().map(move |entry| (number, entry)));
            rows.map(|(number, entry)| {
                row(&|column| match column.path == BENCHMARK {
                    true => Value::Words(number.to_string()),
                    false => of(entry, below(table.path, column), column),
                })
            })
            .collect()
        }
        TableKind::Nested => {
            let inner = format!("{}.destinations", table.path);
            let mut rows = Vec::new();
            for outer in entries(node_at(root, table.path)) {
                let all = entries(node_at(outer, "destinations"));
                for number in 0..all.len().max(1) {
                    rows.push(row(&|column| match (below(&inner, column), all.get(number)) {
                        (Some(name), Some(entry)) => of(entry, Some(name), column),
                        (Some(_), None) => Value::Empty,
                        (None, _) if number == 0 => of(outer, below(table.path, column), column),
                        (None, _) => Value::Empty,
                    }));
                }
            }
            rows
        }
    }
}
