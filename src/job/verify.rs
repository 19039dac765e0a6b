//! Proves that the files in a school's folder are those that its profile makes, and names the one that is not.
//!
//! In: a folder with a manifest, and [`Libraries`] to make its documents anew. Out: a [`Verdict`].
//!
//! Two proofs: each file is as the manifest says; and the profile, on the day the manifest gives, makes just those files. The
//! second catches a manifest that was changed together with a file. Nothing is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::intake::Intake;
use super::library::Libraries;
use super::make::{MakeOptions, inputs_of, make};
use super::manifest::{LARGEST, MANIFEST, Manifest, Part};
use super::reference_doc::ReferenceDoc;
use crate::finding::Failure;
use crate::text::{differs_in_line_ends_only, display_path, read_at_most};
use crate::write::FORMATS;

/// What was found of one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The folder.
    pub folder: PathBuf,
    /// The files that are not as they should be, each with what is the matter.
    pub differing: Vec<(String, String)>,
    /// What could not be proved, or is worth knowing.
    pub notes: Vec<String>,
    /// How many files were looked at.
    pub files: usize,
}

/// The folders with a manifest: the folder itself, or those directly in it, in order.
///
/// # Errors
/// If the folder cannot be read or there is none.
#[expect(clippy::disallowed_methods, reason = "the folders with documents are looked for")]
pub fn made_folders(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if folder.join(MANIFEST).is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Failure::reading(folder, error))? {
        let path = entry.map_err(|error| Failure::reading(folder, error))?.path();
        if path.join(MANIFEST).is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    if folders.is_empty() {
        let what = format!("there are no documents with a {MANIFEST} here; `careers-policy build` makes them");
        return Err(Failure::Unfit { path: display_path(folder), what });
    }
    Ok(folders)
}

/// Looks at one folder.
///
/// # Errors
/// If its manifest cannot be read, or is none of ours.
pub fn verify(folder: &Path, libraries: &Libraries) -> Result<Verdict, Failure> {
    let Some(manifest) = Manifest::read(folder)? else {
        let what = format!("its {MANIFEST} is not one that careers-policy wrote");
        return Err(Failure::Unfit { path: display_path(folder), what });
    };
    let differing = manifest.differing(folder).into_iter().map(|(name, what)| (name, what.to_owned())).collect();
    let mut verdict =
        Verdict { folder: folder.to_owned(), differing, notes: Vec::new(), files: manifest.outputs.len() };
    match remake(&manifest, libraries, &mut verdict.notes) {
        Ok(made) => compare(&manifest.outputs, &made, &mut verdict.differing),
        Err(Unproved::Note(note)) => verdict.notes.push(note),
        Err(Unproved::Differs(name, what)) => verdict.differing.push((name, what)),
    }
    Ok(verdict)
}

/// Why the files could not be made anew.
enum Unproved {
    /// Something is not at hand; nothing is known to be wrong.
    Note(String),
    /// Something that they were made from is no longer the same.
    Differs(String, String),
}

/// Makes the files of a manifest anew, as their fingerprints, and notes what is worth knowing.
fn remake(manifest: &Manifest, libraries: &Libraries, notes: &mut Vec<String>) -> Result<Vec<Part>, Unproved> {
    let Some(first) = manifest.profile.first() else {
        return Err(Unproved::Note("the manifest names no profile".to_owned()));
    };
    let path = Path::new(&first.path);
    if !path.is_file() {
        return Err(Unproved::Note(format!(
            "the profile {} is not at hand, so the files were held against the manifest only; run this in the folder you built in",
            first.path
        )));
    }
    let not_at_hand = |failure| Unproved::Note(format!("the files could not be made anew: {failure}"));
    let intake = Intake::read(path).map_err(not_at_hand)?;
    let with_look = match &manifest.reference_doc {
        Some(part) => {
            let doc = ReferenceDoc::read(Path::new(&part.path)).map_err(not_at_hand)?;
            Some(libraries.with_reference_doc(doc))
        }
        None => None,
    };
    let library =
        with_look.as_ref().unwrap_or(libraries).of(&intake).map_err(|finding| Unproved::Note(finding.title))?;
    let options = MakeOptions {
        formats: FORMATS
            .iter()
            .copied()
            .filter(|format| manifest.formats.iter().any(|name| name == format.extension()))
            .collect(),
        draft: manifest.draft,
        review: manifest.review,
        today: manifest.made_on,
    };
    let now = inputs_of(&intake, &library, &options);
    if now.program != manifest.program {
        let (then, now) = (&manifest.program, &now.program);
        return Err(Unproved::Note(format!(
            "made by {then}, and this is {now}: the files were held against the manifest only"
        )));
    }
    let named: BTreeMap<&str, &str> = now
        .profile
        .iter()
        .chain(&now.packs)
        .chain(&now.reference_doc)
        .map(|part| (part.path.as_str(), part.sha256.as_str()))
        .collect();
    for part in manifest.profile.iter().chain(&manifest.packs).chain(&manifest.reference_doc) {
        if named.get(part.path.as_str()) != Some(&part.sha256.as_str()) {
            let bytes = read_at_most(Path::new(&part.path), LARGEST);
            if bytes.is_ok_and(|bytes| differs_in_line_ends_only(&bytes, &part.sha256)) {
                // The same answers make the same documents.
                notes.push(format!("{} has other line ends than it had, and the same words", part.path));
                continue;
            }
            let what = "is not what the documents were made from; build them again".to_owned();
            return Err(Unproved::Differs(part.path.clone(), what));
        }
    }
    match make(&intake, &library, &options).files {
        Some(made) => Ok(made.manifest.outputs),
        None => Err(Unproved::Differs(first.path.clone(), "makes no documents: check it".to_owned())),
    }
}

fn compare(recorded: &[Part], made: &[Part], differing: &mut Vec<(String, String)>) {
    for part in made {
        let same = recorded.iter().any(|recorded| recorded == part);
        if !same && !differing.iter().any(|(name, _)| *name == part.path) {
            differing.push((part.path.clone(), "is not what the profile makes".to_owned()));
        }
    }
    for part in recorded {
        let unknown = !made.iter().any(|made| made.path == part.path);
        if unknown && !differing.iter().any(|(name, _)| *name == part.path) {
            differing.push((part.path.clone(), "is not made by the profile".to_owned()));
        }
    }
}
