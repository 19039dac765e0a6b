//! The tree of a file into the JSON that a type's schema asks for, taking each value as the person plainly meant it.
//!
//! In: a [`Node`] and the [`FieldSchema`] of the whole. Out: [`Shaped`]: a JSON value for the validator, and findings.
//!
//! The field decides what words mean: for a telephone number `01632960123` is words, for a number of days `20` is a
//! number, for a question `yes` is yes. Words that mean one thing and are written otherwise, such as a date in British order, are read as
//! what they mean, with a note that says so. A value that does not fit is passed on as it stands, for the validator to refuse.
//!
//! Not here: what single values mean (`readings`), and the words for what the validator refuses (`mistakes`).

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::correct::{self, NoDay};
use super::form::Form;
use super::quote::in_list;
use super::readings::Readings;
use super::schema::{Expects, FieldSchema};
use super::tree::{Entry, Kind, Node, Style, join};
use super::turned::refuse_turned;
use crate::finding::Finding;
use crate::law::{Date, DayOrMonth, YearGroups};
use crate::text::Span;

/// A tree in the shape of its type.
#[derive(Debug)]
pub(super) struct Shaped {
    pub(super) value: Value,
    pub(super) findings: Vec<Finding>,
    /// The fields whose values are refused already, so that what the validator says of them can be left out.
    pub(super) refused: BTreeSet<String>,
}

/// Shapes the tree of a whole file.
pub(super) fn shape(root: &Node, schema: FieldSchema<'_>) -> Shaped {
    let mut shaper = Shaper { readings: Readings::default(), all_years: None };
    let value = shaper.node(root, schema, "");
    refuse_turned(root, "", &mut shaper.readings);
    let Readings { findings, refused } = shaper.readings;
    Shaped { value, findings, refused }
}

/// What the words of one answer are read as.
#[derive(Clone, Debug)]
pub(crate) struct Meaning {
    /// The value.
    pub(crate) value: Value,
    /// What can be written instead, where it is read as something else than stands there.
    pub(crate) instead: Option<String>,
    /// Whether there is no telling what they mean.
    pub(crate) refused: bool,
}

/// What a value is read as in a field, by itself.
pub(crate) fn meaning(node: &Node, schema: FieldSchema<'_>) -> Meaning {
    let Shaped { value, findings, refused } = shape(node, schema);
    let instead = findings.into_iter().find_map(|finding| finding.instead);
    Meaning { value, instead, refused: !refused.is_empty() }
}

struct Shaper {
    readings: Readings,
    /// What "all years" stands for where the shaper is.
    all_years: Option<YearGroups>,
}

impl Shaper {
    fn node(&mut self, node: &Node, schema: FieldSchema<'_>, field: &str) -> Value {
        match &node.kind {
            Kind::Empty => Value::Null,
            Kind::Words { text, style } => self.words(text, *style, node.span, schema, field),
            Kind::List(items) => self.list(items, node, schema, field),
            Kind::Headings(_) => self.headings(node, schema, field),
        }
    }

    fn headings(&mut self, node: &Node, schema: FieldSchema<'_>, field: &str) -> Value {
        let schema = best_branch(schema, node);
        let above = self.all_years.clone();
        if let Some(years) = all_years(node, schema) {
            self.all_years = Some(years);
        }
        let mut object = Map::new();
        for entry in node.entries() {
            let path = join(field, &entry.name);
            let value = match schema.property(&entry.name) {
                // A heading with nothing after it is not an answer.
                Some(_) if matches!(entry.value.kind, Kind::Empty) => continue,
                Some(property) => self.node(&entry.value, property, &path),
                // What is not known is refused even if it is empty: it may be the end of a sentence with a comma in it.
                None => as_it_stands(&entry.value),
            };
            object.insert(entry.name.clone(), value);
        }
        self.all_years = above;
        Value::Object(object)
    }

    fn list(&mut self, items: &[Node], node: &Node, schema: FieldSchema<'_>, field: &str) -> Value {
        match schema.expects() {
            Expects::List(entry) => {
                let shape_one = |(index, item): (usize, &Node)| self.entry(item, entry, &format!("{field}[{index}]"));
                Value::Array(items.iter().enumerate().map(shape_one).collect())
            }
            Expects::Years => {
                let all: Option<Vec<&str>> = items.iter().map(words_of).collect();
                self.readings.years(
                    &all.unwrap_or_else(|| vec!["?"]).join(", "),
                    self.all_years.as_ref(),
                    node.span,
                    field,
                )
            }
            Expects::AnyOf(branches) => {
                let fits = |branch: &FieldSchema<'_>| matches!(branch.expects(), Expects::List(_) | Expects::Years);
                match branches.into_iter().find(fits) {
                    Some(branch) => self.list(items, node, branch, field),
                    None => as_it_stands(node),
                }
            }
            _ => as_it_stands(node),
        }
    }

    /// An entry of a list. Words alone, where headings belong and one of them must be there, are that one.
    fn entry(&mut self, item: &Node, schema: FieldSchema<'_>, field: &str) -> Value {
        let (Kind::Words { text, style }, Some(name)) = (&item.kind, schema.only_required()) else {
            return self.node(item, schema, field);
        };
        if !matches!(schema.expects(), Expects::Headings) || *style == Style::Block {
            return self.node(item, schema, field);
        }
        self.readings.read_as(
            &format!("its `{name}`"),
            format!("{name}: {}", in_list(&text.as_str().into())),
            item.span,
            field,
        );
        Value::Object([(name.to_owned(), text.as_str().into())].into_iter().collect())
    }

    fn words(&mut self, text: &str, style: Style, span: Span, schema: FieldSchema<'_>, field: &str) -> Value {
        let as_words = || Value::String(text.to_owned());
        let expects = schema.expects();
        if let Expects::List(entry) = expects {
            return match entry.expects() {
                Expects::Headings | Expects::List(_) => as_words(),
                expects => match several(&expects, text, field) {
                    Some(values) => {
                        let listed = format!("[{}]", values.iter().map(in_list).collect::<Vec<_>>().join(", "));
                        self.readings.read_as(&format!("a list, {listed}"), listed.clone(), span, field);
                        Value::Array(values)
                    }
                    None => Value::Array(vec![self.words(text, style, span, entry, field)]),
                },
            };
        }
        if let Expects::AnyOf(branches) = expects {
            return match branches.into_iter().find(|branch| takes(*branch, text)) {
                Some(branch) => self.words(text, style, span, branch, field),
                None => as_words(),
            };
        }
        if style == Style::Plain && self.readings.curly_quotes(text, span, schema, field) {
            return as_words();
        }
        match expects {
            Expects::Text => match schema.form() {
                Some(Form::Phone) => {
                    self.readings.phone(text, span, field);
                    as_words()
                }
                form => {
                    let address = match form {
                        Some(Form::Email) => correct::email(text).map(str::to_owned),
                        Some(Form::Web) => correct::web(text),
                        _ => None,
                    };
                    let Some(address) = address else { return as_words() };
                    self.readings.read_as(&address, address.clone(), span, field);
                    Value::String(address)
                }
            },
            Expects::Date if schema.may_be_month() && text.parse::<DayOrMonth>().is_ok() => text.into(),
            Expects::Date => match DayOrMonth::month_named(text).filter(|_| schema.may_be_month()) {
                Some(month) => {
                    self.readings.read_as(&month.in_words(), month.to_string(), span, field);
                    month.to_string().into()
                }
                None => self.readings.date(text, span, schema.may_be_empty(), field),
            },
            Expects::Years => self.readings.years(text, self.all_years.as_ref(), span, field),
            Expects::Anything if style == Style::Plain => bare(text),
            expects => match (fitting(&expects, text), meant(&expects, text, field)) {
                (Some(value), _) => value,
                (None, Some(value)) => {
                    let written = in_list(&value);
                    self.readings.read_as(&written, written.clone(), span, field);
                    value
                }
                (None, None) => as_words(),
            },
        }
    }
}

/// The value that some words mean with a word too many: the name of a term or a benchmark.
fn meant(expects: &Expects<'_>, text: &str, field: &str) -> Option<Value> {
    match expects {
        Expects::Choice(choices) => correct::choice(choices, text).map(Value::from),
        Expects::Whole if field.contains("benchmarks") => fitting(expects, correct::benchmark(text.trim())?),
        _ => None,
    }
}

/// The year groups that "all years" stands for under these headings, if one of them gives them.
fn all_years(node: &Node, schema: FieldSchema<'_>) -> Option<YearGroups> {
    let under = |entry: &Entry| {
        let schema = schema.property(&entry.name)?;
        let own = entry
            .value
            .entries()
            .iter()
            .find(|own| schema.property(&own.name).is_some_and(|own| own.is_all_years()))?;
        let parts: Vec<&str> = match &own.value.kind {
            Kind::Words { text, .. } => vec![text],
            Kind::List(items) => items.iter().filter_map(words_of).collect(),
            _ => return None,
        };
        YearGroups::parse(&parts.join(", "))
    };
    node.entries().iter().find_map(under)
}

fn words_of(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Words { text, .. } => Some(text),
        _ => None,
    }
}

/// The values that stand on one line for a list of them, if there are several and each of them fits.
fn several(expects: &Expects<'_>, text: &str, field: &str) -> Option<Vec<Value>> {
    // Words may hold a comma.
    if matches!(expects, Expects::Text | Expects::Anything) {
        return None;
    }
    let parts = correct::several(text);
    let value = |part: &&str| fitting(expects, part).or_else(|| meant(expects, part, field));
    let values: Vec<Value> = parts.iter().map(value).collect::<Option<_>>()?;
    (values.len() > 1).then_some(values)
}

/// Whether a field takes some words as they plainly are.
fn takes(schema: FieldSchema<'_>, text: &str) -> bool {
    match schema.expects() {
        Expects::Text | Expects::Anything => true,
        Expects::Years => YearGroups::parse(text).is_some(),
        // Where words will do as well, a month is words that need no day.
        Expects::Date if !schema.may_be_month() && DayOrMonth::month_named(text).is_some() => false,
        Expects::Date => is_meant_as_date(text),
        Expects::List(entry) => takes(entry, text),
        Expects::AnyOf(branches) => branches.into_iter().any(|branch| takes(branch, text)),
        expects => fitting(&expects, text).is_some(),
    }
}

/// Whether some words were meant as a day, even one that is in no calendar or has two readings.
fn is_meant_as_date(text: &str) -> bool {
    !matches!(correct::date(text), Err(NoDay::Words | NoDay::Placeholder))
}

/// The value that some words plainly are for what is expected, if they are one.
fn fitting(expects: &Expects<'_>, text: &str) -> Option<Value> {
    let text = text.trim();
    match expects {
        Expects::Text => Some(Value::String(text.to_owned())),
        Expects::Date => text.parse::<Date>().ok().map(|_| Value::String(text.to_owned())),
        Expects::Whole => text.parse::<i64>().ok().map(Value::from),
        Expects::Number => serde_json::Number::from_f64(text.parse().ok()?).map(Value::Number),
        Expects::YesNo => match text.to_lowercase().as_str() {
            "yes" | "true" | "on" => Some(Value::Bool(true)),
            "no" | "false" | "off" => Some(Value::Bool(false)),
            _ => None,
        },
        Expects::Choice(choices) => {
            let choice = choices.iter().find(|choice| folded(choice) == folded(text))?;
            Some(Value::String((*choice).to_owned()))
        }
        _ => None,
    }
}

/// A word without the differences that people do not mean: case, and spaces or hyphens for underscores.
fn folded(word: &str) -> String {
    word.to_lowercase().split(|c: char| c == '_' || c == '-' || c.is_whitespace()).collect::<Vec<_>>().join("_")
}

/// What bare words are where a field takes anything: a number, yes or no as YAML has them, or words.
fn bare(text: &str) -> Value {
    match text {
        "true" => return Value::Bool(true),
        "false" => return Value::Bool(false),
        _ => {}
    }
    let number = fitting(&Expects::Whole, text).or_else(|| fitting(&Expects::Number, text));
    // `007` and `1e3` are words to everyone but a programmer.
    let same = |number: &Value| {
        let written = number.to_string();
        written == text
    };
    number.filter(same).unwrap_or_else(|| Value::String(text.to_owned()))
}

/// A node without a schema: headings that nothing is known of. They will be refused, so their values hardly matter.
fn as_it_stands(node: &Node) -> Value {
    match &node.kind {
        Kind::Empty => Value::Null,
        Kind::Words { text, .. } => Value::String(text.clone()),
        Kind::List(items) => Value::Array(items.iter().map(as_it_stands).collect()),
        Kind::Headings(entries) => {
            entries.iter().map(|entry| (entry.name.clone(), as_it_stands(&entry.value))).collect::<Map<_, _>>().into()
        }
    }
}

/// Of several shapes that headings may have, the one that knows most of these headings.
pub(super) fn best_branch<'a>(schema: FieldSchema<'a>, node: &Node) -> FieldSchema<'a> {
    let (Expects::AnyOf(branches), Kind::Headings(_)) = (schema.expects(), &node.kind) else { return schema };
    let known = |branch: &FieldSchema<'_>| {
        node.entries()
            .iter()
            .filter(|entry| {
                match (branch.property(&entry.name).map(|property| property.expects()), &entry.value.kind) {
                    (Some(Expects::Choice(choices)), Kind::Words { text, .. }) => choices.contains(&text.as_str()),
                    (known, _) => known.is_some(),
                }
            })
            .count()
    };
    let headings = branches.iter().filter(|branch| matches!(branch.expects(), Expects::Headings));
    headings.rev().max_by_key(|branch| known(branch)).copied().unwrap_or(schema)
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;

    use super::*;
    use crate::law::{Date, Setting};
    use crate::text::Sources;
    use crate::yaml::parse::parse;
    use crate::yaml::schema::Schema;

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only the schema is looked at")]
    struct School {
        kind: Setting,
        urn: String,
        approved_on: Date,
        notice_days: u16,
        disabled_role_models: bool,
        years: YearGroups,
        values: Vec<String>,
    }

    fn shaped(text: &str) -> Shaped {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        let root = parse(&sources, sources.whole(id)).root.expect("the text is YAML");
        shape(&root, Schema::of::<School>().whole())
    }

    fn value(text: &str, pointer: &str) -> String {
        shaped(text).value.pointer(pointer).map(Value::to_string).unwrap_or_default()
    }

    #[test]
    fn the_field_decides_what_words_mean() {
        assert_eq!(value("urn: 100245", "/urn"), "\"100245\"");
        assert_eq!(value("urn: 2.0", "/urn"), "\"2.0\"");
        assert_eq!(value("urn: Yes", "/urn"), "\"Yes\"");
        assert_eq!(value("disabled_role_models: ON", "/disabled_role_models"), "true");
        assert_eq!(value("notice_days: \"20\"", "/notice_days"), "20");
        assert_eq!(value("kind: FE college", "/kind"), "\"fe_college\"");
        assert_eq!(value("years: 7 to 9", "/years"), "[7,8,9]");
        assert_eq!(value("years: [7-8, 12]", "/years"), "[7,8,12]");
        assert_eq!(value("values: Courage", "/values"), "[\"Courage\"]");
    }

    #[test]
    fn a_value_with_one_meaning_is_read_and_said_and_one_with_two_is_refused() {
        let read = shaped("approved_on: 1/9/2026");
        assert_eq!(
            (read.value["approved_on"].as_str(), read.findings[0].instead.as_deref()),
            (Some("2026-09-01"), Some("2026-09-01"))
        );
        assert_eq!(read.findings[0].title, "this is read as 1 September 2026");
        assert!(shaped("approved_on: 1/9/26").refused.contains("approved_on"));
    }
}
