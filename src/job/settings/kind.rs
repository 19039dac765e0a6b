//! Tells a settings file from a profile that a school happens to have given its name.
//!
//! In: the path of a file. Out: which of the two it is. A file that has `setting:` or `extends:` is a profile whatever else stands in it, for
//! no school may be lost; so is one with other headings of a profile and none of the keys of settings.

use std::path::Path;

use super::keys::is_key;
use crate::profile::headings;
use crate::text::{Sources, display_path};
use crate::yaml::{parse, read_file};

/// The name of a settings file.
pub const SETTINGS_FILE: &str = "careers-policy.yaml";
/// The names it can have.
pub(super) const NAMES: [&str; 2] = [SETTINGS_FILE, "careers-policy.yml"];

/// Whether a file has the name of a settings file, in capitals or not, and is no school's profile.
pub(in crate::job) fn is_settings_file(path: &Path) -> bool {
    name_of(path).is_some() && holds_settings(path)
}

/// Whether a file of a folder is passed over, because it is the folder's settings: one of another spelling is so only where the system takes
/// the two for one, for elsewhere it would be used by nobody and nobody would be told.
pub(in crate::job) fn is_passed_over(path: &Path) -> bool {
    let Some(name) = name_of(path) else { return false };
    let is_found = || {
        path.with_file_name(name).canonicalize().is_ok_and(|found| path.canonicalize().is_ok_and(|path| path == found))
    };
    (path.file_name().is_some_and(|own| own == name) || is_found()) && holds_settings(path)
}

/// The name of a settings file that a path has.
fn name_of(path: &Path) -> Option<&'static str> {
    let own = path.file_name()?.to_str()?;
    NAMES.into_iter().find(|name| own.eq_ignore_ascii_case(name))
}

/// Whether a file of that name is no school's profile. What cannot be read is none, so that whoever needs settings says why.
pub(super) fn holds_settings(path: &Path) -> bool {
    let mut sources = Sources::default();
    let Ok(id) = read_file(path, &display_path(path), &mut sources) else { return true };
    let names: Vec<String> = match parse(&sources, sources.whole(id)).root {
        Some(root) => root.entries().iter().map(|entry| entry.name.clone()).collect(),
        None => names_in_lines(&sources.get(id).text),
    };
    let has = |name: &str| names.iter().any(|own| own.eq_ignore_ascii_case(name));
    let is_profile =
        has("setting") || has("extends") || !names.iter().any(|name| is_key(name)) && headings().into_iter().any(has);
    !is_profile
}

/// What stands before the first colon of the lines that are not indented.
fn names_in_lines(text: &str) -> Vec<String> {
    let name = |line: &str| Some(line.split_once(':')?.0.trim_end().trim_matches(['"', '\'']).to_owned());
    text.lines().filter(|line| !line.starts_with([' ', '\t', '#'])).filter_map(name).collect()
}
