//! The theme in Word's terms: colours without `#`, sizes in half-points, lengths in twips.
//!
//! In: a [`Document`] for its language and a [`Theme`]. Out: a [`Look`] with no value that Word would refuse.
//!
//! Not here: which style has which colour or size (`stylesheet`).

use super::lengths::{PAGE, Twips};
use super::table_properties::PageSetup;
use crate::doc::Document;
use crate::theme::{PageSize, Theme};

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
    /// Words on a ground of that colour; none where a reference document has the say on colours.
    pub(super) on_accent: Option<String>,
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
            on_accent: Some(colours.on_accent.digits()),
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
