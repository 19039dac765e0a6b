//! Profiles in the folders below a folder that was named: they are not read, and whoever named it is told where they are.
//!
//! In: a folder, and the profiles that are read anyway. Out: the others counted by folder, in words and say how to name them. A file that
//! another one takes its answers from, or lists as a school of its trust, is not among them.
//!
//! The search is bounded, follows no link, and looks into no pack and into no folder of documents. Not here: which profiles are meant
//! (`profiles`).

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::MANIFEST;
use crate::catalogue::is_pack;
use crate::finding::{typed_path, visible_path};
use crate::profile::files_named;
use crate::text::{is_left_behind, read_at_most};

/// So many folders below one another are looked into.
const DEEPEST: usize = 3;
/// So many files and folders are looked at.
const MOST_ENTRIES: usize = 2_000;
/// So many folders are named in the words.
const MOST_NAMED: usize = 4;
/// A profile's first headings stand within so many bytes.
const BEGINNING: u64 = 64_000;

/// What is to be told of each of these folders, `read` being the profiles that are read.
pub fn profiles_passed_over(named: &[PathBuf], read: &[PathBuf]) -> Vec<String> {
    let folders: BTreeSet<&PathBuf> = named.iter().filter(|path| path.is_dir()).collect();
    let told = folders.into_iter().filter_map(|folder| {
        let Below { places, these, pattern } = below(folder, read)?;
        let folder = visible_path(folder);
        Some(format!(
            "{folder}: profiles in folders below this one are not read: {places}. To read them too, name {these} as well{pattern}"
        ))
    });
    told.collect()
}

/// Profiles in the folders below one, in words.
pub(super) struct Below {
    /// `3 in schools/north, 2 in schools/south`.
    pub places: String,
    /// `that folder` or `these folders`.
    pub these: &'static str,
    /// `, or write "schools/*/*.yaml"`, where there is more than one folder and a pattern means them.
    pub pattern: String,
}

/// The profiles in the folders below one, but for those that are read.
pub(super) fn below(folder: &Path, read: &[PathBuf]) -> Option<Below> {
    let found = search(folder);
    let identity = |path: &PathBuf| path.canonicalize().ok();
    let used = found.iter().chain(read).filter(|_| !found.is_empty()).flat_map(|path| files_named(path));
    let known: BTreeSet<PathBuf> = used.chain(read.iter().cloned()).filter_map(|path| identity(&path)).collect();
    let mut folders: BTreeMap<&Path, usize> = BTreeMap::new();
    for path in found.iter().filter(|path| identity(path).is_some_and(|path| !known.contains(&path))) {
        *folders.entry(path.parent()?).or_default() += 1;
    }
    let mut places: Vec<String> =
        folders.iter().take(MOST_NAMED).map(|(folder, number)| format!("{number} in {}", typed_path(folder))).collect();
    let others: usize = folders.values().skip(MOST_NAMED).sum();
    if others > 0 {
        places.push(format!("{others} in others"));
    }
    match folders.len() {
        0 => None,
        1 => Some(Below { places: places.join(", "), these: "that folder", pattern: String::new() }),
        _ => Some(Below { places: places.join(", "), these: "these folders", pattern: pattern(folder, &folders) }),
    }
}

/// The patterns that mean the profiles of these folders: one for each step further down.
fn pattern(folder: &Path, folders: &BTreeMap<&Path, usize>) -> String {
    // A folder whose own name reads as a pattern can only be named.
    if folder.to_string_lossy().contains(['*', '?', '[', ']']) {
        return String::new();
    }
    let steps = |path: &Path| path.strip_prefix(folder).map_or(0, |path| path.components().count());
    let depths: BTreeSet<usize> = folders.keys().map(|path| steps(path)).collect();
    let patterns = depths.into_iter().map(|depth| {
        let stars = std::iter::repeat_n("*", depth).chain(["*.yaml"]);
        format!("\"{}\"", visible_path(&stars.fold(folder.to_path_buf(), |path, star| path.join(star))))
    });
    format!(", or write {}", patterns.collect::<Vec<_>>().join(" "))
}

/// The files below a folder that look like profiles, the nearest first.
#[expect(clippy::disallowed_methods, reason = "profiles that nobody named are looked for")]
fn search(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut looked_at = 0;
    let mut waiting = VecDeque::from([(folder.to_path_buf(), 0)]);
    while let Some((folder, depth)) = waiting.pop_front() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let mut entries: Vec<_> = entries.take(MOST_ENTRIES.saturating_sub(looked_at)).filter_map(Result::ok).collect();
        looked_at += entries.len();
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            let path = entry.path();
            match entry.file_type() {
                _ if name.starts_with('.') || is_left_behind(&name) => {}
                Ok(kind) if kind.is_dir() && depth < DEEPEST && !is_of_the_program(&path) => {
                    waiting.push_back((path, depth + 1));
                }
                Ok(kind) if kind.is_file() && depth > 0 && looks_like_a_profile(&name, &path) => found.push(path),
                _ => {}
            }
        }
    }
    found
}

/// Whether a folder is a pack, or holds documents that were made.
fn is_of_the_program(folder: &Path) -> bool {
    is_pack(folder) || folder.join(MANIFEST).is_file()
}

fn looks_like_a_profile(name: &str, path: &Path) -> bool {
    let is_yaml = [".yaml", ".yml"].iter().any(|ending| name.ends_with(ending));
    let begins = |line: &str| ["setting:", "extends:"].iter().any(|heading| line.starts_with(heading));
    is_yaml
        && read_at_most(path, BEGINNING)
            .is_ok_and(|bytes| String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').lines().any(begins))
}
