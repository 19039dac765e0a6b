//! Parts of a reference document, and parts of ours that are to be changed.

use std::io;

use super::admission::admit;
use super::allowed::Part;
use super::archive::{Archive, ReferenceError, Related};
use super::left_out::LeftOut;
use super::parser::{Bounds, Everything, Unread, parse};
use super::tidy;
use super::tree::Element;

/// A part that we have written ourselves.
pub(super) fn own(part: &[u8]) -> io::Result<Element> {
    parse(part, &mut { Bounds::OF_OURS }, &mut Everything)
        .map_err(|_| io::Error::other("a part of our own cannot be read back"))
}

pub(super) fn target(related: &[Related], kind: &str) -> Option<String> {
    related.iter().find(|one| one.kind == kind && !one.external).map(|one| one.target.clone())
}

/// A part of the reference document, as far as the lists let it in, in the order that the format demands.
pub(super) fn word_part(
    archive: &mut Archive<'_>,
    name: &str,
    kind: Part,
    piece: &'static str,
    left_out: &mut LeftOut,
) -> Result<Element, ReferenceError> {
    let bytes = archive.part(name)?.ok_or_else(|| ReferenceError::Damaged(format!("{name} is missing")))?;
    let mut root = admit(&bytes, kind, piece, &mut archive.bounds, left_out).map_err(|error| match error {
        Unread::Unsound => ReferenceError::Unusual(piece.to_owned()),
        Unread::TooMuch => ReferenceError::TooLarge(format!("its {piece}")),
    })?;
    tidy::tidy(&mut root);
    Ok(root)
}
