//! Takes into a new profile what the register of schools says of an institution.
//!
//! In: what is known already, and an entry of the register. Out: what is known with the entry's answers, each to be confirmed by the school; and what has
//! to be said of it, in sentences. What was given stays: the register fills in what is not known.
//!
//! Nothing of the register is taken for certain: a school's own answer is the one that counts, and the file says of each that it is to be confirmed.

use super::begun::Begun;
use crate::job::library::Library;
use crate::law::{Date, Setting};
use crate::register::{Entry, Ours, Register, Standing, kind_of, standing};

/// What is written above an answer of the register's.
const CONFIRM: &str = "From the register: confirm it.";

/// Takes an entry of the register into what is known. Out: what has to be told of it, in sentences. `file` is the name of the extract.
///
/// # Errors
/// Why no profile is begun from it, in a sentence that says what to do.
pub fn take_entry(
    begun: &mut Begun,
    entry: &Entry,
    register: &Register,
    file: &str,
    library: &Library,
    today: Date,
) -> Result<Vec<String>, String> {
    let mut told = Vec::new();
    match standing(entry, register.successors(entry.urn)) {
        Standing::Open => {}
        Standing::Told(sentence) => told.push(sentence),
        Standing::Closed(sentence) => return Err(sentence),
    }
    if let (Some((low, high)), Some(last)) = (entry.ages, entry.years().and_then(|years| years.last()))
        && last < 7
    {
        let Entry { name, urn, .. } = entry;
        told.push(format!("{name} (URN {urn}) is for ages {low} to {high}, and careers guidance begins in Year 7"));
    }
    take_kind(begun, entry, &mut told)?;
    if begun.answer("setting.urn").is_none() {
        begun.take("setting.urn", &entry.urn.to_string(), library, today)?;
    }
    for (field, answer, remark) in answers(begun, entry) {
        if begun.answer(field).is_some() || !begun.has(field) {
            continue;
        }
        match begun.take(field, &answer, library, today) {
            Ok(_) => begun.confirm(field, remark),
            Err(why) => told.push(format!("`{field}` was left out, for the register has \"{answer}\": {why}")),
        }
    }
    begun.open_with(format!(
        "What is marked \"From the register\" stands so in Get Information About Schools ({file}). Confirm each answer, and delete the remark above it."
    ));
    told.iter().for_each(|sentence| begun.open_with(format!("{sentence}.").replace("..", ".")));
    Ok(told)
}

/// Takes the kind of institution, where none was given.
fn take_kind(begun: &mut Begun, entry: &Entry, told: &mut Vec<String>) -> Result<(), String> {
    let Entry { name, urn, .. } = entry;
    let theirs = entry.kind_name.clone().unwrap_or_else(|| "no kind".to_owned());
    let ours = kind_of(entry);
    match (ours, begun.setting) {
        (Ours::None(what), _) => {
            return Err(format!("no profile can be begun for {name} (URN {urn}): it is {what}"));
        }
        (Ours::OneOf(among, why), None) => {
            let among: Vec<&str> = among.iter().map(|setting| setting.id()).collect();
            let such_as = if among.is_empty() { String::new() } else { format!(", such as {}", among.join(", ")) };
            return Err(format!(
                "say with `--setting` what kind of institution {name} (URN {urn}) is{such_as}: {why} ({theirs})"
            ));
        }
        (Ours::OneOf(..), Some(_)) => {}
        (Ours::Is(setting), None) => {
            begun.setting = Some(setting);
            begun.confirm("setting.type", format!("From the register ({theirs}): confirm it."));
        }
        (Ours::Likely(setting, why), None) => {
            begun.setting = Some(setting);
            begun.confirm("setting.type", format!("NOT CERTAIN, from the register ({theirs}): {why}. Confirm it."));
            told.push(format!("the kind is not certain: {why}"));
        }
        (Ours::Is(setting) | Ours::Likely(setting, _), Some(given)) if setting != given => told.push(format!(
            "the register has it as {} ({theirs}), and you as {}",
            setting.with_article(),
            given.with_article()
        )),
        (Ours::Is(_) | Ours::Likely(..), Some(_)) => {}
    }
    Ok(())
}

/// The answers of an entry by their fields, each with the remark above it.
fn answers(begun: &Begun, entry: &Entry) -> Vec<(&'static str, String, String)> {
    entry_answers(begun.setting.unwrap_or_default(), entry)
        .into_iter()
        .map(|(field, answer)| {
            let remark = match entry.ages.filter(|_| field == "setting.year_groups") {
                Some((low, high)) => format!("From the register, by the statutory ages {low} to {high}: confirm them."),
                None => CONFIRM.to_owned(),
            };
            (field, answer, remark)
        })
        .collect()
}

/// The answers that an entry has for an institution of that kind, by their fields.
pub(in crate::job) fn entry_answers(setting: Setting, entry: &Entry) -> Vec<(&'static str, String)> {
    let trust = entry.trust.clone().filter(|_| setting.can_belong_to_trust());
    let years =
        entry.years().filter(|_| setting.has_year_groups()).map(|years| years.written().replace(['[', ']'], ""));
    let all = [
        ("setting.name", Some(entry.name.clone()).filter(|name| !name.is_empty())),
        ("setting.year_groups", years),
        ("setting.address", entry.address.clone()),
        ("setting.phone", entry.phone.clone()),
        ("setting.website", entry.website.clone()),
        ("setting.local_authority", entry.local_authority.clone()),
        ("setting.trust", trust),
        ("roles.head.name", entry.head.clone()),
        ("roles.head.title", entry.head_title.clone()),
    ];
    all.into_iter().filter_map(|(field, answer)| Some((field, answer?))).collect()
}
