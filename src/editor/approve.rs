//! Records that documents were approved, keeps a copy of what was approved, and says what has changed since.
//!
//! In: a profile and what was written on its page. Out: the profile with the approval in it, saved like any other change.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::asked::Asked;
use super::names::file_name;
use super::state::{Editor, State};
use crate::finding::Failure;
use crate::job::{Approval, Intake, MakeOptions, Unrecorded, make, review_profile};
use crate::law::Date;
use crate::text::{Change, line_changes, read_source, replace_file, sentence};
use crate::write::Format;

/// The folder for copies of what was approved.
const APPROVED: &str = "approved";

/// Records an approval. Out: what was recorded, in sentences.
pub(super) fn approve(
    editor: &Editor,
    state: &mut State,
    asked: &Asked,
    path: &Path,
) -> Result<Vec<String>, Vec<String>> {
    let one = |words: String| vec![words];
    let on: Date = asked.field("on").parse().map_err(|_| one("Give the day of the approval.".to_owned()))?;
    let by = asked.field("by");
    if by.is_empty() {
        return Err(one("Say who approved them, such as Full governing body.".to_owned()));
    }
    let no_changes = match asked.field("what") {
        "no-changes" => true,
        "changes" => false,
        _ => return Err(one("Say what was done: whether something is new or changed.".to_owned())),
    };
    let (summary, author) = (asked.field("summary"), asked.field("author"));
    let approval = Approval {
        documents: Vec::new(),
        on,
        by: by.to_owned(),
        no_changes,
        summary: (!summary.is_empty()).then(|| summary.to_owned()),
        author: (!author.is_empty()).then(|| author.to_owned()),
        version: None,
        next_review: None,
        despite_gaps: false,
        due_by: None,
    };
    let recorded = review_profile(path, &approval, &editor.options.libraries, editor.today());
    let recorded = recorded.map_err(|why| match why {
        Unrecorded::Found { why, findings, .. } => {
            let found = findings.iter().map(|finding| sentence(&finding.title));
            std::iter::once(why.replace(" with `--despite-gaps`", "")).chain(found).collect()
        }
        Unrecorded::Refused(why) => one(on_a_page(&why)),
        Unrecorded::NothingDue { .. } => one("Nothing is due.".to_owned()),
        Unrecorded::Failure(failure) => one(failure.to_string()),
    })?;
    let opened = state.profile(path).map_err(|failure| one(failure.to_string()))?;
    if opened.text != recorded.text.before {
        return Err(one(
            "Another program has changed the profile just now. Look at it, and record the approval again.".to_owned(),
        ));
    }
    opened.save(recorded.text.after.clone(), "the approval", None).map_err(|failure| one(failure.to_string()))?;
    let text = opened.text.clone();
    let mut said = recorded.said;
    said.extend(recorded.notes.iter().map(|note| on_a_page(note)));
    match keep(editor, path, &text) {
        Ok(copy) => said.push(format!("A copy of what was approved is kept as {copy}.")),
        Err(failure) => said.push(format!("No copy could be kept of what was approved: {failure}")),
    }
    Ok(said)
}

/// What the commands say, as it is said to somebody before a page.
fn on_a_page(words: &str) -> String {
    match words.split_once("; name the person with `--author`") {
        Some((before, _)) => {
            format!("{}: write a name under “Changed by”.", sentence(before).trim_end_matches('.'))
        }
        None => sentence(
            &words.replace("for somebody else give `--author`", "for somebody else write a name under “Changed by”"),
        ),
    }
}

fn copy_path(editor: &Editor, path: &Path) -> PathBuf {
    // Not a profile's ending: no command takes the copy for one.
    editor.options.folder.join(APPROVED).join(format!("{}.copy", file_name(path)))
}

/// Keeps a copy of what was approved, in place of the one before.
#[expect(clippy::disallowed_methods, reason = "a folder is made where the copy goes")]
fn keep(editor: &Editor, path: &Path, text: &str) -> Result<String, Failure> {
    let copy = copy_path(editor, path);
    let folder = copy.parent().unwrap_or(&copy);
    std::fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, error))?;
    replace_file(&copy, text.as_bytes()).map_err(|error| Failure::writing(&copy, error))?;
    Ok(format!("{APPROVED}/{}", file_name(&copy)))
}

/// A line of a document that has changed since it was approved, in pieces.
#[derive(Clone, Debug, Serialize)]
pub(super) struct LineView {
    document: String,
    pieces: Vec<PieceView>,
}

#[derive(Clone, Debug, Serialize)]
struct PieceView {
    /// `same`, `gone` or `new`.
    what: &'static str,
    words: String,
}

/// What has changed in the documents since the last approval; nothing where no copy is kept.
pub(super) fn since(editor: &Editor, path: &Path, text: &str) -> Option<Vec<LineView>> {
    let approved = read_source(&copy_path(editor, path)).ok()?.text;
    let (before, after) = (documents(editor, path, &approved)?, documents(editor, path, text)?);
    let mut lines = Vec::new();
    for (name, new) in &after {
        let old = before.iter().find(|(known, _)| known == name).map_or(&[][..], |(_, lines)| lines.as_slice());
        for pieces in line_changes(old, new) {
            if matches!(&pieces[..], [Change::Same(_)]) {
                continue;
            }
            let pieces = pieces.into_iter().map(|piece| match piece {
                Change::Same(words) => PieceView { what: "same", words },
                Change::Gone(words) => PieceView { what: "gone", words },
                Change::New(words) => PieceView { what: "new", words },
            });
            lines.push(LineView { document: name.clone(), pieces: pieces.collect() });
        }
    }
    lines.retain(|line| line.pieces.iter().any(|piece| !piece.words.trim().is_empty()));
    Some(lines)
}

/// The documents of a text as lines of Markdown, with gaps.
fn documents(editor: &Editor, path: &Path, text: &str) -> Option<Vec<(String, Vec<String>)>> {
    let intake = Intake::of_text(path, text).ok()?;
    let library = editor.options.libraries.of(&intake).ok()?;
    let options = MakeOptions {
        formats: vec![Format::Markdown],
        draft: true,
        review: false,
        packing: Default::default(),
        today: editor.today(),
    };
    let files = make(&intake, &library, &options).files?.files;
    let markdown = files.into_iter().filter(|(name, _)| name.ends_with(".md"));
    let lines = markdown.map(|(name, bytes)| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (name, text.lines().map(str::to_owned).collect())
    });
    Some(lines.collect())
}
