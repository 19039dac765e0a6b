//! The theme in Word's terms: colours without `#`, sizes in half-points, lengths in twips.
//!
//! In: a [`Document`] for its language and a [`Theme`]. Out: a [`Look`] with no value that Word would refuse.
//!
//! Not here: which style has which colour or size (`stylesheet`).

use super::table_properties::PageSetup;
use crate::doc::Document;
use crate::theme::{PageSize, Theme};

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
    /// The pages.
    pub(super) page: PageSetup,
    /// The size of running text in points.
    pub(super) body_size: f64,
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
            text: colours.text.digits(),
            muted: colours.muted.digits(),
            accent: colours.accent.digits(),
            tint: colours.tint.digits(),
            rule: colours.rule.digits(),
            link: colours.link.digits(),
            warning: colours.warning.digits(),
            page: PageSetup {
                size: match tokens.page_size {
                    PageSize::A4 => PAGE,
                    PageSize::Letter => (12_240, 15_840),
                },
                ..PageSetup::default()
            },
            body_size: if (6.0..=36.0).contains(&size) { size } else { 11.0 },
        }
    }

    /// The width that text has.
    pub(super) fn text_width(&self) -> Twips {
        self.page.text_width()
    }

    /// A font size in half-points, as a multiple of the running text's.
    pub(super) fn size(&self, ratio: f64) -> u32 {
        (self.body_size * ratio * 2.0).round() as u32
    }
}

fn language(tag: &str) -> String {
    let sound = !tag.is_empty() && tag.len() <= 35 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if sound { tag.to_owned() } else { "en-GB".to_owned() }
}
