//! What is found in a profile, at the questions of its pages.
//!
//! In: findings with the profile that they are about. Out: [`FoundView`]s in the words of `check`, each with the place of its question; the words that
//! belong to a file alone are left out.

use serde::Serialize;

use super::asked::encoded;
use super::names::{anchor, page_path, without_numbers};
use super::seen::Seen;
use crate::finding::{Code, Context, Gravity, Mark, Place, Row};
use crate::form::{SectionName, field_label, without_signs};
use crate::profile::field_help;
use crate::text::{self, SourceId};
use crate::yaml::path_at;

/// What is found, as a page shows it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FoundView {
    /// The word by which it is marked, which is the name of its colour too: `law`, `recommended`.
    pub(super) gravity: &'static str,
    /// How it is marked for people.
    pub(super) mark: &'static str,
    /// What is wrong.
    pub(super) title: String,
    /// What to do.
    pub(super) help: Vec<String>,
    /// Why it is so.
    pub(super) notes: Vec<String>,
    /// The id of the question on its page.
    pub(super) anchor: String,
    /// The section.
    pub(super) section: String,
    /// The address of the question.
    pub(super) link: String,
    /// The field, as a page calls it.
    #[serde(skip)]
    pub(super) path: String,
    #[serde(skip)]
    weight: Gravity,
}

impl FoundView {
    /// Whether no finished document is made with it.
    pub(super) fn is_needed(&self) -> bool {
        self.weight >= Gravity::Required
    }

    /// Whether it is recommended, or to be looked at.
    pub(super) fn is_recommended(&self) -> bool {
        self.weight == Gravity::Recommended
    }
}

/// All that is found, the gravest first.
pub(super) fn found(seen: &Seen, text: &str, file: &str, sections: &[SectionName]) -> Vec<FoundView> {
    let context = seen.intake.context();
    let mut all: Vec<FoundView> = Vec::new();
    for finding in seen.findings.iter() {
        let row = Row::of(finding, &context);
        let by_place = || match finding.at {
            Place::Span(span) if is_own(&context, span.source, text) => path_at(seen.root.as_ref()?, span.start),
            _ => None,
        };
        let field = row.field.clone().or_else(by_place).unwrap_or_default();
        let path = page_path(&field);
        let heading = path.split(['.', '[']).next().unwrap_or_default();
        let section =
            sections.iter().find(|section| section.headings.contains(&heading)).map(|section| section.id.clone());
        let (section, anchor) = match section {
            Some(section) => (section, anchor(&path)),
            None => (String::new(), String::new()),
        };
        let link = match section.is_empty() {
            true => String::new(),
            false => format!("/profile/{}/{section}#{anchor}", encoded(file)),
        };
        let gravity = finding.gravity();
        all.push(FoundView {
            weight: gravity,
            gravity: gravity.word(),
            mark: mark(gravity),
            title: sentence(without_field(&row.title), &field),
            help: help(&row, &field),
            // What asks for an answer stands at its question in full.
            notes: match finding.code.is(Mark::Gap) {
                true => Vec::new(),
                false => row.notes.iter().map(|note| sentence(note, &field)).collect(),
            },
            anchor,
            section,
            link,
            path,
        });
    }
    let place = |found: &FoundView| sections.iter().position(|section| section.id == found.section);
    all.sort_by_key(|found| (std::cmp::Reverse(found.weight), place(found)));
    all
}

fn is_own(context: &Context<'_>, source: SourceId, text: &str) -> bool {
    context.sources.get(source).text == text
}

/// What is wrong, without the field that a list of findings names behind it: on a page it stands at its question.
fn without_field(title: &str) -> &str {
    title.strip_suffix("`)").and_then(|title| title.rsplit_once(" (`")).map_or(title, |(title, _)| title)
}

/// How a gravity is marked for people.
fn mark(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Law => "Asked by law",
        Gravity::Required => "Asked by your hub or trust",
        Gravity::Mistake => "To put right",
        Gravity::Recommended => "Recommended",
        Gravity::Note => "For information",
    }
}

/// What to do, without what is said of the signs of a file.
fn help(row: &Row, field: &str) -> Vec<String> {
    if row.code == Code::CP005 {
        return vec!["Answer this question.".to_owned()];
    }
    // What is missing is asked beside its help and example already.
    if row.code.is(Mark::Missing) {
        return Vec::new();
    }
    row.help.iter().map(|words| sentence(&without_signs(words), field)).collect()
}

/// A sentence with the labels of fields for their names, and without the signs of a file: of a line of it, what stands behind the colon.
fn sentence(words: &str, field: &str) -> String {
    let field = without_numbers(field);
    let above = field.rsplit_once('.').map_or("", |(above, _)| above);
    let known = |name: &str| {
        let beside = [name.to_owned(), format!("{above}.{name}"), format!("{field}.{name}")];
        beside.into_iter().map(|path| without_numbers(&path)).find(|path| field_help(path).is_some())
    };
    let mut said = String::new();
    for (at, part) in words.split('`').enumerate() {
        if at % 2 == 0 {
            said.push_str(part);
            continue;
        }
        let part = part.trim_end_matches(':');
        let shown = match (known(part), part.split_once(": ")) {
            (Some(path), _) => field_label(&path),
            (None, Some((name, value))) if known(name).is_some() => value.trim_matches('"').to_owned(),
            _ => part.to_owned(),
        };
        said.push_str(&format!("“{shown}”"));
    }
    text::sentence(&said)
}
