//! What a pack may do to the requirements of the packs below it: raise a duty, and ask for more where the law asks for nothing. What they say
//! of the law is closed to it; what it asks itself, it asks in a file of its own and in its own name.
//!
//! In: the requirements below, and those of one file that a pack puts in its place. Out: a finding (CP309) for each thing that would make
//! the law weaker, say of it what the packs below do not, or claim that it is stronger.
//!
//! Not here: whether a clause still says what a requirement asks (`load`, and `check` for one profile).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::requirement::{Duty, Requirement};
use crate::finding::{Code, Finding};
use crate::law::{SETTINGS, Setting};
use crate::text::CharacterKind;
use crate::yaml::Index;

/// What a requirement says of the law, field by field, and how each is called in a sentence.
const CLOSED: [(&str, &str); 11] = [
    ("asks", "what the law asks"),
    ("cites", "where the law asks it"),
    ("gap", "what a school is told that does not do it"),
    ("help", "what a school is told to do about it"),
    ("note", "what is noted of it"),
    ("subject", "what it is called"),
    ("limit", "the number that it sets"),
    ("guide", "the items of the hub guide that it carries"),
    ("statement", "the items of the statement that it carries"),
    ("certainty", "how sure the reading of it is"),
    ("sure_for", "for whom the reading of it is sure"),
];
/// What to do instead of changing any of these.
const OWN: &str = "take it out here: what the pack below says of the law stays as it is. What you ask yourself goes into a file of your own, such as `requirements/our-hub.yaml`, with a source of your own";

/// What a pack may not change but does, in its requirements of one source.
pub(super) struct Forbidden<'a> {
    /// The name of the file without its ending.
    pub(super) stem: &'a str,
    /// The file's name.
    pub(super) file: &'a str,
    /// Where its fields stand.
    pub(super) index: &'a Index,
    /// The requirements of the packs below.
    pub(super) below: &'a BTreeMap<String, Requirement>,
}

impl Forbidden<'_> {
    /// The findings on these requirements of the file.
    pub(super) fn changes(&self, above: &BTreeMap<String, Requirement>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (id, old) in self.below.iter().filter(|(id, _)| self.is_of_file(id)) {
            match above.get(id) {
                Some(new) => self.compare(old, new, &mut findings),
                None => findings.push(self.say(
                    id,
                    "",
                    format!("the pack drops the requirement `{id}`"),
                    "keep it as it stands in the pack below; a pack may only add",
                )),
            }
        }
        let is_known = self.below.keys().any(|id| self.is_of_file(id));
        let mut sources = BTreeSet::new();
        for (id, new) in above {
            self.claims(id, new, &mut findings);
            if is_known && !self.below.contains_key(id) {
                let title = format!("the pack adds `{id}` to what “{}” asks", new.source);
                findings.push(self.say(id, "", title, OWN));
            }
            if !is_known && sources.insert(&new.source) {
                findings.extend(self.borrowed(id, new));
            }
        }
        findings
    }

    fn is_of_file(&self, id: &str) -> bool {
        id.split('/').next() == Some(self.stem)
    }

    /// A finding at a field of a requirement, or at the requirement.
    fn say(&self, id: &str, field: &str, title: String, help: &str) -> Finding {
        let key = id.strip_prefix(self.stem).and_then(|key| key.strip_prefix('/')).unwrap_or(id);
        let entry = format!("requirements.{key}");
        let places = [self.index.name(&format!("{entry}.{field}")), self.index.name(field), self.index.name(&entry)];
        // What only a pack below says stands in a file of that one.
        let place = places.into_iter().flatten().find(|span| span.source == self.index.file());
        let finding = Finding::error(Code::CP309, title);
        let placed = match place {
            Some(span) => finding.at_span(span),
            None => finding.at_file(self.file),
        };
        placed.with_help(help).for_requirement(id)
    }

    fn compare(&self, old: &Requirement, new: &Requirement, findings: &mut Vec<Finding>) {
        let id = &old.id;
        for setting in Setting::kinds() {
            let (was, is) = (old.duty_of(setting), new.duty_of(setting));
            if is < was {
                let title = format!(
                    "the pack lowers a duty of {}: `{id}` is {}, not {}",
                    setting.with_article(),
                    was.word(),
                    is.word()
                );
                findings.push(self.say(id, "duty", title, "a pack may raise a duty, and may not lower one"));
            }
        }
        let fields = |requirement: &Requirement| serde_json::to_value(&requirement.entry).unwrap_or_default();
        let (was, is) = (fields(old), fields(new));
        for (field, what) in CLOSED {
            if was[field] != is[field] {
                let title = format!("the pack changes {what}, in `{field}` of `{id}`");
                findings.push(self.say(id, field, title, OWN).with_note(was_said(&was[field])));
            }
        }
        let of_file = [
            ("source", old.source == new.source),
            ("called", old.called == new.called),
            ("url", old.url == new.url),
            ("edition", old.edition == new.edition),
            ("through", old.through == new.through),
        ];
        for (field, _) in of_file.into_iter().filter(|(_, stays)| !stays) {
            let title = format!("the pack changes the law that is cited, in `{field}` of `{id}`");
            findings.push(self.say(id, field, title, OWN));
        }
        self.compare_conditions(old, new, findings);
    }

    /// What is needed, and when: more may be asked only where nothing is asked in the name of the law.
    fn compare_conditions(&self, old: &Requirement, new: &Requirement, findings: &mut Vec<Finding>) {
        let id = &old.id;
        let is_statutory = SETTINGS.into_iter().any(|setting| old.duty_of(setting) == Duty::Statutory);
        let (was, is) = (&old.entry, &new.entry);
        let not_in = |needs: &[String], others: &[String]| -> Vec<String> {
            needs.iter().filter(|need| !others.contains(need)).cloned().collect()
        };
        let dropped = not_in(&was.needs, &is.needs);
        if !dropped.is_empty() {
            let title = format!("the pack no longer asks for `{}`, which `{id}` needs", dropped.join("`, `"));
            findings.push(self.say(id, "needs", title, "keep every field under `needs`; a pack may only add"));
        }
        let added = not_in(&is.needs, &was.needs);
        if is_statutory && !added.is_empty() {
            let title = format!("the pack asks for `{}` as if statute did, in `needs` of `{id}`", added.join("`, `"));
            findings.push(self.say(id, "needs", title, OWN));
        }
        if was.when != is.when && (is.when.is_some() || is_statutory) {
            let title = format!("the pack changes when `{id}` is asked");
            findings.push(self.say(id, "when", title, "keep `when` as it stands below"));
        }
        if was.test != is.test && (was.test.is_some() || is_statutory) {
            let title = format!("the pack changes what `{id}` is tested by");
            findings.push(self.say(id, "test", title, "keep `test` as it stands below"));
        }
    }

    /// What statute asks is the built-in catalogue's to say.
    fn claims(&self, id: &str, new: &Requirement, findings: &mut Vec<Finding>) {
        let claims = Setting::kinds().find(|setting| {
            let was = self.below.get(id).map_or(Duty::NotApplicable, |old| old.duty_of(*setting));
            new.duty_of(*setting) == Duty::Statutory && was < Duty::Statutory
        });
        if let Some(setting) = claims {
            let title = format!("the pack calls `{id}` statutory for {}", setting.with_article());
            let help = "what statute asks is the built-in catalogue's to say; write `required` for what your hub or trust insists on";
            findings.push(self.say(id, "duty", title, help));
        }
    }

    /// That a file of the pack's own speaks in the name of a source below.
    fn borrowed(&self, id: &str, new: &Requirement) -> Option<Finding> {
        let plain = |words: &str| -> String {
            words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        if let Some(letter) = new.source.chars().chain(new.called.chars()).find(|c| looks_like_another(*c)) {
            let title = format!("the source of `{id}` holds `{letter}`, a letter that looks like another one");
            let help = "type the name of who asks for it again, in plain letters";
            return Some(self.say(id, "source", title, help));
        }
        let (source, called) = (plain(&new.source), plain(&new.called));
        let owner = self.below.values().find(|old| {
            // An act is known by its name and year, any other source by the whole of what it is called.
            let act = old.source.split(',').next().filter(|act| act.ends_with(|c: char| c.is_ascii_digit()));
            let is_of_act = match act.map(plain) {
                Some(act) => source.contains(&act) || called.contains(&act),
                None => source.starts_with(&plain(&old.source)) || called == plain(&old.called),
            };
            let same_page = |url: &String| new.url.as_ref().is_some_and(|own| plain(own) == plain(url));
            is_of_act || old.url.as_ref().is_some_and(same_page)
        })?;
        let title = format!("the pack asks for something of its own in the name of “{}”", owner.source);
        let help = "write who asks for it under `source`, such as the name of your hub or trust, and leave out the address of the law";
        Some(self.say(id, "source", title, help))
    }
}

/// Whether a letter passes for one of English and is none: a name of an act that is written with it is not known again.
fn looks_like_another(c: char) -> bool {
    let alphabets = ["Cyrillic", "Greek", "Armenian", "Georgian", "combining accent"];
    match CharacterKind::of(c) {
        CharacterKind::Script(name) => alphabets.contains(&name),
        CharacterKind::Disguised => true,
        _ => false,
    }
}

/// What stands in the pack below, as a note.
fn was_said(value: &Value) -> String {
    match value {
        Value::String(words) => format!("the pack below says: {}", words.trim()),
        Value::Null => "the pack below says nothing there".to_owned(),
        other => format!("the pack below has: {other}"),
    }
}
