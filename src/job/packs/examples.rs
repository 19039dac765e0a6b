//! The invented institutions of `profiles/`, carried in the program: what a pack is tried on, wherever the program runs.
//!
//! In: a catalogue. Out: [`Example`]s, at least two for each of the twelve settings and for a trust: one with every answer filled in, and one
//! with no more than its duties need. The trust's schools are the other examples.

use std::collections::BTreeSet;

use include_dir::{Dir, include_dir};
use serde_json::Value;

use crate::catalogue::Catalogue;
use crate::law::{Setting, YearGroups};
use crate::profile::Profile;
use crate::text::Sources;
use crate::yaml::{overlay_values, read_over};

/// The starter profiles.
static PROFILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/profiles");
/// The one with every part filled in, from which the others are filled up.
const FULLEST: &str = "oakfield-academy.yaml";

/// An invented institution.
#[derive(Clone, Debug)]
pub(super) struct Example {
    /// Its name, and how much of its profile is filled in: "Wexcombe School, in full".
    pub name: String,
    /// Its profile.
    pub profile: Profile,
    /// The profiles of a trust's schools.
    pub schools: Vec<Profile>,
}

/// The trust.
const TRUST: &str = "meadowbank-learning-trust.yaml";

/// The examples for a catalogue.
pub(super) fn examples(catalogue: &Catalogue) -> Vec<Example> {
    let fullest = answers(FULLEST).unwrap_or_default();
    let is_school = |file: &&str| !file.ends_with("-trust.yaml");
    let schools = PROFILES.files().filter_map(|file| file.path().to_str()).filter(is_school).filter_map(answers);
    let each = schools.flat_map(|own| {
        let mut full = own;
        for (heading, other) in fullest.as_object().into_iter().flatten().filter(|(heading, _)| *heading != "setting") {
            full[heading] = overlay_values(other.clone(), full[heading].take());
        }
        let setting = serde_json::from_value(full["setting"]["type"].clone()).unwrap_or_default();
        let short = cut(&full, "", &needs(catalogue, setting));
        [("in full", full), ("with what is needed only", short)]
    });
    let examples = each.filter_map(|(how, answers)| {
        let profile: Profile = serde_json::from_value(answers).ok()?;
        Some(Example { name: format!("{}, {how}", profile.setting.name), profile, schools: Vec::new() })
    });
    let schools: Vec<Example> = examples.collect();
    let trusts = trusts(catalogue, &schools);
    schools.into_iter().chain(trusts).collect()
}

/// The trust with those of the examples that can belong to one.
fn trusts(catalogue: &Catalogue, examples: &[Example]) -> Vec<Example> {
    let full = answers(TRUST).unwrap_or_default();
    let short = cut(&full, "", &needs(catalogue, Setting::MultiAcademyTrust));
    let examples = [("in full", full), ("with what is needed only", short)].into_iter().filter_map(|(how, answers)| {
        let mut profile: Profile = serde_json::from_value(answers).ok()?;
        let schools = examples.iter().filter(|example| example.name.ends_with(how)).map(|example| &example.profile);
        let schools: Vec<Profile> =
            schools.filter(|school| school.setting.kind.can_belong_to_trust()).cloned().collect();
        let years = schools.iter().flat_map(|school| school.setting.year_groups.iter());
        profile.setting.year_groups = YearGroups::new(years);
        Some(Example { name: format!("{}, {how}", profile.setting.name), profile, schools })
    });
    examples.collect()
}

/// The answers of a starter profile with those that it shares; none for a file that is no profile of an institution.
fn answers(file: &str) -> Option<Value> {
    let text = |file: &str| PROFILES.get_file(file)?.contents_utf8();
    let own = text(file).filter(|_| file.ends_with(".yaml"))?;
    let shared = own.lines().find_map(|line| line.strip_prefix("extends: ")).and_then(|file| text(file.trim()));
    let mut sources = Sources::default();
    let mut whole = |text: &str| {
        let source = sources.add(file, text);
        sources.whole(source)
    };
    let spans: Vec<_> = shared.into_iter().chain([own]).map(&mut whole).collect();
    let (lowest, over) = spans.split_first()?;
    let profile = read_over::<Profile>(&sources, *lowest, over).ok()?.value;
    serde_json::to_value(profile).ok()
}

/// The fields that the binding requirements of a setting need, and those without which there is no profile.
fn needs(catalogue: &Catalogue, setting: Setting) -> BTreeSet<&str> {
    let binding = catalogue.requirements.values().filter(|requirement| requirement.duty_of(setting).is_binding());
    let needs = binding.flat_map(|requirement| &requirement.entry.needs).map(String::as_str);
    needs.chain(["setting.name", "setting.type", "setting.year_groups"]).collect()
}

/// Only those answers that are needed.
fn cut(value: &Value, path: &str, needs: &BTreeSet<&str>) -> Value {
    let fields = value.as_object().into_iter().flatten().filter_map(|(name, value)| {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let leads_on = format!("{path}.");
        match value {
            value if needs.contains(path.as_str()) => Some((name.clone(), value.clone())),
            Value::Object(_) if needs.iter().any(|need| need.starts_with(&leads_on)) => {
                Some((name.clone(), cut(value, &path, needs)))
            }
            _ => None,
        }
    });
    Value::Object(fields.collect())
}
