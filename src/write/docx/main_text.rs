//! The main text while it is being written: what its blocks, tables, pictures and comments share.

use super::lengths::Twips;
use super::numbering::{Counted, Lists};
use super::runs::Links;
use crate::write::remarked::Remarked;

/// The main text while it is being written.
pub(super) struct MainText<'a> {
    /// Where its links lead.
    pub(super) links: Links,
    /// The numbered lists met so far.
    pub(super) lists: Lists,
    /// What Word counts; other numbers are words.
    pub(super) counted: Counted,
    /// The remarks on the document, in a review copy.
    pub(super) remarked: Option<Remarked<'a>>,
    /// The pictures met so far: the name of each file, and the file.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
    /// The width that text has.
    pub(super) text_width: Twips,
    /// The height that text has on a page.
    pub(super) text_height: Twips,
    /// The words of the last heading.
    pub(super) under: String,
    /// The space above the next paragraph, if a table, a callout or a list stands before it.
    pub(super) gap: Option<Twips>,
}
