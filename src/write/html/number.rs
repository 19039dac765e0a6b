//! Numbers of headings and paragraphs, set apart for the style sheet.

use super::style::escape;
use super::text::words;
use crate::doc::{BlockNumber, Heading};

/// A number set apart for the style sheet.
pub(super) fn number_span(number: &BlockNumber) -> String {
    format!("<span class=\"number\">{}</span> ", escape(&number.to_string()))
}

/// A heading's words with the number set apart for the style sheet.
pub(super) fn numbered(heading: &Heading) -> String {
    let full = heading.numbered_text();
    let number = full.strip_suffix(&heading.text).unwrap_or_default().trim_end();
    if number.is_empty() {
        words(&full)
    } else {
        format!("<span class=\"number\">{}</span> {}", escape(number), words(&heading.text))
    }
}
