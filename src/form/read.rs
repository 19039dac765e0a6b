//! The answers of a form that was filled in.
//!
//! In: the sheets of a workbook, and the profile's tree as it is, if there is one. Out: [`Answers`]: what is meant for each field that the form shows,
//! the cell that each stands in, and what cannot be placed. What the form does not show is not mentioned, and so stays as it is.
//!
//! Not here: whether the answers are right.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{meant, typed};
use super::found::{Found, Questions, found, words};
use super::labels::folded;
use super::plan::{Body, Field, FormSheet, View, sheets};
use super::rows::{ANOTHER, KEPT};
use super::tree::{node_at, plain, split};
use crate::finding::{Code, Finding};
use crate::profile::whole_schema;
use crate::text::suggest;
use crate::workbook::{At, ReadSheet, Value};
use crate::yaml::{FieldSchema, Kind, Meant, Node};

/// Where an answer stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellPlace {
    /// Which of the sheets it is, for what is wrong is told in their order.
    number: usize,
    /// The sheet's name, or the file's where there are no sheets.
    sheet: String,
    /// The cell in it.
    at: At,
}

impl std::fmt::Display for CellPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}!{}", self.sheet, self.at)
    }
}

impl CellPlace {
    /// The cell with the name of its workbook.
    pub(crate) fn in_file(&self, file: &str) -> String {
        if self.sheet == file { self.to_string() } else { format!("{file}: {self}") }
    }
}

/// What a form that was filled in says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    /// What each heading is to hold, as far as the form shows it.
    pub(crate) meant: Vec<(String, Meant)>,
    /// The cell of each answer, of empty ones too.
    pub(crate) places: BTreeMap<String, CellPlace>,
    /// What cannot be placed.
    pub(crate) slips: Vec<(CellPlace, Finding)>,
    /// Sheets that are none of the form's, and hold something.
    pub(crate) passed_over: Vec<String>,
}

/// That a workbook is no form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is no form of ours: a workbook was expected that `careers-policy sheet new` or `sheet from` wrote, with the headings \"Question\" and \"Your answer\""
)]
pub(crate) struct NotAForm;

/// The answers in the sheets of a workbook. `root` is the profile that they are for, as it is.
///
/// # Errors
/// If none of its sheets is one of a form.
pub(crate) fn read_form(sheets_read: &[ReadSheet], file: &str, root: Option<&Node>) -> Result<Answers, NotAForm> {
    let plan = sheets(&View::default());
    let mut reader =
        Reader { plan: &plan, file, number: 0, given: BTreeMap::new(), order: Vec::new(), kept: BTreeSet::new() };
    let mut answers = Answers::default();
    let mut is_form = false;
    for (number, sheet) in sheets_read.iter().enumerate() {
        reader.number = number;
        match found(sheet, &plan) {
            Found::Questions(questions) => {
                is_form = true;
                reader.questions(sheet, &questions, &mut answers);
            }
            Found::List(list) => {
                is_form = true;
                reader.list(sheet, &list, &mut answers);
            }
            Found::Start => {}
            Found::Other => {
                if sheet.rows.iter().flatten().any(|value| *value != Value::Empty) {
                    answers.passed_over.push(reader.name(sheet));
                }
            }
        }
    }
    if !is_form {
        return Err(NotAForm);
    }
    reader.finish(root, &mut answers);
    in_order(&mut answers.meant, whole_schema());
    Ok(answers)
}

/// Headings in the order of the type.
pub(super) fn in_order(fields: &mut [(String, Meant)], schema: FieldSchema<'_>) {
    let names: Vec<&str> = schema.names().collect();
    fields.sort_by_key(|(name, _)| names.iter().position(|known| known == name));
    for (name, meant) in fields {
        let Some(property) = schema.property(name) else { continue };
        match meant {
            Meant::Headings(below) => in_order(below, property),
            Meant::List(items) => items.iter_mut().for_each(|item| {
                if let Meant::Headings(below) = item {
                    in_order(below, property.entry());
                }
            }),
            _ => {}
        }
    }
}

impl Answers {
    /// Notes something that is wrong with a cell.
    pub(super) fn slip(&mut self, place: CellPlace, finding: Finding) {
        self.slips.push((place, finding));
    }

    /// Puts what is meant at a path.
    pub(super) fn put(&mut self, path: &str, meant: Meant) {
        let steps: Vec<&str> = path.split('.').collect();
        put_below(&mut self.meant, &steps, meant);
    }
}

/// Puts what is meant at a path.
pub(super) fn put_below(fields: &mut Vec<(String, Meant)>, steps: &[&str], meant: Meant) {
    let Some((step, rest)) = steps.split_first() else { return };
    let at = match fields.iter().position(|(name, _)| name == step) {
        Some(at) => at,
        None => {
            fields.push(((*step).to_owned(), Meant::Headings(Vec::new())));
            fields.len() - 1
        }
    };
    if rest.is_empty() {
        fields[at].1 = meant;
    } else if let Meant::Headings(below) = &mut fields[at].1 {
        put_below(below, rest, meant);
    }
}

/// A form as it is read.
pub(super) struct Reader<'a> {
    plan: &'a [FormSheet],
    file: &'a str,
    /// Which of the sheets is read.
    number: usize,
    /// The answers to each question so far, with their cells; a single one is there even if it is empty.
    given: BTreeMap<String, Vec<(CellPlace, Option<String>)>>,
    order: Vec<&'a Field>,
    /// The questions that the form does not show.
    kept: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn name(&self, sheet: &ReadSheet) -> String {
        sheet.name.clone().unwrap_or_else(|| self.file.to_owned())
    }

    pub(super) fn place(&self, sheet: &ReadSheet, row: usize, column: usize) -> CellPlace {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        CellPlace { number: self.number, sheet: self.name(sheet), at: At { row: number(row), column: number(column) } }
    }

    fn fields(&self) -> impl Iterator<Item = (&'a FormSheet, &'a Field)> + use<'a> {
        self.plan.iter().flat_map(|planned| {
            let groups = match &planned.body {
                Body::Fields(groups) => groups.as_slice(),
                Body::Table(_) => &[],
            };
            groups.iter().flat_map(|group| &group.fields).map(move |field| (planned, field))
        })
    }

    /// The question of a row: by the name of its field, or by its label.
    fn asked(&self, name: &str, label: &str, planned: Option<&FormSheet>) -> Option<&'a Field> {
        if let Some((_, field)) = self.fields().find(|(_, field)| field.path == name) {
            return Some(field);
        }
        let label = folded(label.strip_suffix(ANOTHER).unwrap_or(label));
        if label.is_empty() {
            return None;
        }
        let mut known = self.fields().filter(|(_, field)| folded(&field.label) == label);
        let own = self.fields().find(|(sheet, field)| {
            planned.is_some_and(|planned| planned.name == sheet.name) && folded(&field.label) == label
        });
        match (own, known.next(), known.next()) {
            (Some((_, field)), ..) | (None, Some((_, field)), None) => Some(field),
            _ => None,
        }
    }

    /// Takes the questions of a sheet.
    fn questions(&mut self, sheet: &ReadSheet, questions: &Questions<'_>, answers: &mut Answers) {
        let mut above: Option<&'a Field> = None;
        for (number, row) in sheet.rows.iter().enumerate().skip(questions.first) {
            let cell = |at: Option<usize>| at.and_then(|at| row.get(at));
            let (name, label) = (words(cell(questions.name)), words(cell(questions.label)));
            let value = row.get(questions.answer).unwrap_or(&Value::Empty);
            let place = self.place(sheet, number, questions.answer);
            let field = match self.asked(name, label, questions.planned) {
                // A row that was put in below a question of several answers is one more of them.
                None if name.is_empty() && label.is_empty() => above.filter(|field| field.is_list()),
                known => known,
            };
            let Some(field) = field else {
                if *value != Value::Empty && words(Some(value)) != KEPT {
                    answers.slip(place, self.unknown(label, questions.planned));
                }
                continue;
            };
            above = Some(field);
            if words(Some(value)) == KEPT {
                self.kept.insert(field.path.clone());
                continue;
            }
            let words = typed(value, field.schema);
            let known = self.given.entry(field.path.clone()).or_default();
            if known.is_empty() {
                self.order.push(field);
            }
            match known.first() {
                // A question that stands there twice is answered once, if one of the two is empty or they say the same.
                Some((first, other)) if !field.is_list() && words.is_some() => match other {
                    None => known[0] = (place, words),
                    Some(other) if Some(other) == words.as_ref() => {}
                    Some(_) => {
                        let title = format!("\"{}\" is answered twice, and not in the same way", field.label);
                        let finding =
                            Finding::error(Code::CP003, title).with_help(format!("the other answer is in {first}"));
                        answers.slip(place, finding);
                    }
                },
                Some(_) if !field.is_list() => {}
                _ => known.push((place, words)),
            }
        }
    }

    /// That an answer has no question.
    fn unknown(&self, label: &str, planned: Option<&FormSheet>) -> Finding {
        if label.is_empty() {
            return Finding::error(Code::CP004, "no question stands beside this answer")
                .with_help("write the question's own words to its left, or take the answer out");
        }
        let own = self.fields().filter(|(sheet, _)| planned.is_none_or(|planned| planned.name == sheet.name));
        let near = suggest(label, own.map(|(_, field)| field.label.as_str()));
        let finding = Finding::error(Code::CP004, format!("`{label}` is no question of this form"));
        match near {
            Some(near) => finding.with_help(format!("did you mean \"{near}\"?")),
            None => finding.with_help("write the question as the form has it, or take the answer out"),
        }
    }

    /// Puts the answers to the questions together.
    fn finish(mut self, root: Option<&Node>, answers: &mut Answers) {
        let mut roles: BTreeMap<String, Vec<Vec<(String, Meant)>>> = BTreeMap::new();
        let mut places: Vec<(String, usize, String, CellPlace)> = Vec::new();
        for field in std::mem::take(&mut self.order) {
            if self.kept.contains(&field.path) {
                continue;
            }
            let given = self.given.remove(&field.path).unwrap_or_default();
            let filled = given.iter().filter_map(|(place, words)| Some((place, words.as_deref()?)));
            let first = given.first().map(|(place, _)| place.clone());
            let (value, own) = if field.is_list() {
                let mut items = Vec::new();
                let mut own = Vec::new();
                for (place, words) in filled {
                    // Several lines in one cell are several answers.
                    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
                        own.push((format!("[{}]", items.len()), place.clone()));
                        items.push(meant(line, field.schema.entry()));
                    }
                }
                (Meant::List(items), own)
            } else {
                let words = filled.map(|(_, words)| words).next();
                (words.map_or(Meant::Nothing, |words| meant(words, field.schema)), Vec::new())
            };
            let own = first.map(|place| (String::new(), place)).into_iter().chain(own);
            match person(&field.path) {
                Some((role, number, name)) => {
                    places.extend(own.map(|(end, place)| (role.to_owned(), number, format!("{name}{end}"), place)));
                    let people = roles.entry(role.to_owned()).or_default();
                    if people.len() <= number {
                        people.resize_with(number + 1, Vec::new);
                    }
                    people[number].push((name.to_owned(), value));
                }
                None => {
                    answers.places.extend(own.map(|(end, place)| (format!("{}{end}", field.path), place)));
                    answers.put(&field.path, value);
                }
            }
        }
        // Of a role of which something is not shown nothing is changed: what people share cannot be told apart without it.
        let is_kept = |role: &str| {
            self.kept.iter().any(|path| path.strip_prefix(role).is_some_and(|rest| rest.starts_with(['.', '['])))
        };
        roles.retain(|role, _| !is_kept(role));
        for (role, people) in roles {
            put_role(&role, people, root, &places, answers);
        }
    }
}

/// The role of a path, the number of the person and the answer: `roles.careers_leader[1].email`.
fn person(path: &str) -> Option<(&str, usize, &str)> {
    let (role, name) = path.rsplit_once('.')?;
    let (above, step) = role.rsplit_once('.')?;
    let (known, number) = split(step);
    let schema = whole_schema().property(above)?.property(known)?;
    schema.shares().then(|| (&path[..above.len() + 1 + known.len()], number.unwrap_or(0), name))
}

/// Puts a role: one person with headings, or a list of several.
fn put_role(
    role: &str,
    people: Vec<Vec<(String, Meant)>>,
    root: Option<&Node>,
    places: &[(String, usize, String, CellPlace)],
    answers: &mut Answers,
) {
    let is_there = |person: &Vec<(String, Meant)>| {
        person.iter().any(|(_, meant)| *meant != Meant::Nothing && *meant != Meant::List(Vec::new()))
    };
    let several = people.iter().skip(1).any(is_there);
    let was_list =
        root.and_then(|root| node_at(root, &plain(role))).is_some_and(|node| matches!(node.kind, Kind::List(_)));
    let is_list = several || was_list;
    let shown: Vec<(usize, Vec<(String, Meant)>)> = people
        .into_iter()
        .enumerate()
        .filter(|(number, person)| if is_list { is_there(person) } else { *number == 0 })
        .collect();
    for (index, (number, _)) in shown.iter().enumerate() {
        let own = places.iter().filter(|(known, of, ..)| known == role && of == number);
        for (_, _, name, place) in own {
            if is_list {
                answers.places.insert(format!("{role}[{index}].{name}"), place.clone());
            }
            // As the reader of profiles has them: the first, and those beside the first.
            let below = if index == 0 { String::new() } else { format!(".also[{}]", index - 1) };
            answers.places.insert(format!("{role}{below}.{name}"), place.clone());
        }
    }
    let mut people = shown.into_iter().map(|(_, person)| Meant::Headings(person));
    if is_list {
        answers.put(role, Meant::List(people.collect()));
    } else if let Some(person) = people.next() {
        answers.put(role, person);
    }
}
