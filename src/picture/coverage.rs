//! Which characters the fonts of a theme can show: what a PDF and the letters of pictures are made with.
//!
//! In: a [`Theme`], then words. Out: the characters for which no font has a shape, each with its place.
//!
//! Not here: what to say of them (`check`).

use std::collections::BTreeSet;

use super::shaper::covered;
use crate::text::shows_nothing;
use crate::theme::Theme;

/// The characters that the fonts of a theme can show.
pub struct Coverage(BTreeSet<u32>);

impl Coverage {
    /// The characters that the fonts of a theme can show.
    pub fn of(theme: &Theme) -> Coverage {
        let mut shown = BTreeSet::new();
        covered(theme, |c| {
            shown.insert(c);
        });
        Coverage(shown)
    }

    /// The characters of a text that have no shape and need one, each with the byte at which it stands.
    pub fn missing<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, char)> + 'a {
        text.char_indices().filter(|(_, c)| {
            !c.is_control() && !c.is_whitespace() && !shows_nothing(*c) && !self.0.contains(&u32::from(*c))
        })
    }
}
