//! Which page is which: from the path that is asked to whoever answers it.
//!
//! In: what is asked, by somebody who may ask. Out: the answer. A profile is named by its file's name, and only those of the folder have one.

use std::path::PathBuf;

use super::asked::{Answer, Asked, Kind, Method};
use super::pages::{ICON, SCRIPT, STYLE};
use super::state::{Editor, State};
use super::{folder, folder_page, form_page, look, origin, publish, publish_page, send};

/// Answers what is asked.
pub(super) fn route(editor: &Editor, state: &mut State, asked: &Asked) -> Answer {
    let steps = asked.steps();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    let is_post = asked.method == Method::Post;
    match (&steps[..], is_post) {
        ([], false) => folder_page::show(editor, state, asked),
        (["editor.css"], false) => Answer::new(200, Kind::Style, STYLE),
        (["editor.js"], false) => Answer::new(200, Kind::Script, SCRIPT),
        (["icon.svg"], false) => Answer::new(200, Kind::Icon, ICON),
        (["new"], true) => folder::begin(editor, asked),
        (["form"], true) => folder::from_workbook(editor, asked),
        (["profile", file, rest @ ..], _) => match profile(editor, file) {
            Some(path) => of_profile(editor, state, asked, &path, rest),
            None => editor.pages.missing(),
        },
        _ => editor.pages.missing(),
    }
}

/// The profile of that name in the folder.
fn profile(editor: &Editor, name: &str) -> Option<PathBuf> {
    editor.file(name, &["yaml", "yml"])
}

fn of_profile(editor: &Editor, state: &mut State, asked: &Asked, path: &std::path::Path, rest: &[&str]) -> Answer {
    match (rest, asked.method == Method::Post) {
        ([], false) => form_page::show(editor, state, asked, path, None),
        (["publish"], false) => publish_page::show(editor, state, path),
        (["publish"], true) => publish_page::send(editor, state, asked, path),
        (["version"], false) => version(editor, state, path),
        (["look"], true) => look::show(editor, asked),
        (["origin"], false) => origin::show(editor, state, asked, path),
        (["page", name], false) => document(editor, state, path, name),
        (["file", name], false) => publish::hand_on(editor, path, name),
        (["undo"], true) => send::go(editor, state, asked, path, true),
        (["redo"], true) => send::go(editor, state, asked, path, false),
        (["double"], true) => folder::double(editor, state, asked, path),
        (["bin"], true) => folder::to_bin(editor, state, path),
        ([section], false) => form_page::show(editor, state, asked, path, Some(section)),
        ([section], true) => send::send(editor, state, asked, path, section),
        _ => editor.pages.missing(),
    }
}

/// The mark of the state of a profile, by which a page sees that another has changed it.
fn version(editor: &Editor, state: &mut State, path: &std::path::Path) -> Answer {
    match state.profile(path) {
        Ok(opened) => Answer::new(200, Kind::Values, serde_json::json!({ "version": opened.version() }).to_string()),
        Err(failure) => editor.pages.problem("This profile cannot be opened", &failure.to_string()),
    }
}

/// A document of a profile: the very bytes that `build` writes.
fn document(editor: &Editor, state: &mut State, path: &std::path::Path, name: &str) -> Answer {
    let pages = state.profile(path).and_then(|opened| {
        let seen = opened.seen(&editor.options.libraries, editor.today())?;
        Ok(opened.pages(&seen))
    });
    match pages {
        Ok(pages) => match pages.iter().find(|page| page.name == name) {
            Some(page) => Answer::new(200, Kind::Document, page.bytes.clone()),
            None => editor.pages.missing(),
        },
        Err(failure) => editor.pages.problem("This profile cannot be opened", &failure.to_string()),
    }
}
