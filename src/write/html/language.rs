//! The language and the direction of words that are in another script than the page's.
//!
//! In: words. Out: attributes for the element that holds them. Not here: what the letters tell (`text`).

use crate::text::{Language, language_of};

/// The attributes that say the language and the direction of words, where their letters tell that these are others than the page's.
pub(super) fn language(words: &str) -> String {
    match language_of(words) {
        Some(Language { tag, right_to_left: true }) => format!(" lang=\"{tag}\" dir=\"rtl\""),
        Some(Language { tag, .. }) => format!(" lang=\"{tag}\""),
        None => String::new(),
    }
}
