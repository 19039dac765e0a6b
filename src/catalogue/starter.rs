//! A starter profile: every field of the schema with its comment, for one setting, to be filled in.
//!
//! In: the profile's schema, the catalogue, a setting. Out: YAML text. What the law asks of the setting is marked, and so is what
//! is recommended. Nothing in it is a made-up answer: fields are empty and examples stand in comments.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::Value;

use super::contents::Catalogue;
use super::requirement::{Duty, Requirement};
use crate::law::Setting;
use crate::profile::{headings, profile_schema};

/// Headings of a profile that a file of empty fields cannot have: each would take back the answer that is shared.
const LEFT_OUT: [&str; 1] = ["extends"];

/// Headings that only the profile of a trust has.
const OF_A_TRUST: [&str; 1] = ["schools"];

/// The starter profile of a setting, with the answers that are given by their fields, as they are written.
pub fn starter_profile(catalogue: &Catalogue, setting: Setting, given: &[(&str, String)]) -> String {
    let schema = profile_schema();
    let mut starter = Starter::new(catalogue, &schema, setting, given);
    starter.open();
    starter.fields(&schema, "", 0);
    starter.text
}

/// What the starter profile of a setting has under one heading, to be pasted into a profile; nothing if there is no such heading.
pub fn starter_section(catalogue: &Catalogue, setting: Setting, heading: &str) -> Option<String> {
    let schema = profile_schema();
    let heading = sections(setting).into_iter().find(|known| known.eq_ignore_ascii_case(heading))?;
    let property = schema.get("properties")?.get(heading)?;
    let mut starter = Starter::new(catalogue, &schema, setting, &[]);
    starter.line(0, &format!("# If your file has `{heading}:` already, put under it what it does not have yet; a heading stands once in a file."));
    starter.top(heading, property);
    Some(starter.text)
}

/// The headings of the starter profile of a setting.
pub fn sections(setting: Setting) -> Vec<&'static str> {
    headings().into_iter().filter(|heading| is_shown(heading, setting)).collect()
}

fn is_shown(heading: &str, setting: Setting) -> bool {
    let for_others = OF_A_TRUST.contains(&heading) && setting != Setting::MultiAcademyTrust;
    !LEFT_OUT.contains(&heading) && !for_others
}

/// The strongest duty of each field that a requirement needs, wherever it applies.
pub fn field_duties(catalogue: &Catalogue, setting: Setting) -> BTreeMap<String, Duty> {
    field_duties_of(catalogue.requirements.values(), setting)
}

/// The strongest duty of each field that one of these requirements needs.
pub fn field_duties_of<'a>(
    requirements: impl IntoIterator<Item = &'a Requirement>,
    setting: Setting,
) -> BTreeMap<String, Duty> {
    let mut duties = BTreeMap::new();
    for requirement in requirements {
        let duty = requirement.duty_of(setting);
        for field in &requirement.entry.needs {
            let strongest = duties.entry(field.clone()).or_insert(duty);
            *strongest = duty.max(*strongest);
        }
    }
    duties
}

struct Starter<'a> {
    schema: &'a Value,
    duties: BTreeMap<String, Duty>,
    setting: Setting,
    /// The answers that are known.
    given: &'a [(&'a str, String)],
    text: String,
}

impl<'a> Starter<'a> {
    fn new(catalogue: &Catalogue, schema: &'a Value, setting: Setting, given: &'a [(&'a str, String)]) -> Starter<'a> {
        Starter { schema, duties: field_duties(catalogue, setting), setting, given, text: String::new() }
    }

    fn open(&mut self) {
        let lines = [
            "# What your documents are made from. Write behind the colons; lines that begin with # are explanations."
                .to_owned(),
            format!(
                "# It is written for {}. What nothing can be made without is marked NEEDED, what",
                self.setting.with_article()
            ),
            "# the law asks of you LAW, what is recommended RECOMMENDED. The rest is yours to use or to leave empty."
                .to_owned(),
            "# Put telephone numbers in quotation marks: \"01632 960100\". Write dates as 2026-09-01.".to_owned(),
            "# What several schools answer alike can stand in one file: careers-policy explain extends".to_owned(),
        ];
        for line in lines {
            self.line(0, &line);
        }
    }

    fn line(&mut self, depth: usize, words: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "{}{words}", "  ".repeat(depth));
    }

    fn fields(&mut self, object: &Value, path: &str, depth: usize) {
        let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
        for (key, property) in properties {
            match depth {
                0 if is_shown(key, self.setting) => self.top(key, property),
                0 => {}
                _ => self.field(key, property, &format!("{path}.{key}"), depth),
            }
        }
    }

    /// A heading of the first level with all that can stand under it.
    fn top(&mut self, key: &str, property: &Value) {
        match key {
            "schools" => self.schools(property),
            _ => self.field(key, property, key, 0),
        }
    }

    fn field(&mut self, key: &str, property: &Value, path: &str, depth: usize) {
        if path == "setting.year_groups" && !self.setting.has_year_groups() {
            return;
        }
        let shape = self.resolve(property);
        let description = property
            .get("description")
            .or_else(|| shape.get("description"))
            .and_then(Value::as_str)
            .unwrap_or_default();
        let mark = match self.duties.get(path) {
            _ if path == "setting.name" || path == "setting.year_groups" => "NEEDED. ",
            Some(Duty::Statutory) => "LAW. ",
            Some(Duty::Required) => "REQUIRED. ",
            Some(Duty::Recommended) => "RECOMMENDED. ",
            _ => "",
        };
        if depth == 0 {
            self.text.push('\n');
        }
        let example = property.get("examples").or_else(|| shape.get("examples")).and_then(|examples| examples.get(0));
        let is_object = shape.get("properties").is_some();
        let items = shape.get("items").map(|items| self.resolve(items));
        let words = description.replace('\n', " ");
        match (is_object, items, example) {
            (true, ..) => {
                self.line(depth, &format!("# {mark}{words}"));
                self.line(depth, &format!("{key}:"));
                self.fields(&shape, path, depth + 1);
            }
            (false, Some(items), _) if items.get("properties").is_some() => {
                self.line(depth, &format!("# {mark}{words} Take the # away from an entry to fill it in."));
                self.line(depth, &format!("{key}:"));
                self.entry(&items, depth + 1);
            }
            (false, Some(_), example) => {
                self.line(depth, &format!("# {mark}{words}"));
                self.line(depth, &format!("{key}:"));
                let lines = example.and_then(Value::as_array).cloned().unwrap_or_default();
                for line in lines {
                    self.line(depth + 1, &format!("# - {}", scalar(&line)));
                }
            }
            (false, None, example) => {
                let such = example.map(|example| format!(" For example: {}", scalar(example))).unwrap_or_default();
                self.line(depth, &format!("# {mark}{words}{such}"));
                let given = self.given.iter().find(|(field, _)| *field == path).map(|(_, written)| written.as_str());
                let given = given.or((path == "setting.type").then_some(self.setting.id()));
                self.line(depth, format!("{key}: {}", given.unwrap_or_default()).trim_end());
            }
        }
    }

    /// The schools of a trust: one by its file, and one by its answers.
    fn schools(&mut self, property: &Value) {
        let description = property.get("description").and_then(Value::as_str).unwrap_or_default();
        self.text.push('\n');
        let lines = [
            format!("# NEEDED. {description}"),
            "# A school with a profile of its own is named by its file. Of any other, give what is its own, under the same headings as in"
                .to_owned(),
            "# a school's profile. Take the # away from an entry to fill it in.".to_owned(),
            "schools:".to_owned(),
            "  # - profile: oakfield-academy.yaml".to_owned(),
            "  # - setting: {name: Fellside School, type: academy, year_groups: 7-11, website: \"https://www.fellside.example\"}".to_owned(),
            "  #   roles:".to_owned(),
            "  #     careers_leader: {name: Douglas Pike, email: careers@fellside.example, phone: \"01632 960511\"}".to_owned(),
            "  #   programme: {summary_url: \"https://www.fellside.example/careers\"}".to_owned(),
            "  #   provider_access:".to_owned(),
            "  #     url: https://www.fellside.example/careers/providers".to_owned(),
            "  #     contact: {name: Douglas Pike, role: Careers Leader, email: careers@fellside.example}".to_owned(),
        ];
        lines.iter().for_each(|line| self.line(0, line));
    }

    /// One entry of a list, in comments, with an example for each of its fields.
    fn entry(&mut self, items: &Value, depth: usize) {
        let Some(properties) = items.get("properties").and_then(Value::as_object) else { return };
        // Of a year and a stage only the one is shown that such an institution works in.
        let unfit: &[&str] = match (properties.contains_key("stage"), self.setting.has_year_groups()) {
            (false, _) => &[],
            (true, true) => &["stage"],
            (true, false) => &["year_groups", "year_group"],
        };
        let shown = properties.iter().filter(|(key, _)| !unfit.contains(&key.as_str()));
        for (index, (key, property)) in shown.enumerate() {
            let shape = self.resolve(property);
            let example =
                property.get("examples").or_else(|| shape.get("examples")).and_then(|examples| examples.get(0));
            let choice = || choices(&shape).into_iter().next().map(Value::from);
            let shown = example.cloned().or_else(choice).map(|value| match value {
                Value::Array(lines) => format!("[{}]", lines.iter().map(scalar).collect::<Vec<_>>().join(", ")),
                other => scalar(&other),
            });
            let mark = if index == 0 { "- " } else { "  " };
            let nested = shape.get("items").is_some() && shown.is_none();
            if nested {
                self.line(depth, &format!("#   {key}: []"));
            } else {
                self.line(depth, format!("# {mark}{key}: {}", shown.unwrap_or_default()).trim_end());
            }
        }
    }

    /// A schema with its reference followed, and the branch that is not null taken.
    fn resolve(&self, property: &Value) -> Value {
        if let Some(name) = property.get("$ref").and_then(Value::as_str).and_then(|to| to.strip_prefix("#/$defs/")) {
            return self
                .schema
                .get("$defs")
                .and_then(|defs| defs.get(name))
                .map(|found| self.resolve(found))
                .unwrap_or_default();
        }
        if let Some(branches) = property.get("anyOf").and_then(Value::as_array)
            && property.get("x-years").is_none()
            && let Some(branch) =
                branches.iter().find(|branch| branch.get("type").and_then(Value::as_str) != Some("null"))
        {
            return self.resolve(branch);
        }
        property.clone()
    }
}

/// The choices of an enumeration, with or without comments of their own.
fn choices(shape: &Value) -> Vec<String> {
    let listed = shape.get("enum").and_then(Value::as_array).into_iter().flatten();
    let described =
        shape.get("oneOf").and_then(Value::as_array).into_iter().flatten().filter_map(|one| one.get("const"));
    listed.chain(described).filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether words would be taken for a number, and lose a leading zero or a full stop: a telephone number, a version.
fn is_number(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit()) && words.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '.')
}

/// A value as it is typed in YAML, in quotes only where it must be.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(words)
            if is_number(words) || words.starts_with('#') || words.contains(": ") || words.contains(" #") =>
        {
            format!("{words:?}")
        }
        Value::String(words) => words.clone(),
        other => other.to_string(),
    }
}
