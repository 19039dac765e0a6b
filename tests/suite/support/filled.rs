//! Profiles whose every field holds an answer, made by walking the schema; and what the institution is told of answers without use.

use careers_policy::finding::{Code, Place};
use careers_policy::law::Date;
use careers_policy::profile::{Profile, profile_schema};
use serde_json::{Map, Value, json};

use crate::school::{School, library};

/// A starter whose every field holds an answer that stands nowhere else.
pub(crate) struct Filled {
    pub(crate) school: School,
    /// The answers as they are to be found, words and dates in words, with their fields.
    pub(crate) marks: Vec<(String, String)>,
}

/// Fills a profile as its schema has it.
struct Filler<'a> {
    definitions: &'a Value,
    words: &'a dyn Fn(usize, &str) -> String,
    marks: Vec<(String, String)>,
}

impl Filler<'_> {
    /// A value for a field: words and dates of its own, and the starter's for all that has a meaning.
    fn fill(&mut self, schema: &Value, starter: &Value, path: &str) -> Value {
        // What must be given is given all the same.
        let must = ["$ref", "oneOf"].iter().any(|key| schema.get(key).is_some())
            || ["boolean", "integer"].iter().any(|kind| schema["type"] == *kind);
        if is_for_something_else(path) && (!starter.is_null() || !must || path == "brand") {
            return starter.clone();
        }
        if let Some(name) = schema["$ref"].as_str() {
            let definition = self.definitions[name.rsplit('/').next().unwrap()].clone();
            return self.fill(&definition, starter, path);
        }
        let choices = |key: &str| schema[key].as_array().cloned().unwrap_or_default();
        let branches = [choices("anyOf"), choices("oneOf")].concat();
        if let Some(constant) = branches.iter().find_map(|branch| branch.get("const")) {
            return if starter.is_null() { constant.clone() } else { starter.clone() };
        }
        if let Some(branch) = branches.iter().find(|branch| branch["type"] != "null") {
            return self.fill(branch, starter, path);
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds[0].as_str(),
            kind => kind.as_str(),
        };
        match kind {
            Some("object") => {
                let fields = schema["properties"].as_object().unwrap();
                let filled = fields.iter().map(|(name, field)| {
                    let below = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    (name.clone(), self.fill(field, &starter[name], &below))
                });
                Value::Object(filled.filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>())
            }
            Some("array") => {
                let none = vec![Value::Null];
                let items = starter.as_array().filter(|items| !items.is_empty()).unwrap_or(&none);
                let fill = |(at, item): (usize, &Value)| self.fill(&schema["items"], item, &format!("{path}[{at}]"));
                Value::Array(items.iter().enumerate().map(fill).collect())
            }
            Some("string") if is_day(schema) => self.date(path),
            Some("string") if schema.get("enum").is_some() => {
                if starter.is_null() {
                    schema["enum"][0].clone()
                } else {
                    starter.clone()
                }
            }
            Some("string") => self.words(schema, path),
            Some("integer") if starter.is_null() => json!(schema["minimum"].as_u64().unwrap_or(6).max(6)),
            Some("integer") => starter.clone(),
            _ if schema.get("enum").is_some() => {
                if starter.is_null() {
                    json!(true)
                } else {
                    starter.clone()
                }
            }
            other => panic!("{path}: {other:?}"),
        }
    }

    fn words(&mut self, schema: &Value, path: &str) -> Value {
        let number = self.marks.len();
        let example = schema["examples"][0].as_str().unwrap_or_default();
        let answer = match example {
            web if web.starts_with("https") => format!("https://www.zq{number}x.example"),
            email if email.contains('@') => format!("zq{number}x@oakfield.example"),
            _ => (self.words)(number, schema["format"].as_str().unwrap_or_default()),
        };
        self.marks.push((path.to_owned(), answer.clone()));
        Value::String(answer)
    }

    fn date(&mut self, path: &str) -> Value {
        let first: Date = "2026-09-16".parse().unwrap();
        let date = first.plus_months(i32::try_from(self.marks.len()).unwrap());
        self.marks.push((path.to_owned(), date.in_words()));
        Value::String(date.to_string())
    }
}

/// Whether a field holds a day, or a day or month.
fn is_day(schema: &Value) -> bool {
    schema["format"] == "date" || schema["pattern"].as_str().is_some_and(|form| form.ends_with("(-[0-9]{2})?$"))
}

/// Whether a field is not there to be printed, as the catalogue says.
fn is_for_something_else(path: &str) -> bool {
    let plain: String = path.split('[').map(|part| part.rsplit(']').next().unwrap()).collect();
    library().catalogue.unprinted.holds(&plain, false)
}

/// How many people have each role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holders {
    One,
    Two,
}

/// A starter with every field filled. `words` gives the words of an answer by its number and the format of its field.
pub(crate) fn filled(name: &str, holders: Holders, words: &dyn Fn(usize, &str) -> String) -> Filled {
    let school = School::starter(name);
    let mut starter = serde_json::to_value(&school.profile).unwrap();
    starter["own_sections"] = json!([
        {"document": "careers-policy", "after": "vision", "title": "", "text": ""},
        {"document": "careers-policy", "before": "roles", "text": ""},
        {"document": "provider-access-policy", "after": "introduction", "title": "", "text": ""},
    ]);
    let years = starter["setting"]["year_groups"].clone();
    for list in ["encounters", "opportunities"] {
        let items = &mut starter["provider_access"][list];
        if items.as_array().is_none_or(Vec::is_empty) {
            *items = json!([{"year_groups": years, "in_school_day": true, "whole_cohort": true, "term": "autumn",
                "kind": "apprenticeship", "attendance": "mandatory"}]);
        }
    }
    let schema = profile_schema();
    let mut filler = Filler { definitions: &schema["$defs"], words, marks: Vec::new() };
    let mut answers = filler.fill(&schema, &starter, "");
    if holders == Holders::Two {
        for (role, person) in answers["roles"]
            .as_object_mut()
            .unwrap()
            .iter_mut()
            .filter(|(role, person)| person.is_object() && *role != "teachers")
        {
            let second = filler.fill(&schema["$defs"]["Person"], &Value::Null, &format!("roles.{role}.also[0]"));
            person["also"] = json!([second]);
        }
    }
    answers.as_object_mut().unwrap().retain(|heading, _| !["extends", "schools"].contains(&heading.as_str()));
    let marks =
        filler.marks.into_iter().filter(|(path, _)| !path.starts_with("schools") && path != "extends").collect();
    let profile: Profile = serde_json::from_value(answers).unwrap_or_else(|error| panic!("{name}: {error}"));
    Filled { school: School { profile, ..school }, marks }
}

/// The fields that an institution is told of, each alone or by a heading over it.
pub(crate) fn told(school: &School) -> Vec<String> {
    let findings = school.findings();
    let unused = findings.iter().filter(|finding| finding.code == Code::CP121);
    let places = unused.flat_map(|finding| std::iter::once(&finding.at).chain(finding.also.iter().map(|(at, _)| at)));
    let fields = places.filter_map(|place| match place {
        Place::Field(field) => Some(field.clone()),
        _ => None,
    });
    fields.collect()
}

/// Whether a field is told, or a heading over it.
pub(crate) fn is_told(field: &str, told: &[String]) -> bool {
    told.iter()
        .any(|of| field.strip_prefix(of.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])))
}
