//! Numbers paragraphs, where a school's style numbers them.
//!
//! In: the body of a document with its headings numbered. Out: the same blocks with their numbers, each worked out here and
//! nowhere else, so that every format prints the same.
//!
//! Clauses are numbered as British policies do: paragraphs run on through a section whatever its parts, 4.1, 4.2, and the
//! items of a list are (a), (b) of the paragraph before it. A list that has numbers or letters of its own keeps them, for its words may
//! speak of "step 2"; tables and callouts have none, and a list before the first paragraph of its section keeps its bullets.

use crate::doc::{Block, BlockKind, BlockNumber, Inline, plain_text};
use crate::theme::Numbering;

/// A label has no more characters than this: a sentence that a school stresses is none.
const LONGEST_LABEL: usize = 20;

/// Numbers the blocks of a body.
pub(super) fn number_blocks(blocks: &mut Vec<Block>, style: Numbering) {
    if matches!(style, Numbering::Clauses | Numbering::Paragraphs) {
        join_labels(blocks);
    }
    match style {
        Numbering::Clauses => number_clauses(blocks),
        Numbering::Paragraphs => {
            let paragraphs = blocks.iter_mut().filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
            for (block, count) in paragraphs.zip(1..) {
                block.number = Some(BlockNumber::Paragraph(count));
            }
        }
        Numbering::Headings | Numbering::None => {}
    }
}

/// Joins a label that stands alone, "*What we do.*", to the paragraph that answers it: it is to have no number of its own.
fn join_labels(blocks: &mut Vec<Block>) {
    let mut index = 0;
    while index + 1 < blocks.len() {
        let (label, answer) = (&blocks[index], &blocks[index + 1]);
        let joins = match (&label.kind, &answer.kind) {
            (BlockKind::Paragraph(label_words), BlockKind::Paragraph(_)) => {
                label.clause.is_some() && label.clause == answer.clause && is_label(label_words)
            }
            _ => false,
        };
        if joins {
            let label = blocks.remove(index);
            let answer = &mut blocks[index];
            if let (BlockKind::Paragraph(mut words), BlockKind::Paragraph(of_answer)) = (label.kind, &mut answer.kind) {
                words.push(Inline::Text(" ".to_owned()));
                words.append(of_answer);
                *of_answer = words;
            }
            let meets = label.meets.into_iter().filter(|id| !answer.meets.contains(id)).collect::<Vec<_>>();
            answer.meets.splice(0..0, meets);
        }
        index += 1;
    }
}

/// Whether a paragraph is nothing but a few stressed words with a stop.
fn is_label(words: &[Inline]) -> bool {
    let mut said = words.iter().filter(|inline| !plain_text(std::slice::from_ref(*inline)).trim().is_empty());
    let stressed = matches!((said.next(), said.next()), (Some(Inline::Emphasis(_)), None));
    stressed && plain_text(words).trim_end().ends_with('.') && plain_text(words).chars().count() <= LONGEST_LABEL
}

fn number_clauses(blocks: &mut [Block]) {
    let (mut section, mut count, mut items) = (None, 0, 0);
    for block in blocks {
        match (&mut block.kind, &section) {
            (BlockKind::Heading(heading), _) if heading.level == 1 && heading.number.is_some() => {
                section.clone_from(&heading.number);
                (count, items) = (0, 0);
            }
            (BlockKind::Paragraph(_), Some(section)) => {
                (count, items) = (count + 1, 0);
                block.number = Some(BlockNumber::Clause { section: section.clone(), count });
            }
            (BlockKind::List(list), Some(section)) if count > 0 && list.start.is_none() => {
                let unnumbered = |first: &&mut Block| first.number.is_none();
                for first in list.items.iter_mut().filter_map(|item| item.first_mut()).filter(unnumbered) {
                    items += 1;
                    first.number = Some(BlockNumber::Item { section: section.clone(), count: items });
                }
            }
            _ => {}
        }
    }
}
