//! The main text while it is being written: what its blocks, tables, pictures and comments share.

use super::lengths::Twips;
use super::numbering::{Counted, Lists};
use super::runs::Links;
use crate::doc::Alike;
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
    /// The tables with the same header.
    pub(super) alike: Alike,
    /// The words of the last heading.
    pub(super) under: String,
    /// Whether a paragraph that Word counts stands between it and the next block.
    pub(super) under_number: bool,
    /// The space above the next paragraph, if a table, a callout or a list stands before it.
    pub(super) gap: Option<Twips>,
}
