//! The one way to read a file: never more of it than was asked for, and nothing that is no file.
//!
//! In: a path and a number of bytes. Out: the first bytes of the file, or the system's error.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

/// The first bytes of a file, at most so many: who has to know whether there are more asks for one more.
///
/// # Errors
/// If the file cannot be read. A folder is refused, and so is a pipe or a device, which might never end or never begin.
#[expect(clippy::disallowed_methods, reason = "this is the door through which files are read")]
pub fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let about = fs::metadata(path)?;
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !about.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is a pipe or a device, not a file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
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
    fn a_folder_and_a_device_are_refused() {
        let kind = |path| read_at_most(Path::new(path), 1).unwrap_err().kind();
        assert_eq!(kind(env!("CARGO_MANIFEST_DIR")), ErrorKind::IsADirectory);
        if cfg!(unix) {
            assert_eq!(kind("/dev/zero"), ErrorKind::InvalidInput);
        }
    }
}
