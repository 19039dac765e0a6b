//! The way from a folder to a file, as a file in that folder would name it.
//!
//! In: two paths as they were typed. Out: words with forward slashes: `../trust.yaml`.

use std::path::{Component, Path, PathBuf};

use crate::finding::Failure;
use crate::text::display_path;

/// The way to a file that is there from a folder that may not be there yet.
///
/// # Errors
/// If the file is not there, or no way leads to it: on Windows, one on another drive.
pub fn way_to(file: &Path, folder: &Path) -> Result<String, Failure> {
    let target = file.canonicalize().map_err(|error| Failure::reading(file, error))?;
    // Of a folder that is not there yet, the nearest one above it is.
    let mut there = folder.to_owned();
    let mut below = Vec::new();
    let from = loop {
        let tried = if there.as_os_str().is_empty() { PathBuf::from(".") } else { there.clone() };
        match tried.canonicalize() {
            Ok(found) => break found,
            Err(error) if there.as_os_str().is_empty() => return Err(Failure::reading(folder, error)),
            Err(_) => {
                below.extend(there.file_name().map(ToOwned::to_owned));
                there.pop();
            }
        }
    };
    let from = below.iter().rev().fold(from, |from, step| from.join(step));
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (from.components().collect(), target.components().collect());
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    if common == 0 {
        let what = format!("no way leads to it from {}; move both to one drive", display_path(folder));
        return Err(Failure::Unfit { path: display_path(file), what });
    }
    let up = from.iter().skip(common).map(|_| "..".to_owned());
    let down = to.iter().skip(common).map(|step| step.as_os_str().to_string_lossy().into_owned());
    Ok(up.chain(down).collect::<Vec<_>>().join("/"))
}
