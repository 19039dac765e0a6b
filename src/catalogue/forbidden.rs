//! What a pack may do to the requirements of the packs below it: add to them and tighten them, and nothing else.
//!
//! In: the requirements below, and those of one file that a pack puts in its place. Out: a finding for each thing that would make
//! the law weaker, or claim that the law is stronger than the built-in catalogue says.
//!
//! Not here: whether a clause still says what a requirement asks (`load`, and `check` for one profile).

use std::collections::BTreeMap;

use super::requirement::{Duty, Requirement};
use crate::finding::{Code, Finding};
use crate::law::Setting;

/// What a pack may not change but does, in its requirements of one source. `stem` is the name of the file.
pub(super) fn forbidden_changes(
    stem: &str,
    file: &str,
    below: &BTreeMap<String, Requirement>,
    above: &BTreeMap<String, Requirement>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut say = |id: &str, title: String, help: &str| {
        let finding = Finding::error(Code::CP309, title).at_file(file).with_help(help);
        findings.push(finding.for_requirement(id));
    };
    let same_source = below.iter().filter(|(id, _)| id.split('/').next() == Some(stem));
    for (id, old) in same_source {
        let Some(new) = above.get(id) else {
            say(
                id,
                format!("the pack drops the requirement `{id}`"),
                "keep it as it stands in the pack below; a pack may only add",
            );
            continue;
        };
        for setting in Setting::kinds() {
            let (was, is) = (old.duty_of(setting), new.duty_of(setting));
            if is < was {
                let title = format!(
                    "the pack lowers a duty of {}: `{id}` is {}, not {}",
                    setting.with_article(),
                    was.word(),
                    is.word()
                );
                say(id, title, "a pack may raise a duty, and may not lower one");
            }
        }
        let dropped: Vec<&str> =
            old.entry.needs.iter().filter(|need| !new.entry.needs.contains(need)).map(String::as_str).collect();
        if !dropped.is_empty() {
            let title = format!("the pack no longer asks for `{}`, which `{id}` needs", dropped.join("`, `"));
            say(id, title, "keep every field under `needs`; a pack may only add");
        }
        if new.entry.when.is_some() && new.entry.when != old.entry.when {
            say(
                id,
                format!("the pack changes when `{id}` is asked"),
                "keep `when` as it stands below, or leave it out",
            );
        }
        if old.entry.test.is_some() && new.entry.test != old.entry.test {
            say(id, format!("the pack changes what `{id}` is tested by"), "keep `test` as it stands below");
        }
        if old.entry.limit.is_some() && new.entry.limit != old.entry.limit {
            say(id, format!("the pack changes the limit of `{id}`"), "keep `limit` as it stands below");
        }
        if (&old.source, &old.url, &old.entry.cites, old.entry.certainty)
            != (&new.source, &new.url, &new.entry.cites, new.entry.certainty)
        {
            let title = format!("the pack changes the source of `{id}`, or how sure the reading of it is");
            say(id, title, "keep `source`, `url`, `cites` and `certainty` as they stand below");
        }
    }
    for (id, new) in above {
        let claims = Setting::kinds().find(|setting| {
            let was = below.get(id).map_or(Duty::NotApplicable, |old| old.duty_of(*setting));
            new.duty_of(*setting) == Duty::Statutory && was < Duty::Statutory
        });
        if let Some(setting) = claims {
            let title = format!("the pack calls `{id}` statutory for {}", setting.with_article());
            say(
                id,
                title,
                "what statute asks is the built-in catalogue's to say; write `required` for what your hub or trust insists on",
            );
        }
    }
    findings
}
