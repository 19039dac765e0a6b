//! A profile's text with changes in it, to be looked at or put in the place of the old one.
//!
//! In: what was read, and the new text. Out: [`Rewritten`], which writes it. Not here: whether the new text is right; whoever makes one has read it again.

use std::path::{Path, PathBuf};

use crate::finding::Failure;
use crate::text::{Source, display_path, rewrite_source};

/// A profile's text before and after changes. Nothing is written yet.
#[derive(Debug)]
pub struct Rewritten {
    path: PathBuf,
    sha256: String,
    /// The text that was read.
    pub before: String,
    /// The same text with the changes.
    pub after: String,
}

impl Rewritten {
    /// The text of a file, and what is to stand there instead.
    pub(super) fn new(path: &Path, source: &Source, after: String) -> Rewritten {
        let sha256 = source.sha256.clone().unwrap_or_default();
        Rewritten { path: path.to_owned(), sha256, before: source.text.clone(), after }
    }

    /// The profile's path as it is printed.
    pub fn name(&self) -> String {
        display_path(&self.path)
    }

    /// Writes the text in place of the profile's own.
    ///
    /// # Errors
    /// If the file cannot be written or is no longer as it was read.
    pub fn write(&self) -> Result<(), Failure> {
        rewrite_source(&self.path, &self.sha256, &self.after).map_err(|error| Failure::writing(&self.path, error))
    }
}
