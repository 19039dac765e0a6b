//! The page on which documents are made, taken and approved.
//!
//! In: a profile of the folder. Out: the page, and what was done from it.

use std::path::Path;

use serde::Serialize;

use super::approve::{LineView, approve, since};
use super::asked::{Answer, Asked, encoded};
use super::findings::{FoundView, found};
use super::names::file_name;
use super::opened::Opened;
use super::publish::{build, files, folder, said};
use super::state::{Editor, State};
use crate::finding::Failure;
use crate::form::section_names;
use crate::job::Documents;
use crate::text::display_path;

#[derive(Serialize)]
struct PublishView {
    file: String,
    address: String,
    name: String,
    /// What stands in the way of finished documents.
    missing: Vec<FoundView>,
    recommended: usize,
    files: Vec<FileView>,
    folder: String,
    /// What was done just now.
    said: Vec<String>,
    /// Why something was not done.
    refused: Vec<String>,
    /// What is written in the boxes of the approval: what was sent, if it was refused.
    on: String,
    by: String,
    what: String,
    summary: String,
    author: String,
    /// What has changed since the last approval; none where nothing was approved here.
    since: Option<Vec<LineView>>,
    /// The piece for the website; none while something is needed, for a draft is published nowhere.
    website: Option<String>,
}

#[derive(Serialize)]
struct FileView {
    name: String,
    address: String,
}

/// Shows the page.
pub(super) fn show(editor: &Editor, state: &mut State, path: &Path) -> Answer {
    answer(editor, state, path, &Asked::default(), Vec::new(), Vec::new())
}

/// Does what a button of the page says, and shows what came of it.
pub(super) fn send(editor: &Editor, state: &mut State, asked: &Asked, path: &Path) -> Answer {
    let (mut done, mut refused) = (Vec::new(), Vec::new());
    match asked.field("_do") {
        what @ ("build" | "draft" | "review") => {
            let review = what == "review";
            let built = build(editor, path, false, review).and_then(|outcome| match outcome.documents {
                // A draft or a review copy is for whoever looks at it, gaps and all.
                Documents::NotWritten if what != "build" => build(editor, path, true, review),
                _ => Ok(outcome),
            });
            match built {
                Ok(outcome) => done.push(said(&outcome)),
                Err(failure) => refused.push(failure.to_string()),
            }
        }
        "approve" => match approve(editor, state, asked, path) {
            Ok(said) => done = said,
            Err(why) => refused = why,
        },
        _ => refused.push("There is no such button.".to_owned()),
    }
    let written = if refused.is_empty() { &Asked::default() } else { asked };
    answer(editor, state, path, written, done, refused)
}

fn answer(
    editor: &Editor,
    state: &mut State,
    path: &Path,
    written: &Asked,
    said: Vec<String>,
    refused: Vec<String>,
) -> Answer {
    let shown = state.profile(path).and_then(|opened| view(editor, opened, path, written, said, refused));
    match shown {
        Ok(view) => editor.pages.page("publish.html", &view),
        Err(failure) => editor.pages.problem("This profile cannot be opened", &failure.to_string()),
    }
}

fn view(
    editor: &Editor,
    opened: &mut Opened,
    path: &Path,
    written: &Asked,
    said: Vec<String>,
    refused: Vec<String>,
) -> Result<PublishView, Failure> {
    let file = file_name(path);
    let seen = opened.seen(&editor.options.libraries, editor.today())?;
    let all = found(&seen, &opened.text, &file, &section_names());
    let pages = opened.pages(&seen);
    let is_ready = !all.iter().any(FoundView::is_needed);
    let website = pages.iter().find(|page| page.is_piece && seen.has_pages && is_ready);
    let profile = seen.intake.profile();
    let either = |field: &str, known: Option<&str>| match written.field(field) {
        "" => known.unwrap_or_default().to_owned(),
        words => words.to_owned(),
    };
    let address = encoded(&file);
    let files = files(editor, path)
        .into_iter()
        .map(|name| FileView { address: format!("/profile/{address}/file/{}", encoded(&name)), name });
    Ok(PublishView {
        name: profile.map_or_else(|| file.clone(), |profile| profile.setting.name.to_string()),
        missing: all.iter().filter(|found| found.is_needed()).cloned().collect(),
        recommended: all.iter().filter(|found| found.is_recommended()).count(),
        files: files.collect(),
        folder: display_path(&folder(editor, path)),
        said,
        refused,
        on: written.field("on").to_owned(),
        by: either("by", profile.and_then(|profile| profile.governance.body.as_deref())),
        what: written.field("what").to_owned(),
        summary: written.field("summary").to_owned(),
        author: either("author", profile.and_then(|profile| profile.roles.careers_leader.name.as_deref())),
        since: since(editor, path, &opened.text),
        website: website.map(|page| String::from_utf8_lossy(&page.bytes).into_owned()),
        address,
        file,
    })
}
