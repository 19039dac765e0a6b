//! Reads a pack's folder, which anybody may have made: plain files, of portable names, and not too many or too large.
//!
//! In: a folder. Out: a [`Layer`], or what is wrong with the folder, every trouble at once.
//!
//! A pack that lies one folder further in than it is named, as unpacking a ZIP folder leaves it, is read there, and the layer has that folder's
//! name; where more than one folder could be meant (`no_pack`) none is.
//!
//! Nothing outside the folder is ever read: links are refused and not followed, and nothing but a plain file is opened. Files that begin with a
//! dot, such as those of version control, and what systems leave in folders are passed over, and so is the folder of examples.
//!
//! Not here: what the files say (`load`).

use std::fs;
use std::path::Path;

use super::layers::Layer;
use super::no_pack::{is_pack, no_pack, only_folder_in};
use super::starter_pack::EXAMPLES;
use crate::finding::{Code, Failure, Finding, visible};
use crate::text::{display_path, is_left_behind, portable_name, read_at_most};

/// The most files that a pack has.
const MOST_FILES: usize = 1_000;
/// The most folders below one another.
const DEEPEST: usize = 6;
/// The largest file, in bytes: a font.
const LARGEST_FILE: u64 = 4_000_000;
/// The most bytes of all its files together.
const LARGEST: u64 = 16_000_000;
/// What only the built-in pack has, and why.
const NOT_FOR_PACKS: [(&str, &str); 9] = [
    ("bodies.yaml", "the list of bodies is the built-in catalogue's"),
    ("editions.yaml", "the register of editions is the built-in catalogue's"),
    ("guide.yaml", "the register of the hub guide's items is the built-in catalogue's"),
    ("placeholders.yaml", "the list of placeholders is the built-in catalogue's"),
    ("phrases.yaml", "the phrases that the program puts into values are the built-in catalogue's"),
    ("school-words.yaml", "the list of words of schools is the built-in catalogue's"),
    ("review.yaml", "the words of review copies are the built-in catalogue's"),
    ("unprinted.yaml", "the list of answers that are not printed is the built-in catalogue's"),
    (
        "themes/",
        "a pack's theme holds `theme.yaml`, pictures and fonts; the page itself is a program, and the built-in one is used",
    ),
];

/// Reads the pack in a folder, or in the one folder in it where it holds nothing else.
///
/// # Errors
/// The findings on its files.
pub fn read_layer(folder: &Path) -> Result<Layer, Vec<Finding>> {
    let inner = only_folder_in(folder).filter(|inner| is_pack(inner) && !is_pack(folder));
    let folder = inner.as_deref().unwrap_or(folder);
    if !is_pack(folder) {
        return Err(vec![no_pack(folder)]);
    }
    let mut reader =
        Reader { layer: Layer { folder: display_path(folder), ..Layer::default() }, bytes: 0, findings: Vec::new() };
    reader.folder(folder, "", 0);
    if reader.findings.is_empty() { Ok(reader.layer) } else { Err(reader.findings) }
}

struct Reader {
    layer: Layer,
    bytes: u64,
    findings: Vec<Finding>,
}

impl Reader {
    fn refuse(&mut self, path: &str, title: &str, help: &str) {
        let finding = Finding::error(Code::CP307, title).at_file(visible(&self.layer.name_of(path)));
        self.findings.push(finding.with_help(help));
    }

    fn full(&self) -> bool {
        self.layer.files.len() >= MOST_FILES || self.bytes > LARGEST
    }

    #[expect(clippy::disallowed_methods, reason = "a pack is the files of a folder")]
    fn folder(&mut self, folder: &Path, path: &str, depth: usize) {
        let mut entries: Vec<_> = match fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                return self.refuse(path, &Failure::reading(folder, error).to_string(), "see that it may be read");
            }
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || is_left_behind(&name) || (depth == 0 && name == EXAMPLES) {
                continue;
            }
            let path = format!("{path}{name}");
            if self.full() {
                let title = format!("the pack holds more than {MOST_FILES} files or {} MB", LARGEST / 1_000_000);
                return self.refuse(
                    "pack.yaml",
                    &title,
                    "take out what is not wording, outlines, requirements or a theme",
                );
            }
            if let Err(why) = portable_name(&name) {
                self.refuse(
                    &path,
                    &format!("the name of the file is not good on every computer: {why}"),
                    "give it another name",
                );
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && depth < DEEPEST => {
                    self.folder(&entry.path(), &format!("{path}/"), depth + 1);
                }
                Ok(kind) if kind.is_dir() => {
                    self.refuse(&path, "the pack's folders are too deep", "keep to the folders of the README");
                }
                Ok(kind) if kind.is_file() => self.file(&entry.path(), path),
                _ => self.refuse(
                    &path,
                    "a pack holds plain files only, and this is a link or a device",
                    "put the file itself there",
                ),
            }
        }
    }

    fn file(&mut self, place: &Path, path: String) {
        if let Some((_, why)) = NOT_FOR_PACKS.iter().find(|(named, _)| is_named(&path, named)) {
            return self.refuse(&path, &format!("a pack cannot bring this file: {why}"), "take it out of the pack");
        }
        match read_at_most(place, LARGEST_FILE + 1) {
            Ok(bytes) if bytes.len() as u64 > LARGEST_FILE => {
                let title = format!("the file is larger than {} MB", LARGEST_FILE / 1_000_000);
                self.refuse(&path, &title, "make it smaller");
            }
            Ok(bytes) => {
                self.bytes += bytes.len() as u64;
                self.layer.files.insert(path, bytes.into());
            }
            Err(error) => self.refuse(&path, &Failure::reading(place, error).to_string(), "see that it may be read"),
        }
    }
}

/// Whether a path is one of those that only the built-in pack has.
fn is_named(path: &str, named: &str) -> bool {
    match path.strip_prefix(named) {
        Some("") => true,
        Some(inside) if named.ends_with('/') => {
            let kinds = ["yaml", "png", "jpg", "jpeg", "svg", "ttf", "otf", "txt", "md"];
            !inside.rsplit_once('.').is_some_and(|(_, ending)| kinds.contains(&ending.to_ascii_lowercase().as_str()))
        }
        _ => false,
    }
}
