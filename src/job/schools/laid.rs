//! Lays answers over a profile's own text, and holds that nothing else in it changed.
//!
//! In: a profile that was taken in, and answers by their fields. Out: its text with them, and each that differs from before with its line.

use std::path::Path;

use serde_json::Value;

use crate::finding::Severity;
use crate::job::intake::{Institution, Intake};
use crate::job::rewritten::Rewritten;
use crate::law::YearGroups;
use crate::profile::{Profile, whole_schema};
use crate::yaml::{Meant, lay};

/// An answer that is another than the profile's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// The field.
    pub field: &'static str,
    /// The file and the line in which it stands now; nothing where it has no line yet.
    pub at: Option<(String, usize)>,
    /// What stands there now.
    pub old: Option<String>,
    /// The other answer.
    pub new: String,
}

/// The answers that differ from those of a profile.
pub(super) fn differing(
    intake: &Intake,
    institution: &Institution,
    answers: &[(&'static str, Value)],
    same: impl Fn(&str, &Value, &Value) -> bool,
) -> Vec<Differs> {
    let all = serde_json::to_value(&institution.profile).unwrap_or_default();
    let mut differing = Vec::new();
    for (field, new) in answers {
        let old = all.pointer(&pointer(field)).filter(|old| !is_nothing(old));
        if old.is_some_and(|old| old == new || same(field, old, new)) {
            continue;
        }
        let span = institution.index.value(field);
        let at = span.map(|span| (intake.sources.get(span.source).name.clone(), intake.sources.position(span).line));
        differing.push(Differs { field, at, old: old.map(in_words), new: in_words(new) });
    }
    differing
}

/// A profile's text with answers laid over it.
///
/// # Errors
/// Why they cannot be, in a sentence.
pub(super) fn laid_over(
    path: &Path,
    intake: &Intake,
    institution: &Institution,
    answers: &[(&'static str, Value)],
) -> Result<Rewritten, String> {
    let file = institution.index.file();
    let source = intake.sources.get(file);
    let mut meant = Vec::new();
    let mut expected = serde_json::to_value(&institution.profile).unwrap_or_default();
    for (field, value) in answers {
        let steps: Vec<&str> = field.split('.').collect();
        mean(&mut meant, &steps, value);
        if let Some(place) = expected.pointer_mut(&pointer(field)) {
            *place = value.clone();
        }
    }
    let laid = lay(&source.text, &meant, whole_schema())
        .map_err(|unplaced| format!("{}, line {}: {}", source.name, unplaced.line, unplaced.why))?;
    let changed = Intake::of_text(path, &laid.text).map_err(|failure| failure.to_string())?;
    let errors = |intake: &Intake| intake.findings.iter().filter(|found| found.severity == Severity::Error).count();
    let of = |profile: &Profile| serde_json::to_value(profile).unwrap_or_default();
    let is_meant = changed.institution.as_ref().is_some_and(|changed| of(&changed.profile) == expected);
    if !is_meant || errors(&changed) > errors(intake) {
        let fields: Vec<String> = answers.iter().map(|(field, _)| format!("`{field}`")).collect();
        return Err(format!(
            "{} is written in a way that this change would break; write {} there yourself",
            source.name,
            fields.join(", ")
        ));
    }
    Ok(Rewritten::new(path, source, laid.text))
}

/// Puts a value among what is meant, under its headings.
fn mean(meant: &mut Vec<(String, Meant)>, steps: &[&str], value: &Value) {
    let Some((step, rest)) = steps.split_first() else { return };
    if rest.is_empty() {
        return meant.push(((*step).to_owned(), as_meant(value)));
    }
    let at = meant.iter().position(|(name, _)| name == step).unwrap_or_else(|| {
        meant.push(((*step).to_owned(), Meant::Headings(Vec::new())));
        meant.len() - 1
    });
    if let Meant::Headings(below) = &mut meant[at].1 {
        mean(below, rest, value);
    }
}

fn as_meant(value: &Value) -> Meant {
    match value {
        Value::String(words) => Meant::Words(words.clone()),
        Value::Bool(true) => Meant::Bare("yes".to_owned()),
        Value::Bool(false) => Meant::Bare("no".to_owned()),
        Value::Array(_) => Meant::Bare(years(value).written()),
        other => Meant::Bare(other.to_string()),
    }
}

/// A value as it is told of.
fn in_words(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(_) => years(value).written(),
        other => other.to_string(),
    }
}

/// The only list that is one answer.
fn years(value: &Value) -> YearGroups {
    let years = value.as_array().into_iter().flatten();
    YearGroups::new(years.filter_map(|year| u8::try_from(year.as_u64()?).ok()))
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(words) => words.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn pointer(field: &str) -> String {
    format!("/{}", field.replace('.', "/"))
}
