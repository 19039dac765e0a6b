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
        Letters::Any => find_all_words(text, words, letters).into_iter().next(),
        Letters::Exact => whole_words(text, text, words).next(),
    }
}

/// Where the words stand as whole words, each time.
pub fn find_all_words(text: &str, words: &str, letters: Letters) -> Vec<Range<usize>> {
    match letters {
        // Only the letters a to z are changed, so that every place in the copy is the same place in the text.
        Letters::Any => whole_words(text, &text.to_ascii_lowercase(), &words.to_ascii_lowercase()).collect(),
        Letters::Exact => whole_words(text, text, words).collect(),
    }
}

/// Where the words stand in a text as whole words. They are looked for in `hay`, which is as long as the text.
fn whole_words<'a>(text: &'a str, hay: &'a str, words: &'a str) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let part_of_word = |c: char| c.is_alphanumeric();
    let looked_in = if words.is_empty() { "" } else { hay };
    looked_in
        .match_indices(words)
        .map(|(at, found)| at..at + found.len())
        .filter(move |range| !range.is_empty())
        .filter(move |range| {
            !text[..range.start].ends_with(part_of_word) && !text[range.end..].starts_with(part_of_word)
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
        assert_eq!(find_all_words("tbc, TBC", "tbc", Letters::Any), [0..3, 5..8]);
    }

    #[test]
    fn a_part_knows_where_it_was_cut_from() {
        let text = "see, see, see";
        assert_eq!(range_of(text.split(' ').nth(1).unwrap_or_default(), text), Some(5..9));
        assert_eq!(range_of("sea", text), None);
    }
}
