//! The book in `docs/`: its links lead somewhere, and its reference of the profile is the profile's. That its commands are true is
//! tried with the other transcripts, in `cli`.

mod links;
mod profile;
mod section_ids;
mod to_say;
mod written_so;

use std::fs;
use std::path::PathBuf;

use crate::school::repository;

/// The chapters of the book, in the order of their names.
pub(crate) fn chapters() -> Vec<PathBuf> {
    let entries = fs::read_dir(repository("docs/src")).unwrap().map(|entry| entry.unwrap().path());
    let mut chapters: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    chapters.sort();
    chapters
}
