//! Parts of a reference document, and parts of ours that are to be changed.

use std::io;

use super::archive::ReferenceError;
use super::archive::{Archive, Related};
use super::tidy;
use super::tree::Element;

/// A picture or a font.
#[derive(Clone, Debug)]
pub(super) struct Media {
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
}

/// A part that we have written ourselves.
pub(super) fn own(part: &[u8]) -> io::Result<Element> {
    Element::parse(part).ok_or_else(|| io::Error::other("a part of our own cannot be read back"))
}

pub(super) fn target(related: &[Related], kind: &str) -> Option<String> {
    related.iter().find(|one| one.kind == kind && !one.external).map(|one| one.target.clone())
}

pub(super) fn word_part(archive: &mut Archive<'_>, name: &str) -> Result<Element, ReferenceError> {
    let bytes = archive.part(name)?.ok_or_else(|| ReferenceError::Damaged(format!("{name} is missing")))?;
    let mut root = Element::parse_word(&bytes).ok_or_else(|| ReferenceError::Unusual(name.to_owned()))?;
    tidy::tidy(&mut root);
    Ok(root)
}
