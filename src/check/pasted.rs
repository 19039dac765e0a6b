//! Whether something stands in a profile that is no words: a picture pasted as text, or a text that has lost its spaces.
//!
//! In: every answer in words. Out: CP504, an error: no line of a page can hold such a word, and a PDF cannot hold one at all.

use super::own_words::own_words;
use crate::case::Case;
use crate::finding::{Code, Finding};
use crate::text::range_of;

/// The most characters without a space: those of the longest web addresses that browsers take.
const LONGEST: usize = 2000;
/// How many of them are shown.
const SHOWN: usize = 40;

/// Checks for words that are none.
pub(super) fn check_endless_words(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &[]) {
        for word in text.split_whitespace().filter(|word| word.len() > LONGEST) {
            let beginning = &word[..word.char_indices().nth(SHOWN).map_or(word.len(), |(at, _)| at)];
            let title = format!("{} characters stand here without a space: `{beginning}…`", word.chars().count());
            findings.push(
                Finding::error(Code::CP504, title)
                    .at_words(field, text, range_of(beginning, text).unwrap_or_default())
                    .with_note("no page is wide enough for that; most often it is a picture that was pasted as text")
                    .with_help("take it out; pictures cannot stand in an answer, but a link to one can"),
            );
        }
    }
}
