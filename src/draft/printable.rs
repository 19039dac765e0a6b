//! Leaves out of a document what no reader could see: characters of one font alone, such as the signs of a symbol font.
//!
//! In: a document. Out: the same document without them. Whoever wrote one is told (`check`); the words around it stay whole.

use crate::doc::{Block, BlockKind, Document, Entry, Inline, Table, is_private, walk_mut};

/// Takes every such character out of a document.
pub(super) fn keep_printable(document: &mut Document) {
    for words in [&mut document.title, &mut document.institution, &mut document.summary] {
        keep(words);
    }
    for (label, value) in &mut document.cover {
        keep(label);
        keep_inlines(value);
    }
    walk_mut(&mut document.front, &mut keep_block);
    walk_mut(&mut document.body, &mut keep_block);
}

fn keep_block(block: &mut Block) {
    match &mut block.kind {
        BlockKind::Heading(heading) => keep(&mut heading.text),
        BlockKind::Paragraph(inlines) => keep_inlines(inlines),
        BlockKind::Table(table) => {
            table.runs_mut().for_each(|run| keep_inlines(run));
        }
        BlockKind::Picture(picture) => {
            keep_inlines(&mut picture.caption);
            keep(&mut picture.alt);
            picture.entries.iter_mut().chain(&mut picture.key).for_each(keep_entry);
            picture.table.iter_mut().flat_map(Table::runs_mut).for_each(|run| keep_inlines(run));
        }
        // What stands in these are blocks of their own.
        BlockKind::List(_) | BlockKind::Callout(_) | BlockKind::Quotation(_) | BlockKind::Notes(_) => {}
    }
}

fn keep_entry(entry: &mut Entry) {
    keep_inlines(&mut entry.words);
    entry.entries.iter_mut().for_each(keep_entry);
}

fn keep_inlines(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => keep(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => keep_inlines(inner),
            Inline::Note { .. } | Inline::LineBreak => {}
        }
    }
}

/// Takes the characters out of some words, with the space that would stand twice.
fn keep(words: &mut String) {
    if !words.contains(is_private) {
        return;
    }
    let mut kept = String::with_capacity(words.len());
    let mut dropped = false;
    for c in words.chars() {
        if is_private(c) {
            dropped = true;
        } else {
            if !(dropped && c == ' ' && (kept.is_empty() || kept.ends_with(' '))) {
                kept.push(c);
            }
            dropped = false;
        }
    }
    *words = kept;
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_goes_leaves_no_gap_and_takes_no_word_along() {
        for (words, kept) in [
            ("Ring \u{f028} 01632", "Ring 01632"),
            ("\u{f0b7} one", "one"),
            ("a\u{e000}61\u{e002}b", "a61b"),
            ("plain  words", "plain  words"),
        ] {
            let mut text = words.to_owned();
            super::keep(&mut text);
            assert_eq!(text, kept);
        }
    }
}
