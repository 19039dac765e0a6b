//! Refuses a character that no font of the theme can show, before the typesetter meets it.
//!
//! In: what the fonts cover, and words. Out: nothing, or [`WriteError::MissingGlyph`] with the character and the words around
//! it, because typst would name neither.
//!
//! `check` finds such characters in a school's answers and says where they stand; this is the last gate before the typesetter.

use crate::picture::Coverage;
use crate::write::error::WriteError;

/// How many characters on either side are shown with one that is missing.
const AROUND: usize = 30;

/// Refuses words with a character that has no shape.
pub(super) fn check(coverage: &Coverage<'_>, words: &str) -> Result<(), WriteError> {
    match coverage.missing(words).next() {
        None => Ok(()),
        Some((at, character)) => {
            Err(WriteError::MissingGlyph { character, context: around(words, words[..at].chars().count()) })
        }
    }
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
    use crate::catalogue::Catalogue;
    use crate::text::Sources;

    fn refused(words: &str) -> Option<String> {
        let theme = Catalogue::base(&mut Sources::default()).unwrap().theme;
        check(&Coverage::of(&theme), words).err().map(|error| error.to_string())
    }

    #[test]
    fn a_missing_character_is_shown_among_its_words() {
        let error = refused("a long line of plain words before it and 中 then some more plain words after").unwrap();
        assert!(error.contains("‘中’"), "{error}");
        assert!(error.contains("plain words before it and 中 then some more"), "{error}");
    }

    #[test]
    fn white_space_and_what_steers_layout_need_no_shape() {
        assert_eq!(refused(" \t\n\u{a0}\u{202f}\u{200b}\u{feff}"), None);
    }
}
