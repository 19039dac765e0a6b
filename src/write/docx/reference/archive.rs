//! Opens a Word file of somebody else: only the parts asked for, and never more of them than a computer can bear.
//!
//! In: the bytes of a file. Out: an [`Archive`] that gives parts, their content types and their relationships, or a
//! [`ReferenceError`] that says what to do.
//!
//! Not here: what becomes of the parts. Nothing of the file is ever written to a path that it names.

use std::collections::BTreeMap;

use super::parser::{Bounds, Everything, Unread, parse};
use super::tree::Element;
use crate::text::{NotUnpacked, Packed, PackedBounds, part_name};

/// How much is unpacked of a file: its largest part may be the text of some thousand pages.
const BOUNDS: PackedBounds = PackedBounds { entries: 5_000, part: 16 << 20, whole: 48 << 20, times: u64::MAX };
/// The most relationships that a part may have.
const MOST_RELATIONSHIPS: usize = 2_000;
/// How the kinds of relationship begin, in the usual form of the format and in the strict one.
const KINDS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
];

/// Why a file cannot be used as a reference document.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// It is no ZIP file, or one that does not hold a Word document.
    #[error("it is not a Word document; open it in Word and save it as “Word Document (*.docx)”")]
    NotWord,
    /// It is protected with a password, or of before 2007: both look the same from outside.
    #[error(
        "it is protected with a password or in the old .doc format; open it in Word, take the password away and save it as “Word Document (*.docx)”"
    )]
    Protected,
    /// It holds macros.
    #[error("it can hold macros, which are not carried over; open it in Word and save it as “Word Document (*.docx)”")]
    Macros,
    /// It is cut off or damaged.
    #[error("it is damaged ({0}); open it in Word, let Word repair it and save it again as “Word Document (*.docx)”")]
    Damaged(String),
    /// It would take too much memory.
    #[error(
        "there is more in {0} than a reference document needs; take out its text and large pictures, or copy its header and footer into a new document"
    )]
    TooLarge(String),
    /// It is sound, but not as common programs write it.
    #[error(
        "its {0} is not written as Word writes it; open it in Word and save it as “Word Document (*.docx)”, not as “Strict Open XML”"
    )]
    Unusual(String),
}

/// A relationship of a part.
#[derive(Clone, Debug)]
pub(super) struct Related {
    /// Its id in that part.
    pub(super) id: String,
    /// The last word of its type: `header`.
    pub(super) kind: String,
    /// The part's name, or the address outside.
    pub(super) target: String,
    /// True if it leads out of the file.
    pub(super) external: bool,
}

/// A file while it is read.
pub(super) struct Archive<'a> {
    packed: Packed<'a>,
    /// How much of its parts is still read.
    pub(super) bounds: Bounds,
    by_ending: BTreeMap<String, String>,
    by_name: BTreeMap<String, String>,
}

impl Archive<'_> {
    /// Opens a file.
    pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, ReferenceError> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(ReferenceError::Protected);
        }
        if !bytes.starts_with(b"PK") {
            return Err(ReferenceError::NotWord);
        }
        let packed = Packed::open(bytes, BOUNDS).map_err(unread)?;
        let mut archive =
            Archive { packed, bounds: Bounds::OF_OTHERS, by_ending: BTreeMap::new(), by_name: BTreeMap::new() };
        let types = archive.part("[Content_Types].xml")?.ok_or(ReferenceError::NotWord)?;
        let types = parse(&types, &mut { Bounds::OF_OTHERS }, &mut Everything).map_err(|_| ReferenceError::NotWord)?;
        for of in types.elements() {
            let Some(kind) = of.attribute("ContentType") else { continue };
            if let Some(ending) = of.attribute("Extension") {
                archive.by_ending.insert(ending.to_lowercase(), kind.to_owned());
            } else if let Some(name) = of.attribute("PartName") {
                archive.by_name.insert(name.trim_start_matches('/').to_owned(), kind.to_owned());
            }
        }
        Ok(archive)
    }

    /// A part's bytes; nothing if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReferenceError> {
        self.packed.part(name).map_err(unread)
    }

    /// The content type of a part.
    pub(super) fn content_type(&self, name: &str) -> Option<&str> {
        let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        self.by_name.get(name).or_else(|| self.by_ending.get(&ending)).map(String::as_str)
    }

    /// Whether any part of the file is of such a type.
    pub(super) fn has_type(&self, matches: impl Fn(&str) -> bool) -> bool {
        self.by_name.values().chain(self.by_ending.values()).any(|kind| matches(kind))
    }

    /// The relationships of a part; of the file itself for no name.
    pub(super) fn relationships(&mut self, of: &str) -> Result<Vec<Related>, ReferenceError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let name = part_name(folder, &format!("_rels/{file}.rels"));
        let Some(bytes) = self.part(&name)? else { return Ok(Vec::new()) };
        let root = parse(&bytes, &mut { Bounds::OF_OTHERS }, &mut Everything).map_err(|error| match error {
            Unread::Unsound => ReferenceError::Damaged(name),
            Unread::TooMuch => too_large(),
        })?;
        if root.elements().count() > MOST_RELATIONSHIPS {
            return Err(too_large());
        }
        let related = |element: &Element| {
            let kind = element.attribute("Type")?;
            let external = element.attribute("TargetMode") == Some("External");
            let target = element.attribute("Target")?;
            Some(Related {
                id: element.attribute("Id")?.to_owned(),
                kind: KINDS.iter().find_map(|known| kind.strip_prefix(known))?.to_owned(),
                target: if external { target.to_owned() } else { part_name(folder, target) },
                external,
            })
        };
        Ok(root.elements().filter_map(related).collect())
    }
}

/// Why a file is of no use whose parts do not come out.
fn unread(error: NotUnpacked) -> ReferenceError {
    match error {
        NotUnpacked::Damaged(why) => ReferenceError::Damaged(why),
        NotUnpacked::Locked => ReferenceError::Protected,
        NotUnpacked::TooLarge => too_large(),
    }
}

/// The file as a whole.
fn too_large() -> ReferenceError {
    ReferenceError::TooLarge("the file".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Archive, ReferenceError};

    #[test]
    fn what_is_no_word_document_is_told_apart() {
        assert_eq!(Archive::open(b"plain words").err(), Some(ReferenceError::NotWord));
        assert_eq!(Archive::open(b"\xD0\xCF\x11\xE0\xA1\xB1").err(), Some(ReferenceError::Protected));
        assert!(matches!(Archive::open(b"PK\x03\x04 cut off").err(), Some(ReferenceError::Damaged(_))));
    }
}
