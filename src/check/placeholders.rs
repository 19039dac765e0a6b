//! Whether something stands in a profile that was meant to be replaced: `TBC`, `[school name]`, `insert link here`.
//!
//! In: every answer in words, and the catalogue's list of what is left over in such texts. Out: CP401, an error, for the documents print
//! every answer as it stands.
//!
//! An error cannot be accepted, so each mark is one that nobody writes on purpose. A single word in brackets, "insert" or "click
//! here" alone are not (`catalogue`); and `TBC` is not a placeholder where the profile spells it out as a name: "Thornleigh Business Circle (TBC)".

use super::own_words::own_words;
use crate::case::Case;
use crate::finding::{Code, Finding};
use crate::text::range_of;

/// Checks every answer in words.
pub(super) fn check_placeholders(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let words = &case.catalogue.placeholders;
    let texts: Vec<(&str, &str)> = own_words(case, &[]).collect();
    let marks = words.marks_in(texts.iter().map(|(_, text)| *text));
    for (field, text) in &texts {
        if let Some(placeholder) = words.left_in(text, &marks) {
            let words = range_of(placeholder, text).unwrap_or_default();
            findings.push(
                Finding::error(Code::CP401, format!("a placeholder was left in the text: `{placeholder}`"))
                    .at_words(*field, text, words)
                    .with_note("the documents print every answer as it stands")
                    .with_help("write what belongs there, or take it out until you know it"),
            );
        }
    }
}
