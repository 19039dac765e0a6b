//! Numbers paragraphs, where a school's style numbers them.
//!
//! In: the body of a document with its headings numbered. Out: the same blocks with their numbers, each worked out here and
//! nowhere else, so that every format prints the same.
//!
//! Clauses are numbered as British policies do: paragraphs run on through a section whatever its parts, 4.1, 4.2, and the
//! items of a list are (a), (b) of the paragraph before it. A list that has numbers of its own keeps them, for its words may
//! speak of "step 2"; tables and callouts have none, and a list before the first paragraph of its section keeps its bullets.

use crate::doc::{Block, BlockKind};
use crate::theme::Numbering;

/// Numbers the blocks of a body.
pub(super) fn number_blocks(blocks: &mut [Block], style: Numbering) {
    let in_section = match style {
        Numbering::Clauses => true,
        Numbering::Paragraphs => false,
        Numbering::Headings | Numbering::None => return,
    };
    let (mut section, mut count, mut letters) = (String::new(), 0_usize, 0_usize);
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading(heading) if in_section => {
                if let Some(number) = heading.number.as_ref().filter(|_| heading.level == 1) {
                    section = number.replace("Appendix ", "A");
                    (count, letters) = (0, 0);
                }
            }
            BlockKind::Paragraph(_) => {
                (count, letters) = (count + 1, 0);
                block.number = Some(if in_section { format!("{section}.{count}") } else { count.to_string() });
            }
            BlockKind::List(list) if in_section && count > 0 && list.start.is_none() => {
                for first in list.items.iter_mut().filter_map(|item| item.first_mut()) {
                    letters += 1;
                    first.number = Some(format!("({})", letter(letters)));
                }
            }
            _ => {}
        }
    }
}

/// a, b … z, aa, bb: as Word counts.
fn letter(count: usize) -> String {
    let letter = (b'a'..=b'z').nth((count - 1) % 26).map_or('a', char::from);
    std::iter::repeat_n(letter, (count - 1) / 26 + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_are_counted_as_word_counts_them() {
        assert_eq!([1, 2, 26, 27, 28, 53].map(letter), ["a", "b", "z", "aa", "bb", "aaa"]);
    }
}
