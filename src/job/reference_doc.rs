//! The Word file of a school's or a trust's own whose look the DOCX files take over.
//!
//! In: its path. Out: a [`ReferenceDoc`], which keeps the file's fingerprint for the manifest.

use std::path::Path;

use super::manifest::Part;
use crate::finding::{Failure, visible_path};
use crate::text::{display_path, read_at_most};
use crate::write::{Reference, ReferenceError};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 32 << 20;

/// A Word file whose look is taken over.
#[derive(Clone, Debug)]
pub struct ReferenceDoc {
    /// Its look.
    pub reference: Reference,
    /// Its path and fingerprint.
    pub part: Part,
}

impl ReferenceDoc {
    /// Reads a Word file.
    ///
    /// # Errors
    /// If it cannot be read or is not one that can be used.
    pub fn read(path: &Path) -> Result<ReferenceDoc, Failure> {
        let unfit = |error: ReferenceError| Failure::Unfit { path: visible_path(path), what: error.to_string() };
        let bytes = read_at_most(path, LARGEST + 1).map_err(|error| Failure::reading(path, error))?;
        if bytes.len() as u64 > LARGEST {
            return Err(unfit(ReferenceError::TooLarge("the file".to_owned())));
        }
        let reference = Reference::read(&bytes).map_err(unfit)?;
        Ok(ReferenceDoc { reference, part: Part::of(display_path(path), &bytes) })
    }
}
