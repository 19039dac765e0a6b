//! Finds whole words in a text, and where a part of a text stands in it.
//!
//! In: a text, the words looked for. Out: where they stand, never inside a longer word.
//!
//! What the words mean is for whoever looks for them.

use std::ops::Range;

/// Which letters count as the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Capital and small letters alike.
    Any,
    /// Only exactly these.
    Exact,
}

/// Where the words first stand as whole words, if they do.
pub fn find_words(text: &str, words: &str, letters: Letters) -> Option<Range<usize>> {
    match letters {
        Letters::Any => whole_words(text, places_in_any_letters(text, words)).next(),
        Letters::Exact => whole_words(text, places(text, words)).next(),
    }
}

/// Where the words stand as whole words, each time.
pub fn find_all_words(text: &str, words: &str, letters: Letters) -> Vec<Range<usize>> {
    match letters {
        Letters::Any => whole_words(text, places_in_any_letters(text, words)).collect(),
        Letters::Exact => whole_words(text, places(text, words)).collect(),
    }
}

/// Those of the places at which whole words stand.
fn whole_words(text: &str, places: impl Iterator<Item = Range<usize>>) -> impl Iterator<Item = Range<usize>> {
    let part_of_word = |c: char| c.is_alphanumeric();
    places.filter(move |range| {
        !text[..range.start].ends_with(part_of_word) && !text[range.end..].starts_with(part_of_word)
    })
}

/// Where the words stand in a text, inside longer words too.
fn places(text: &str, words: &str) -> impl Iterator<Item = Range<usize>> {
    let looked_in = if words.is_empty() { "" } else { text };
    looked_in.match_indices(words).map(|(at, found)| at..at + found.len())
}

/// The same in capital or small letters, those from a to z. Many short words are looked for in many short texts, so nothing is copied for it.
fn places_in_any_letters(text: &str, words: &str) -> impl Iterator<Item = Range<usize>> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let first = words.first().copied();
    let mut from = 0;
    std::iter::from_fn(move || {
        let (first, last) = (first?, text.len().checked_sub(words.len())?);
        let is_here = |at: &usize| {
            text[*at].eq_ignore_ascii_case(&first) && text[*at..*at + words.len()].eq_ignore_ascii_case(words)
        };
        let at = (from..=last).find(is_here)?;
        from = at + words.len();
        Some(at..from)
    })
}

/// Where a part that was cut from a text stands in it.
pub fn range_of(part: &str, text: &str) -> Option<Range<usize>> {
    let start = part.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let range = start..start + part.len();
    (text.get(range.clone()) == Some(part)).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::{Letters, find_all_words, find_words, range_of};

    #[test]
    fn whole_words_are_found_and_parts_of_words_are_not() {
        assert_eq!(find_words("Ask the LEP.", "LEP", Letters::Exact), Some(8..11));
        assert_eq!(find_words("A leper leapt; HELP", "lep", Letters::Any), None);
        assert_eq!(find_words("our lep", "LEP", Letters::Exact), None);
        assert_eq!((find_words("", "lep", Letters::Any), find_words("lep", "", Letters::Any)), (None, None));
        assert_eq!(find_words("É lep, é LEP", "é lep", Letters::Any), Some(8..14));
        assert_eq!(find_all_words("tbc, TBC", "tbc", Letters::Any), [0..3, 5..8]);
    }

    #[test]
    fn a_part_knows_where_it_was_cut_from() {
        let text = "see, see, see";
        assert_eq!(range_of(text.split(' ').nth(1).unwrap_or_default(), text), Some(5..9));
        assert_eq!(range_of("sea", text), None);
    }
}
