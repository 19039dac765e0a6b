//! Two files of one school among many profiles: a copy that OneDrive or Windows made, or a profile that was begun anew.
//!
//! In: the paths of profiles. Out: [`Twins`], with a finding for each file that is not alone, which names the others. Which of them is right only
//! the school can say, so no documents are made of any.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::batch;
use crate::finding::{Code, Finding, visible};
use crate::profile::Identity;
use crate::text::display_path;

/// The files among some profiles that are of one school with another of them.
#[derive(Debug, Default)]
pub struct Twins(BTreeMap<PathBuf, Finding>);

impl Twins {
    /// Those among these paths.
    pub fn among(paths: &[PathBuf]) -> Twins {
        if paths.len() < 2 {
            return Twins::default();
        }
        let mut identities = Vec::new();
        batch::in_order(
            paths,
            |path| Identity::of(path),
            |_, _| Identity::default(),
            |_, identity| identities.push(identity),
        );
        let all: Vec<(&Path, Identity)> = paths.iter().map(PathBuf::as_path).zip(identities).collect();
        // Of one number or of one name: only these need be held against one another.
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, (_, identity)) in all.iter().enumerate() {
            let keys = [identity.urn.clone(), identity.name.as_ref().map(|name| name.to_lowercase())];
            keys.into_iter().flatten().for_each(|key| alike.entry(key).or_default().push(index));
        }
        let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for group in alike.values() {
            for (one, other) in group.iter().flat_map(|one| group.iter().map(move |other| (*one, *other))) {
                if one != other && all[one].1.is_of(&all[other].1) {
                    let known = others.entry(one).or_default();
                    if !known.contains(&other) {
                        known.push(other);
                    }
                }
            }
        }
        let found = others.into_iter().map(|(one, others)| {
            let (path, identity) = &all[one];
            let others: Vec<&(&Path, Identity)> = others.into_iter().map(|other| &all[other]).collect();
            (path.to_path_buf(), finding(path, identity, &others))
        });
        Twins(found.collect())
    }

    /// What is to be said of a file, if it is one of them.
    pub fn of(&self, path: &Path) -> Option<&Finding> {
        self.0.get(path)
    }
}

fn finding(path: &Path, identity: &Identity, others: &[&(&Path, Identity)]) -> Finding {
    let named: Vec<String> = others.iter().map(|(path, _)| format!("`{}`", visible(&display_path(path)))).collect();
    let finding = Finding::error(Code::CP024, format!("this school is in another file too: {}", named.join(", ")))
        .at_file(display_path(path));
    let finding =
        match identity.urn.as_ref().filter(|urn| others.iter().all(|(_, other)| other.urn.as_ref() == Some(urn))) {
            Some(urn) => finding.with_note(format!("each of them has the URN {}", visible(urn))),
            None => finding.with_note(format!(
                "each of them is called \"{}\", and neither a URN nor a postcode tells them apart",
                visible(identity.name.as_deref().unwrap_or_default())
            )),
        };
    let copies = others.iter().map(|(path, _)| *path).chain([path]).filter(|path| is_copy(path));
    let finding = copies.fold(finding, |finding, copy| {
        let copy = visible(&display_path(copy));
        finding.with_note(format!("`{copy}` has the name of a copy, as OneDrive, Windows and others make them"))
    });
    let finding = finding.with_help("keep the one that is right, and move the others out of the folder");
    match identity.urn {
        Some(_) => finding,
        None => finding.with_help("if they are two schools, give each its `urn:` under `setting:`"),
    }
}

/// Whether a file has the name that programs give to a copy: `a (1).yaml`, `Copy of a.yaml`, `a - Copy.yaml`, `a-DESKTOP-4F2.yaml`.
fn is_copy(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let numbered = stem.ends_with(')')
        && stem.rsplit_once(" (").is_some_and(|(_, number)| number.starts_with(|c: char| c.is_ascii_digit()));
    numbered
        || stem.starts_with("copy of ")
        || ["- copy", "conflicted copy", "-desktop-", "-laptop-", ".sync-conflict"]
            .iter()
            .any(|mark| stem.contains(mark))
}
