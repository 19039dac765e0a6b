//! Which characters the fonts of a theme can show: what a PDF and the letters of pictures are made with.
//!
//! In: a [`Theme`], then words. Out: the characters for which no font has a shape, each with its place.
//!
//! Not here: what to say of them (`check`).

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::shaper::Faces;
use crate::text::shows_nothing;
use crate::theme::Theme;

/// Whether the fonts of a theme can show a character. They are asked for each that is met, and once: a document has a hundred, and the fonts
/// some ten thousand.
pub struct Coverage<'a> {
    faces: Faces<'a>,
    /// What is known of the characters of ASCII, which most are, by their numbers.
    ascii: [Cell<Option<bool>>; 128],
    /// What is known of others.
    known: RefCell<HashMap<char, bool>>,
}

impl Coverage<'_> {
    /// What the fonts of a theme can show.
    pub fn of(theme: &Theme) -> Coverage<'_> {
        Coverage { faces: Faces::of(theme), ascii: [const { Cell::new(None) }; 128], known: RefCell::default() }
    }

    fn shows(&self, c: char) -> bool {
        let Some(place) = self.ascii.get(c as usize) else {
            return *self.known.borrow_mut().entry(c).or_insert_with(|| self.faces.have(c));
        };
        let shows = place.get().unwrap_or_else(|| self.faces.have(c));
        place.set(Some(shows));
        shows
    }

    /// The characters of a text that have no shape and need one, each with the byte at which it stands.
    pub fn missing<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, char)> + 'a {
        text.char_indices()
            .filter(|(_, c)| !c.is_control() && !c.is_whitespace() && !shows_nothing(*c) && !self.shows(*c))
    }
}
