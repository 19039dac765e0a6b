//! The files within a ZIP file of somebody else: only those asked for, and never more of them than a computer can bear.
//!
//! In: the bytes of a ZIP file, and how much may come out of it. Out: a [`Packed`] that hands out parts by their names, or [`NotUnpacked`].
//! What the file says of its own size is never believed; what comes out is counted. Nothing of it is written anywhere.
//!
//! Not here: what the parts mean, or writing ZIP files.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// How the entries of a file begin where it lists them.
const ENTRY: &[u8] = b"PK\x01\x02";
/// How large a part is before it matters how much smaller it was packed: parts of a few words may be all alike.
const LARGE: u64 = 1 << 20;

/// How much may come out of a file.
#[derive(Clone, Copy, Debug)]
pub struct PackedBounds {
    /// The most entries.
    pub entries: usize,
    /// The largest part, in bytes.
    pub part: u64,
    /// The most of all parts together that are asked for, in bytes.
    pub whole: u64,
    /// How many times larger than it is packed a part may be, if it is a large one.
    pub times: u64,
}

/// Why a part, or a whole file, is not unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotUnpacked {
    /// It is no ZIP file, or cut off, or damaged; in the library's words.
    Damaged(String),
    /// It is encrypted with a password.
    Locked,
    /// More would come out than may.
    TooLarge,
}

/// A ZIP file while it is read.
pub struct Packed<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    bounds: PackedBounds,
    left: u64,
}

impl Packed<'_> {
    /// Opens a file.
    ///
    /// # Errors
    /// If it is no sound ZIP file or lists too many entries.
    pub fn open(bytes: &[u8], bounds: PackedBounds) -> Result<Packed<'_>, NotUnpacked> {
        if entries(bytes) > bounds.entries {
            return Err(NotUnpacked::TooLarge);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| NotUnpacked::Damaged(error.to_string()))?;
        Ok(Packed { zip, bounds, left: bounds.whole })
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part's bytes; nothing if there is no such part.
    ///
    /// # Errors
    /// If it is damaged, encrypted or too large.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, NotUnpacked> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => NotUnpacked::Locked,
            error => NotUnpacked::Damaged(format!("{name}: {error}")),
        })?;
        let by_times = file.compressed_size().saturating_mul(self.bounds.times).max(LARGE);
        let most = self.left.min(self.bounds.part).min(by_times);
        let mut bytes = Vec::new();
        file.take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| NotUnpacked::Damaged(format!("{name}: {error}")))?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(NotUnpacked::TooLarge);
        }
        self.left -= size;
        Ok(Some(bytes))
    }
}

/// A part's name from a target as seen from a folder.
pub fn part_name(folder: &str, target: &str) -> String {
    let whole = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// How many entries a file lists, counted before any memory is given to them: what it says of their number may be a lie.
fn entries(bytes: &[u8]) -> usize {
    let mut found = 0;
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte == b'P') {
        rest = &rest[at..];
        found += usize::from(rest.starts_with(ENTRY));
        rest = &rest[1..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::part_name;

    #[test]
    fn a_target_is_seen_from_its_folder() {
        assert_eq!(part_name("word", "media/a.png"), "word/media/a.png");
        assert_eq!(part_name("word", "../x.xml"), "x.xml");
        assert_eq!(part_name("word", "/customXml/x.xml"), "customXml/x.xml");
        assert_eq!(part_name("", "word/document.xml"), "word/document.xml");
    }
}
