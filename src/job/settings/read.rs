//! Reads a settings file into what the commands take.
//!
//! In: the path of the file. Out: [`Settings`], whose paths are those that would be typed, or every mistake with its line.

use std::path::{Path, PathBuf};

use super::keys::Keys;
use crate::finding::{Code, Failure, Finding, Mark, Place, Severity};
use crate::text::{Sources, beside, display_path};
use crate::write::{FORMATS, Format};
use crate::yaml::{Index, Line, Read, Unread, read_as, read_file};

/// What a settings file says.
#[derive(Debug)]
pub struct Settings {
    /// The file.
    pub file: PathBuf,
    /// The folder for the documents.
    pub out: Option<PathBuf>,
    /// The formats; none if it does not say.
    pub formats: Vec<Format>,
    /// The folders of the packs, the lowest first.
    pub packs: Vec<PathBuf>,
    /// The Word file whose look is taken over.
    pub reference_doc: Option<PathBuf>,
    /// Whether every file's name begins with the name of the school.
    pub name_files: bool,
    /// Whether a ZIP file of each school's documents is made.
    pub zip: bool,
    /// What is worth a look in the file.
    pub remarks: Vec<Finding>,
    /// Its text.
    pub sources: Sources,
    index: Index,
}

/// Why a settings file cannot be used.
#[derive(Debug)]
pub enum Unset {
    /// What is wrong in it, and its text.
    Findings(Vec<Finding>, Sources),
    /// It cannot be got at.
    Failure(Failure),
}

impl Settings {
    /// Reads a settings file.
    ///
    /// # Errors
    /// Every mistake in it, or that it cannot be got at.
    pub fn read(file: &Path) -> Result<Settings, Unset> {
        let mut sources = Sources::default();
        let id = match read_file(file, &display_path(file), &mut sources) {
            Ok(id) => id,
            Err(Unread::Failure(failure)) => return Err(Unset::Failure(failure)),
            Err(Unread::Findings(findings)) => {
                let findings = findings.into_iter().map(of_another_program).collect();
                return Err(Unset::Findings(findings, sources));
            }
        };
        let Read { value, index, findings } = match read_as::<Keys>(&sources, sources.whole(id)) {
            Ok(read) => read,
            Err(findings) => return Err(Unset::Findings(findings.into_iter().map(for_settings).collect(), sources)),
        };
        let path = |words: &Line| beside(file, words.trim());
        Ok(Settings {
            file: file.to_path_buf(),
            out: value.out.as_ref().map(path),
            formats: value.formats,
            packs: value.pack.iter().map(path).collect(),
            reference_doc: value.reference_doc.as_ref().map(path),
            name_files: value.name_files.unwrap_or_default(),
            zip: value.zip.unwrap_or_default(),
            // What has one meaning is read as it is meant.
            remarks: findings.into_iter().filter(|finding| !finding.code.is(Mark::CheckOnly)).collect(),
            sources,
            index,
        })
    }

    /// What `build` and `check` would run into. `formats` says whether its formats hold, because none were typed; `review` whether review copies
    /// are made, which are Word files too.
    pub fn mistakes(&self, formats: bool, review: bool) -> Vec<Finding> {
        let mut found = Vec::new();
        if formats && self.formats.iter().any(|format| !FORMATS.contains(format)) {
            let finding = Finding::error(Code::CP025, "this program was built without PDF");
            found
                .push(self.at("formats", finding.with_help("ask for md, html or docx, or build the program with PDF")));
        }
        if let Some(out) = self.out.as_deref().filter(|out| out.exists() && !out.is_dir()) {
            let title = format!("`{}` is a file, and documents need a folder", display_path(out));
            let finding = Finding::error(Code::CP025, title).with_help("name a folder; it is made if it is not there");
            found.push(self.at("out", finding));
        }
        let no_word_file = formats && !self.formats.is_empty() && !self.formats.contains(&Format::Docx) && !review;
        if self.reference_doc.is_some() && no_word_file {
            let title = "a Word file gives its look to Word files, and none is written";
            let finding = Finding::error(Code::CP025, title);
            found.push(self.at("reference_doc", finding.with_help("add docx to `formats:`, or take this line out")));
        }
        found
    }

    /// A finding as one at a key of this file.
    pub fn at(&self, key: &str, finding: Finding) -> Finding {
        let at = self.index.value(key).map_or_else(|| Place::File(display_path(&self.file)), Place::Span);
        Finding { at, field: Some(key.to_owned()), ..finding }
    }

    /// That the Word file cannot be used.
    pub fn unusable_look(&self, failure: &Failure) -> Finding {
        let finding = Finding::error(Code::CP025, failure.to_string());
        self.at("reference_doc", finding.with_help(PATHS))
    }
}

const PATHS: &str = "a path in this file is the way from the folder of the file, such as `../letterhead.docx`";

/// What the reader says of a profile, said of settings.
fn of_another_program(finding: Finding) -> Finding {
    match finding.code {
        Code::CP023 => Finding {
            title: finding.title.replace("a profile is a text file", "a settings file is a text file"),
            help: vec![
                "`careers-policy explain settings` shows what to write in it, with Notepad or another text editor"
                    .to_owned(),
            ],
            ..finding
        },
        _ => finding,
    }
}

/// Adds to an error where to read what can stand in the file.
fn for_settings(finding: Finding) -> Finding {
    match finding.severity {
        Severity::Error if finding.code == Code::CP004 => {
            finding.with_help("`careers-policy explain settings` says what each is for")
        }
        _ => finding,
    }
}
