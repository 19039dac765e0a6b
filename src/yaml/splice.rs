//! A text cut and joined along its tree: where the parts of a heading begin and end, and new lines between the old.
//!
//! In: a text and the nodes that were parsed from it. Out: the text with something put in; every other byte stays.
//!
//! Not here: what is put where (`edit`).

use super::tree::{Entry, Kind, Node};

/// Why a value cannot be put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The line that stands in the way, from 1.
    pub line: usize,
    /// What is the matter with it.
    pub why: &'static str,
}

/// That a text is written in a way that is not known here.
pub(super) const UNUSUAL: &str =
    "this is written in a way that cannot be changed without changing more; write the new value here yourself";

/// A text as it was before it is edited.
#[derive(Clone, Copy)]
pub(super) struct Original<'a> {
    pub(super) text: &'a str,
}

impl Original<'_> {
    pub(super) fn unplaced(&self, at: usize, why: &'static str) -> Unplaced {
        Unplaced { line: self.text[..at].matches('\n').count() + 1, why }
    }

    pub(super) fn is_flow(&self, node: &Node) -> bool {
        !matches!(node.kind, Kind::Words { .. }) && self.text[node.span.start..].starts_with(['[', '{'])
    }

    /// The spaces before a place in its line; an error if anything else stands there.
    pub(super) fn indentation(&self, at: usize) -> Result<&str, Unplaced> {
        let before = &self.text[line_start(self.text, at)..at];
        if before.bytes().all(|byte| byte == b' ') { Ok(before) } else { Err(self.unplaced(at, UNUSUAL)) }
    }

    /// The byte behind the colon of a heading.
    pub(super) fn colon(&self, entry: &Entry) -> Result<usize, Unplaced> {
        let rest = &self.text[entry.name_span.end..];
        let colon = rest.find(|c: char| c != ' ').filter(|at| rest[*at..].starts_with(':'));
        colon.map(|at| entry.name_span.end + at + 1).ok_or_else(|| self.unplaced(entry.name_span.start, UNUSUAL))
    }

    /// Where a heading with all that belongs to it ends.
    pub(super) fn end(&self, entry: &Entry) -> Result<usize, Unplaced> {
        let colon = self.colon(entry)?;
        Ok(self.end_of(&entry.value)?.max(colon))
    }

    pub(super) fn end_of(&self, node: &Node) -> Result<usize, Unplaced> {
        let mut end = match &node.kind {
            Kind::Empty if node.span.start == node.span.end => return Ok(0),
            Kind::Words { .. } | Kind::Empty => self.text[..node.span.end].trim_end().len(),
            Kind::Headings(entries) => self.last_of(entries.iter().map(|entry| self.end(entry)))?,
            Kind::List(items) => self.last_of(items.iter().map(|item| self.end_of(item)))?,
        };
        if self.is_flow(node) && !matches!(node.kind, Kind::Empty) {
            // What an inner bracket may hide has been counted already; between the last entry and the bracket stand commas and comments.
            end = end.max(node.span.start + 1);
            let mut in_comment = false;
            let close = self.text[end..].find(|c: char| {
                in_comment = (in_comment || c == '#') && c != '\n';
                !in_comment && matches!(c, ']' | '}')
            });
            end += close.ok_or_else(|| self.unplaced(node.span.start, UNUSUAL))? + 1;
        }
        Ok(end)
    }

    fn last_of(&self, mut ends: impl Iterator<Item = Result<usize, Unplaced>>) -> Result<usize, Unplaced> {
        ends.try_fold(0, |last, end| Ok(last.max(end?)))
    }

    /// The text with a part replaced.
    pub(super) fn spliced(&self, from: usize, to: usize, by: &str) -> String {
        [&self.text[..from], by, &self.text[to..]].concat()
    }

    /// The line ending at a place, or that of the file where there is none.
    pub(super) fn newline(&self, at: usize) -> &'static str {
        let rest = &self.text[at..];
        let first = self.text.find('\n').unwrap_or(0);
        if rest.starts_with("\r\n") || (!rest.starts_with('\n') && self.text[..first].ends_with('\r')) {
            "\r\n"
        } else {
            "\n"
        }
    }

    /// The text with lines added below the line that holds a place.
    pub(super) fn below(&self, at: usize, indentation: &str, lines: &[String]) -> String {
        let end = line_end(self.text, at);
        let newline = self.newline(end);
        let added: String = lines.iter().map(|line| format!("{newline}{indentation}{line}")).collect();
        self.spliced(end, end, &added)
    }
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The end of the line that holds a byte, before its line ending.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}
