//! Running text as it is gathered: words joined to words, ends tidied.
//!
//! In: pieces of running text. Out: the same, ready to stand in a block.

use crate::doc::model::{Inline, plain_text};

/// Whether a heading can hold some words: it is plain text, so that a link or a note in it would be lost.
pub(super) fn can_be_heading(words: &[Inline]) -> bool {
    let is_plain = |inline: &Inline| match inline {
        Inline::Text(_) | Inline::LineBreak => true,
        Inline::Strong(inner) | Inline::Emphasis(inner) => can_be_heading(inner),
        Inline::Link { .. } | Inline::Note { .. } => false,
    };
    words.iter().all(is_plain) && !plain_text(words).trim().is_empty()
}

/// Adds words, joining them to the words before them.
pub(super) fn push_text(inlines: &mut Vec<Inline>, words: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(before)) => before.push_str(words),
        _ => inlines.push(Inline::Text(words.to_owned())),
    }
}

/// Takes away space at the ends of lines and pieces that hold nothing.
pub(super) fn tidy(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = inlines.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        *last = last.trim_end().to_owned();
    }
    inlines.retain(|inline| match inline {
        Inline::Text(text) => !text.is_empty(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => !inner.is_empty(),
        Inline::LineBreak | Inline::Note { .. } => true,
    });
    while matches!(inlines.last(), Some(Inline::LineBreak)) {
        inlines.pop();
    }
    inlines
}
