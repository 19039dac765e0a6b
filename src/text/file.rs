//! Reads a user's text file, and writes it anew; writes any file whole or not at all.
//!
//! In: a path. Out: a [`TextFile`], or why it is none; and a file with a new text, in the encoding and with the permissions that it had.
//!
//! This is the only place that does so, so that whatever is wrong with a text can be pointed at, and no file is ever half written.

use std::fs::{self, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use super::bounded::{about_file, read_at_most};
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
    text_file(&bytes)
}

/// The same of the standard input, to its end.
pub fn read_standard_input() -> Result<TextFile, Unreadable> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MOST).read_to_end(&mut bytes).map_err(Unreadable::World)?;
    text_file(&bytes)
}

fn text_file(bytes: &[u8]) -> Result<TextFile, Unreadable> {
    let text = decode(bytes).map_err(Unreadable::NotText)?;
    Ok(TextFile { text, sha256: sha256(bytes) })
}

/// Writes a text into a file that was read, in the encoding the file has: a new file takes the place of the old one at once, with its
/// permissions, so that the file is whole whatever happens.
///
/// # Errors
/// If the file cannot be written, may not be written, or is no longer the one that was read.
pub fn rewrite_source(path: &Path, read: &str, text: &str) -> io::Result<()> {
    // A link goes on pointing to its file.
    let path = path.canonicalize()?;
    // A file that has grown longer than was read is another file.
    let bytes = read_at_most(&path, MOST + 1)?;
    if sha256(&bytes) != read {
        return Err(io::Error::other("another program changed it in the meantime; run the command again"));
    }
    replace(&path, Some(about_file(&path)?.permissions()), &encode_like(&bytes, text))
}

/// Writes a file whole: whoever looks finds the old one or the new one, whatever happens. A link goes on pointing to its file.
///
/// # Errors
/// If it cannot be written, or if what is there is not a file: a folder, a pipe, a device.
#[expect(clippy::disallowed_methods, reason = "a file is written where the user asked for it")]
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_symlink() => {
            let target = path.canonicalize().map_err(|_| io::Error::other("it is a link to what is not there"))?;
            replace(&target, Some(about_file(&target)?.permissions()), bytes)
        }
        Ok(_) => replace(path, Some(about_file(path)?.permissions()), bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => replace(path, None, bytes),
        Err(error) => Err(error),
    }
}

/// Writes a file where there is none yet.
///
/// # Errors
/// If there is something already, which is left as it is, or the file cannot be written, of which nothing is left.
#[expect(clippy::disallowed_methods, reason = "a file is written where the user asked for it")]
pub fn create_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes).inspect_err(|_| drop(fs::remove_file(path)))
}

/// Writes a new file beside the place it is for and moves it there.
#[expect(clippy::disallowed_methods, reason = "a file is written where the user asked for it")]
fn replace(path: &Path, permissions: Option<Permissions>, bytes: &[u8]) -> io::Result<()> {
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        return Err(io::Error::other("it is protected against writing"));
    }
    let new = path.with_file_name(format!(".careers-policy.{}.new", std::process::id()));
    // No other process has this number; one that had it and was killed can have left the name.
    drop(fs::remove_file(&new));
    let written = OpenOptions::new().write(true).create_new(true).open(&new).and_then(|mut file| {
        if let Some(permissions) = permissions {
            fs::set_permissions(&new, permissions)?;
        }
        file.write_all(bytes)?;
        file.sync_all()
    });
    let replaced = written.and_then(|()| fs::rename(&new, path));
    if replaced.is_err() {
        drop(fs::remove_file(&new));
    }
    replaced
}
