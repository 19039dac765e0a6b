//! What a school's folder was made from, and what is in it: `manifest.json`, by which anybody can tell years later.
//!
//! In: the bytes of the profile's files, the packs, the options and the finished files. Out: a [`Manifest`] as JSON, and read back.
//!
//! Not here: making the files anew to compare them (`verify`).

use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::finding::Failure;
use crate::law::Date;
use crate::text::{differs_in_line_ends_only, portable_name, read_unlinked, sha256};

/// The name of the manifest's file.
pub const MANIFEST: &str = "manifest.json";
/// The most that is read of a file in a school's folder, in bytes: more than any document has, whatever Word file it takes its look from.
pub(super) const LARGEST: u64 = 96 << 20;
/// The most that is read of a manifest: that of a trust of hundreds of schools has less than a tenth of it.
const LARGEST_MANIFEST: u64 = 16 << 20;
/// Files up to this size are held against what they would be with other line ends.
const LARGEST_OF_LINES: usize = 8 << 20;

/// What `manifest.json` holds. A key is never taken away or given another meaning; new ones may come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program and its version: `careers-policy 0.1.0`.
    pub program: String,
    /// The day the documents were made, and for which they were checked.
    pub made_on: Date,
    /// The formats asked for, by their endings.
    pub formats: Vec<String>,
    /// Whether gaps were let through.
    pub draft: bool,
    /// Whether review copies were made besides.
    #[serde(default)]
    pub review: bool,
    /// Whether every file's name begins with the name of the school.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub named: bool,
    /// Whether a ZIP file of the documents was made besides.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub zip: bool,
    /// The Word file whose look was taken, if any.
    pub reference_doc: Option<Part>,
    /// The profile's file first, then those whose answers it shares, and what they name: its logo.
    pub profile: Vec<Part>,
    /// The packs, the lowest first. `path` is the pack's name with its edition.
    pub packs: Vec<Part>,
    /// The files of this folder, but for the manifest itself.
    pub outputs: Vec<Part>,
    /// The clauses of each document in order, each with the pack its wording is from.
    pub clauses: Vec<ClauseMark>,
}

/// What the documents of a folder are made from: where all of it is the same, so are they, but for the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs {
    /// As [`Manifest::program`].
    pub program: String,
    /// As [`Manifest::formats`].
    pub formats: Vec<String>,
    /// As [`Manifest::draft`].
    pub draft: bool,
    /// As [`Manifest::review`].
    pub review: bool,
    /// As [`Manifest::named`].
    pub named: bool,
    /// As [`Manifest::zip`].
    pub zip: bool,
    /// As [`Manifest::reference_doc`].
    pub reference_doc: Option<Part>,
    /// As [`Manifest::profile`].
    pub profile: Vec<Part>,
    /// As [`Manifest::packs`].
    pub packs: Vec<Part>,
}

/// A part, and the SHA-256 of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Part {
    /// Its path as the user gave it, or its name in the folder.
    pub path: String,
    /// The SHA-256 of its bytes.
    pub sha256: String,
}

/// Which pack a clause of a document is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseMark {
    /// The document.
    pub document: String,
    /// The clause's id.
    pub clause: String,
    /// The name of the pack.
    pub pack: String,
}

/// What is to be said of a file that a manifest lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// It is there, byte for byte.
    AsMade,
    /// It is not as it was made.
    Differs(&'static str),
    /// It could not be looked at.
    Unknown(&'static str),
}

impl Part {
    /// A part with the fingerprint of its bytes.
    pub fn of(path: impl Into<String>, bytes: &[u8]) -> Part {
        Part { path: path.into(), sha256: sha256(bytes) }
    }

    /// Whether some bytes are those of this part.
    pub(super) fn is_of(&self, bytes: &[u8]) -> bool {
        sha256(bytes) == self.sha256
    }

    /// Whether some bytes are those of this part but for the ends of their lines.
    pub(super) fn is_of_other_line_ends(&self, bytes: &[u8]) -> bool {
        bytes.len() <= LARGEST_OF_LINES && differs_in_line_ends_only(bytes, &self.sha256)
    }

    /// Whether this can be the name of a file of a school's folder: a manifest can say anything, and must not lead out of it.
    pub(super) fn is_in_folder(&self) -> bool {
        portable_name(&self.path).is_ok() && self.path != MANIFEST
    }

    /// Whether this file of a folder is as it was made, the ends of its lines aside.
    pub(super) fn is_unchanged_in(&self, folder: &Path) -> bool {
        let bytes = read_unlinked(&folder.join(&self.path), LARGEST + 1);
        bytes.is_ok_and(|bytes| self.is_of(&bytes) || self.is_of_other_line_ends(&bytes))
    }

    /// This file of a folder, looked at.
    pub(super) fn seen_in(&self, folder: &Path) -> Seen {
        if !self.is_in_folder() {
            return Seen::Unknown("is not the name of a file that is made here");
        }
        match read_unlinked(&folder.join(&self.path), LARGEST + 1) {
            Ok(bytes) if self.is_of(&bytes) => Seen::AsMade,
            Ok(bytes) if self.is_of_other_line_ends(&bytes) => Seen::Differs(
                "has other line ends than it was made with, and the same words; another program, such as git, changed them",
            ),
            Ok(_) => Seen::Differs("was changed after it was made"),
            Err(error) => match error.kind() {
                ErrorKind::NotFound => Seen::Differs("is missing"),
                ErrorKind::InvalidInput => Seen::Differs("is a link or a device, and was made as a file"),
                ErrorKind::IsADirectory => Seen::Differs("is a folder, and was made as a file"),
                _ => Seen::Unknown("cannot be read; it may be open in another program"),
            },
        }
    }
}

impl Manifest {
    /// The manifest of documents made from these inputs on this day.
    pub fn new(inputs: Inputs, made_on: Date, outputs: Vec<Part>, clauses: Vec<ClauseMark>) -> Manifest {
        let Inputs { program, formats, draft, review, named, zip, reference_doc, profile, packs } = inputs;
        Manifest {
            program,
            made_on,
            formats,
            draft,
            review,
            named,
            zip,
            reference_doc,
            profile,
            packs,
            outputs,
            clauses,
        }
    }

    /// What the documents were made from.
    pub fn inputs(&self) -> Inputs {
        let Manifest { program, formats, draft, review, named, zip, reference_doc, profile, packs, .. } = self.clone();
        Inputs { program, formats, draft, review, named, zip, reference_doc, profile, packs }
    }

    /// The manifest of a folder; none if there is no such file, or it is not one of ours.
    ///
    /// # Errors
    /// If the file is there and cannot be read.
    pub fn read(folder: &Path) -> Result<Option<Manifest>, Failure> {
        let path = folder.join(MANIFEST);
        match read_unlinked(&path, LARGEST_MANIFEST) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::reading(&path, error)),
        }
    }

    /// The file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// The names of the files it lists, its own among them.
    pub fn file_names(&self) -> Vec<String> {
        self.outputs.iter().map(|part| part.path.clone()).chain([MANIFEST.to_owned()]).collect()
    }

    /// Whether no PDF that was asked for is left out because of its characters. One that is left out has to be told of each time.
    pub fn has_every_pdf(&self) -> bool {
        let has = |name: &str| self.outputs.iter().any(|part| part.path == name);
        let is_asked_for = self.formats.iter().any(|format| format == "pdf");
        !is_asked_for || self.clauses.iter().all(|mark| has(&format!("{}.pdf", mark.document)))
    }

    /// The files of the folder that are not as they were made: each with what is the matter.
    pub fn differing(&self, folder: &Path) -> Vec<(String, &'static str)> {
        let differs = |part: &Part| match part.seen_in(folder) {
            Seen::AsMade => None,
            Seen::Differs(what) | Seen::Unknown(what) => Some((part.path.clone(), what)),
        };
        self.outputs.iter().filter_map(differs).collect()
    }
}
