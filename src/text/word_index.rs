//! An index of words, so that many short texts can be looked for in one long one.
//!
//! In: the pieces of a text, then other texts. Out: whether the words of one stand in a piece of it, one after another, whatever
//! punctuation stands between them.

use std::collections::HashMap;

/// What stands between two pieces, so that no words are found across them.
const BETWEEN: &str = "\n";

/// A word that stands in more places than these is looked for in the text itself: to try each place would take longer.
const MANY: usize = 32;

/// The words of a text.
#[derive(Default)]
pub struct WordIndex {
    /// The words without punctuation and with a space on each side, piece after piece.
    text: String,
    /// Where each word begins, with the space before it: in the first places, one more than are tried.
    places: HashMap<String, Vec<usize>>,
}

impl WordIndex {
    /// Adds a piece.
    pub fn add(&mut self, piece: &str) {
        self.text.push(' ');
        for word in words(piece) {
            let place = self.text.len() - 1;
            match self.places.get_mut(word) {
                Some(places) if places.len() > MANY => {}
                Some(places) => places.push(place),
                None => drop(self.places.insert(word.to_owned(), vec![place])),
            }
            self.text.push_str(word);
            self.text.push(' ');
        }
        self.text.push_str(BETWEEN);
    }

    /// Whether the words of a text stand in a piece. No words stand everywhere.
    pub fn holds(&self, text: &str) -> bool {
        let mut looked_for = String::from(" ");
        let mut rarest: Option<(usize, &[usize])> = None;
        for word in words(text) {
            let Some(places) = self.places.get(word) else { return false };
            if rarest.is_none_or(|(_, fewest)| places.len() < fewest.len()) {
                rarest = Some((looked_for.len() - 1, places));
            }
            looked_for.push_str(word);
            looked_for.push(' ');
        }
        match rarest {
            None => true,
            Some((_, places)) if places.len() > MANY => self.text.contains(&looked_for),
            Some((before, places)) => places.iter().any(|place| {
                place
                    .checked_sub(before)
                    .and_then(|start| self.text.get(start..))
                    .is_some_and(|rest| rest.starts_with(&looked_for))
            }),
        }
    }
}

/// The words of a text without punctuation.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{MANY, WordIndex};

    #[test]
    fn words_are_found_in_one_piece_whatever_stands_between_them() {
        let mut index = WordIndex::default();
        index.add("A visit to the works, in Year 8.");
        index.add("the college; the works");
        for held in ["works in Year 8", "visit to the works", "the works", "college the", "", "—"] {
            assert!(index.holds(held), "{held}");
        }
        for missing in ["8 the college", "work", "the works the", "works of", "A college"] {
            assert!(!index.holds(missing), "{missing}");
        }
    }

    #[test]
    fn a_word_of_many_places_is_found_in_the_last_of_them_too() {
        let mut index = WordIndex::default();
        (0..3 * MANY).for_each(|_| index.add("the visit"));
        index.add("the visit the");
        assert!(index.holds("visit the"));
        assert!(!index.holds("the the"));
    }
}
