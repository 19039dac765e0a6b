//! The troubles of the world: a file that is not there, a disk that is full. Never about what a file says.
//!
//! In: an error of the system. Out: [`Failure`], always with the path, in words that say what to look at.

use std::io;
use std::path::Path;

use super::render::{visible, visible_path};

/// The program could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder could not be read.
    #[error("{path} cannot be read: {}", why(.source))]
    Read {
        /// The path as the user gave it.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("{path} cannot be written: {}", why(.source))]
    Write {
        /// The path as the user gave it.
        path: String,
        /// What the system said.
        source: io::Error,
    },
    /// What was asked for cannot be done with what there is.
    #[error("{path}: {what}")]
    Unfit {
        /// The path concerned.
        path: String,
        /// What is wrong with it.
        what: String,
    },
}

impl Failure {
    /// That a path could not be read.
    pub fn reading(path: &Path, source: io::Error) -> Failure {
        Failure::Read { path: visible_path(path), source }
    }

    /// That the program itself went wrong over a file, and where in the program.
    pub fn fault(path: &Path, place: &str) -> Failure {
        let what = format!(
            "the program itself went wrong over this file, and nothing was written for it; please report it, with the file and this: {}",
            visible(place)
        );
        Failure::Unfit { path: visible_path(path), what }
    }

    /// That a path could not be written.
    pub fn writing(path: &Path, source: io::Error) -> Failure {
        Failure::Write { path: visible_path(path), source }
    }
}

impl Failure {
    /// Whether what was to be read is a folder, a pipe, a device or the like, and no file.
    pub fn is_no_file(&self) -> bool {
        let Failure::Read { source, .. } = self else { return false };
        matches!(source.kind(), io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput)
    }
}

/// What the system said, in plain words where it says something common.
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "the system does not allow it; it may be open in another program".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_its_path_and_says_why() {
        let failure = Failure::reading(Path::new("profiles/oakfield.yaml"), io::ErrorKind::NotFound.into());
        assert_eq!(failure.to_string(), "profiles/oakfield.yaml cannot be read: there is no such file or folder");
    }
}
