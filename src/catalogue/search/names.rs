//! Finds codes, fields, requirements, clauses and headings of documents by their names, by parts of them, and by the words for them.
//!
//! In: a catalogue, what was typed. Out: what fits best: what has just that name; or else what has it as the last part of its name; or else
//! what has the words in its name or in what is said of it.

use crate::catalogue::contents::Catalogue;
use crate::catalogue::outline::Section;
use crate::finding::CODES;
use crate::profile::{field_help, field_paths};
use crate::text::{Letters, find_words, suggest};

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    /// The code of a kind of finding.
    Code,
    /// A field or a heading of the profile.
    Field,
    /// A requirement.
    Requirement,
    /// A clause.
    Clause,
    /// A heading of a document.
    Section,
}

impl FoundKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            FoundKind::Code => "code",
            FoundKind::Field => "field",
            FoundKind::Requirement => "requirement",
            FoundKind::Clause => "clause",
            FoundKind::Section => "heading",
        }
    }
}

/// Something that can be explained.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// What kind of thing it is.
    pub kind: FoundKind,
    /// Its name: a code, an id, the path of a field; of a heading the id of its document and its own, `careers-policy#roles`.
    pub name: String,
    /// What is said of it, in one line.
    pub title: String,
}

/// How well something fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Whole,
    LastPart,
    InName,
    InTitle,
}

/// What has the name that was typed, or else what has it in its name, or else in what is said of it.
pub fn find_named(catalogue: &Catalogue, typed: &str) -> Vec<Found> {
    let words = folded(typed);
    if words.is_empty() {
        return Vec::new();
    }
    let mut fitting: Vec<(Fit, Found)> =
        all(catalogue).into_iter().filter_map(|found| Some((fit(&found, &words, typed.trim())?, found))).collect();
    let Some(best) = fitting.iter().map(|(fit, _)| *fit).min() else { return Vec::new() };
    // Whoever types a word looks for all that has it, and whoever types a name, with a hyphen or the like in it, for just that.
    let is_name = typed.contains(['-', '_', '.', '/', '#']);
    let last = if best <= Fit::Whole || (best == Fit::LastPart && is_name) { best } else { Fit::InTitle };
    fitting.retain(|(fit, _)| *fit <= last);
    fitting.sort();
    fitting.into_iter().map(|(_, found)| found).collect()
}

/// The name that is nearest to what was typed, whole or by its last part.
pub fn nearest(catalogue: &Catalogue, typed: &str) -> Option<String> {
    let all = all(catalogue);
    let names = || all.iter().map(|found| found.name.as_str());
    let near = suggest(typed, names()).or_else(|| {
        let near = suggest(typed, names().map(last_part))?;
        names().find(|name| last_part(name) == near)
    });
    near.map(str::to_owned)
}

fn fit(found: &Found, words: &str, typed: &str) -> Option<Fit> {
    let name = folded(&found.name);
    let has_words = |text: &str| find_words(text, words, Letters::Any).is_some();
    let is_heading = found.kind == FoundKind::Section && folded(&found.title) == words;
    if found.name.eq_ignore_ascii_case(typed) {
        Some(Fit::Exact)
    } else if name == words || (is_heading && typed.contains(' ')) {
        Some(Fit::Whole)
    } else if folded(last_part(&found.name)) == words || is_heading {
        Some(Fit::LastPart)
    } else if has_words(&name) || (words.contains(' ') && name.contains(words)) {
        Some(Fit::InName)
    } else if find_words(&found.title, typed, Letters::Any).is_some() || has_words(&folded(&found.title)) {
        Some(Fit::InTitle)
    } else {
        None
    }
}

/// Everything that can be explained.
fn all(catalogue: &Catalogue) -> Vec<Found> {
    let of = |kind, name: &str, title: &str| Found { kind, name: name.to_owned(), title: one_line(title) };
    let mut all: Vec<Found> = CODES.iter().map(|code| of(FoundKind::Code, code.id(), code.title())).collect();
    all.extend(field_paths().iter().map(|path| {
        let said = field_help(path).map(|help| help.description).unwrap_or_default();
        of(FoundKind::Field, path, &said)
    }));
    let requirements = catalogue.requirements.values();
    all.extend(requirements.map(|one| of(FoundKind::Requirement, &one.id, &one.entry.asks)));
    all.extend(catalogue.clauses.values().map(|clause| of(FoundKind::Clause, &clause.id, &clause.header.title)));
    for outline in &catalogue.outlines {
        let mut sections = Vec::new();
        [&outline.front, &outline.sections, &outline.appendices].into_iter().for_each(|own| gather(own, &mut sections));
        let named = sections
            .into_iter()
            .map(|section| of(FoundKind::Section, &format!("{}#{}", outline.document, section.id), &section.title));
        all.extend(named);
    }
    all
}

fn gather<'a>(sections: &'a [Section], all: &mut Vec<&'a Section>) {
    for section in sections {
        all.push(section);
        gather(&section.sections, all);
    }
}

/// What stands behind the last slash, full stop or number sign of a name.
fn last_part(name: &str) -> &str {
    name.rsplit(['/', '.', '#']).next().unwrap_or(name)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words in small letters, with one space for whatever stands between them.
fn folded(words: &str) -> String {
    let letters: String = words.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    one_line(&letters)
}
