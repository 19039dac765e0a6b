//! A folder in which no pack lies although one was named: where the pack is, and what to do.
//!
//! In: the folder that was named. Out: the one folder in it, if it holds nothing else; or a finding that says where a pack lies further in, that
//! a ZIP folder has to be unpacked first, or that there is none.
//!
//! Not here: reading a pack (`folder`).

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::finding::{Code, Finding, visible_path};
use crate::text::{is_left_behind, read_at_most, suggest};

/// So many entries of a folder are looked at.
const MOST_ENTRIES: usize = 1_000;
/// So many packs are named.
const MOST_NAMED: usize = 4;
/// What people are to do with a ZIP folder.
const UNPACK: &str = "choose \"Extract all\" for it in the file manager, and name the folder that this makes";

/// Whether a folder is a pack.
pub fn is_pack(folder: &Path) -> bool {
    folder.join("pack.yaml").is_file()
}

/// The folder in a folder that holds nothing else, but for what systems leave behind.
pub(super) fn only_folder_in(folder: &Path) -> Option<PathBuf> {
    match &entries(folder)[..] {
        [(only, true)] => Some(only.clone()),
        _ => None,
    }
}

/// What lies in a folder, but for what systems leave behind, with whether it is a folder. A link is none.
#[expect(clippy::disallowed_methods, reason = "a folder with a pack is looked for")]
fn entries(folder: &Path) -> Vec<(PathBuf, bool)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut entries: Vec<(PathBuf, bool)> = entries
        .take(MOST_ENTRIES)
        .filter_map(Result::ok)
        .filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            !name.starts_with('.') && !is_left_behind(&name)
        })
        .map(|entry| (entry.path(), entry.file_type().is_ok_and(|kind| kind.is_dir())))
        .collect();
    entries.sort();
    entries
}

/// That there is no pack where one was named, and where it is, if that can be seen.
pub(super) fn no_pack(folder: &Path) -> Finding {
    let shown = visible_path(folder);
    let missing = |title: String| Finding::error(Code::CP301, title);
    let is_zip = read_at_most(folder, 4).is_ok_and(|bytes| bytes.starts_with(b"PK"));
    if is_zip || folder.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        let unpacked = folder.with_extension("");
        let is_there = unpacked != folder && (is_pack(&unpacked) || !packs_below(&unpacked, 2).is_empty());
        let finding = missing(match is_zip {
            true => format!("`{shown}` is a ZIP folder, which has to be unpacked first"),
            false => format!("`{shown}` is not a pack, but named as a ZIP folder"),
        });
        return match is_there {
            true => finding.with_help(format!(
                "it is unpacked already, in the folder `{}`: take the ending off the name that you wrote",
                visible_path(&unpacked)
            )),
            false => finding.with_help(UNPACK),
        };
    }
    let mut zip = OsString::from(folder);
    zip.push(".zip");
    if !folder.exists() && Path::new(&zip).is_file() {
        let zip = visible_path(Path::new(&zip));
        return missing(format!(
            "there is no folder `{shown}`, but a ZIP folder `{zip}`, which has to be unpacked first"
        ))
        .with_help(UNPACK);
    }
    let packs = packs_below(folder, 2);
    let named: Vec<String> = packs.iter().take(MOST_NAMED).map(|pack| format!("`{}`", visible_path(pack))).collect();
    // From a profile the way to the pack is another than from here, so only what is to be added is the same.
    let behind = packs.first().and_then(|pack| pack.strip_prefix(folder).ok()).map(visible_path).unwrap_or_default();
    match packs.len() {
        0 => missing(format!("there is no pack in `{shown}`")).with_help(match pack_beside(folder) {
            Some(near) => format!(
                "there is one in `{}`; is that the one you mean? `careers-policy pack new` makes another",
                visible_path(&near)
            ),
            None => "name the folder that holds the pack's `pack.yaml`; `careers-policy pack new` makes one".to_owned(),
        }),
        1 => missing(format!("there is no pack in `{shown}` itself, but in {}", named.join(", ")))
            .with_help(format!("name that folder: put `/{behind}` behind what you wrote")),
        number => {
            let others = if number > MOST_NAMED { " and others" } else { "" };
            missing(format!("there is no pack in `{shown}` itself, but in {}{others}", named.join(", ")))
                .with_help(format!("name one of these folders: put `/{behind}`, for example, behind what you wrote"))
        }
    }
}

/// The folder with a pack that is meant where its name is mistyped, or a file in it is named.
fn pack_beside(named: &Path) -> Option<PathBuf> {
    let around = named.parent().unwrap_or(Path::new(""));
    if !around.as_os_str().is_empty() && is_pack(around) {
        return Some(around.to_owned());
    }
    let listed = if around.as_os_str().is_empty() { Path::new(".") } else { around };
    let packs = entries(listed).into_iter().filter(|(path, _)| is_pack(path));
    let names: Vec<String> =
        packs.filter_map(|(path, _)| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    let typed = named.file_name()?.to_string_lossy().into_owned();
    let longer = names.iter().find(|name| name.starts_with(&typed) || typed.starts_with(name.as_str()));
    let near = longer.map(String::as_str).or_else(|| suggest(&typed, names.iter().map(String::as_str)));
    near.map(|name| around.join(name))
}

/// The packs further in, so many levels down at most: those that are nearest.
fn packs_below(folder: &Path, levels: usize) -> Vec<PathBuf> {
    let folders: Vec<PathBuf> =
        entries(folder).into_iter().filter(|(_, is_folder)| *is_folder).map(|(path, _)| path).collect();
    let packs: Vec<PathBuf> = folders.iter().filter(|folder| is_pack(folder)).cloned().collect();
    match packs.is_empty() && levels > 1 {
        true => folders.iter().flat_map(|folder| packs_below(folder, levels - 1)).collect(),
        false => packs,
    }
}
