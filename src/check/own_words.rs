//! The words of a school's own that its documents print.
//!
//! In: a case. Out: the answers in words, each with its field.

use crate::case::Case;

/// The answers in words that are printed, with their fields, but for those under some headings.
pub(super) fn own_words<'a>(case: &'a Case<'_>, but_for: &[&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    case.answers
        .texts()
        .filter(|(field, _)| !field.starts_with("accept[") && !but_for.iter().any(|heading| field.starts_with(heading)))
}
