//! Finds codes, fields, requirements, clauses and headings of documents by their names, by parts of them, and by the words for them.
//!
//! In: a catalogue, what was typed. Out: what fits best: what has just that name; or else what has it as the last part of its name; or else
//! what has the words in its name or in what is said of it.

use std::borrow::Cow;

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
    let all = all(catalogue);
    let mut fitting: Vec<(Fit, &Named<'_>)> =
        all.iter().filter_map(|named| Some((fit_of_name(named, &words, typed.trim())?, named))).collect();
    let best = fitting.iter().map(|(fit, _)| *fit).min();
    // Whoever types a word looks for all that has it, and whoever types a name, with a hyphen or the like in it, for just that.
    let is_name = typed.contains(['-', '_', '.', '/', '#']);
    match best.filter(|best| *best <= Fit::Whole || (*best == Fit::LastPart && is_name)) {
        Some(best) => fitting.retain(|(fit, _)| *fit == best),
        // To read what is said of each takes longer than all else, so it is read only here.
        None => fitting.extend(all.iter().filter_map(|named| {
            let is_new = fit_of_name(named, &words, typed.trim()).is_none();
            (is_new && named.speaks_of(&words, typed)).then_some((Fit::InTitle, named))
        })),
    }
    let mut fitting: Vec<(Fit, Found)> = fitting.into_iter().map(|(fit, named)| (fit, named.found())).collect();
    fitting.sort();
    fitting.into_iter().map(|(_, found)| found).collect()
}

/// The name that is nearest to what was typed, whole or by its last part.
pub fn nearest(catalogue: &Catalogue, typed: &str) -> Option<String> {
    let all = all(catalogue);
    let names = || all.iter().map(|named| named.name.as_ref());
    let near = suggest(typed, names()).or_else(|| {
        let near = suggest(typed, names().map(last_part))?;
        names().find(|name| last_part(name) == near)
    });
    near.map(str::to_owned)
}

/// How well a name fits what was typed.
fn fit_of_name(named: &Named<'_>, words: &str, typed: &str) -> Option<Fit> {
    let name = folded(&named.name);
    let is_heading = named.kind == FoundKind::Section && named.said.is_some_and(|title| folded(title) == words);
    if named.name.eq_ignore_ascii_case(typed) {
        Some(Fit::Exact)
    } else if name == words || (is_heading && typed.contains(' ')) {
        Some(Fit::Whole)
    } else if folded(last_part(&named.name)) == words || is_heading {
        Some(Fit::LastPart)
    } else if find_words(&name, words, Letters::Any).is_some() || (words.contains(' ') && name.contains(words)) {
        Some(Fit::InName)
    } else {
        None
    }
}

/// Something that has a name.
struct Named<'a> {
    kind: FoundKind,
    name: Cow<'a, str>,
    /// What is said of it; nothing of a field, whose help is looked up when it is asked for.
    said: Option<&'a str>,
}

impl Named<'_> {
    /// What is said of it, in one line.
    fn title(&self) -> String {
        match self.said {
            Some(said) => one_line(said),
            None => one_line(&field_help(&self.name).map(|help| help.description).unwrap_or_default()),
        }
    }

    /// Whether what is said of it has the words that were typed.
    fn speaks_of(&self, words: &str, typed: &str) -> bool {
        let title = self.title();
        [(title.as_str(), typed.trim()), (&folded(&title), words)]
            .into_iter()
            .any(|(title, words)| find_words(title, words, Letters::Any).is_some())
    }

    fn found(&self) -> Found {
        Found { kind: self.kind, name: self.name.to_string(), title: self.title() }
    }
}

/// Everything that can be explained.
fn all(catalogue: &Catalogue) -> Vec<Named<'_>> {
    let of = |kind, name, said| Named { kind, name: Cow::Borrowed(name), said: Some(said) };
    let mut all: Vec<Named<'_>> = CODES.iter().map(|code| of(FoundKind::Code, code.id(), code.title())).collect();
    let fields = field_paths().into_iter();
    all.extend(fields.map(|path| Named { kind: FoundKind::Field, name: Cow::Owned(path), said: None }));
    let requirements = catalogue.requirements.values();
    all.extend(requirements.map(|one| of(FoundKind::Requirement, &one.id, &one.entry.asks)));
    all.extend(catalogue.clauses.values().map(|clause| of(FoundKind::Clause, &clause.id, &clause.header.title)));
    for outline in &catalogue.outlines {
        let mut sections = Vec::new();
        [&outline.front, &outline.sections, &outline.appendices].into_iter().for_each(|own| gather(own, &mut sections));
        all.extend(sections.into_iter().map(|section| Named {
            kind: FoundKind::Section,
            name: Cow::Owned(format!("{}#{}", outline.document, section.id)),
            said: Some(&section.title),
        }));
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
