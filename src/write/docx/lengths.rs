//! Lengths in Word's unit, and those that the documents share.

/// A length in twentieths of a point.
pub(super) type Twips = u32;

/// A4.
pub(super) const PAGE: (Twips, Twips) = (11_906, 16_838);
/// The margin on every side: 2.2 cm.
pub(super) const MARGIN: Twips = 1_247;
/// How far a level of a list is indented.
pub(super) const LIST_STEP: Twips = 397;
/// How far a heading's words stand from its number's left edge.
pub(super) const HEADING_STEP: Twips = 737;
/// The same in an appendix, where numbers have a letter more.
pub(super) const APPENDIX_STEP: Twips = 850;
/// How far the words of a lettered item stand from its letter's left edge.
pub(super) const ITEM_STEP: Twips = 510;
/// How far the words of a callout stand in, so that its ground and bar stay within the text width.
pub(super) const CALLOUT_INDENT: Twips = 227;
/// The space between the items of a list.
pub(super) const LIST_GAP: Twips = 80;
/// The space above what follows a list.
pub(super) const LIST_END: Twips = 160;
/// The space that sets apart what follows a table or a callout.
pub(super) const GAP: Twips = 220;
