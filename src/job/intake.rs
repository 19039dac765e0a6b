//! A profile taken in: its answers, and all that its file names.
//!
//! In: the path of a profile, or the text of its file. Out: an [`Intake`]: the institution, if the file could be read, and what was found
//! on the way. The files that a profile names are read here (shared answers, a trust's schools, logos), and nowhere later.
//!
//! Not here: what is asked of the institution (`check`), or its packs (`library`).

use std::path::{Path, PathBuf};

use super::logo::{DrawnLogos, Logos};
use super::profiles::{STANDARD_INPUT, is_standard_input};
use super::settings::{SETTINGS_FILE, is_settings_file};
use crate::case::Case;
use crate::catalogue::Catalogue;
use crate::finding::{Code, Context, Failure, Finding};
use crate::law::Date;
use crate::logo::Logo;
use crate::profile::{Member, Profile, read_profile, read_profile_as, read_profile_from_input, read_schools};
use crate::text::{Sources, display_path};
use crate::words::Engine;
use crate::yaml::{Index, Read, Unread};

/// A profile as it was taken in.
#[derive(Debug)]
pub struct Intake {
    /// The profile's path as it was given.
    pub path: PathBuf,
    /// The texts that were read, into which findings point.
    pub sources: Sources,
    /// What was found in reading them.
    pub findings: Vec<Finding>,
    /// The institution; none if the profile cannot be read.
    pub institution: Option<Institution>,
}

/// An institution with all that its profile names.
#[derive(Debug)]
pub struct Institution {
    /// Its profile.
    pub profile: Profile,
    /// Where each field of the profile stands.
    pub index: Index,
    /// Its logo, if the profile names one that can be used.
    pub logo: Option<Logo>,
    /// The schools of a trust, each with its logo.
    pub schools: Vec<(Member, Option<Logo>)>,
}

impl Intake {
    /// Takes in the profile in a file; `-` is the standard input.
    ///
    /// # Errors
    /// If the file, or that of a school it lists, cannot be got at.
    pub fn read(path: &Path) -> Result<Intake, Failure> {
        let mut sources = Sources::default();
        if is_standard_input(path) {
            let path = Path::new(STANDARD_INPUT);
            let read = read_profile_from_input(path, &mut sources);
            return Intake::of(path, read, sources, &mut DrawnLogos::default());
        }
        let read = match is_settings_file(path) {
            true => Err(Unread::Findings(vec![settings_finding(path)])),
            false => read_profile(path, &mut sources),
        };
        Intake::of(path, read, sources, &mut DrawnLogos::default())
    }

    /// Takes in a profile as if the file at `path` held this text. The disk is asked only for files that the text names.
    ///
    /// # Errors
    /// If a file that it names cannot be got at.
    pub fn of_text(path: &Path, text: &str) -> Result<Intake, Failure> {
        Intake::of_text_again(path, text, &mut DrawnLogos::default())
    }

    /// The same of a text that is taken in many times, with the logos that were drawn before.
    ///
    /// # Errors
    /// If a file that it names cannot be got at.
    pub(crate) fn of_text_again(path: &Path, text: &str, drawn: &mut DrawnLogos) -> Result<Intake, Failure> {
        let mut sources = Sources::default();
        let read = read_profile_as(path, text, &mut sources);
        Intake::of(path, read, sources, drawn)
    }

    fn of(
        path: &Path,
        read: Result<Read<Profile>, Unread>,
        mut sources: Sources,
        drawn: &mut DrawnLogos,
    ) -> Result<Intake, Failure> {
        let path = path.to_owned();
        let Read { value: mut profile, index, mut findings } = match read {
            Ok(read) => read,
            Err(Unread::Findings(findings)) => return Ok(Intake { path, sources, findings, institution: None }),
            Err(Unread::Failure(failure)) => return Err(failure),
        };
        let mut logos = Logos::new(drawn);
        let logo = logos.read(&profile, &index, &sources).unwrap_or_else(|finding| {
            findings.push(*finding);
            None
        });
        let (members, found) = read_schools(&mut profile, &index, &mut sources)?;
        findings.extend(found);
        let mut schools = Vec::new();
        for school in members {
            // A school without a file of its own has the trust's logo, or one that the trust's file names.
            let logo =
                logos.read(&school.profile, school.index().unwrap_or(&index), &sources).unwrap_or_else(|finding| {
                    findings.push(school.place(*finding, &index, &sources));
                    None
                });
            schools.push((school, logo));
        }
        Ok(Intake { path, sources, findings, institution: Some(Institution { profile, index, logo, schools }) })
    }

    /// What a renderer of findings needs.
    pub fn context(&self) -> Context<'_> {
        match &self.institution {
            Some(institution) => Context::with_index(&self.sources, &institution.index),
            None => Context::of(&self.sources),
        }
    }

    /// The profile, if it could be read.
    pub fn profile(&self) -> Option<&Profile> {
        self.institution.as_ref().map(|institution| &institution.profile)
    }

    /// The folders of the packs that the profile names, by the way to them from the file that names them.
    pub fn packs(&self) -> Vec<PathBuf> {
        let Some(Institution { profile, index, .. }) = &self.institution else { return Vec::new() };
        profile.pack.iter().map(|pack| index.file_named("pack", pack, &self.sources)).collect()
    }
}

/// That a file is the settings of its folder. None of its lines is shown, for none is at fault.
fn settings_finding(path: &Path) -> Finding {
    let title = "this file holds the settings of its folder, and is no school's profile";
    let finding = Finding::error(Code::CP026, title).at_file(display_path(path));
    let finding =
        match path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(SETTINGS_FILE) && name != SETTINGS_FILE) {
            true => finding.with_help(format!("write its name in small letters, `{SETTINGS_FILE}`, for it to be used")),
            false => finding,
        };
    finding
        .with_help("name the profiles or their folder; a pattern such as \"schools/*.yaml\" stands in quotation marks")
        .with_help("if it is meant as a profile, it lacks `setting:` with the school's name and kind")
}

impl Institution {
    /// The institution held against a catalogue; a trust with its schools.
    pub fn case<'a>(&'a self, catalogue: &'a Catalogue, engine: &'a Engine, today: Date) -> Case<'a> {
        let case = |profile, logo: &Option<Logo>| Case::new(profile, catalogue, engine, today).with_logo(logo.as_ref());
        case(&self.profile, &self.logo)
            .with_schools(self.schools.iter().map(|(school, logo)| case(&school.profile, logo)))
    }
}
