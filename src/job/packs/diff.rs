//! What the highest of several packs changes.
//!
//! In: the folders of packs, the lowest first. Out: [`Difference`]s between the catalogue with the highest pack and the one without it: clauses,
//! partials, requirements, terms, outlines, dead names and the theme. Where the two highest are editions of one pack, the newer is held
//! against the older. Where it puts what statute asks into other words, the difference says so.
//!
//! Not here: how they are printed (`cli`).

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::law::LawInOtherWords;
use crate::catalogue::{Catalogue, Clause, DeadName, Duty, Form, Layer, Outline, Requirement, Section};
use crate::job::library::{Unloadable, layers};
use crate::law::SETTINGS;
use crate::text::{Change, Sources, line_changes};

/// What a pack changes in one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of thing it is: "Clauses".
    pub kind: &'static str,
    /// The thing: the id of a clause, the name of a document.
    pub name: String,
    /// What has become of it: "added", "changed".
    pub fate: &'static str,
    /// The places in the law, where it says what statute asks in other words than before.
    pub law: Vec<String>,
    /// Its lines, those that are new or gone and those that stayed.
    pub lines: Vec<Vec<Change>>,
}

/// The differences, and the names of the packs: the highest, and those below it.
pub struct PackDiff {
    /// The highest pack with its edition.
    pub pack: String,
    /// The packs below it with theirs; or the older edition of the same pack.
    pub below: String,
    /// What it changes.
    pub differences: Vec<Difference>,
}

/// What the highest of the packs in these folders changes.
///
/// # Errors
/// The findings on their files, where they cannot be loaded.
pub fn diff_packs(folders: &[PathBuf]) -> Result<PackDiff, Unloadable> {
    let mut sources = Sources::default();
    let loaded = layers(folders).and_then(|mut layers| {
        let highest = layers.pop();
        let old = Catalogue::load(&layers, &mut sources)?;
        let name = |layer: &Layer| layer.pack_name();
        if layers.len() > 1
            && highest.as_ref().and_then(name).is_some_and(|own| layers.last().and_then(name) == Some(own))
        {
            layers.pop();
        }
        layers.extend(highest);
        Ok((old, Catalogue::load(&layers, &mut sources)?))
    });
    let (old, new) = loaded.map_err(|findings| Unloadable { findings, sources })?;
    let mut differences = Vec::new();
    let mut add = |kind, old, new| differences.extend(compare(kind, old, new));
    add("Clauses", of(&old.clauses, clause_lines), of(&new.clauses, clause_lines));
    add("Partials", of(&old.partials, |words| units(words)), of(&new.partials, |words| units(words)));
    add("Requirements", of(&old.requirements, requirement_lines), of(&new.requirements, requirement_lines));
    add("Terms", terms(&old), terms(&new));
    add("Outlines", outlines(&old.outlines), outlines(&new.outlines));
    add("Dead names", dead_names(&old.dead_names), dead_names(&new.dead_names));
    add("Theme", theme(&old), theme(&new));
    let law = LawInOtherWords::of(&old, &new);
    for difference in &mut differences {
        difference.law = law.cited(difference.kind, &difference.name);
    }
    let pack = new.packs.last().map(|pack| format!("{} {}", pack.name, pack.edition)).unwrap_or_default();
    let is_edition = old.packs.len() == new.packs.len();
    let below = match old.packs.last().filter(|_| is_edition) {
        Some(older) => format!("{} {}", older.name, older.edition),
        None => old.editions_in_words(),
    };
    Ok(PackDiff { pack, below, differences })
}

/// Things by their names, each as lines.
type Things = BTreeMap<String, Vec<String>>;

fn of<T>(things: &BTreeMap<String, T>, lines: impl Fn(&T) -> Vec<String>) -> Things {
    things.iter().map(|(name, thing)| (name.clone(), lines(thing))).collect()
}

fn compare(kind: &'static str, old: Things, new: Things) -> Vec<Difference> {
    let gone = old
        .iter()
        .filter(|(name, _)| !new.contains_key(*name))
        .map(|(name, lines)| (name, "taken out", line_changes(lines, &[])));
    let there = new.iter().filter_map(|(name, lines)| match old.get(name) {
        None => Some((name, "added", line_changes(&[], lines))),
        Some(before) if before != lines => Some((name, "changed", line_changes(before, lines))),
        Some(_) => None,
    });
    gone.chain(there)
        .map(|(name, fate, lines)| Difference { kind, name: name.clone(), fate, law: Vec::new(), lines })
        .collect()
}

fn clause_lines(clause: &Clause) -> Vec<String> {
    let header = &clause.header;
    let mut lines = vec![format!("title: {}", header.title)];
    lines.extend(header.meets.iter().map(|id| format!("meets: {id}")));
    lines.extend(header.when.iter().map(|when| format!("when: {when}")));
    lines.extend(header.note.iter().map(|note| format!("note: {}", note.trim())));
    lines.extend(header.slot.iter().map(|slot| format!("slot: {slot}")));
    lines.push(format!("why: {}", header.why));
    lines.extend(units(&clause.wording));
    lines
}

/// Wording as lines that can be compared: a paragraph is one, however it is broken, and so is an item, a row of a table or a tag.
fn units(wording: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut runs_on = false;
    for line in wording.lines() {
        let words = line.trim();
        let begins = words.starts_with(['-', '|', '>', '#', '{']) || words.starts_with(|c: char| c.is_ascii_digit());
        match units.last_mut() {
            Some(unit) if runs_on && !begins && !words.is_empty() => *unit = format!("{unit} {words}"),
            _ if words.is_empty() => {}
            _ => units.push(words.to_owned()),
        }
        runs_on = !words.is_empty() && !words.starts_with('|') && !words.ends_with("%}");
    }
    units
}

fn requirement_lines(requirement: &Requirement) -> Vec<String> {
    let entry = &requirement.entry;
    let mut lines = vec![format!("asks: {}", entry.asks), format!("source: {}", requirement.citation())];
    for duty in [Duty::Statutory, Duty::Required, Duty::Recommended, Duty::Optional] {
        let bound: Vec<_> = SETTINGS.into_iter().filter(|setting| requirement.duty_of(*setting) == duty).collect();
        if bound.len() == SETTINGS.len() {
            lines.push(format!("{} for all kinds of institution", duty.word()));
        } else {
            lines.extend(bound.into_iter().map(|setting| format!("{} for {}", duty.word(), setting.with_article())));
        }
    }
    lines.extend(entry.needs.iter().map(|need| format!("needs: {need}")));
    let pieces = [
        ("when", &entry.when),
        ("test", &entry.test),
        ("gap", &entry.gap),
        ("help", &entry.help),
        ("note", &entry.note),
    ];
    lines.extend(pieces.into_iter().filter_map(|(name, words)| Some(format!("{name}: {}", words.as_ref()?.trim()))));
    lines
}

/// The terms by their names: what they are for each setting.
fn terms(catalogue: &Catalogue) -> Things {
    let mut things = Things::new();
    for (setting, terms) in &catalogue.terms {
        for (term, words) in terms {
            things.entry(term.clone()).or_default().push(format!("{words} in {}", setting.with_article()));
        }
    }
    things
}

/// The documents that are made, each as its sections and clauses.
fn outlines(outlines: &[Outline]) -> Things {
    let things = outlines.iter().map(|outline| {
        let mut lines = vec![format!("title: {}", outline.title), format!("summary: {}", outline.summary)];
        if outline.form == Form::Fragment {
            lines.push("form: a piece of a web page".to_owned());
        }
        let pieces = [
            ("in the place of", &outline.in_place_of),
            ("an annex of", &outline.annex_of),
            ("contact", &outline.contact),
            ("when", &outline.when),
        ];
        lines.extend(pieces.into_iter().filter_map(|(name, words)| Some(format!("{name}: {}", words.as_ref()?))));
        lines.extend(outline.cover.iter().map(|row| format!("on the cover: {}: {}", row.label, row.value)));
        for sections in [&outline.front, &outline.sections, &outline.appendices] {
            section_lines(sections, "", &mut lines);
        }
        (outline.document.clone(), lines)
    });
    things.collect()
}

fn section_lines(sections: &[Section], indent: &str, lines: &mut Vec<String>) {
    for section in sections {
        lines.push(format!("{indent}section {}: {}", section.id, section.title));
        lines.extend(section.clauses.iter().map(|clause| format!("{indent}  {clause}")));
        section_lines(&section.sections, &format!("{indent}  "), lines);
    }
}

fn dead_names(names: &[DeadName]) -> Things {
    names.iter().map(|dead| (dead.name.clone(), vec![dead.why.trim().to_owned()])).collect()
}

/// The values of the theme by their names, and its files by theirs.
fn theme(catalogue: &Catalogue) -> Things {
    let mut things = Things::new();
    flatten(&serde_json::to_value(&catalogue.theme.tokens).unwrap_or_default(), "", &mut things);
    let files = catalogue.theme.files.iter().filter(|(name, _)| name.as_str() != "theme.yaml");
    things.extend(files.map(|(name, bytes)| {
        (name.clone(), vec![format!("{} bytes, SHA-256 {}", bytes.len(), crate::text::sha256(bytes))])
    }));
    things
}

fn flatten(value: &Value, path: &str, things: &mut Things) {
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            let dot = if path.is_empty() { "" } else { "." };
            fields.iter().for_each(|(name, value)| flatten(value, &format!("{path}{dot}{name}"), things));
        }
        Value::String(words) => drop(things.insert(path.to_owned(), vec![words.clone()])),
        other => drop(things.insert(path.to_owned(), vec![other.to_string()])),
    }
}
