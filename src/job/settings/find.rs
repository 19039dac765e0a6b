//! Which settings file holds for some profiles: that of their folder, or the next one above it up to the folder the command runs in.
//!
//! In: the paths of profiles. Out: the one file, if there is any. Above the folder of the profiles it is looked for only where that lies
//! below the folder the command runs in, and never above the latter: what lies further off is nobody's intention. Nothing is guessed: where
//! profiles have different files, the command is refused.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::kind::{NAMES, holds_settings, is_settings_file};
use crate::finding::{Failure, visible_path};

/// What was found in looking for settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// The settings file, if there is one.
    pub file: Option<PathBuf>,
    /// What is worth knowing.
    pub notes: Vec<String>,
}

/// The settings file that holds for some profiles; for none of them, that of the folder the command runs in.
///
/// # Errors
/// If it is not the same for all of them, or a folder has two.
pub fn settings_file(profiles: &[PathBuf]) -> Result<Sought, Failure> {
    let mut found: Option<(Option<PathBuf>, &Path)> = None;
    let mut notes = Vec::new();
    let mut seen = BTreeSet::new();
    let here = [PathBuf::from("any.yaml")];
    // Of a settings file that is given as a profile it is said what it is, and not what stands in it.
    let are_profiles = |path: &&PathBuf| !is_settings_file(path);
    for profile in if profiles.is_empty() { &here } else { profiles }.iter().filter(are_profiles) {
        let folder = profile.parent().unwrap_or(Path::new(""));
        if !seen.insert(folder) {
            continue;
        }
        let file = file_for(folder, &mut notes)?;
        match &found {
            Some((other, of)) if *other != file => {
                return Err(differ((other.as_deref(), of), (file.as_deref(), profile)));
            }
            _ => found = Some((file, profile)),
        }
    }
    Ok(Sought { file: found.and_then(|(file, _)| file), notes })
}

/// The settings file for the profiles of a folder.
fn file_for(folder: &Path, notes: &mut Vec<String>) -> Result<Option<PathBuf>, Failure> {
    for folder in folders(folder) {
        let there = NAMES.into_iter().map(|name| folder.join(name)).filter(|path| path.exists());
        let (settings, profiles): (Vec<PathBuf>, Vec<PathBuf>) = there.partition(|path| holds_settings(path));
        for profile in profiles {
            let note = format!(
                "{} is a school's profile by what stands in it, and is read as one; settings for its folder can be given once it has another name",
                visible_path(&profile)
            );
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        match &settings[..] {
            [] => {}
            [file] => return Ok(Some(file.clone())),
            [first, second, ..] => {
                let what = format!("{} lies beside it; keep one of the two settings files", visible_path(second));
                return Err(Failure::Unfit { path: visible_path(first), what });
            }
        }
    }
    Ok(None)
}

/// The folders in which a settings file is looked for, the nearest first.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let whole = |path: &Path| if path.as_os_str().is_empty() { Path::new(".") } else { path }.canonicalize().ok();
    let below = whole(Path::new("")).zip(whole(folder));
    match below.as_ref().and_then(|(here, folder)| folder.strip_prefix(here).ok()) {
        Some(below) => below.ancestors().map(Path::to_path_buf).collect(),
        None => vec![folder.to_path_buf()],
    }
}

/// That two profiles of one command have different settings.
fn differ((first, of_first): (Option<&Path>, &Path), (second, of_second): (Option<&Path>, &Path)) -> Failure {
    let said = |file: Option<&Path>| file.map_or("no settings file".to_owned(), visible_path);
    let what = format!(
        "the settings for it are in {}, and for {} in {}; run the command once for each folder, or keep one settings file in a folder above both",
        said(first),
        visible_path(of_second),
        said(second)
    );
    Failure::Unfit { path: visible_path(of_first), what }
}
