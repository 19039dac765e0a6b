//! Finds a character that no font of the theme can show, before the typesetter meets it.
//!
//! In: the fonts, and words. Out: nothing, or [`WriteError::MissingGlyph`] with the character and the words around
//! it, because typst would name neither.

use std::collections::BTreeSet;

use typst::text::Font;

use crate::write::error::WriteError;

/// How many characters on either side are shown with one that is missing.
const AROUND: usize = 30;

/// The characters that the fonts can show.
pub(super) struct Coverage(BTreeSet<u32>);

impl Coverage {
    pub(super) fn of(fonts: &[Font]) -> Self {
        Self(fonts.iter().flat_map(|font| font.info().coverage.iter()).collect())
    }

    /// Refuses words with a character that has no shape.
    pub(super) fn check(&self, words: &str) -> Result<(), WriteError> {
        let missing =
            |c: char| !c.is_control() && !c.is_whitespace() && !is_invisible(c) && !self.0.contains(&u32::from(c));
        match words.chars().position(missing) {
            None => Ok(()),
            Some(at) => Err(WriteError::MissingGlyph {
                character: words.chars().nth(at).unwrap_or_default(),
                context: around(words, at),
            }),
        }
    }
}

/// True for a character that shows nothing and only steers layout: a byte-order mark, a joiner, a direction mark. They
/// come along when text is pasted. Few fonts have them, and PDF/UA-1 forbids some, so the PDF leaves them out.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The words around a character, with an ellipsis where some are left out.
fn around(words: &str, at: usize) -> String {
    let chars: Vec<char> = words.chars().collect();
    let (start, end) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(chars.len()));
    let mut shown: String =
        chars[start..end].iter().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    if start > 0 {
        shown.insert(0, '…');
    }
    if end < chars.len() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_character_is_shown_among_its_words() {
        let coverage = Coverage(('a'..='z').map(u32::from).collect());
        let error =
            coverage.check("a long line of plain words before it and ☃ then some more plain words after").unwrap_err();
        assert!(error.to_string().contains("‘☃’"), "{error}");
        assert!(error.to_string().contains("plain words before it and ☃ then some more"), "{error}");
    }

    #[test]
    fn white_space_needs_no_shape() {
        assert!(Coverage(BTreeSet::new()).check(" \t\n\u{a0}\u{202f}").is_ok());
    }
}
