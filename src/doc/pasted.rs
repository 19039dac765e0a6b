//! Turns what people paste from a word processor into Markdown: bullets of every kind, lettered lines, addresses, ragged tables.
//!
//! In: a school's own text. Out: [`Pasted`]: the same words as Markdown, and where each place of it stands in the text.
//!
//! Nothing is guessed where a line may merely have been wrapped: a letter opens an item only where the next letter follows, a dash
//! only at the start of a block, after a colon or beside another, and lines are kept apart only in an address, which has a
//! postcode. No word is added or taken away but the sign of a bullet.
//!
//! Not here: reading Markdown (`parse`).

use std::ops::Range;

use super::list_mark::{LineMark, item_marks, line_mark};
use super::number::ItemMark;
use super::pasted_table::{Loose, loose_table};
use crate::text::range_of;

/// The longest line that may be one of an address, in characters.
const ADDRESS_LINE: usize = 45;

/// A text as Markdown.
#[derive(Clone, Debug, Default)]
pub(super) struct Pasted {
    pub(super) markdown: String,
    /// Where lines of the Markdown begin that came from the text, or the words in them, and where those begin in the text.
    places: Vec<(usize, usize)>,
}

impl Pasted {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Pasted {
        let lines: Vec<&str> = text.lines().collect();
        let marks = marks(&lines);
        let mut pasted = Pasted::default();
        let mut shift = Shift::default();
        let mut at = 0;
        while at < lines.len() {
            if let Some(table) = loose_table(&lines[at..]) {
                pasted.table(text, &lines[at..], &table);
                at += table.rows.len();
                continue;
            }
            let line = lines[at];
            if begins_anew(&lines, &marks, at) {
                pasted.markdown.push('\n');
            }
            match &marks[at] {
                Some((indent, opening, rest)) => {
                    let indent = shift.of_item(*indent);
                    let rest_at = start_in(text, rest);
                    pasted.line(&format!("{}{opening}", " ".repeat(indent)), rest, rest_at);
                }
                None => {
                    shift.see(line);
                    let breaks = is_in_address(&lines, &marks, at);
                    let words = if breaks { line.trim_end() } else { line };
                    pasted.line("", words, start_in(text, line));
                    if breaks {
                        pasted.break_line();
                    }
                }
            }
            at += 1;
        }
        pasted
    }

    /// Where some Markdown stands in the text.
    pub(super) fn origin(&self, range: Range<usize>) -> Range<usize> {
        let of = |at: usize| {
            let index = self.places.partition_point(|(out, _)| *out <= at);
            index.checked_sub(1).map_or(0, |index| self.places[index].1 + at - self.places[index].0)
        };
        let start = of(range.start);
        start..start + (range.end - range.start)
    }

    fn line(&mut self, opening: &str, words: &str, from: usize) {
        self.markdown.push_str(opening);
        self.places.push((self.markdown.len(), from));
        self.markdown.push_str(words);
        self.markdown.push('\n');
    }

    /// Keeps the last line apart from the next.
    fn break_line(&mut self) {
        self.markdown.truncate(self.markdown.trim_end_matches('\n').len());
        if !self.markdown.ends_with('\\') {
            self.markdown.push('\\');
        }
        self.markdown.push('\n');
    }

    /// A table whose rows all have as many cells, with a blank line on either side.
    fn table(&mut self, text: &str, lines: &[&str], table: &Loose) {
        if !self.markdown.is_empty() {
            self.markdown.push('\n');
        }
        for (line, row) in lines.iter().zip(&table.rows) {
            let at = start_in(text, line);
            match row {
                Some(row) => self.line("", row, at),
                None => self.line("", line, at),
            }
        }
        self.markdown.push('\n');
    }
}

/// A text with a list in it as Markdown, each word of it through `escape`; none where there is no list after its first line.
pub fn list_lines(text: &str, escape: impl Fn(&str) -> String) -> Option<String> {
    let text = text.trim();
    if !text.contains('\n') {
        return None;
    }
    let lines: Vec<&str> = text.lines().collect();
    let marks: Vec<_> = marks(&lines).into_iter().zip(&lines).collect();
    if !marks.iter().any(|(mark, _)| mark.is_some()) {
        return None;
    }
    let mut shift = Shift::default();
    let written = marks.into_iter().map(|(mark, line)| match mark {
        Some((indent, opening, rest)) => format!("{}{opening}{}", " ".repeat(shift.of_item(indent)), escape(rest)),
        None => escape(line),
    });
    Some(written.collect::<Vec<_>>().join("\n"))
}

/// How far a list is moved to the left: what is pasted may stand so far in that Markdown would take it for something else.
#[derive(Default)]
struct Shift {
    in_list: bool,
    blank: bool,
    by: usize,
}

impl Shift {
    fn of_item(&mut self, indent: usize) -> usize {
        if !self.in_list {
            (self.in_list, self.by) = (true, if indent > 3 { indent } else { 0 });
        }
        self.blank = false;
        indent.saturating_sub(self.by)
    }

    /// Sees a line without a mark: one that stands at the edge after a blank one ends the list.
    fn see(&mut self, line: &str) {
        if self.blank && !line.starts_with([' ', '\t']) && !line.trim().is_empty() {
            self.in_list = false;
        }
        self.blank = line.trim().is_empty();
    }
}

/// For each line that is an item of a list: its indent, how Markdown opens such an item, and its words.
fn marks<'a>(lines: &[&'a str]) -> Vec<Option<(usize, String, &'a str)>> {
    let found: Vec<_> = lines.iter().map(|line| line_mark(line)).collect();
    let lettered = lettered(&found);
    let is_dash = |at: usize| matches!(found.get(at), Some(Some((_, LineMark::Dash, _))));
    let before = |at: usize| at.checked_sub(1).map(|before| (before, lines[before].trim_end()));
    let mut marks: Vec<Option<(usize, String, &str)>> = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let item = found[at].as_ref().and_then(|(indent, mark, rest)| {
            // Each kind has a mark of its own in Markdown, so that two lists in a row stay two.
            let (opening, rest) = match mark {
                LineMark::Sign => ("- ".to_owned(), *rest),
                LineMark::Dash => {
                    let opens = before(at).is_none_or(|(_, words)| words.is_empty() || words.ends_with(':'));
                    let follows = before(at).is_some_and(|(before, _)| marks[before].is_some());
                    (opens || follows || is_dash(at + 1)).then(|| ("* ".to_owned(), *rest))?
                }
                LineMark::Counted(_) if lettered[at] => ("+ ".to_owned(), line.trim_start()),
                LineMark::Counted(_) => return None,
                LineMark::Markdown => (line[..line.len() - rest.len()].trim_start().to_owned(), *rest),
            };
            Some((*indent, opening, rest))
        });
        marks.push(item);
    }
    marks
}

/// Which of the lines with a letter or a number are items: those that count on from the first, with no paragraph between.
fn lettered(found: &[Option<(usize, LineMark, &str)>]) -> Vec<bool> {
    let mut lettered = vec![false; found.len()];
    let counted: Vec<(usize, usize, &[ItemMark])> = found
        .iter()
        .enumerate()
        .filter_map(|(at, line)| match line {
            Some((indent, LineMark::Counted(marks), _)) => Some((at, *indent, marks.as_slice())),
            _ => None,
        })
        .collect();
    for (index, (at, indent, marks)) in counted.iter().enumerate() {
        for first in marks.iter().filter(|mark| mark.count == 1) {
            if lettered[*at] {
                break;
            }
            let mut run = vec![*at];
            for (next, _, marks) in counted[index + 1..].iter().filter(|(_, other, _)| other == indent) {
                let expected = ItemMark { count: first.count + run.len() as u32, ..first.clone() };
                if marks.contains(&expected) {
                    run.push(*next);
                }
            }
            if run.len() > 1 {
                run.iter().for_each(|line| lettered[*line] = true);
            }
        }
    }
    lettered
}

/// Whether a line that directly follows words does not belong to them: a caption above a table, or a rule under a whole paragraph,
/// which Markdown would take for the underline of a heading.
fn begins_anew(lines: &[&str], marks: &[Option<(usize, String, &str)>], at: usize) -> bool {
    let is_words = |at: usize| marks[at].is_none() && !lines[at].trim().is_empty();
    let follows_words = at > 0 && is_words(at - 1);
    let is_caption = lines[at].trim_start().starts_with("Table:")
        && (1..=2).any(|after| lines.get(at + after..).is_some_and(|rest| loose_table(rest).is_some()));
    let is_rule = lines[at].trim().len() > 2 && lines[at].trim().bytes().all(|byte| byte == b'-');
    follows_words && (is_caption || (is_rule && at > 1 && is_words(at - 2)))
}

/// Gives the items of a list the marks that their own words begin with, if all have one and these count on from the first.
pub(super) fn own_marks(items: &[&str]) -> Option<Vec<ItemMark>> {
    let all: Vec<Vec<ItemMark>> = items.iter().map(|words| Some(item_marks(words)?.0)).collect::<Option<_>>()?;
    let first = all.first()?.iter().find(|first| {
        let counts_on = |(count, marks): (u32, &Vec<ItemMark>)| marks.contains(&ItemMark { count, ..(*first).clone() });
        items.len() > 1 && first.count == 1 && (1..).zip(&all).all(counts_on)
    })?;
    Some((1..).zip(items).map(|(count, _)| ItemMark { count, ..first.clone() }).collect())
}

/// Whether a line is one of an address and not its last: short lines, one of which ends with a postcode.
fn is_in_address(lines: &[&str], marks: &[Option<(usize, String, &str)>], at: usize) -> bool {
    let is_plain = |at: usize| {
        let words = lines[at].trim();
        marks[at].is_none() && !words.is_empty() && !words.starts_with(['#', '>', '|', '[', '=', '`'])
    };
    if !is_plain(at) || lines[at].ends_with("  ") {
        return false;
    }
    let start = (0..at).rev().take_while(|before| is_plain(*before)).last().unwrap_or(at);
    let end = (at..lines.len()).take_while(|after| is_plain(*after)).last().unwrap_or(at);
    let is_short = |line: &&str| {
        let words = line.trim();
        words.chars().count() <= ADDRESS_LINE && !words.ends_with(['.', ';', '?', '!'])
    };
    at < end
        && lines[start..=end].iter().all(is_short)
        && lines[start + 1..=end].iter().any(|line| ends_with_postcode(line.trim()))
}

/// Whether some words end with a postcode of the United Kingdom: `LN4 2AB`.
fn ends_with_postcode(words: &str) -> bool {
    let mut last = words.rsplit(' ');
    let (Some(inward), Some(outward)) = (last.next(), last.next()) else { return false };
    let [digit, one, two] = inward.as_bytes() else { return false };
    let is_letter = u8::is_ascii_uppercase;
    let letters = outward.bytes().take_while(is_letter).count();
    let rest = &outward.as_bytes()[letters..];
    digit.is_ascii_digit()
        && is_letter(one)
        && is_letter(two)
        && (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest[0].is_ascii_digit()
        && rest.iter().all(u8::is_ascii_alphanumeric)
}

/// Where a part that was cut from a text begins in it.
fn start_in(text: &str, part: &str) -> usize {
    range_of(part, text).map_or(text.len(), |range| range.start)
}

#[cfg(test)]
mod tests {
    use super::{Pasted, ends_with_postcode, list_lines};

    fn markdown(text: &str) -> String {
        Pasted::of(text).markdown
    }

    #[test]
    fn bullets_and_letters_become_items() {
        assert_eq!(
            markdown("We ask for:\n• a pass\n\u{f0b7}\tcare\n  ◦ always\n"),
            "We ask for:\n- a pass\n- care\n  - always\n"
        );
        assert_eq!(markdown("a) sign in\nb) wear a badge\n"), "+ a) sign in\n+ b) wear a badge\n");
        assert_eq!(markdown("Bring:\n– a pen\n— a book\n"), "Bring:\n* a pen\n* a book\n");
    }

    #[test]
    fn lines_that_were_merely_wrapped_stay_as_they_are() {
        for text in ["We meet on Mondays\n– and on Fridays\n", "as said by\nA. Smith and\nothers\n", "see\na) alone\n"]
        {
            assert_eq!(markdown(text), text);
        }
    }

    #[test]
    fn an_address_keeps_its_lines_and_other_short_lines_do_not() {
        assert_eq!(
            markdown("Rowan Teasdale\n1 Mill Lane,\nMarlow LN4 2AB\n"),
            "Rowan Teasdale\\\n1 Mill Lane,\\\nMarlow LN4 2AB\n"
        );
        assert_eq!(markdown("one\ntwo\n"), "one\ntwo\n");
        assert!(ends_with_postcode("EC1A 1BB") && !ends_with_postcode("Year 7ab") && !ends_with_postcode("in Year 10"));
    }

    #[test]
    fn every_place_is_found_again() {
        let text = "Ask:\n  • one\n\nT\n|a|b|\n|-|-|\n|c|d|e|\n\n       ● two\n";
        let pasted = Pasted::of(text);
        for word in ["Ask", "one", "a|b", "c|d|e", "two"] {
            let at = pasted.markdown.find(word).unwrap();
            assert_eq!(&text[pasted.origin(at..at + word.len())], word, "{}", pasted.markdown);
        }
    }

    #[test]
    fn a_list_in_one_answer_is_found_by_its_marks() {
        let upper = |words: &str| words.to_uppercase();
        assert_eq!(
            list_lines("it clashes with\n- a\n  - b\nc", upper).as_deref(),
            Some("IT CLASHES WITH\n- A\n  - B\nC")
        );
        assert_eq!(list_lines("one\ntwo", upper), None);
    }
}
