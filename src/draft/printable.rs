//! Makes the words of a document printable.
//!
//! In: a document. Out: the same document, without what no reader could see (characters of one font alone, such as the signs of a symbol
//! font), and with typographic quotation marks and apostrophes. Whoever wrote such a character is told (`check`); the words around it
//! stay whole.

use crate::doc::{Block, BlockKind, Document, Entry, Inline, Review, Table, is_private, walk_mut};
use crate::text::with_quotes;

/// Takes out what cannot be seen, and sets the quotation marks.
pub(super) fn keep_printable(document: &mut Document) {
    for words in [&mut document.title, &mut document.institution, &mut document.summary] {
        set(words);
    }
    for (label, value) in &mut document.cover {
        set(label);
        set_inlines(value);
    }
    walk_mut(&mut document.front, &mut set_block);
    walk_mut(&mut document.body, &mut set_block);
}

/// The same for what is remarked of a document.
pub(super) fn set_review(review: &mut Review) {
    [&mut review.notice, &mut review.key, &mut review.about].into_iter().for_each(set);
    for mark in &mut review.marks {
        set(&mut mark.label);
        set(&mut mark.meaning);
    }
    for remark in review.remarks.values_mut() {
        set(&mut remark.title);
        remark.paragraphs.iter_mut().for_each(|words| set_inlines(words));
    }
}

fn set_block(block: &mut Block) {
    match &mut block.kind {
        BlockKind::Heading(heading) => set(&mut heading.text),
        BlockKind::Paragraph(inlines) => set_inlines(inlines),
        BlockKind::Table(table) => table.runs_mut().for_each(|run| set_inlines(run)),
        BlockKind::Picture(picture) => {
            set_inlines(&mut picture.caption);
            set(&mut picture.alt);
            picture.entries.iter_mut().chain(&mut picture.key).for_each(set_entry);
            picture.table.iter_mut().flat_map(Table::runs_mut).for_each(|run| set_inlines(run));
        }
        // What stands in these are blocks of their own.
        BlockKind::List(_) | BlockKind::Callout(_) | BlockKind::Quotation(_) | BlockKind::Notes(_) => {}
    }
}

fn set_entry(entry: &mut Entry) {
    set_inlines(&mut entry.words);
    entry.entries.iter_mut().for_each(set_entry);
}

fn set(words: &mut String) {
    keep(words);
    *words = with_quotes(words);
}

/// A mark is set by what stands before and after it, in whatever piece of the run that is.
fn set_inlines(inlines: &mut [Inline]) {
    let mut whole = String::new();
    each_text(inlines, &mut |text| {
        keep(text);
        whole.push_str(text);
    });
    let quoted = with_quotes(&whole);
    if quoted == whole {
        return;
    }
    let mut rest = quoted.chars();
    each_text(inlines, &mut |text| *text = rest.by_ref().take(text.chars().count()).collect());
}

/// Each piece of text in a run. A line that ends parts what stands before it from what follows.
fn each_text(inlines: &mut [Inline], visit: &mut impl FnMut(&mut String)) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => visit(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                each_text(inner, visit);
            }
            Inline::LineBreak => visit(&mut " ".to_owned()),
            Inline::Note { .. } => {}
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
