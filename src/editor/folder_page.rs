//! The page of the folder: its profiles with how it stands with each, and what can be done with them.
//!
//! In: the folder. Out: the page.

use serde::Serialize;

use super::asked::{Answer, Asked, encoded};
use super::names::{file_name, files_in};
use super::state::{Editor, State};
use super::summaries::Summary;
use crate::job::find_profiles;
use crate::profile::kinds;
use crate::text::{capital, display_path};

#[derive(Serialize)]
struct FolderView {
    folder: String,
    profiles: Vec<ProfileView>,
    kinds: Vec<KindView>,
    registers: Vec<String>,
    /// What was laid in the bin just now, and where it lies.
    gone: Option<String>,
    to: Option<String>,
    /// Why there is none to show.
    empty: Option<String>,
}

#[derive(Serialize)]
struct ProfileView {
    address: String,
    #[serde(flatten)]
    summary: Summary,
}

#[derive(Serialize)]
struct KindView {
    id: &'static str,
    name: String,
    said: &'static str,
}

/// Shows the folder.
pub(super) fn show(editor: &Editor, state: &mut State, asked: &Asked) -> Answer {
    let found = find_profiles(std::slice::from_ref(&editor.options.folder));
    let empty = found.is_err().then(|| "There is no profile in this folder yet. Begin one below.".to_owned());
    let today = editor.today();
    let profiles = found.unwrap_or_default().into_iter().map(|path| {
        let summary = state.summaries.of(&path, &editor.options.libraries, today);
        ProfileView { address: encoded(&summary.file), summary }
    });
    let kinds = kinds().into_iter().map(|kind| KindView {
        id: kind.setting.id(),
        name: capital(kind.setting.without_article()),
        said: kind.said,
    });
    let view = FolderView {
        folder: std::path::absolute(&editor.options.folder)
            .map_or_else(|_| display_path(&editor.options.folder), |path| display_path(&path)),
        profiles: profiles.collect(),
        kinds: kinds.collect(),
        registers: registers(editor),
        gone: asked.query("gone"),
        to: asked.query("to"),
        empty,
    };
    editor.pages.page("folder.html", &view)
}

/// The files of the folder that can be extracts of the register.
fn registers(editor: &Editor) -> Vec<String> {
    let mut names: Vec<String> = files_in(&editor.options.folder).iter().map(|path| file_name(path)).collect();
    names.retain(|name| editor.file(name, &["csv"]).is_some());
    names
}
