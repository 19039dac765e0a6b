//! What a page asks, section by section: the same questions as a workbook's, with lists inside lists, made from the schema of the profile.
//!
//! In: a [`View`]. Out: a [`Section`] with its [`Question`]s, in the order of the documents. Not here: answers (`values`), or markup.

use super::labels::{FIELD_SHEETS, TABLE_SHEETS, in_words, label};
use super::plan::{Asked, Field, View, field, fits, holds_fields, is_shown, said};
use crate::law::Setting;
use crate::profile::{ALSO, whole_schema};
use crate::text::{capital, slug};
use crate::yaml::{Expects, FieldSchema, Form};

/// The section of what belongs to no other.
const FURTHER: &str = "Further";
/// The schools of a trust. A page asks for the file of each, which is a profile of its own; one that the trust's file describes stays as it is there.
const SCHOOLS: &str = "schools";
/// What is said of a list in a workbook, and how a page says it.
const OF_A_PAGE: [(&str, &str); 3] = [
    (" A second person who shares the role has rows of their own.", ""),
    (" Several stand one to a row, the lowest first.", " Several stand one to a line, the lowest first."),
    ("one to a row", "one to a line"),
];

/// What a section of the form is called, and what it asks for. Each is a page of its own.
#[derive(Clone)]
pub(crate) struct SectionName {
    /// Its name in addresses.
    pub(crate) id: String,
    /// Its heading.
    pub(crate) title: &'static str,
    /// The headings of the profile that it asks for.
    pub(crate) headings: Vec<&'static str>,
}

/// A section of the form.
pub(crate) struct Section {
    /// What it is called.
    pub(crate) name: SectionName,
    /// What it is about.
    pub(crate) about: String,
    /// Its questions under their headings.
    pub(crate) groups: Vec<QuestionGroup>,
}

/// Questions under one heading.
pub(crate) struct QuestionGroup {
    /// The heading of the profile; nothing for the first questions of a section.
    pub(crate) path: String,
    /// The heading; the first questions of a section have none.
    pub(crate) label: Option<String>,
    /// What it is about.
    pub(crate) about: String,
    /// Its questions.
    pub(crate) questions: Vec<Question>,
}

/// A question.
pub(crate) struct Question {
    /// Its field: `roles.careers_leader`; of a question about an entry, from there on: `name`.
    pub(crate) path: String,
    /// What is asked.
    pub(crate) label: String,
    /// What is said of it.
    pub(crate) help: String,
    /// How it could be answered.
    pub(crate) example: String,
    /// How strongly it is asked.
    pub(crate) asked: Asked,
    /// What it is answered with.
    pub(crate) kind: QuestionKind,
    pub(super) schema: FieldSchema<'static>,
}

/// What a question is answered with.
pub(crate) enum QuestionKind {
    /// Words on a line.
    Line(LineKind),
    /// Words with room, in Markdown.
    Long,
    /// A day.
    Date,
    /// One of some words: as it is written, and as it is shown.
    Choice(Vec<(String, String)>),
    /// Several, one to a line.
    Lines,
    /// Entries, each with answers of its own.
    Entries {
        /// What is asked of each.
        questions: Vec<Question>,
        /// Whether they are people who share a role: one alone is no list.
        people: bool,
    },
}

/// What a line is, for the browser to help with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineKind {
    Words,
    Email,
    Phone,
    Web,
    Number,
}

/// The sections of a form; they are the same for everybody.
pub(crate) fn section_names() -> Vec<SectionName> {
    let name = |title: &'static str, headings: Vec<&'static str>| SectionName { id: slug(title), title, headings };
    let mut names: Vec<SectionName> =
        FIELD_SHEETS.iter().map(|(title, headings)| name(title, headings.to_vec())).collect();
    names[0].headings.push(SCHOOLS);
    let is_known = |heading: &str| FIELD_SHEETS.iter().any(|(_, headings)| headings.contains(&heading));
    let further = TABLE_SHEETS.iter().map(|(path, _)| *path).filter(|path| !path.contains('.') && !is_known(path));
    names.push(name(FURTHER, further.collect()));
    names
}

/// A section with its questions.
pub(crate) fn section(view: &View<'_>, name: SectionName) -> Section {
    let headings = &name.headings;
    let mut groups =
        vec![QuestionGroup { path: String::new(), label: None, about: String::new(), questions: Vec::new() }];
    for heading in headings {
        let Some(schema) = whole_schema().property(heading) else { continue };
        if *heading == SCHOOLS && view.setting != Some(Setting::MultiAcademyTrust) {
            continue;
        }
        match holds_fields(schema) && !is_list(schema) {
            true => gather(view, schema, heading, &mut groups, 0),
            false => groups[0].questions.push(question(view, schema, heading, heading)),
        }
    }
    groups.retain(|group| !group.questions.is_empty());
    let about = match headings[..] {
        [only] | [only, SCHOOLS] => {
            whole_schema().property(only).and_then(|schema| schema.description()).unwrap_or_default()
        }
        _ if name.title == FURTHER => "What stands in few schools' documents, and what you leave out on purpose.",
        _ => "How the documents look, and where what they share with others stands.",
    };
    Section { about: of_a_page(said(about, headings[0])), groups, name }
}

/// The questions under a heading, and after them those under the headings below it.
fn gather(view: &View<'_>, schema: FieldSchema<'static>, path: &str, groups: &mut Vec<QuestionGroup>, into: usize) {
    for name in schema.names().filter(|name| *name != ALSO) {
        let Some(property) = schema.property(name).filter(|property| !property.repeats()) else { continue };
        let below = format!("{path}.{name}");
        if !holds_fields(property) {
            if is_shown(view, path, name) {
                groups[into].questions.push(question(view, property, &below, &below));
            }
            continue;
        }
        if property.shares() || is_list(property) {
            // A list has a heading of its own.
            let questions = vec![question(view, property, &below, &below)];
            groups.push(QuestionGroup { path: String::new(), label: None, about: String::new(), questions });
            continue;
        }
        let about = of_a_page(said(property.description().unwrap_or_default(), &below));
        groups.push(QuestionGroup { path: below.clone(), label: Some(label(&below)), about, questions: Vec::new() });
        let own = groups.len() - 1;
        gather(view, property, &below, groups, own);
    }
}

fn is_list(schema: FieldSchema<'_>) -> bool {
    matches!(schema.expects(), Expects::List(_))
}

/// A question. `path` is where it stands in the file, `own` how it is called where it is asked.
fn question(view: &View<'_>, schema: FieldSchema<'static>, path: &str, own: &str) -> Question {
    let Field { label, help, example, asked, .. } = field(view, schema, path, None);
    let kind = match schema.expects() {
        _ if holds_fields(schema) => {
            let entry = schema.entry();
            let people = schema.shares();
            let is_asked = |name: &str| match people {
                true => is_shown(view, path, name),
                false if path == SCHOOLS => name == "profile",
                false => fits(view, entry, path, name),
            };
            let names = entry.names().filter(|name| *name != ALSO && is_asked(name));
            let questions = names.filter_map(|name| {
                let mut question = question(view, entry.property(name)?, &format!("{path}.{name}"), name);
                if entry.required().contains(&name) {
                    question.asked = Asked::Needed;
                }
                Some(question)
            });
            QuestionKind::Entries { questions: questions.collect(), people }
        }
        Expects::Choice(choices) => {
            let kind = |choice: &str| Setting::from_id(choice).map(|kind| capital(kind.without_article()));
            let shown = |choice: &str| kind(choice).unwrap_or_else(|| in_words(choice));
            QuestionKind::Choice(choices.into_iter().map(|choice| (choice.to_owned(), shown(choice))).collect())
        }
        Expects::YesNo => {
            QuestionKind::Choice([("yes", "Yes"), ("no", "No")].map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec())
        }
        Expects::List(entry) if matches!(entry.expects(), Expects::Text) => QuestionKind::Lines,
        Expects::Date => QuestionKind::Date,
        Expects::AnyOf(kinds) if kinds.iter().any(|kind| matches!(kind.expects(), Expects::Date)) => QuestionKind::Date,
        Expects::Text if schema.keyword("format").is_some() => QuestionKind::Long,
        _ => QuestionKind::Line(match schema.form() {
            Some(Form::Email) => LineKind::Email,
            Some(Form::Phone) => LineKind::Phone,
            Some(Form::Web) => LineKind::Web,
            Some(Form::Digits(_) | Form::Number | Form::PerCent) => LineKind::Number,
            _ if matches!(schema.expects(), Expects::Whole) => LineKind::Number,
            _ => LineKind::Words,
        }),
    };
    let help = of_a_page(help);
    let help = match &kind {
        // The words of a choice as they are shown: "all year".
        QuestionKind::Choice(choices) => {
            let signs = choices.iter().filter(|(choice, _)| choice.contains('_'));
            signs.fold(help, |help, (choice, shown)| help.replace(choice.as_str(), &shown.to_lowercase()))
        }
        QuestionKind::Lines if !help.contains("to a line") => format!("{help} One to a line."),
        _ => help,
    };
    Question { path: own.to_owned(), label, help, example, asked, kind, schema }
}

fn of_a_page(words: String) -> String {
    OF_A_PAGE.iter().fold(words, |words, (there, here)| words.replace(there, here))
}
