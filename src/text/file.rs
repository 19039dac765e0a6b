//! Reads a user's text file, and writes it anew.
//!
//! In: a path. Out: a [`TextFile`], or why it is none; and a file with a new text, in the encoding and with the permissions that it had.
//!
//! This is the only place that does either, so that whatever is wrong with a text can be pointed at.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::bounded::read_at_most;
use super::decode::{Undecodable, decode, encode_like};
use super::hash::sha256;

/// The most that is read of a file, in bytes: more than any reader of texts takes.
const MOST: u64 = 16 << 20;

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
