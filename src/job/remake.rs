//! Makes the files of a manifest anew, to be held against it.
//!
//! In: a manifest, and [`Libraries`]. Out: the manifest that the same profile, packs and options make now, or an [`Obstacle`].
//!
//! A manifest is only what somebody says. So nothing is read that it names until it is known to be what the documents were made from: the
//! profile by its fingerprint, then the files that the profile itself names, its packs, and the Word file by its fingerprint.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::intake::Intake;
use super::library::Libraries;
use super::make::{MakeOptions, Packing, inputs_of, make};
use super::manifest::{Inputs, LARGEST, MANIFEST, Manifest, Part};
use super::reference_doc::ReferenceDoc;
use super::settings::{Settings, Unset, settings_file};
use crate::profile::is_profile_text;
use crate::text::{PROGRAM, decode, display_path, read_at_most};
use crate::write::{FORMATS, Format};

/// Why the files could not be made anew.
pub(super) enum Obstacle {
    /// Something is not at hand, or is not what it should be: nothing is proved, either way.
    NotProved(String),
    /// Something that they were made from is no longer the same.
    Changed(String, String),
}

/// Makes the files of a manifest anew, and notes what is worth knowing.
pub(super) fn remake(
    manifest: &Manifest,
    libraries: &Libraries,
    notes: &mut Vec<String>,
) -> Result<Manifest, Obstacle> {
    let options = options_of(manifest)?;
    let Some(first) = manifest.profile.first() else {
        return Err(Obstacle::NotProved(format!("its {MANIFEST} names no profile")));
    };
    let path = Path::new(&first.path);
    profile_is_the_same(first, path)?;
    let not_at_hand = |failure| Obstacle::NotProved(format!("the files could not be made anew: {failure}"));
    let intake = Intake::read(path).map_err(not_at_hand)?;
    let settings = if libraries.has_packs() { Vec::new() } else { packs_in_settings(path)? };
    let with_look = match &manifest.reference_doc {
        Some(part) => Some(libraries.with_reference_doc(reference_doc(part)?)),
        None => None,
    };
    let library = with_look
        .as_ref()
        .unwrap_or(libraries)
        .of_with(&intake, settings)
        .map_err(|finding| Obstacle::NotProved(format!("the files could not be made anew: {}", finding.title)))?;
    let now = inputs_of(&intake, &library, &options);
    packs_are_the_same(&manifest.packs, &now.packs)?;
    files_are_the_same(&manifest.profile, &now, &intake, notes)?;
    match make(&intake, &library, &options).files {
        Some(made) => Ok(made.manifest),
        None => Err(Obstacle::Changed(first.path.clone(), "makes no documents: check it".to_owned())),
    }
}

/// The packs that the settings of the profile's folder name, as `build` takes them.
fn packs_in_settings(profile: &Path) -> Result<Vec<PathBuf>, Obstacle> {
    let not_proved = |why: String| Obstacle::NotProved(format!("the settings of its folder cannot be used: {why}"));
    let sought = settings_file(&[profile.to_path_buf()]).map_err(|failure| not_proved(failure.to_string()))?;
    let Some(file) = sought.file else { return Ok(Vec::new()) };
    match Settings::read(&file) {
        Ok(settings) => Ok(settings.packs),
        Err(Unset::Failure(failure)) => Err(not_proved(failure.to_string())),
        Err(Unset::Findings(..)) => Err(not_proved(format!(
            "`careers-policy check` with the profile says what is wrong in {}",
            display_path(&file)
        ))),
    }
}

/// How the documents were made, if this program can make them so.
fn options_of(manifest: &Manifest) -> Result<MakeOptions, Obstacle> {
    if manifest.program != PROGRAM {
        let then = &manifest.program;
        return Err(Obstacle::NotProved(format!("made by {then}, and this is {PROGRAM}")));
    }
    let mut formats: Vec<Format> = Vec::new();
    for name in &manifest.formats {
        match FORMATS.iter().find(|format| format.extension() == name) {
            Some(format) if formats.contains(format) => {
                return Err(Obstacle::NotProved(format!("its {MANIFEST} names the format {name} more than once")));
            }
            Some(format) => formats.push(*format),
            None => {
                return Err(Obstacle::NotProved(format!("made in a format that this program does not write: {name}")));
            }
        }
    }
    let packing = Packing { named: manifest.named, zip: manifest.zip };
    Ok(MakeOptions { formats, draft: manifest.draft, review: manifest.review, packing, today: manifest.made_on })
}

/// Whether the profile is the one that the documents were made from. Until that is known nothing is made of it.
fn profile_is_the_same(part: &Part, path: &Path) -> Result<(), Obstacle> {
    let name = &part.path;
    let not_proved = |why: &str| Err(Obstacle::NotProved(format!("the profile {name} {why}")));
    match read_at_most(path, LARGEST) {
        Ok(bytes) if part.is_of(&bytes) || part.is_of_other_line_ends(&bytes) => Ok(()),
        Ok(bytes) if decode(&bytes).is_ok_and(|text| is_profile_text(&text)) => Err(changed(part)),
        Ok(_) => not_proved("is not a profile"),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            not_proved("is not at hand; run this in the folder you built in")
        }
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::IsADirectory) => {
            not_proved("is not a file")
        }
        Err(_) => not_proved("cannot be read; it may be open in another program"),
    }
}

/// The Word file whose look the documents took over.
fn reference_doc(part: &Part) -> Result<ReferenceDoc, Obstacle> {
    let not_at_hand = |_| Obstacle::NotProved(format!("the Word file {} is not at hand", part.path));
    let path = Path::new(&part.path);
    let bytes = read_at_most(path, LARGEST).map_err(not_at_hand)?;
    if !part.is_of(&bytes) {
        // A Word file is a ZIP file; what is none was never a Word file of anybody's.
        return Err(match bytes.starts_with(b"PK") {
            true => changed(part),
            false => Obstacle::NotProved(format!("{} is not a Word file", part.path)),
        });
    }
    ReferenceDoc::read(path).map_err(|failure| Obstacle::NotProved(failure.to_string()))
}

/// Whether the packs are those that the documents were made with.
fn packs_are_the_same(then: &[Part], now: &[Part]) -> Result<(), Obstacle> {
    for (index, part) in then.iter().enumerate() {
        match now.iter().find(|known| known.path == part.path) {
            Some(known) if known == part => {}
            Some(_) if index == 0 => {
                let why = "made by another build of this program, with other words built in";
                return Err(Obstacle::NotProved(why.to_owned()));
            }
            Some(_) => return Err(changed(part)),
            None => {
                let why = format!(
                    "made with the pack {}, which is not in use here; name its folder with `--pack`",
                    part.path
                );
                return Err(Obstacle::NotProved(why));
            }
        }
    }
    match then == now {
        true => Ok(()),
        false => Err(Obstacle::NotProved("made with other packs than are in use here".to_owned())),
    }
}

/// Whether the profile and the files it names are those that the documents were made from.
fn files_are_the_same(then: &[Part], now: &Inputs, intake: &Intake, notes: &mut Vec<String>) -> Result<(), Obstacle> {
    for part in then {
        match now.profile.iter().find(|known| known.path == part.path) {
            Some(known) if known == part => {}
            Some(_) => {
                let is_text = intake.sources.files().any(|(name, _)| name == part.path);
                let bytes = is_text.then(|| read_at_most(Path::new(&part.path), LARGEST).ok()).flatten();
                if !bytes.is_some_and(|bytes| part.is_of_other_line_ends(&bytes)) {
                    return Err(changed(part));
                }
                // The same answers make the same documents.
                notes.push(format!("{} has other line ends than it had, and the same words", part.path));
            }
            None => {
                let why =
                    format!("{}, which the documents were made from, is not at hand or cannot be used", part.path);
                return Err(Obstacle::NotProved(why));
            }
        }
    }
    match now.profile.iter().find(|known| then.iter().all(|part| part.path != known.path)) {
        None => Ok(()),
        Some(part) => {
            let what = format!("does not name {}, of which the documents are made too", part.path);
            Err(Obstacle::Changed(MANIFEST.to_owned(), what))
        }
    }
}

fn changed(part: &Part) -> Obstacle {
    let what = "is not what the documents were made from; build them again";
    Obstacle::Changed(part.path.clone(), what.to_owned())
}
