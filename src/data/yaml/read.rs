//! Reads a profile, or a file of the catalogue, into its Rust type.
//!
//! In: a path, or a text that is already in [`Sources`]. Out: [`Read`], or [`Unread`] with every mistake.

use std::path::Path;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::Index;
use crate::data::Profile;
use crate::finding::{Failure, Finding};
use crate::text::{Sources, Span};

/// A value that was read.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// The value.
    pub value: T,
    /// Where each field stands.
    pub index: Index,
    /// What is worth a look all the same: warnings, never errors.
    pub findings: Vec<Finding>,
}

/// Why a value could not be read.
#[derive(Debug)]
pub enum Unread {
    /// The file is not right: at least one of these is an error.
    Findings(Vec<Finding>),
    /// The file could not be got at.
    Failure(Failure),
}

/// Reads a profile and the profiles it shares answers with.
pub fn read_profile(path: &Path, sources: &mut Sources) -> Result<Read<Profile>, Unread> {
    read_file_as(path, sources)
}

/// Reads a YAML file of any type: a file of the catalogue, a theme.
pub fn read_file_as<T: DeserializeOwned + JsonSchema + 'static>(
    path: &Path,
    _sources: &mut Sources,
) -> Result<Read<T>, Unread> {
    Err(Unread::Failure(Failure::reading(path, std::io::ErrorKind::Unsupported.into())))
}

/// Reads a YAML text of any type: a whole source, or a part of one, such as the header of a clause.
pub fn read_as<T: DeserializeOwned + JsonSchema + 'static>(
    _sources: &Sources,
    _text: Span,
) -> Result<Read<T>, Vec<Finding>> {
    Err(Vec::new())
}
