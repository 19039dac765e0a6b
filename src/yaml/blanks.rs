//! Blanks that look like spaces and are none, at the beginning of lines: they do not count as indentation, so the lines stand under nothing;
//! and behind hyphens, which then open no entry.
//!
//! In: a text that could not be followed, or was followed to headings with such blanks in their names. Out: one finding for all of them, at the
//! first, for the parser stops lines after it.

use super::line::{SourceLine, is_odd};
use super::tree::{Kind, Node};
use crate::finding::{Code, Finding};
use crate::text::Span;

/// The finding for lines that are indented with other blanks, if that is what is wrong with the text. `text` is the span of `words` in its source.
pub(super) fn indented_with_others(root: Option<&Node>, halted: bool, words: &str, text: Span) -> Option<Finding> {
    if !halted && !root.is_some_and(has_odd_name) {
        return None;
    }
    let mut lines = lines(words).filter(|line| line.indentation().contains(is_odd) && opens(line));
    let first = lines.next()?;
    let others = lines.count();
    let odd = first.start + first.indentation().find(is_odd)?;
    let place = Span { source: text.source, start: text.start + odd, end: text.start + first.content };
    let mark = words[odd..].chars().next().map_or(0, u32::from);
    let finding = Finding::error(Code::CP022, "a line is indented with blanks that are no spaces")
        .at_span(place)
        .with_label(format!("these look like spaces: {}", name_of(mark)))
        .with_help("delete what stands before the first letter and type spaces instead; such blanks come along when lines are copied");
    Some(match others {
        0 => finding,
        _ => finding.with_note(format!("{} lines of the file begin so", others + 1)),
    })
}

/// The finding for a value that opens with a hyphen and a blank that is no space: it was meant as an entry of a list.
pub(super) fn no_entry(words: &str, text: Span, value: Span) -> Option<Finding> {
    let odd = words.get(value.start - text.start..)?.strip_prefix('-')?.chars().next().filter(|next| is_odd(*next))?;
    let end = value.start + '-'.len_utf8() + odd.len_utf8();
    let finding = Finding::error(Code::CP022, "a hyphen has a blank behind it that is no space")
        .at_span(Span { end, ..value })
        .with_label(format!("this looks like a space and is none: U+{:04X}", u32::from(odd)))
        .with_help("delete the blank and type a space instead, so that an entry of a list begins here");
    Some(finding)
}

fn name_of(mark: u32) -> String {
    let name = match mark {
        0xA0 | 0x202F => "no-break spaces",
        0x3000 => "wide spaces",
        _ => "blanks of another kind",
    };
    format!("{name}, U+{mark:04X}")
}

/// Whether a line opens a heading or an entry of a list, so that its indentation matters.
fn opens(line: &SourceLine<'_>) -> bool {
    line.name.is_some() || line.content().starts_with("- ")
}

fn lines(words: &str) -> impl Iterator<Item = SourceLine<'_>> {
    std::iter::successors(Some(SourceLine::at(words, 0)), SourceLine::below)
}

fn has_odd_name(node: &Node) -> bool {
    match &node.kind {
        Kind::Headings(entries) => {
            entries.iter().any(|entry| entry.name.starts_with(is_odd) || has_odd_name(&entry.value))
        }
        Kind::List(items) => items.iter().any(has_odd_name),
        Kind::Empty | Kind::Words { .. } => false,
    }
}
