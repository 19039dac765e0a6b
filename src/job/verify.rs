//! Proves that the files in a school's folder are those that its profile makes, names the one that is not, and says where nothing is proved.
//!
//! In: a folder with a manifest, and [`Libraries`] to make its documents anew. Out: a [`Verdict`], of which the [`Answer`] is one of three.
//!
//! Two proofs: each file is as the manifest says; and the profile, on the day the manifest gives, makes just those files. The
//! second catches a manifest that was changed together with a file. Nothing is written. A folder can be anybody's, so nothing in it is
//! believed, no link in it is followed, and what its manifest names outside it is left alone (`remake`).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::batch;
use super::library::Libraries;
use super::manifest::{LARGEST, MANIFEST, Manifest, Part, Seen};
use super::output::WAITING;
use super::profiles::profile_name;
use super::remake::{Obstacle, remake};
use crate::finding::{Failure, visible_path};
use crate::text::is_left_behind;
use crate::write::FORMATS;

/// The most files that a manifest lists: a trust of hundreds of schools has a third of it.
const MOST_FILES: usize = 10_000;
/// The most that is read of the files of one folder together, in bytes.
const MOST_BYTES: u64 = 1 << 30;

/// What can be said of a folder, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Every file is what the profile makes.
    AsMade,
    /// No file is known to be wrong, and none is proved to be right.
    NotProved,
    /// A file is not as it was made, or is not made by the profile.
    Changed,
}

/// What was found of one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The folder.
    pub folder: PathBuf,
    /// The files that are not as they should be, each with what is the matter.
    pub differing: Vec<(String, String)>,
    /// Why nothing is proved.
    pub unproved: Vec<String>,
    /// What lies there besides, which the school may have put there itself.
    pub others: Vec<String>,
    /// What is worth knowing.
    pub notes: Vec<String>,
    /// How many files were looked at.
    pub files: usize,
}

impl Verdict {
    /// The answer.
    pub fn answer(&self) -> Answer {
        match (self.differing.is_empty(), self.unproved.is_empty()) {
            (false, _) => Answer::Changed,
            (true, false) => Answer::NotProved,
            (true, true) => Answer::AsMade,
        }
    }

    fn differs(&mut self, name: &str, what: &str) {
        // What was said first says enough.
        if !self.differing.iter().any(|(known, _)| known == name) {
            self.differing.push((name.to_owned(), what.to_owned()));
        }
    }
}

/// The folders that are to be proved: the folder itself if it has a manifest, or else those directly in it with a manifest or with documents, in
/// order.
///
/// # Errors
/// If the folder cannot be read or there is none.
pub fn made_folders(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if is_made(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    let mut folders: Vec<PathBuf> = names_in(folder)?.into_iter().map(|name| folder.join(name)).collect();
    folders.retain(|folder| is_made(folder));
    folders.sort();
    if folders.is_empty() {
        let what = format!("there are no documents with a {MANIFEST} here; `careers-policy build` makes them");
        return Err(Failure::Unfit { path: visible_path(folder), what });
    }
    Ok(folders)
}

/// Whether documents were made into a folder, as far as the names in it say.
#[expect(clippy::disallowed_methods, reason = "the folders with documents are looked for")]
fn is_made(folder: &Path) -> bool {
    let is_there = |name: &str| fs::symlink_metadata(folder.join(name)).is_ok();
    let documents = ["careers-policy", "trust-careers-policy", "provider-access-policy"];
    let named = |stem: &str| FORMATS.iter().any(|format| is_there(&format!("{stem}.{}", format.extension())));
    is_there(MANIFEST) || documents.into_iter().any(named)
}

/// The names of what is in a folder.
#[expect(clippy::disallowed_methods, reason = "the folders with documents are looked for")]
fn names_in(folder: &Path) -> Result<Vec<String>, Failure> {
    let failed = |error| Failure::reading(folder, error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// Looks at many folders, several at a time, and hands each verdict on in their order.
pub fn verify_all(folders: &[PathBuf], libraries: &Libraries, mut take: impl FnMut(Result<Verdict, Failure>)) {
    let look = |folder: &PathBuf| verify(folder, libraries);
    batch::in_order(folders, look, |folder, why| Err(Failure::fault(folder, why)), |_, verdict| take(verdict));
}

/// Looks at one folder.
///
/// # Errors
/// If it cannot be read.
pub fn verify(folder: &Path, libraries: &Libraries) -> Result<Verdict, Failure> {
    let folder = folder.to_owned();
    let mut verdict = Verdict {
        folder: folder.clone(),
        differing: Vec::new(),
        unproved: Vec::new(),
        others: Vec::new(),
        notes: Vec::new(),
        files: 0,
    };
    if is_link(&folder) {
        verdict.unproved.push("is a link to another folder; verify that one".to_owned());
        return Ok(verdict);
    }
    if is_waiting(&folder) {
        verdict.notes.push("a build of it was interrupted; the next `careers-policy build` completes it".to_owned());
    }
    let manifest = match Manifest::read(&folder) {
        Ok(Some(manifest)) => manifest,
        Ok(None) if is_there(&folder.join(MANIFEST)) => {
            verdict.unproved.push(format!("its {MANIFEST} is not one that careers-policy wrote"));
            return Ok(verdict);
        }
        Ok(None) => {
            verdict.unproved.push(format!("it has no {MANIFEST}"));
            return Ok(verdict);
        }
        Err(failure) => {
            verdict.unproved.push(failure.to_string());
            return Ok(verdict);
        }
    };
    verdict.files = manifest.outputs.len();
    if let Some(why) = out_of_bounds(&manifest, &folder) {
        verdict.unproved.push(why);
        return Ok(verdict);
    }
    look_at(&manifest, &mut verdict)?;
    if let Some(profile) = manifest.profile.first() {
        is_of_its_folder(profile, &mut verdict);
    }
    match remake(&manifest, libraries, &mut verdict.notes) {
        Ok(made) => compare(&manifest, &made, &mut verdict),
        Err(Obstacle::NotProved(why)) => verdict.unproved.push(why),
        Err(Obstacle::Changed(name, what)) => verdict.differs(&name, &what),
    }
    Ok(verdict)
}

#[expect(clippy::disallowed_methods, reason = "a link is told from a folder")]
fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink())
}

#[expect(clippy::disallowed_methods, reason = "a file is looked for")]
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Why a manifest is none that could have been written here, before any of its files is read: what lists ever so many files, or one
/// ever so often, would be read for ever.
fn out_of_bounds(manifest: &Manifest, folder: &Path) -> Option<String> {
    let mut names = BTreeSet::new();
    if manifest.outputs.len() > MOST_FILES {
        return Some(format!("its {MANIFEST} lists more than {MOST_FILES} files"));
    }
    if let Some(twice) = manifest.outputs.iter().find(|part| !names.insert(part.path.as_str())) {
        return Some(format!("its {MANIFEST} lists `{}` more than once", twice.path));
    }
    let in_folder = manifest.outputs.iter().filter(|part| part.is_in_folder());
    let together: u64 = in_folder.map(|part| length(&folder.join(&part.path))).sum();
    (together > MOST_BYTES).then(|| "its files are larger together than is looked at: 1 GB".to_owned())
}

#[expect(clippy::disallowed_methods, reason = "how long a file is, is asked before it is read")]
fn length(path: &Path) -> u64 {
    fs::symlink_metadata(path).map_or(0, |about| about.len().min(LARGEST))
}

/// Whether a run that was killed left something for the next one to complete.
fn is_waiting(folder: &Path) -> bool {
    let (Some(out), Some(name)) = (folder.parent(), folder.file_name()) else { return false };
    is_there(&out.join(WAITING).join(format!("{}.old", name.to_string_lossy())))
}

/// Holds the files of the folder against the manifest, and names those that it does not list.
fn look_at(manifest: &Manifest, verdict: &mut Verdict) -> Result<(), Failure> {
    let folder = verdict.folder.clone();
    for part in &manifest.outputs {
        match part.seen_in(&folder) {
            Seen::AsMade => {}
            Seen::Differs(what) => verdict.differs(&part.path, what),
            Seen::Unknown(what) => {
                verdict.unproved.push(format!("`{}`, which its {MANIFEST} lists, {what}", part.path));
            }
        }
    }
    for name in names_in(&folder)? {
        if name == MANIFEST || is_left_behind(&name) || manifest.outputs.iter().any(|part| part.path == name) {
            continue;
        }
        match passes_for_a_document(&name, &manifest.outputs) {
            true => verdict.differs(&name, "was not made with the others"),
            false => verdict.others.push(name),
        }
    }
    Ok(())
}

/// Whether a file has the name of a document in another format than it was made in, and so would be taken for one.
fn passes_for_a_document(name: &str, outputs: &[Part]) -> bool {
    let Some((stem, ending)) = name.split_once('.') else { return false };
    let documents = outputs.iter().filter(|part| !part.path.ends_with(".zip"));
    let is_of_document =
        documents.into_iter().any(|part| part.path.split_once('.').is_some_and(|(own, _)| own == stem));
    let ending = ending.strip_prefix("review.").unwrap_or(ending);
    is_of_document && ["md", "html", "pdf", "docx"].contains(&ending.to_lowercase().as_str())
}

/// `build` puts the documents of `school.yaml` into a folder `school`: those of another profile are true of another school.
fn is_of_its_folder(profile: &Part, verdict: &mut Verdict) {
    let folder = verdict.folder.canonicalize().unwrap_or_else(|_| verdict.folder.clone());
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if name.to_lowercase() != profile_name(Path::new(&profile.path)).to_lowercase() {
        let why = format!("the folder is called {name}, and its documents were made from {}", profile.path);
        verdict.unproved.push(why);
    }
}

/// Holds what a manifest records against what was made anew.
fn compare(recorded: &Manifest, made: &Manifest, verdict: &mut Verdict) {
    for part in &made.outputs {
        match recorded.outputs.iter().find(|recorded| recorded.path == part.path) {
            Some(recorded) if recorded == part => {}
            Some(_) => verdict.differs(&part.path, "is not what the profile makes"),
            None => {
                verdict.differs(&part.path, &format!("is made by the profile, and its {MANIFEST} does not list it"));
            }
        }
    }
    for part in recorded.outputs.iter().filter(|part| part.is_in_folder()) {
        if !made.outputs.iter().any(|made| made.path == part.path) {
            verdict.differs(&part.path, "is not made by the profile");
        }
    }
    if recorded.clauses != made.clauses {
        verdict.differs(MANIFEST, "does not name the clauses that the documents hold");
    }
}
