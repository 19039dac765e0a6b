//! Makes the documents of a profile into their folder, and hands its files on.
//!
//! In: a profile of the folder. Out: the files in their place, as `build` puts them there; or one of them, to be kept.

use std::path::{Path, PathBuf};

use super::asked::{Answer, Kind};
use super::names::{file_name, files_in};
use super::state::Editor;
use crate::finding::Failure;
use crate::job::{BuildOptions, Documents, MakeOptions, Outcome, build_profile, profile_name};
use crate::text::read_at_most;

/// The most that is handed on of a file.
const LARGEST: u64 = 256 << 20;

/// Builds the documents. With gaps in the profile, drafts are made where they are asked for.
pub(super) fn build(editor: &Editor, path: &Path, draft: bool, review: bool) -> Result<Outcome, Failure> {
    let options = &editor.options;
    let make = MakeOptions {
        formats: options.formats.clone(),
        draft,
        review,
        packing: options.packing,
        today: editor.today(),
    };
    build_profile(path, &options.libraries, &BuildOptions { out: options.out.clone(), changed: false, make })
}

/// The folder of a profile's documents.
pub(super) fn folder(editor: &Editor, path: &Path) -> PathBuf {
    editor.options.out.join(profile_name(path))
}

/// The documents that lie in the folder, by name.
pub(super) fn files(editor: &Editor, path: &Path) -> Vec<String> {
    let mut names: Vec<String> = files_in(&folder(editor, path)).iter().map(|path| file_name(path)).collect();
    names.retain(|name| !name.starts_with('.') && !name.ends_with(".json"));
    names
}

/// Hands a document on: one of those that lie in the folder, and nothing else.
pub(super) fn hand_on(editor: &Editor, path: &Path, name: &str) -> Answer {
    let known = files(editor, path).into_iter().any(|known| known == name);
    let read = known.then(|| read_at_most(&folder(editor, path).join(name), LARGEST));
    match read {
        Some(Ok(bytes)) => {
            // Of a name only letters that every header can hold.
            let plain: String =
                name.chars().map(|c| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '-' }).collect();
            Answer::new(200, Kind::File, bytes).with("content-disposition", format!("attachment; filename=\"{plain}\""))
        }
        Some(Err(error)) => editor.pages.problem("This file cannot be read", &error.to_string()),
        None => editor.pages.missing(),
    }
}

/// What became of a build, in a sentence.
pub(super) fn said(outcome: &Outcome) -> String {
    match &outcome.documents {
        Documents::NotWritten => "Nothing was written: something stands in the way, which the page says.".to_owned(),
        Documents::Unchanged => "The documents are as they were.".to_owned(),
        Documents::Written { files, not_made, kept, .. } => {
            let mut said = format!("{} files were written.", files.len());
            if !not_made.is_empty() {
                said.push_str(&format!(" Not made, because its fonts lack a character: {}.", not_made.join(", ")));
            }
            for (name, kept) in kept {
                said.push_str(&format!(
                    " {name} was changed by somebody since it was made; what it held is kept as {kept}."
                ));
            }
            said
        }
    }
}
