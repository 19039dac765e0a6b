//! The one way to read a file: never more of it than was asked for, and nothing that is no file.
//!
//! In: a path and a number of bytes. Out: the first bytes of the file, or the system's error.
//!
//! What is refused is refused before it is opened: opening a pipe waits for whoever writes into it, perhaps for ever.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// Where a system shows its own inside as if it were files. Some of them never end, and some hold secrets.
const OF_THE_SYSTEM: [&str; 2] = ["/proc", "/sys"];

/// The first bytes of a file, at most so many: who has to know whether there are more asks for one more.
///
/// # Errors
/// If the file cannot be read. A folder is refused, and so is a pipe, a device or a socket, which might never end or never begin, and what
/// the system shows of its own inside.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files are read")]
pub fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let length = about_file(path)?.len().min(most);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A file to be read piece by piece, of which there are at most so many bytes: for one that need not be held as a whole.
///
/// # Errors
/// As [`read_at_most`].
#[expect(clippy::disallowed_methods, reason = "this is the door through which files are read")]
pub fn open_at_most(path: &Path, most: u64) -> io::Result<impl Read + use<>> {
    about_file(path)?;
    Ok(File::open(path)?.take(most))
}

/// The same of a file that was written into a folder from which nothing may lead out: a link is refused.
///
/// # Errors
/// As [`read_at_most`], and if the path is a link.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files are read")]
pub fn read_unlinked(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    if fs::symlink_metadata(path)?.is_symlink() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is a link, not a file"));
    }
    read_at_most(path, most)
}

/// What the system says of a file, without opening it.
///
/// # Errors
/// If it is not there, or is not a file.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files are read")]
pub(super) fn about_file(path: &Path) -> io::Result<Metadata> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is a pipe or a device, not a file"));
    }
    if cfg!(unix) && path.canonicalize().is_ok_and(|path| OF_THE_SYSTEM.iter().any(|folder| path.starts_with(folder))) {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is a part of the system, not a file of yours"));
    }
    Ok(about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_was_asked_for() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert_eq!(read_at_most(&path, 9).unwrap(), b"[package]");
    }

    #[test]
    fn a_folder_a_device_and_the_system_itself_are_refused() {
        let kind = |path| read_at_most(Path::new(path), 1).unwrap_err().kind();
        assert_eq!(kind(env!("CARGO_MANIFEST_DIR")), ErrorKind::IsADirectory);
        if cfg!(unix) {
            assert_eq!(kind("/dev/zero"), ErrorKind::InvalidInput);
        }
        if cfg!(target_os = "linux") {
            assert_eq!(kind("/proc/self/environ"), ErrorKind::InvalidInput);
        }
    }
}
