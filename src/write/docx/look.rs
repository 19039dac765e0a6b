//! The theme in Word's terms: colours without `#`, sizes in half-points, lengths in twips.
//!
//! In: a [`Document`] for its language and a [`Theme`]. Out: a [`Look`] with no value that Word would refuse.
//!
//! Not here: which style has which colour or size (`stylesheet`).

use crate::data::Theme;
use crate::doc::Document;

/// A length in twentieths of a point.
pub(super) type Twips = u32;

/// A4, and margins of 2.2 cm.
pub(super) const PAGE: (Twips, Twips) = (11_906, 16_838);
/// The margin on every side.
pub(super) const MARGIN: Twips = 1_247;
/// The width that text has.
pub(super) const TEXT_WIDTH: Twips = PAGE.0 - 2 * MARGIN;
/// How far a level of a list is indented.
pub(super) const LIST_STEP: Twips = 397;
/// How far a heading's words stand from its number's left edge.
pub(super) const HEADING_STEP: Twips = 737;
/// The same in an appendix, where numbers have a letter more.
pub(super) const APPENDIX_STEP: Twips = 850;
/// How far the words of a callout stand in, so that its ground and bar stay within the text width.
pub(super) const CALLOUT_INDENT: Twips = 227;
/// The space between the items of a list.
pub(super) const LIST_GAP: Twips = 80;
/// The space above what follows a list.
pub(super) const LIST_END: Twips = 160;
/// The space that sets apart what follows a table or a callout.
pub(super) const GAP: Twips = 220;

/// The values of a theme, each safe to write.
pub(super) struct Look {
    /// The font family of all text.
    pub(super) font: String,
    /// The language of all text, as a BCP 47 tag.
    pub(super) language: String,
    /// Running text.
    pub(super) text: String,
    /// Captions, headers and footers.
    pub(super) muted: String,
    /// Headings and the cover.
    pub(super) accent: String,
    /// The ground of table headers and callouts.
    pub(super) tint: String,
    /// Lines of tables.
    pub(super) rule: String,
    /// Links.
    pub(super) link: String,
    /// The DRAFT mark.
    pub(super) warning: String,
    body_size: f64,
}

impl Look {
    /// The look of one document under a theme.
    pub(super) fn new(document: &Document, theme: &Theme) -> Look {
        let tokens = &theme.tokens;
        let colours = &tokens.colours;
        let size = tokens.body_size;
        Look {
            font: if tokens.fonts.docx.trim().is_empty() { "Arial".to_owned() } else { tokens.fonts.docx.clone() },
            language: language(&document.language),
            text: colour(&colours.text),
            muted: colour(&colours.muted),
            accent: colour(&colours.accent),
            tint: colour(&colours.tint),
            rule: colour(&colours.rule),
            link: colour(&colours.link),
            warning: colour(&colours.warning),
            body_size: if (6.0..=36.0).contains(&size) { size } else { 11.0 },
        }
    }

    /// A font size in half-points, as a multiple of the running text's.
    pub(super) fn size(&self, ratio: f64) -> u32 {
        (self.body_size * ratio * 2.0).round() as u32
    }
}

/// `#rrggbb` as `RRGGBB`; what is no colour is left to Word.
fn colour(token: &str) -> String {
    let digits = token.trim_start_matches('#');
    if digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()) {
        digits.to_ascii_uppercase()
    } else {
        "auto".to_owned()
    }
}

fn language(tag: &str) -> String {
    let sound = !tag.is_empty() && tag.len() <= 35 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if sound { tag.to_owned() } else { "en-GB".to_owned() }
}
