//! The values that wording and conditions can speak of.
//!
//! In: a profile, the terms of its setting, the guidance edition it cites. Out: a [`Context`] for the engine: the answers of the
//! profile under their own names, and beside them what follows from them.
//!
//! Not here: what follows from a profile (`facts`), and its values (`values`).

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::value::{Serde, Value};
use minijinja::{Error, ErrorKind};

use super::budget::Budget;
use super::error::WordingError;
use super::filters::markdown_link;
use super::values::{fact_values, law_value, terms_of, value};
use crate::catalogue::{Edition, Phrases, Terms};
use crate::facts::{Facts, LawFacts};
use crate::profile::Profile;

/// The values that wording and conditions can speak of.
#[derive(Clone, Debug)]
pub struct Context {
    values: BTreeMap<String, Value>,
    /// The same values as the engine takes them, put together once.
    whole: Value,
    /// What all wording that runs with these values may take.
    budget: Arc<Budget>,
    /// Which conditions are true of these values: the same few are asked again and again.
    truths: Arc<Mutex<HashMap<String, bool>>>,
}

/// How a section is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The words of the reference: "section 3.2", "appendix 1".
    pub words: String,
    /// The heading's anchor.
    pub anchor: String,
}

/// Puts `people` and `names` into each role: everybody who shares it, and the names of those who have one.
fn name_everybody(roles: &mut serde_json::Value) {
    for role in roles.as_object_mut().into_iter().flat_map(serde_json::Map::values_mut) {
        let serde_json::Value::Object(first) = role else { continue };
        let others = first.get("also").and_then(serde_json::Value::as_array).cloned().unwrap_or_default();
        let people: Vec<serde_json::Value> = std::iter::once(first.clone().into()).chain(others).collect();
        let names = people.iter().filter_map(|person| person.get("name")).filter(|name| !name.is_null()).cloned();
        first.insert("names".to_owned(), names.collect());
        first.insert("people".to_owned(), people.into());
    }
}

impl Context {
    /// The values of one profile.
    pub fn new(profile: &Profile, terms: &Terms, phrases: &Phrases, edition: Option<&Edition>) -> Context {
        let mut values = BTreeMap::new();
        if let Ok(serde_json::Value::Object(mut fields)) = serde_json::to_value(profile) {
            fields.get_mut("roles").into_iter().for_each(name_everybody);
            values.extend(fields.into_iter().map(|(name, answer)| (name, Value::from(Serde(answer)))));
        }
        values.insert("detail".to_owned(), value(&profile.detail()));
        values.insert("annex".to_owned(), value(&profile.annex()));
        values.insert("term".to_owned(), value(&terms_of(profile, terms, phrases)));
        values.insert("described_here".to_owned(), Value::from(false));
        values.insert("schools".to_owned(), Value::from(Vec::<Value>::new()));
        let facts = fact_values(&Facts::of(profile), phrases, edition);
        values.extend(facts.into_iter().map(|(name, fact)| (name.to_owned(), fact)));
        Context { values, whole: Value::UNDEFINED, budget: Arc::default(), truths: Arc::default() }
            .with_references(BTreeMap::new())
            .with_title("")
    }

    /// Says of a school that its trust's file describes it, so that it has no other file of its own.
    pub fn describe_in_trusts_file(&mut self) {
        self.values.insert("described_here".to_owned(), Value::from(true));
        self.put_together();
    }

    /// The same values of a trust, with those of each of its schools, and with what `law.*` says of them all together.
    #[must_use]
    pub fn with_schools(
        mut self,
        schools: &[(&Profile, &Context)],
        phrases: &Phrases,
        edition: Option<&Edition>,
    ) -> Context {
        let values: Vec<Value> = schools.iter().map(|(_, context)| Value::from(context.values.clone())).collect();
        let profiles: Vec<&Profile> = schools.iter().map(|(profile, _)| *profile).collect();
        self.values.insert("schools".to_owned(), Value::from(values));
        self.values.insert("law".to_owned(), law_value(&LawFacts::of_schools(&profiles), phrases, edition));
        self.put_together();
        self
    }

    /// The same values, with `section` and `has_section` knowing these sections by their ids.
    #[must_use]
    pub fn with_references(mut self, references: BTreeMap<String, Reference>) -> Context {
        let references = Arc::new(references);
        let known = Arc::clone(&references);
        let section = move |id: String| {
            references.get(&id).map(|to| markdown_link(&to.words, &format!("#{}", to.anchor))).ok_or_else(|| {
                Error::new(ErrorKind::InvalidOperation, format!("there is no section `{id}` in this document"))
            })
        };
        self.values.insert("section".to_owned(), Value::from_function(section));
        self.values.insert("has_section".to_owned(), Value::from_function(move |id: String| known.contains_key(&id)));
        self.put_together();
        self
    }

    /// The same values, with `document.title` as the title of the document that is written.
    #[must_use]
    pub fn with_title(mut self, title: &str) -> Context {
        let document = BTreeMap::from([("title".to_owned(), Value::from(title))]);
        self.values.insert("document".to_owned(), Value::from(document));
        self.put_together();
        self
    }

    /// The same values, whose wording runs under this budget.
    #[must_use]
    pub fn with_budget(mut self, budget: &Arc<Budget>) -> Context {
        self.budget = Arc::clone(budget);
        self
    }

    /// What all wording that runs with these values may take.
    pub fn budget(&self) -> &Budget {
        &self.budget
    }

    /// Puts the values together after one of them has changed.
    fn put_together(&mut self) {
        self.whole = Value::from(self.values.clone());
        self.truths = Arc::default();
    }

    /// Whether a condition is true of these values, worked out when it is first asked.
    ///
    /// # Errors
    /// Those of working it out; they are not remembered.
    pub(super) fn truth(
        &self,
        condition: &str,
        work_out: impl FnOnce() -> Result<bool, WordingError>,
    ) -> Result<bool, WordingError> {
        let truths = || self.truths.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(truth) = truths().get(condition).copied() {
            return Ok(truth);
        }
        let truth = work_out()?;
        truths().insert(condition.to_owned(), truth);
        Ok(truth)
    }

    /// The values as the engine takes them.
    pub(super) fn value(&self) -> Value {
        self.whole.clone()
    }
}
