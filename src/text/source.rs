//! Every text that was read, kept for as long as findings may point into it.
//!
//! In: names and texts. Out: [`SourceId`] and [`Span`], small enough to copy about, and the line and column of a span.

use std::ops::Range;

use super::file::TextFile;

/// One text and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user gave it, with forward slashes.
    pub name: String,
    /// The text, without a byte-order mark.
    pub text: String,
    /// The SHA-256 of the file's bytes; none for a text that was not read from a file of its own.
    pub sha256: Option<String>,
    line_starts: Vec<usize>,
}

/// Which of the [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(usize);

/// A place in a source, in bytes. It may be empty: then it is the point before `start`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The source it lies in.
    pub source: SourceId,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// A line and a column as people count them: from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// A store of texts. Texts are added and never removed, so an id stays good.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    sources: Vec<Source>,
}

impl Sources {
    /// Keeps a text under a name and gives the id to point into it with.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        self.sources.push(Source { name: name.into(), text, sha256: None, line_starts });
        SourceId(self.sources.len() - 1)
    }

    /// Keeps the text of a file with the fingerprint of its bytes. A file that several share is kept once.
    pub fn add_file(&mut self, name: impl Into<String>, file: TextFile) -> SourceId {
        let name = name.into();
        let known = |source: &Source| source.name == name && source.sha256.as_ref() == Some(&file.sha256);
        if let Some(at) = self.sources.iter().position(known) {
            return SourceId(at);
        }
        let id = self.add(name, file.text);
        if let Some(source) = self.sources.get_mut(id.0) {
            source.sha256 = Some(file.sha256);
        }
        id
    }

    /// Every file that was read: its name, and the SHA-256 of its bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sources.iter().filter_map(|source| Some((source.name.as_str(), source.sha256.as_deref()?)))
    }

    /// The source of an id. An id of another store gives an empty source, never a panic.
    pub fn get(&self, id: SourceId) -> &Source {
        static NOTHING: Source =
            Source { name: String::new(), text: String::new(), sha256: None, line_starts: Vec::new() };
        self.sources.get(id.0).unwrap_or(&NOTHING)
    }

    /// Where some words first stand in the last source whose name ends so.
    pub fn words_in(&self, ending: &str, words: &str) -> Option<Span> {
        let mut named = self.sources.iter().enumerate().rev().filter(|(_, source)| source.name.ends_with(ending));
        let found = |(id, source): (usize, &Source)| {
            let start = source.text.find(words)?;
            Some(Span { source: SourceId(id), start, end: start + words.len() })
        };
        named.find_map(found)
    }

    /// The whole of a source.
    pub fn whole(&self, id: SourceId) -> Span {
        Span { source: id, start: 0, end: self.get(id).text.len() }
    }

    /// The words of a span; empty if it lies outside its source.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.range()).unwrap_or("")
    }

    /// The line and column at which a span begins.
    pub fn position(&self, span: Span) -> Position {
        self.get(span.source).position(span.start)
    }
}

impl Source {
    /// The line and column of a byte; past the end, those of the end.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.line_starts.partition_point(|start| *start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        Position { line, column }
    }

    /// The bytes of a line, counted from 1, without its line ending.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let rest = self.text.get(start..).unwrap_or("");
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or("");
        start..start + line.trim_end_matches('\r').len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> (Sources, SourceId) {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text);
        (sources, id)
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let (sources, id) = only("name: Zoë\nrole: Léa x");
        let at = sources.get(id).text.find('x').expect("there is an x");
        assert_eq!(sources.position(Span { source: id, start: at, end: at + 1 }), Position { line: 2, column: 11 });
    }

    #[test]
    fn windows_line_endings_do_not_shift_lines() {
        let (sources, id) = only("a: 1\r\nb: 2\r\n");
        assert_eq!(sources.get(id).position(6), Position { line: 2, column: 1 });
        assert_eq!(sources.get(id).line_range(2), 6..10);
    }

    #[test]
    fn a_place_past_the_end_or_inside_a_character_is_moved_to_a_real_one() {
        let (sources, id) = only("é");
        assert_eq!(sources.get(id).position(99), Position { line: 1, column: 2 });
        assert_eq!(sources.get(id).position(1), Position { line: 1, column: 1 });
    }
}
