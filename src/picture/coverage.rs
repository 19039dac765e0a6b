//! Which characters the fonts of a theme can show: what a PDF and the letters of pictures are made with.
//!
//! In: a [`Theme`], then words. Out: the characters for which no font has a shape, each with its place.
//!
//! Not here: what to say of them (`check`).

use super::shaper::covered;
use crate::text::shows_nothing;
use crate::theme::Theme;

/// The characters that the fonts of a theme can show: runs of code points from the first to the last of each, in their order.
pub struct Coverage(Vec<(u32, u32)>);

impl Coverage {
    /// The characters that the fonts of a theme can show.
    pub fn of(theme: &Theme) -> Coverage {
        let mut shown = Vec::new();
        covered(theme, |c| shown.push(c));
        shown.sort_unstable();
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for c in shown {
            match runs.last_mut() {
                Some((_, last)) if c <= *last + 1 => *last = c,
                _ => runs.push((c, c)),
            }
        }
        Coverage(runs)
    }

    fn shows(&self, c: char) -> bool {
        let c = u32::from(c);
        let next = self.0.partition_point(|(first, _)| *first <= c);
        next.checked_sub(1).is_some_and(|run| c <= self.0[run].1)
    }

    /// The characters of a text that have no shape and need one, each with the byte at which it stands.
    pub fn missing<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, char)> + 'a {
        text.char_indices()
            .filter(|(_, c)| !c.is_control() && !c.is_whitespace() && !shows_nothing(*c) && !self.shows(*c))
    }
}
