//! What a form asks, sheet by sheet, made from the schema of the profile.
//!
//! In: a [`View`]: the duties of a setting, and the profile that is shown, if there is one. Out: [`FormSheet`]s with their fields. A form that is
//! read is held to the plan of all there is, so that nothing depends on what the one who wrote it was shown.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::labels::{FIELD_SHEETS, SAID_OTHERWISE, TABLE_SHEETS, folded, in_words, label, within};
use super::tree::{entries, node_at, plain};
use crate::catalogue::Duty;
use crate::law::{Date, Setting};
use crate::profile::{example_of, whole_schema};
use crate::yaml::{Expects, FieldSchema, Node};

/// How many people can share a role in a form.
const MOST_PEOPLE: usize = 6;
/// What only those who advise and lead are asked, unless the profile says it of others.
const OF_ADVISERS: [&str; 4] = ["qualification", "qualification_level", "employed_by_setting", "on_adviser_register"];
const ADVISERS: [&str; 2] = ["roles.careers_leader", "roles.careers_adviser"];

/// What a form is made for.
#[derive(Clone, Debug, Default)]
pub(crate) struct View<'a> {
    /// The kind of institution; without one everything is planned that can be asked.
    pub(crate) setting: Option<Setting>,
    /// How strongly each field is asked.
    pub(crate) duties: BTreeMap<String, Duty>,
    /// The profile's own tree.
    pub(crate) root: Option<&'a Node>,
    /// Answers that are shared from another file, by their fields, in words.
    pub(crate) shared: BTreeMap<String, String>,
}

/// A sheet of a form.
pub(super) struct FormSheet {
    pub(super) name: &'static str,
    pub(super) about: String,
    pub(super) body: Body,
}

pub(super) enum Body {
    /// Questions, a row for each.
    Fields(Vec<Group>),
    /// A list, a row for each entry.
    Table(Table),
}

/// Questions under one heading.
pub(super) struct Group {
    /// The heading; the first questions of a sheet have none.
    pub(super) label: Option<String>,
    pub(super) about: String,
    pub(super) asked: Asked,
    pub(super) fields: Vec<Field>,
}

/// A question, or a column of a table.
pub(super) struct Field {
    /// Its path in the profile: `roles.careers_leader[1].name`.
    pub(super) path: String,
    pub(super) label: String,
    pub(super) help: String,
    pub(super) example: String,
    pub(super) asked: Asked,
    pub(super) schema: FieldSchema<'static>,
}

/// A list with a row for each entry.
pub(super) struct Table {
    pub(super) path: &'static str,
    pub(super) kind: TableKind,
    pub(super) asked: Asked,
    pub(super) columns: Vec<Field>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableKind {
    /// One list.
    Plain,
    /// The lists of the eight benchmarks in one.
    ByBenchmark,
    /// A list whose entries hold a list: the answers of the outer one stand where an entry begins.
    Nested,
}

/// How strongly an answer is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Nothing can be made without it.
    Needed,
    By(Duty),
    Not,
}

impl Asked {
    /// The words for it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Asked::Needed => "needed",
            Asked::By(Duty::Statutory) => "asked by law",
            Asked::By(Duty::Required) => "asked by your hub or trust",
            Asked::By(Duty::Recommended) => "recommended",
            _ => "",
        }
    }
}

impl Field {
    /// Whether the field is a list of words or numbers.
    pub(super) fn is_list(&self) -> bool {
        matches!(self.schema.expects(), Expects::List(_))
    }

    /// The words that can be picked, as they are shown.
    pub(super) fn choices(&self) -> Vec<String> {
        match self.schema.expects() {
            Expects::Choice(choices) => choices.into_iter().map(in_words).collect(),
            Expects::YesNo => vec!["Yes".to_owned(), "No".to_owned()],
            _ => Vec::new(),
        }
    }
}

/// Whether a field holds other fields, or a list of such.
pub(super) fn holds_fields(schema: FieldSchema<'_>) -> bool {
    matches!(schema.entry().expects(), Expects::Headings)
}

/// The sheets of a form.
pub(super) fn sheets(view: &View<'_>) -> Vec<FormSheet> {
    let mut sheets = Vec::new();
    for (name, headings) in FIELD_SHEETS {
        let mut groups = Vec::new();
        for heading in headings {
            let Some(schema) = whole_schema().property(heading) else { continue };
            gather(view, schema, heading, None, &mut groups);
        }
        let about = match headings {
            [only] => whole_schema().property(only).and_then(|schema| schema.description()).unwrap_or_default(),
            _ => "How the documents look, and where what they share with others stands.",
        };
        sheets.push(FormSheet { name, about: said(about, headings[0]), body: Body::Fields(joined(groups)) });
        let of_this =
            TABLE_SHEETS.iter().filter(|(path, _)| headings.contains(&path.split('.').next().unwrap_or(path)));
        sheets.extend(of_this.filter_map(|(path, name)| table_sheet(view, path, name)));
    }
    let known: Vec<&str> = FIELD_SHEETS.iter().flat_map(|(_, headings)| headings.iter().copied()).collect();
    let alone = TABLE_SHEETS.iter().filter(|(path, _)| !known.contains(&path.split('.').next().unwrap_or(path)));
    sheets.extend(alone.filter_map(|(path, name)| table_sheet(view, path, name)));
    sheets
}

/// Single questions that follow one another without a heading are one group.
fn joined(groups: Vec<Group>) -> Vec<Group> {
    let mut joined: Vec<Group> = Vec::new();
    for group in groups {
        match joined.last_mut() {
            Some(last) if last.label.is_none() && group.label.is_none() => last.fields.extend(group.fields),
            _ => joined.push(group),
        }
    }
    joined
}

/// The questions under a heading, and after them those under the headings below it.
fn gather(view: &View<'_>, schema: FieldSchema<'static>, path: &str, above: Option<&str>, groups: &mut Vec<Group>) {
    if !holds_fields(schema) {
        let field = field(view, schema, path, None);
        groups.push(Group { label: None, about: String::new(), asked: Asked::Not, fields: vec![field] });
        return;
    }
    let own = above.map(str::to_owned);
    let names = || schema.names().filter_map(|name| Some((name, schema.property(name)?)));
    let is_shown = |name: &str| is_shown(view, path, name);
    let fields: Vec<Field> = names()
        .filter(|(name, property)| !holds_fields(*property) && is_shown(name))
        .map(|(name, property)| field(view, property, &format!("{path}.{name}"), own.as_deref()))
        .collect();
    let about =
        if own.is_some() { said(schema.description().unwrap_or_default(), &plain(path)) } else { String::new() };
    if !fields.is_empty() {
        groups.push(Group { label: own.clone(), about, asked: asked(view, &plain(path)), fields });
    }
    for (name, property) in names() {
        // Lists have sheets of their own, and whoever shares a role is a person beside the first.
        if !holds_fields(property) || property.repeats() || matches!(property.expects(), Expects::List(_)) {
            continue;
        }
        let below = format!("{path}.{name}");
        let heading = label(&below);
        gather(view, property, &below, Some(&heading), groups);
        if property.shares() {
            for number in 1..people(view, &below) {
                let heading = format!("{heading}, person {}", number + 1);
                gather(view, property, &format!("{below}[{number}]"), Some(&heading), groups);
            }
        }
    }
}

/// How many people are shown for a role.
fn people(view: &View<'_>, role: &str) -> usize {
    match (view.setting, view.root) {
        (None, _) => MOST_PEOPLE,
        (Some(_), root) => {
            let there = entries(root.and_then(|root| node_at(root, role))).len();
            there.max(if role == ADVISERS[0] { 2 } else { 1 })
        }
    }
}

pub(super) fn is_shown(view: &View<'_>, above: &str, name: &str) -> bool {
    let Some(setting) = view.setting else { return true };
    let path = format!("{above}.{name}");
    let is_given = view.root.is_some_and(|root| !entries(node_at(root, &path)).is_empty());
    let fits = match name {
        "year_groups" if above == "setting" => setting.has_year_groups(),
        _ if OF_ADVISERS.contains(&name) => ADVISERS.contains(&plain(above).as_str()),
        _ => true,
    };
    fits || is_given || view.duties.get(&plain(&path)).is_some_and(|duty| *duty != Duty::Optional)
}

fn table_sheet(view: &View<'_>, path: &'static str, name: &'static str) -> Option<FormSheet> {
    let kind = match path {
        "gatsby.actions" => TableKind::ByBenchmark,
        "destinations.cohorts" => TableKind::Nested,
        _ => TableKind::Plain,
    };
    let list = list_schema(path)?;
    let entry = list.entry();
    let mut columns = Vec::new();
    if kind == TableKind::ByBenchmark {
        let help = "Which of the eight Gatsby Benchmarks the action is for, by its number.".to_owned();
        let path = BENCHMARK.to_owned();
        let schema = whole_schema().property("vision")?.property("horizon_years")?;
        columns.push(Field { label: label(&path), path, help, example: "5".to_owned(), asked: Asked::Needed, schema });
    }
    for column in entry.names() {
        let property = entry.property(column)?;
        let below = format!("{path}.{column}");
        if holds_fields(property) {
            let inner = property.entry();
            for name in inner.names() {
                columns.push(column_field(view, inner, name, inner.property(name)?, &format!("{below}.{name}")));
            }
        } else if fits(view, entry, path, column) {
            columns.push(column_field(view, entry, column, property, &below));
        }
    }
    let about = said(list.description().unwrap_or_default(), path);
    Some(FormSheet { name, about, body: Body::Table(Table { path, kind, asked: asked(view, path), columns }) })
}

/// The column of the action plan that says which benchmark an action is for.
pub(super) const BENCHMARK: &str = "gatsby.benchmark";

/// The schema of the list that a table shows.
pub(super) fn list_schema(path: &str) -> Option<FieldSchema<'static>> {
    let real = if path == "gatsby.actions" { "gatsby.benchmark_1.actions" } else { path };
    real.split('.').try_fold(whole_schema(), |schema, name| schema.property(name))
}

/// Of a year and a stage only the one is shown that such an institution works in, unless the other is given.
pub(super) fn fits(view: &View<'_>, entry: FieldSchema<'_>, path: &str, column: &str) -> bool {
    let Some(setting) = view.setting else { return true };
    let unfit = match column {
        "stage" => setting.has_year_groups(),
        "year_groups" | "year_group" => !setting.has_year_groups() && entry.property("stage").is_some(),
        _ => false,
    };
    let given = |root: &Node| entries(node_at(root, path)).iter().any(|entry| entry.entry(column).is_some());
    !unfit || view.root.is_some_and(given)
}

fn column_field(
    view: &View<'_>,
    entry: FieldSchema<'static>,
    name: &str,
    schema: FieldSchema<'static>,
    path: &str,
) -> Field {
    let needed = entry.required().contains(&name);
    let mut field = field(view, schema, path, None);
    if needed {
        field.asked = Asked::Needed;
    }
    if matches!(schema.expects(), Expects::List(entry) if matches!(entry.expects(), Expects::Text)) {
        field.help.push_str(" Several: one to a line, with Alt and Enter.");
    }
    field
}

pub(super) fn field(view: &View<'_>, schema: FieldSchema<'static>, path: &str, group: Option<&str>) -> Field {
    let known = plain(path);
    let own = label(&known);
    let label = group.map_or_else(|| own.clone(), |group| format!("{group}: {}", within(&own)));
    let mut help = said(schema.description().unwrap_or_default(), &known);
    let means: Vec<String> = schema
        .described_choices()
        .iter()
        .filter(|(word, means)| !means.is_empty() && folded(word) != folded(means))
        .map(|(word, means)| format!("{}: {}", in_words(word), said(means.trim_end_matches('.'), &known)))
        .collect();
    if !means.is_empty() && known != "setting.type" {
        help = format!("{help} {}.", means.join("; "));
    }
    if let Some(shared) = view.shared.get(path) {
        help = format!("Left empty, it is shared: {shared}. {help}");
    }
    let example = example_of(&known).as_ref().map(example).unwrap_or_default();
    Field { path: path.to_owned(), label, help, example, asked: asked(view, &known), schema }
}

pub(super) fn asked(view: &View<'_>, path: &str) -> Asked {
    match (path, view.duties.get(path)) {
        ("setting.name" | "setting.type" | "setting.year_groups", _) => Asked::Needed,
        (_, Some(Duty::Optional) | None) => Asked::Not,
        (_, Some(duty)) => Asked::By(*duty),
    }
}

/// An example as it would be typed into a cell.
fn example(value: &Json) -> String {
    match value {
        Json::String(words) => match words.parse::<Date>() {
            Ok(date) => date.in_words(),
            Err(_) if words == "yes" || words == "no" => in_words(words),
            Err(_) => words.clone(),
        },
        Json::Array(items) => items.iter().map(example).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}

/// What is said of a field in a file, as a form says it: without the signs of YAML, and with labels for the names of fields.
pub(super) fn said(description: &str, path: &str) -> String {
    let mut words = description.replace('\n', " ");
    for (there, here) in SAID_OTHERWISE {
        words = words.replace(there, here);
    }
    let mut said = String::new();
    for (at, part) in words.split('`').enumerate() {
        if at % 2 == 0 {
            said.push_str(part);
            continue;
        }
        let above = path.rsplit_once('.').map_or("", |(above, _)| above);
        let beside = [part.to_owned(), format!("{above}.{part}"), format!("{path}.{part}")];
        let is_field = |path: &&String| example_of(path).is_some() || list_schema(path).is_some();
        match beside.iter().find(is_field) {
            Some(field) => said.push_str(&format!("\"{}\"", label(&plain(field)))),
            None if part.contains('_') && !part.contains(['/', '.']) => said.push_str(&in_words(part)),
            None => said.push_str(part),
        }
    }
    said
}
