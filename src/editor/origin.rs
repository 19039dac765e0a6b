//! Where a sentence of a document comes from: the answers that stand in it, and the clause that says the rest.
//!
//! In: the words of a paragraph. Out: what made them, with the way to each answer.

use std::path::Path;

use serde::Serialize;

use super::asked::{Answer, Asked, Kind, encoded};
use super::names::{anchor, file_name, page_path, without_numbers};
use super::state::{Editor, State};
use crate::catalogue::{Duty, find_sentence};
use crate::finding::Failure;
use crate::form::{field_label, folded, section_names};
use crate::profile::Answers;

/// Answers that are shorter, in letters, can stand in any sentence.
const SHORTEST: usize = 4;
/// So many answers are named at most.
const MOST: usize = 6;

#[derive(Serialize)]
struct OriginView {
    words: String,
    address: String,
    answers: Vec<AnswerView>,
    clauses: Vec<ClauseView>,
}

#[derive(Serialize)]
struct AnswerView {
    label: String,
    link: String,
}

#[derive(Serialize)]
struct ClauseView {
    title: String,
    why: String,
    asked: Vec<String>,
}

/// Says where words come from.
pub(super) fn show(editor: &Editor, state: &mut State, asked: &Asked, path: &Path) -> Answer {
    let words = asked.query("words").unwrap_or_default();
    match origin(editor, state, path, &words) {
        Ok(view) if asked.from_script => Answer::new(200, Kind::Page, editor.pages.part("origin.html", &view)),
        Ok(view) => editor.pages.page("origin_page.html", &view),
        Err(failure) => editor.pages.problem("This profile cannot be opened", &failure.to_string()),
    }
}

fn origin(editor: &Editor, state: &mut State, path: &Path, words: &str) -> Result<OriginView, Failure> {
    let file = file_name(path);
    let opened = state.profile(path)?;
    let seen = opened.seen(&editor.options.libraries, editor.today())?;
    let mut view =
        OriginView { words: words.to_owned(), address: encoded(&file), answers: Vec::new(), clauses: Vec::new() };
    let sentence = folded(words);
    if sentence.is_empty() {
        return Ok(view);
    }
    let pages = opened.pages(&seen);
    if let Some(profile) = seen.intake.profile() {
        let sections = section_names();
        let answers = Answers::of(profile);
        let stands = |text: &str| {
            let text = folded(text);
            text.len() >= SHORTEST && (holds(&sentence, &text) || holds(&text, &sentence))
        };
        let mut there: Vec<(usize, &str)> =
            answers.texts().filter(|(_, text)| stands(text)).map(|(field, text)| (text.len(), field)).collect();
        // The longest first: it made most of the sentence.
        there.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        view.answers = there
            .into_iter()
            .filter_map(|(_, field)| {
                let path = page_path(field);
                let heading = path.split(['.', '[']).next().unwrap_or_default();
                let section = sections.iter().find(|section| section.headings.contains(&heading))?;
                let label = format!("{}: {}", section.title, field_label(&without_numbers(&path)));
                let link = format!("/profile/{}/{}#{}", encoded(&file), section.id, anchor(&path));
                Some(AnswerView { label, link })
            })
            .take(MOST)
            .collect();
    }
    if let Some(library) = &seen.library {
        let catalogue = &library.catalogue;
        let setting = seen.intake.profile().map(|profile| profile.setting.kind).unwrap_or_default();
        let there = |id: &str| pages.iter().any(|page| page.clauses.iter().any(|(clause, _)| clause == id));
        let found = find_sentence(catalogue, words).into_iter().filter(|found| there(&found.name)).take(2);
        view.clauses = found
            .filter_map(|found| catalogue.clauses.get(&found.name))
            .map(|clause| {
                let met = clause.header.meets.iter().filter_map(|id| catalogue.requirements.get(id));
                let asking = met.filter(|requirement| {
                    seen.asked.contains(&requirement.id) && requirement.duty_of(setting) >= Duty::Recommended
                });
                let words = asking.map(|requirement| match &requirement.entry.cites {
                    Some(cites) => format!("{} ({}, {cites})", requirement.entry.asks, requirement.source),
                    None => format!("{} ({})", requirement.entry.asks, requirement.source),
                });
                ClauseView {
                    title: clause.header.title.clone(),
                    why: clause.header.why.clone(),
                    asked: words.collect(),
                }
            })
            .collect();
    }
    Ok(view)
}

/// Whether words hold others as a whole.
fn holds(words: &str, others: &str) -> bool {
    format!(" {words} ").contains(&format!(" {others} "))
}
