//! What the commands make of what was typed: today's date, the loaded catalogue, the setting and the profiles that were meant.

use std::path::{Path, PathBuf};

use super::error::CommandError;
use crate::job::{Libraries, Library, ReferenceDoc, find_profiles, profiles_passed_over};
use crate::law::{Date, Setting};
use crate::profile::{kind_named, kinds};
use crate::write::{FORMATS, Format};

/// The date given, or today: the one place where the clock is read.
pub(super) fn today(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::Zoned::now().date().into())
}

/// That a file is named, where a command writes into it: there is none behind the standard input.
pub(super) fn a_file(path: &Path) -> Result<&Path, CommandError> {
    match path.as_os_str() == "-" {
        true => Err(CommandError::refused("this writes into the profile, so name its file; `-` is the standard input")),
        false => Ok(path),
    }
}

/// The profiles that are meant by files, folders and patterns. It is told of those in folders below, which nobody sees to be missing.
pub(super) fn profiles(named: &[PathBuf]) -> Result<Vec<PathBuf>, CommandError> {
    let paths = find_profiles(named)?;
    for note in profiles_passed_over(named, &paths) {
        complain!("careers-policy: note: {note}");
    }
    Ok(paths)
}

/// The catalogue with these packs over the built-in one.
pub(super) fn library(packs: &[PathBuf]) -> Result<Library, CommandError> {
    Ok(Library::load(packs, &[])?)
}

/// Libraries with the look of a Word file, of which it is told what cannot be carried over.
pub(super) fn with_doc(libraries: &Libraries, doc: ReferenceDoc) -> Libraries {
    for note in doc.reference.notes() {
        complain!("careers-policy: {}: not carried over: {note}", doc.part.path);
    }
    for remark in doc.reference.remarks() {
        complain!("careers-policy: {}: carried over, but look at it: {remark}", doc.part.path);
    }
    libraries.with_reference_doc(doc)
}

/// The formats that were named, each once; all that this program can write if none was.
pub(super) fn formats(named: &[Format]) -> Vec<Format> {
    let mut formats = named.to_vec();
    formats.sort();
    formats.dedup();
    if formats.is_empty() { FORMATS.to_vec() } else { formats }
}

/// The setting of that name.
pub(super) fn setting(name: &str) -> Result<Setting, CommandError> {
    kind_named(name, &kinds()).map_err(|could| {
        let could: Vec<String> = could.into_iter().map(|setting| format!("`{}`", setting.id())).collect();
        CommandError::refused(match could.split_last() {
            Some((last, [])) => format!("`{name}` is no kind of institution; did you mean {last}?"),
            Some((last, others)) => {
                format!("`{name}` can be several kinds of institution: write {} or {last}", others.join(", "))
            }
            None => format!(
                "`{name}` is no kind of institution. These are, by the words on the left:\n{}",
                kinds_in_lines()
            ),
        })
    })
}

/// The kinds of institution, in a line each: the word for it, and what is meant.
pub(super) fn kinds_in_lines() -> String {
    let width = Setting::kinds().map(|setting| setting.id().len()).max().unwrap_or_default();
    let lines: Vec<String> =
        kinds().into_iter().map(|kind| format!("  {:<width$}  {}", kind.setting.id(), kind.said)).collect();
    lines.join("\n")
}
