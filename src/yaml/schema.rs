//! The JSON Schema of a Rust type, and the few questions that the reader asks of it.
//!
//! In: a type that schemars knows. Out: [`Schema`], and [`FieldSchema`], the schema of one field, with what it expects in the
//! reader's own terms ([`Expects`]).
//!
//! Not here: validating (`mistakes`), or what the words of a person mean for a field (`shape`).

use schemars::JsonSchema;
use serde_json::{Map, Value};

use super::form::{Form, X_FORM};
use super::quote::as_yaml;

/// The keyword of a heading under which the headings of the whole file can stand again.
const X_REPEATS: &str = "x-repeats";
/// Marks a date that may be a month of which the day is not known.
const X_DAY_OR_MONTH: &str = "x-day-or-month";
/// The keyword of a heading that several can share: then a list of them stands below it.
pub(crate) const X_SHARES: &str = "x-shares";
/// The keyword of the year groups that "all years" stands for elsewhere in the file.
const X_ALL_YEARS: &str = "x-all-years";
/// The keywords that only the reader understands.
pub(crate) const KEYWORDS: [&str; 5] = [X_FORM, X_REPEATS, X_SHARES, X_ALL_YEARS, X_DAY_OR_MONTH];

/// The schema of a type.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    pub(crate) root: Value,
}

/// The schema of one field: as it stands at the field, and what it refers to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldSchema<'a> {
    root: &'a Value,
    /// The schema at the field; its own comment and example stand here.
    outer: &'a Value,
    /// The schema of the field's type.
    inner: &'a Value,
}

/// What a field expects, in the reader's terms.
#[derive(Clone, Debug)]
pub(crate) enum Expects<'a> {
    /// Words.
    Text,
    /// A date, written 2026-09-01.
    Date,
    /// A whole number.
    Whole,
    /// A number that may have decimals.
    Number,
    /// Yes or no.
    YesNo,
    /// One of some words.
    Choice(Vec<&'a str>),
    /// Year groups in any spelling.
    Years,
    /// A list.
    List(FieldSchema<'a>),
    /// Headings with values.
    Headings,
    /// One of several of these.
    AnyOf(Vec<FieldSchema<'a>>),
    /// Anything at all.
    Anything,
}

impl Schema {
    /// The schema of a type.
    pub(crate) fn of<T: JsonSchema>() -> Schema {
        let mut root = schemars::schema_for!(T).to_value();
        add_patterns(&mut root);
        Schema { root }
    }

    /// The schema of the whole.
    pub(crate) fn whole(&self) -> FieldSchema<'_> {
        FieldSchema::new(&self.root, &self.root)
    }

    /// The schema of a field by its path, list indexes left out or not: `policy.history[3].date`.
    pub(crate) fn at_path(&self, path: &str) -> Option<FieldSchema<'_>> {
        path.split('.')
            .try_fold(self.whole(), |schema, name| schema.entry().property(name.split('[').next().unwrap_or(name)))
    }
}

impl<'a> FieldSchema<'a> {
    fn new(root: &'a Value, outer: &'a Value) -> FieldSchema<'a> {
        let mut inner = outer;
        // A chain of references is as long as the types are nested; the bound is for schemas that refer to themselves.
        for _ in 0..16 {
            let referred =
                inner.get("$ref").and_then(Value::as_str).and_then(|path| root.pointer(path.strip_prefix('#')?));
            match referred.or_else(|| only_branch(inner)) {
                Some(next) => inner = next,
                None => break,
            }
        }
        FieldSchema { root, outer, inner }
    }

    fn at(&self, schema: &'a Value) -> FieldSchema<'a> {
        FieldSchema::new(self.root, schema)
    }

    /// Whether a date may be a month of which the day is not known.
    pub(crate) fn may_be_month(&self) -> bool {
        self.keyword(X_DAY_OR_MONTH).is_some()
    }

    /// What the field expects.
    pub(crate) fn expects(&self) -> Expects<'a> {
        if self.keyword("x-years").is_some() {
            return Expects::Years;
        }
        if let Some(choices) = choices(self.inner) {
            return Expects::Choice(choices);
        }
        if let Some(branches) = branches(self.inner) {
            return Expects::AnyOf(branches.iter().filter(|branch| !is_null(branch)).map(|b| self.at(b)).collect());
        }
        if self.may_be_month() {
            return Expects::Date;
        }
        match types(self.inner)[..] {
            // A number that may be a mark as well: its words are kept, so that `4.0` stays what it is.
            [_, _, ..] if self.form().is_some() => Expects::Text,
            ["string"] if self.keyword("format").and_then(Value::as_str) == Some("date") => Expects::Date,
            ["string"] => Expects::Text,
            ["integer"] => Expects::Whole,
            ["number"] => Expects::Number,
            ["boolean"] => Expects::YesNo,
            ["array"] => self.keyword("items").map_or(Expects::Anything, |items| Expects::List(self.at(items))),
            ["object"] => Expects::Headings,
            _ => Expects::Anything,
        }
    }

    /// The entries' schema for a list, and the field's own otherwise.
    pub(crate) fn entry(self) -> FieldSchema<'a> {
        match self.expects() {
            Expects::List(entry) => entry,
            _ => self,
        }
    }

    /// The schema of a heading under this one.
    pub(crate) fn property(&self, name: &str) -> Option<FieldSchema<'a>> {
        let named = self.properties().and_then(|properties| properties.get(name));
        let any_name = || self.inner.get("additionalProperties").filter(|schema| schema.is_object());
        named.or_else(any_name).map(|schema| self.at(schema))
    }

    /// The names of the headings under this one, in their order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.properties().into_iter().flat_map(|properties| properties.keys().map(String::as_str))
    }

    /// The names of the headings that must stand under this one.
    pub(crate) fn required(&self) -> Vec<&'a str> {
        let required = self.inner.get("required").and_then(Value::as_array);
        required.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    /// The one heading that must stand under this one, if it is one for words: what a person means who writes words alone.
    pub(crate) fn only_required(&self) -> Option<&'a str> {
        let [name] = self.required()[..] else { return None };
        let property = self.property(name)?;
        (matches!(property.expects(), Expects::Text) && property.keyword("pattern").is_none()).then_some(name)
    }

    fn properties(&self) -> Option<&'a Map<String, Value>> {
        self.inner.get("properties").and_then(Value::as_object)
    }

    /// What the field is for: its own comment rather than its type's.
    pub(crate) fn description(&self) -> Option<&'a str> {
        let description = |schema: &'a Value| schema.get("description").and_then(Value::as_str);
        description(self.outer).or_else(|| description(self.inner))
    }

    /// Whether the headings of the whole file can stand again under this one.
    pub(crate) fn repeats(&self) -> bool {
        self.keyword(X_REPEATS).is_some()
    }

    /// Whether these are the year groups that "all years" stands for.
    pub(crate) fn is_all_years(&self) -> bool {
        self.keyword(X_ALL_YEARS).is_some()
    }

    /// Whether the field may be left out.
    pub(crate) fn may_be_empty(&self) -> bool {
        let types = self.outer.get("type").and_then(Value::as_array);
        types.is_some_and(|types| types.iter().any(|name| name == "null"))
            || branches(self.outer).is_some_and(|all| all.iter().any(is_null))
    }

    /// Whether a list of several can stand below this heading.
    pub(crate) fn shares(&self) -> bool {
        self.keyword(X_SHARES).is_some()
    }

    /// The form its words must have, if it has a name.
    pub(crate) fn form(&self) -> Option<Form> {
        self.keyword(X_FORM).and_then(Form::from_keyword)
    }

    /// A keyword of the schema, at the field or in its type.
    pub(crate) fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.outer.get(name).or_else(|| self.inner.get(name))
    }

    /// The words that the field can be, each with what is said of it.
    pub(crate) fn described_choices(&self) -> Vec<(&'a str, &'a str)> {
        let words = |choice: &'a Value| {
            let said = choice.get("description").and_then(Value::as_str).unwrap_or_default();
            Some((choice.get("const")?.as_str()?, said))
        };
        branches(self.inner).into_iter().flatten().filter_map(words).collect()
    }

    /// The entries of an example of a list, as each would stand behind its hyphen.
    pub(crate) fn example_entries(&self) -> Vec<String> {
        let entries = self.first_example().and_then(Value::as_array);
        entries.into_iter().flatten().map(as_yaml).collect()
    }

    /// The first example of the field, if it has one.
    pub(crate) fn first_example(&self) -> Option<&'a Value> {
        let first = |schema: &'a Value| schema.get("examples").and_then(|examples| examples.get(0));
        first(self.outer).or_else(|| first(self.inner))
    }

    /// An example as it would stand after the colon; the first choice where the schema gives no example.
    pub(crate) fn example(&self) -> Option<String> {
        if let Some(example) = self.first_example() {
            return Some(as_yaml(example));
        }
        match self.expects() {
            Expects::Choice(choices) => choices.first().map(|choice| (*choice).to_owned()),
            Expects::Years => Some("7-11".to_owned()),
            Expects::YesNo => Some("yes".to_owned()),
            _ => None,
        }
    }
}

/// Puts the pattern of each form that a schema names behind its name.
fn add_patterns(schema: &mut Value) {
    match schema {
        Value::Object(keywords) => {
            let named = keywords.iter().enumerate().find(|(_, (name, _))| *name == X_FORM);
            let form = named.and_then(|(at, (_, value))| Some((at, Form::from_keyword(value)?)));
            if let Some((at, form)) = form {
                keywords.shift_insert(at + 1, "pattern".to_owned(), form.pattern().into());
            }
            keywords.values_mut().for_each(add_patterns);
        }
        Value::Array(schemas) => schemas.iter_mut().for_each(add_patterns),
        _ => {}
    }
}

/// The one branch of a choice that is not null, if there is exactly one.
fn only_branch(schema: &Value) -> Option<&Value> {
    let mut branches = branches(schema)?.iter().filter(|branch| !is_null(branch));
    let first = branches.next()?;
    let alone = branches.next().is_none();
    (alone && first.get("const").is_none()).then_some(first)
}

fn branches(schema: &Value) -> Option<&Vec<Value>> {
    schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array)
}

fn is_null(schema: &Value) -> bool {
    types(schema).is_empty() && schema.get("type").is_some()
}

/// The names of the types a schema allows, null left out.
fn types(schema: &Value) -> Vec<&str> {
    let named: Vec<&str> = match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    named.into_iter().filter(|name| *name != "null").collect()
}

/// The words a schema allows, if it allows nothing but certain words.
fn choices(schema: &Value) -> Option<Vec<&str>> {
    if let Some(word) = schema.get("const") {
        return word.as_str().map(|word| vec![word]);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return words.iter().filter(|word| !word.is_null()).map(Value::as_str).collect();
    }
    let lists: Option<Vec<_>> = schema.get("oneOf")?.as_array()?.iter().map(choices).collect();
    lists.map(|lists| lists.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::law::{Date, YearGroups};

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only the schema is looked at")]
    struct School {
        kind: Kind,
        years: YearGroups,
        head: Option<Person>,
        history: Vec<Row>,
        #[schemars(extend("examples" = ["01632 960100"]))]
        phone: Option<String>,
        #[schemars(extend("examples" = [["Curiosity", "Courage"]]))]
        values: Vec<String>,
        others: BTreeMap<String, Person>,
    }

    #[derive(JsonSchema)]
    #[serde(rename_all = "snake_case")]
    #[expect(dead_code, reason = "only the schema is looked at")]
    enum Kind {
        MaintainedSchool,
        Academy,
    }

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only the schema is looked at")]
    struct Person {
        trained: Option<bool>,
        level: Option<u8>,
    }

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only the schema is looked at")]
    struct Row {
        #[schemars(extend("examples" = ["2026-09-01"]))]
        date: Date,
    }

    fn expects(path: &str) -> String {
        let schema = Schema::of::<School>();
        format!("{:.6}", format!("{:?}", schema.at_path(path).expect("a field").expects()))
    }

    #[test]
    fn the_schema_of_a_field_says_what_the_field_expects() {
        assert_eq!(expects("kind"), "Choice");
        assert_eq!(expects("years"), "Years");
        assert_eq!(expects("head"), "Headin");
        assert_eq!(expects("head.trained"), "YesNo");
        assert_eq!(expects("head.level"), "Whole");
        assert_eq!(expects("history[2].date"), "Date");
        assert_eq!(expects("history"), "List(F");
        assert_eq!(expects("others.deputy.level"), "Whole");
    }

    #[test]
    fn examples_are_written_as_they_would_stand_in_the_file() {
        let schema = Schema::of::<School>();
        let example = |path| schema.at_path(path).and_then(|field| field.example());
        assert_eq!(example("phone").as_deref(), Some("\"01632 960100\""));
        assert_eq!(example("kind").as_deref(), Some("maintained_school"));
        assert_eq!(example("history.date").as_deref(), Some("2026-09-01"));
        assert_eq!(example("values").as_deref(), Some("[Curiosity, Courage]"));
    }
}
