//! The marks with which people open the items of a list: bullets of every kind, and letters and numbers in brackets.
//!
//! In: a line of text. Out: the mark that it opens with, if it does, and where the words after it begin.
//!
//! Not here: which of these lines are a list (`pasted`).

use super::number::{Counting, ItemMark};

/// The signs that word processors set before the items of a list. A tick is none: it may mean yes.
const SIGNS: &str = "•‣◦▪▫■●○◆◇♦➢➤►▶⁃∙·";
/// The dashes that are taken for one where a list is likely.
const DASHES: &str = "–—";

/// What a line opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LineMark {
    /// A sign that opens an item and nothing else.
    Sign,
    /// A dash, which may stand between words too.
    Dash,
    /// A letter, a number in brackets or a Roman number: all that it may stand for.
    Counted(Vec<ItemMark>),
    /// A mark of Markdown's own.
    Markdown,
}

/// The indent of a line in spaces, the mark behind it, and the words after the mark.
pub(super) fn line_mark(line: &str) -> Option<(usize, LineMark, &str)> {
    let words = line.trim_start();
    let indent = line[..line.len() - words.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let first = words.chars().next()?;
    let after = &words[first.len_utf8()..];
    let rest = after.trim_start();
    let spaced = after.len() > rest.len();
    let found = |mark| (!rest.is_empty()).then_some((indent, mark, rest));
    if is_private(first)
        || (SIGNS.contains(first) && (spaced || first != '·'))
        || (first == 'o' && after.starts_with('\t'))
    {
        return found(LineMark::Sign);
    }
    if DASHES.contains(first) && spaced {
        return found(LineMark::Dash);
    }
    if matches!(first, '-' | '*' | '+') && spaced {
        return found(LineMark::Markdown);
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=9).contains(&digits)
        && words[digits..].starts_with(['.', ')'])
        && words[digits + 1..].starts_with([' ', '\t'])
    {
        return Some((indent, LineMark::Markdown, words[digits + 1..].trim_start()));
    }
    let (marks, rest) = item_marks(words)?;
    Some((indent, LineMark::Counted(marks), rest))
}

/// Wording in which the signs that word processors set before the items of a list are Markdown's own.
pub fn with_markdown_bullets(wording: &str) -> String {
    let mut text = String::with_capacity(wording.len());
    for line in wording.split_inclusive('\n') {
        match line_mark(line) {
            Some((_, LineMark::Sign, rest)) => {
                let indent = line.len() - line.trim_start().len();
                text.push_str(&line[..indent]);
                text.push_str("- ");
                text.push_str(rest);
            }
            _ => text.push_str(line),
        }
    }
    text
}

/// Whether a character is one of a single font's own, such as the bullets of a symbol font.
pub fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// All that the mark before some words may stand for, and the words: `i)` is a letter or a Roman number.
pub(super) fn item_marks(words: &str) -> Option<(Vec<ItemMark>, &str)> {
    let opened = words.starts_with('(');
    let inside = words.strip_prefix('(').unwrap_or(words);
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (number, rest) = inside.split_at(length);
    let close = rest.chars().next().filter(|c| *c == ')' || (*c == '.' && !opened))?;
    let rest = rest[1..].strip_prefix([' ', '\t', '\u{a0}'])?.trim_start();
    let marks: Vec<ItemMark> = Counting::all()
        .filter_map(|counting| Some(ItemMark { counting, opened, close, count: counting.count_of(number)? }))
        .collect();
    (!marks.is_empty() && !rest.is_empty()).then_some((marks, rest))
}

#[cfg(test)]
mod tests {
    use super::{LineMark, item_marks, line_mark, with_markdown_bullets};

    #[test]
    fn the_bullets_of_a_word_processor_become_those_of_markdown() {
        assert_eq!(
            with_markdown_bullets("We:\n• ask\n  ◦ {{ a }}\n\u{f0b7}\tanswer\nA·B • C\n"),
            "We:\n- ask\n  - {{ a }}\n- answer\nA·B • C\n"
        );
    }

    #[test]
    fn marks_are_told_from_words() {
        let mark = |line| line_mark(line).map(|(_, mark, _)| mark);
        for line in ["• one", "•one", "\u{f0b7}\tone", "  ● one", "o\tone"] {
            assert_eq!(mark(line), Some(LineMark::Sign), "{line}");
        }
        assert_eq!(mark("– one"), Some(LineMark::Dash));
        for line in ["one", "–one", "o one", "•", "", "(see b) one", "A.Smith", "e.g. one", "Mr. Ash"] {
            assert_eq!(mark(line), None, "{line}");
        }
    }

    #[test]
    fn a_letter_may_be_a_roman_number() {
        let printed = |words| {
            let (marks, rest) = item_marks(words)?;
            Some((marks.iter().map(|mark| (mark.to_string(), mark.count)).collect::<Vec<_>>(), rest))
        };
        assert_eq!(printed("(b) wear"), Some((vec![("(b)".to_owned(), 2)], "wear")));
        assert_eq!(printed("i. go"), Some((vec![("i.".to_owned(), 9), ("i.".to_owned(), 1)], "go")));
        assert_eq!(printed("iv) go"), Some((vec![("iv)".to_owned(), 4)], "go")));
    }
}
