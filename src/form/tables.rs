//! The lists of a form that was filled in.
//!
//! In: a sheet, and where its columns are. Out: the list as it is meant, with the cell of each answer. Rows with nothing in them are passed over, and
//! so are those that explain the columns.

use super::cells::{meant, typed};
use super::found::{List, words};
use super::labels::folded;
use super::plan::{BENCHMARK, Field, Table, TableKind};
use super::read::{Answers, Reader};
use super::rows::KEPT;
use crate::finding::{Code, Finding};
use crate::workbook::{ReadSheet, Value};
use crate::yaml::Meant;

/// A row with an answer in it: its number, and the answer of each column that the sheet has.
struct Row<'a> {
    number: usize,
    answers: Vec<(&'a Field, usize, Option<String>)>,
}

/// The answers of an entry of the outer list, and the entries of the inner one.
type Cohort = (Vec<(String, Meant)>, Vec<Meant>);

impl Row<'_> {
    fn is_empty(&self) -> bool {
        self.answers.iter().all(|(.., words)| words.is_none())
    }

    fn fields(&self, below: &str, which: impl Fn(&Field) -> bool) -> Vec<(String, Meant)> {
        let own = self.answers.iter().filter(|(field, ..)| which(field));
        own.filter_map(|(field, _, words)| {
            let name = field.path.strip_prefix(below)?.trim_start_matches('.').to_owned();
            Some((name, words.as_deref().map_or(Meant::Nothing, |words| meant(words, field.schema))))
        })
        .collect()
    }
}

/// Whether a row explains the columns.
fn explains(row: &[Value], list: &List<'_>) -> bool {
    let mut filled = 0;
    let mut ours = 0;
    for (field, at) in list.table.columns.iter().zip(&list.columns) {
        let Some(cell) = at.map(|at| words(row.get(at))).filter(|cell| !cell.is_empty()) else { continue };
        filled += 1;
        let is_help = !field.help.is_empty() && folded(cell).starts_with(&folded(&field.help));
        ours += usize::from(cell == field.path || is_help);
    }
    ours > 0 && ours * 2 >= filled
}

impl Reader<'_> {
    /// Takes a list.
    pub(super) fn list(&mut self, sheet: &ReadSheet, list: &List<'_>, answers: &mut Answers) {
        let table = list.table;
        for (row, column, heading) in &list.unknown {
            let below = sheet.rows.iter().skip(row + 1).filter_map(|row| row.get(*column));
            if below.into_iter().any(|value| *value != Value::Empty) {
                let finding = Finding::error(Code::CP004, format!("`{heading}` is no column of this list"));
                let columns: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
                let finding = finding.with_help(format!("its columns are: {}", columns.join(", ")));
                answers.slip(self.place(sheet, *row, *column), finding);
            }
        }
        let mut rows = Vec::new();
        for (number, row) in sheet.rows.iter().enumerate().skip(list.first) {
            if row.iter().any(|cell| words(Some(cell)) == KEPT) {
                return;
            }
            if explains(row, list) {
                continue;
            }
            let own = table.columns.iter().zip(&list.columns).filter_map(|(field, at)| {
                let at = (*at)?;
                Some((field, at, typed(row.get(at).unwrap_or(&Value::Empty), field.schema)))
            });
            let row = Row { number, answers: own.collect() };
            if !row.is_empty() {
                rows.push(row);
            }
        }
        match table.kind {
            TableKind::Plain => {
                let place = |at: usize| format!("{}[{at}]", table.path);
                let items = rows.iter().enumerate().map(|(at, row)| {
                    self.row_places(sheet, row, &place(at), table.path, answers);
                    Meant::Headings(row.fields(table.path, |_| true))
                });
                let items = items.collect();
                answers.put(table.path, Meant::List(items));
            }
            TableKind::ByBenchmark => self.by_benchmark(sheet, table, &rows, answers),
            TableKind::Nested => self.nested(sheet, table, &rows, answers),
        }
    }

    /// Notes the cells of a row, and for its entry the first that holds anything.
    fn row_places(&self, sheet: &ReadSheet, row: &Row<'_>, entry: &str, below: &str, answers: &mut Answers) {
        for (field, column, words) in &row.answers {
            let place = self.place(sheet, row.number, *column);
            if words.is_some() {
                answers.places.entry(entry.to_owned()).or_insert_with(|| place.clone());
            }
            if let Some(name) = field.path.strip_prefix(below) {
                answers.places.insert(format!("{entry}{name}"), place);
            }
        }
    }

    fn by_benchmark(&self, sheet: &ReadSheet, table: &Table, rows: &[Row<'_>], answers: &mut Answers) {
        let mut lists: Vec<Vec<Meant>> = vec![Vec::new(); 8];
        let mut last = None;
        for row in rows {
            let cell = row.answers.iter().find(|(field, ..)| field.path == BENCHMARK);
            let own = cell.and_then(|(.., words)| words.as_deref());
            // An action without a number is for the benchmark of the one above it.
            let number = match own {
                Some(words) => words.to_lowercase().trim_start_matches("benchmark").trim().parse::<usize>().ok(),
                None => last,
            };
            let Some(number) = number.filter(|number| (1..=8).contains(number)) else {
                let finding = match own {
                    Some(words) => Finding::error(Code::CP007, format!("`{words}` is none of the eight benchmarks")),
                    None => Finding::error(Code::CP005, "the number of the benchmark is missing"),
                };
                let column = cell.map_or(0, |(_, column, _)| *column);
                answers.slip(self.place(sheet, row.number, column), finding.with_help("write a number from 1 to 8"));
                continue;
            };
            last = Some(number);
            let list = &mut lists[number - 1];
            let entry = format!("gatsby.benchmark_{number}.actions[{}]", list.len());
            self.row_places(sheet, row, &entry, table.path, answers);
            list.push(Meant::Headings(row.fields(table.path, |field| field.path != BENCHMARK)));
        }
        for (number, list) in (1..).zip(lists) {
            answers.put(&format!("gatsby.benchmark_{number}.actions"), Meant::List(list));
        }
    }

    fn nested(&self, sheet: &ReadSheet, table: &Table, rows: &[Row<'_>], answers: &mut Answers) {
        let inner = format!("{}.destinations", table.path);
        let is_inner = |field: &Field| field.path.starts_with(&format!("{inner}."));
        let mut cohorts: Vec<Cohort> = Vec::new();
        for row in rows {
            let outer = row.fields(table.path, |field| !is_inner(field));
            let is_blank = outer.iter().all(|(_, meant)| *meant == Meant::Nothing);
            // Whoever copies the leavers down into each row means one cohort.
            let is_again = cohorts.last().is_some_and(|(above, _)| {
                outer.iter().all(|answer| answer.1 == Meant::Nothing || above.contains(answer))
            });
            if cohorts.is_empty() || !(is_blank || is_again) {
                cohorts.push((outer, Vec::new()));
            }
            let entry = format!("{}[{}]", table.path, cohorts.len() - 1);
            let Some((_, destinations)) = cohorts.last_mut() else { continue };
            let below = format!("{entry}.destinations[{}]", destinations.len());
            let fields = row.fields(&inner, is_inner);
            if fields.iter().any(|(_, meant)| *meant != Meant::Nothing) {
                destinations.push(Meant::Headings(fields));
            }
            self.row_places(sheet, row, &below, &inner, answers);
            for (field, column, words) in row.answers.iter().filter(|(field, ..)| !is_inner(field)) {
                let name = field.path.strip_prefix(table.path).unwrap_or_default();
                let place = self.place(sheet, row.number, *column);
                let known = answers.places.entry(format!("{entry}{name}")).or_insert_with(|| place.clone());
                if words.is_some() {
                    *known = place.clone();
                }
                answers.places.entry(entry.clone()).or_insert(place);
            }
        }
        let items = cohorts.into_iter().map(|(mut outer, destinations)| {
            outer.push(("destinations".to_owned(), Meant::List(destinations)));
            Meant::Headings(outer)
        });
        answers.put(table.path, Meant::List(items.collect()));
    }
}
