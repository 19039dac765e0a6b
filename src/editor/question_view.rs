//! A question with its answer, as a page shows it.
//!
//! In: a section's questions, the tree of the profile, what is found, what is shared. Out: [`QuestionView`]s for the pages' templates.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::findings::FoundView;
use super::names::{anchor, without_numbers};
use crate::catalogue::{Catalogue, Certainty, Duty, Requirement};
use crate::form::{Asked, Given, LineKind, Question, QuestionKind, blank_entry, node_at, shown};
use crate::law::{Date, Setting};
use crate::yaml::Node;

/// A question and its answer.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct QuestionView {
    /// `line`, `long`, `date`, `choice`, `lines`, `entries`, or `kept` where a page cannot show the answer.
    kind: &'static str,
    /// The kind of the input of a line.
    input: &'static str,
    /// The field: the name of the input.
    name: String,
    /// The id of the input.
    anchor: String,
    label: String,
    help: String,
    example: String,
    /// How strongly it is asked, in words.
    asked: &'static str,
    /// The same as the name of a colour.
    duty: &'static str,
    laws: Vec<LawView>,
    value: String,
    choices: Vec<ChoiceView>,
    rows: Vec<RowView>,
    found: Vec<FoundView>,
    /// The page and the anchor in it at which the answer is printed.
    pub(super) place: String,
    /// What is shared from another file.
    inherited: Option<String>,
    /// Whether the own answer stands in place of a shared one.
    overrides: bool,
    /// Whether this is where the page begins.
    focus: bool,
    /// Whether the entries of the list are people who share a role.
    people: bool,
}

#[derive(Clone, Debug, Serialize)]
struct ChoiceView {
    value: String,
    label: String,
    selected: bool,
}

/// An entry of a list.
#[derive(Clone, Debug, Serialize)]
struct RowView {
    /// Its field: `provider_access.encounters[2]`.
    name: String,
    anchor: String,
    title: String,
    questions: Vec<QuestionView>,
    found: Vec<FoundView>,
    is_first: bool,
    is_last: bool,
}

/// What asks for an answer.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LawView {
    asks: String,
    source: String,
    cites: String,
    url: String,
    duty: &'static str,
    note: String,
}

/// What the views of a section are made of.
pub(super) struct Sight<'a> {
    pub(super) root: &'a Node,
    pub(super) found: &'a [FoundView],
    pub(super) inherited: &'a BTreeMap<String, String>,
    pub(super) catalogue: Option<&'a Catalogue>,
    /// The requirements that are asked of the institution.
    pub(super) asked: &'a BTreeSet<String>,
    pub(super) setting: Option<Setting>,
    /// The list to which a blank entry is added.
    pub(super) add: Option<&'a str>,
    /// Where an answer is printed, by its field.
    pub(super) place: &'a dyn Fn(&str) -> String,
}

impl Sight<'_> {
    /// A question of the page.
    pub(super) fn question(&self, question: &Question) -> QuestionView {
        let given = shown(question, node_at(self.root, &question.path));
        self.view(question, &question.path, given.as_ref())
    }

    fn view(&self, question: &Question, name: &str, given: Option<&Given>) -> QuestionView {
        let plain = without_numbers(name);
        let mut view = QuestionView {
            name: name.to_owned(),
            anchor: anchor(name),
            label: question.label.clone(),
            help: question.help.clone(),
            example: question.example.clone(),
            asked: question.asked.words(),
            duty: duty(question.asked),
            laws: self.laws(&plain),
            found: self.found.iter().filter(|found| found.path == name).cloned().collect(),
            place: (self.place)(&plain),
            inherited: self.inherited.get(name).cloned(),
            ..QuestionView::default()
        };
        let Some(given) = given else {
            view.kind = "kept";
            return view;
        };
        let words = match given {
            Given::Words(words) => words.clone(),
            Given::Entries(_) => String::new(),
        };
        view.kind = match &question.kind {
            QuestionKind::Line(kind) => {
                view.input = input(*kind);
                "line"
            }
            // What is no whole date is shown as it stands.
            QuestionKind::Date if words.is_empty() || words.parse::<Date>().is_ok() => "date",
            QuestionKind::Date => {
                view.input = "text";
                "line"
            }
            QuestionKind::Long => "long",
            QuestionKind::Lines => "lines",
            QuestionKind::Choice(choices) => {
                view.choices = choice_views(choices, &words);
                "choice"
            }
            QuestionKind::Entries { questions, people } => {
                view.people = *people;
                view.rows = self.rows(question, questions, name, given);
                "entries"
            }
        };
        view.value = words;
        view
    }

    fn rows(&self, list: &Question, questions: &[Question], name: &str, given: &Given) -> Vec<RowView> {
        let mut rows = match given {
            Given::Entries(rows) => rows.clone(),
            Given::Words(_) => Vec::new(),
        };
        let adds = self.add == Some(name);
        let QuestionKind::Entries { people, .. } = list.kind else { return Vec::new() };
        // Where there is nothing yet, there is room for a first one; in an entry always, for a page that is not saved yet.
        if adds || rows.is_empty() && (people || list.asked != Asked::Not || name.contains('[')) {
            rows.push(blank_entry(questions));
        }
        let last = rows.len().saturating_sub(1);
        let row = |(at, row): (usize, &Vec<Given>)| {
            let name = format!("{name}[{at}]");
            let mut views: Vec<QuestionView> = questions
                .iter()
                .zip(row)
                .map(|(question, given)| self.view(question, &format!("{name}.{}", question.path), Some(given)))
                .collect();
            if adds
                && at == last
                && let Some(first) = views.first_mut()
            {
                first.focus = true;
            }
            let words: String = row
                .iter()
                .find(|given| matches!(given, Given::Words(words) if !words.is_empty()))
                .map(Given::in_words)
                .unwrap_or_default();
            let number = format!("{} {}", if people { "Person" } else { "Entry" }, at + 1);
            RowView {
                anchor: anchor(&name),
                title: if words.is_empty() || people { number } else { format!("{number}: {}", short(&words)) },
                found: self.found.iter().filter(|found| found.path == name).cloned().collect(),
                name,
                questions: views,
                is_first: at == 0,
                is_last: at == last,
            }
        };
        rows.iter().enumerate().map(row).collect()
    }

    /// What asks for an answer.
    fn laws(&self, path: &str) -> Vec<LawView> {
        let (Some(catalogue), Some(setting)) = (self.catalogue, self.setting) else { return Vec::new() };
        let needing = catalogue.requirements.values().filter(|one| one.entry.needs.iter().any(|need| need == path));
        let asking = needing.filter(|one| self.asked.contains(&one.id) && one.duty_of(setting) >= Duty::Recommended);
        let law = |requirement: &Requirement| LawView {
            asks: requirement.entry.asks.clone(),
            source: requirement.source.clone(),
            cites: requirement.entry.cites.clone().unwrap_or_default(),
            url: requirement.url.clone().unwrap_or_default(),
            duty: Asked::By(requirement.duty_of(setting)).words(),
            // Where the law is not sure, it is not made to look so; nor law like what is not.
            note: match (requirement.certainty_for(setting), requirement.entry.note.as_deref()) {
                (Certainty::Sure, _) => String::new(),
                (Certainty::FairlySure, note) => format!("Very probably so. {}", note.unwrap_or_default()),
                (Certainty::Unsure, note) => format!("Not settled. {}", note.unwrap_or_default()),
            },
        };
        asking.map(law).collect()
    }
}

/// Notes which answers stand in place of shared ones.
pub(super) fn mark_overriding(view: &mut QuestionView, shared: &BTreeMap<String, String>) {
    if view.inherited.is_none() && shared.contains_key(&view.name) {
        view.overrides = true;
    }
}

fn choice_views(choices: &[(String, String)], given: &str) -> Vec<ChoiceView> {
    let known = choices.iter().any(|(value, _)| value == given);
    let none = ChoiceView { value: String::new(), label: "Not answered".to_owned(), selected: given.is_empty() };
    // What cannot be chosen stands there all the same: it is the school's own word.
    let own = (!known && !given.is_empty()).then(|| ChoiceView {
        value: given.to_owned(),
        label: format!("{given} (cannot be used)"),
        selected: true,
    });
    let all = choices.iter().map(|(value, label)| ChoiceView {
        value: value.clone(),
        label: label.clone(),
        selected: value == given,
    });
    std::iter::once(none).chain(own).chain(all).collect()
}

fn input(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Words | LineKind::Number => "text",
        LineKind::Email => "email",
        LineKind::Phone => "tel",
        LineKind::Web => "url",
    }
}

fn duty(asked: Asked) -> &'static str {
    match asked {
        Asked::Needed => "law",
        Asked::By(Duty::Statutory) => "law",
        Asked::By(Duty::Required) => "required",
        Asked::By(Duty::Recommended) => "recommended",
        Asked::By(_) | Asked::Not => "",
    }
}

fn short(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    match line.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}
