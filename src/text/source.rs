//! Every text that was read, kept for as long as findings may point into it.
//!
//! In: names and texts. Out: [`SourceId`] and [`Span`], small enough to copy about, and the line and column of a span.
//!
//! This is the only place that reads a user's text file, or writes it anew, so that whatever is wrong with one can be pointed at.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::ops::Range;
use std::path::Path;

use super::bounded::read_at_most;
use super::decode::{Undecodable, decode, encode_like};
use super::hash::sha256;

/// The most that is read of a file, in bytes: more than any reader of texts takes.
const MOST: u64 = 16 << 20;

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

/// Why a text file could not be read.
#[derive(Debug)]
pub enum Unreadable {
    /// The file is not there, or may not be read.
    World(io::Error),
    /// The file was read, but its bytes are no text that we know.
    NotText(Undecodable),
}

/// A text file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Its text, without a byte-order mark.
    pub text: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// Reads a text file in UTF-8, or in UTF-16 with a byte-order mark. The mark itself is left out.
pub fn read_source(path: &Path) -> Result<TextFile, Unreadable> {
    // However large it is: what is longer is too large for whoever asked.
    let bytes = read_at_most(path, MOST).map_err(Unreadable::World)?;
    let text = decode(&bytes).map_err(Unreadable::NotText)?;
    Ok(TextFile { text, sha256: sha256(&bytes) })
}

/// Writes a text into a file that was read, in the encoding the file has: a new file takes the place of the old one at once, with its
/// permissions, so that the file is whole whatever happens.
///
/// # Errors
/// If the file cannot be written, may not be written, or is no longer the one that was read.
#[expect(clippy::disallowed_methods, reason = "a text goes back into the file it was read from")]
pub fn rewrite_source(path: &Path, read: &str, text: &str) -> io::Result<()> {
    // A link goes on pointing to its file.
    let path = path.canonicalize()?;
    // A file that has grown longer than was read is another file.
    let bytes = read_at_most(&path, MOST + 1)?;
    let permissions = fs::metadata(&path)?.permissions();
    if sha256(&bytes) != read {
        return Err(io::Error::other("another program changed it in the meantime; run the command again"));
    }
    if permissions.readonly() {
        return Err(io::Error::other("it is protected against writing"));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let new = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let written = OpenOptions::new().write(true).create_new(true).open(&new).and_then(|mut file| {
        fs::set_permissions(&new, permissions)?;
        file.write_all(&encode_like(&bytes, text))?;
        file.sync_all()
    });
    let replaced = written.and_then(|()| fs::rename(&new, &path));
    if replaced.is_err() {
        drop(fs::remove_file(&new));
    }
    replaced
}

/// A path as it is printed: as the user gave it, with forward slashes on every system.
pub fn display_path(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
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
