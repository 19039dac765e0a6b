//! Puts finished files into a school's folder: each appears whole or not at all.
//!
//! In: names and bytes. Out: files. Everything is written beside its place first and moved there when all of it is on the
//! disk, so that a full disk or a pulled plug leaves the last good documents as they were.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::finding::Failure;

/// The name of a profile: its file name without the ending, which names its folder too.
pub fn profile_name(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes all files into the folder, and gives their paths in order.
pub(super) fn write_all(folder: &Path, files: Vec<(String, Vec<u8>)>) -> Result<Vec<PathBuf>, Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, error))?;
    let mut waiting = Vec::new();
    let result = files.iter().try_for_each(|(name, bytes)| {
        let place = folder.join(name);
        let beside = folder.join(format!(".{name}.part"));
        waiting.push((beside.clone(), place));
        write_one(&beside, bytes)
    });
    let moved = result.and_then(|()| {
        waiting
            .iter()
            .try_for_each(|(beside, place)| fs::rename(beside, place).map_err(|error| Failure::writing(place, error)))
    });
    if moved.is_err() {
        // What cannot be tidied away does no harm: it is never read, and the next run replaces it.
        waiting.iter().for_each(|(beside, _)| drop(fs::remove_file(beside)));
    }
    moved.map(|()| waiting.into_iter().map(|(_, place)| place).collect())
}

fn write_one(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error| Failure::writing(path, error);
    let mut file = fs::File::create(path).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.sync_all().map_err(failed)
}
