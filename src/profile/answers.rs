//! Which answers of a profile have been given.
//!
//! In: a [`Profile`]. Out: [`Answers`], asked by the path of a field: `roles.careers_leader.email`.

use serde_json::Value;

use super::people::ALSO;
use super::whole::Profile;

/// A profile's answers by their paths.
#[derive(Clone, Debug)]
pub struct Answers {
    all: Value,
    /// Those in words, with their paths.
    texts: Vec<(String, String)>,
}

impl Answers {
    /// The answers of a profile.
    pub fn of(profile: &Profile) -> Answers {
        let all = serde_json::to_value(profile).unwrap_or_default();
        let mut single = Vec::new();
        gather(&all, String::new(), &mut single);
        let in_words = |(path, value): (String, &Value)| Some((path, value.as_str()?.to_owned()));
        let texts = single.into_iter().filter_map(in_words).collect();
        Answers { all, texts }
    }

    /// Whether the field holds anything: words that are not blank, a list that is not empty, a heading under which
    /// something stands.
    pub fn is_given(&self, path: &str) -> bool {
        let steps: Vec<&str> = path.split('.').collect();
        lacking(&self.all, &steps).is_none()
    }

    /// Where an answer is lacking that is asked of everybody who shares a role: `roles.careers_leader.also[0].email`. The path itself where
    /// no role is shared.
    pub fn place_of_missing(&self, path: &str) -> String {
        let steps: Vec<&str> = path.split('.').collect();
        lacking(&self.all, &steps).unwrap_or_else(|| path.to_owned())
    }

    /// Whether there is a field of that path at all.
    pub fn is_known(&self, path: &str) -> bool {
        path.split('.').try_fold(&self.all, |value, key| value.get(key)).is_some()
    }

    /// Every answer in words, with the path of its field: `provider_access.encounters[2].title`.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Every single answer that is not empty: words, numbers, yes or no, each with the path of its field.
    pub fn given(&self) -> Vec<(String, &Value)> {
        let mut given = Vec::new();
        gather(&self.all, String::new(), &mut given);
        given.retain(|(_, value)| holds_anything(value));
        given
    }

    /// Those of the paths whose fields hold nothing.
    pub fn missing<'a>(&self, paths: impl IntoIterator<Item = &'a String>) -> Vec<String> {
        paths.into_iter().filter(|path| !self.is_given(path)).cloned().collect()
    }
}

/// What is asked of each of those who share a role, and not of one of them.
const OF_EACH: [&str; 3] = ["name", "email", "phone"];

/// The way to the first place at which a value does not hold the answer of that path.
fn lacking(value: &Value, path: &[&str]) -> Option<String> {
    let Some((step, rest)) = path.split_first() else { return (!holds_anything(value)).then(String::new) };
    let below = |way: String| if way.is_empty() { (*step).to_owned() } else { format!("{step}.{way}") };
    let own = value.get(step).map_or_else(|| Some(rest.join(".")), |value| lacking(value, rest)).map(below);
    let others = value.get(ALSO).and_then(Value::as_array).filter(|_| rest.is_empty() && OF_EACH.contains(step));
    let mut others = others.into_iter().flatten().enumerate();
    own.or_else(|| others.find_map(|(at, other)| Some(format!("{ALSO}[{at}].{}", lacking(other, path)?))))
}

/// The single values in a value, with their paths.
fn gather<'a>(value: &'a Value, path: String, single: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| gather(item, format!("{path}[{index}]"), single));
        }
        Value::Object(fields) => {
            let dot = if path.is_empty() { "" } else { "." };
            fields.iter().for_each(|(key, field)| gather(field, format!("{path}{dot}{key}"), single));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => single.push((path, value)),
    }
}

fn holds_anything(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(_) | Value::Number(_) => true,
        Value::String(words) => !words.trim().is_empty(),
        Value::Array(items) => items.iter().any(holds_anything),
        Value::Object(fields) => fields.values().any(holds_anything),
    }
}

#[cfg(test)]
mod tests {
    use super::Answers;
    use crate::profile::Profile;

    #[test]
    fn a_heading_with_nothing_under_it_is_not_given() {
        let mut profile = Profile::default();
        assert!(!Answers::of(&profile).is_given("roles.careers_leader"));
        profile.roles.careers_leader.name = Some("Ada".into());
        let answers = Answers::of(&profile);
        assert!(answers.is_given("roles.careers_leader"));
        assert!(!answers.is_given("roles.careers_leader.email"));
        assert!(answers.is_known("roles.careers_leader.email"));
        assert!(!answers.is_known("roles.careers_leader.mail"));
    }

    #[test]
    fn every_answer_in_words_is_listed_with_its_field() {
        let mut profile = Profile::default();
        profile.setting.name = "Oakfield".into();
        profile.vision.aims = vec!["see".into(), "do".into()];
        let answers = Answers::of(&profile);
        let texts: Vec<(&str, &str)> = answers.texts().collect();
        assert!(texts.contains(&("setting.name", "Oakfield")));
        assert!(texts.contains(&("vision.aims[1]", "do")));
    }
}
