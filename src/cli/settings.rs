//! The settings file in force: what is typed outweighs it, and it outweighs what profiles and the program say by themselves.
//!
//! In: the profiles of a command, and its options as they were typed. Out: the options that hold.
//!
//! Not here: which file it is and how it is read (`job`).

use std::path::{Path, PathBuf};

use super::args::FormatName;
use super::error::CommandError;
use super::print::print_findings;
use super::typed;
use crate::finding::{Context, Finding, visible_path};
use crate::job::{Libraries, Packing, ReferenceDoc, Settings, Unset, settings_file};
use crate::text::Sources;
use crate::write::Format;

/// The settings for the profiles of a command, if there are any.
#[derive(Default)]
pub(super) struct InForce(Option<Settings>);

impl InForce {
    /// The settings for these profiles; for none of them, those of the folder the command runs in.
    pub(super) fn of(profiles: &[PathBuf]) -> Result<InForce, CommandError> {
        let sought = settings_file(profiles)?;
        sought.notes.iter().for_each(|note| complain!("careers-policy: note: {note}"));
        let Some(file) = sought.file else { return Ok(InForce(None)) };
        match Settings::read(&file) {
            Ok(settings) => {
                print_findings(&settings.remarks, &Context::of(&settings.sources));
                Ok(InForce(Some(settings)))
            }
            Err(Unset::Failure(failure)) => Err(failure.into()),
            Err(Unset::Findings(findings, sources)) => Err(refused(&findings, &sources)),
        }
    }

    /// The same for a command that makes documents or checks what would be made: what stands in its way in the file is said first, and unless
    /// only what is wrong is to be said, that the file is used.
    pub(super) fn of_documents(
        profiles: &[PathBuf],
        formats: &[FormatName],
        review: bool,
        quiet: bool,
    ) -> Result<InForce, CommandError> {
        let in_force = InForce::of(profiles)?;
        if let InForce(Some(settings)) = &in_force {
            let mistakes = settings.mistakes(formats.is_empty(), review);
            if !mistakes.is_empty() {
                return Err(refused(&mistakes, &settings.sources));
            }
            if !quiet {
                complain!("careers-policy: with the settings of {}", visible_path(&settings.file));
            }
        }
        Ok(in_force)
    }

    /// The settings themselves.
    pub(super) fn settings(&self) -> Option<&Settings> {
        self.0.as_ref()
    }

    /// The packs that take the place of those that profiles name.
    pub(super) fn packs(&self, typed: &[PathBuf]) -> Vec<PathBuf> {
        match &self.0 {
            Some(settings) if typed.is_empty() => settings.packs.clone(),
            _ => typed.to_vec(),
        }
    }

    /// The formats that were typed, those of the settings, or all.
    pub(super) fn formats(&self, typed: &[FormatName]) -> Vec<Format> {
        let typed: Vec<Format> = typed.iter().map(|name| (*name).into()).collect();
        match &self.0 {
            Some(settings) if typed.is_empty() => typed::formats(&settings.formats),
            _ => typed::formats(&typed),
        }
    }

    /// The folder for documents.
    pub(super) fn out(&self, typed: Option<&Path>) -> PathBuf {
        let own = self.0.as_ref().and_then(|settings| settings.out.as_deref());
        typed.or(own).unwrap_or(Path::new("out")).to_path_buf()
    }

    /// How documents are packed: an option can only add to what the settings say.
    pub(super) fn packing(&self, name_files: bool, zip: bool) -> Packing {
        let has = |says: fn(&Settings) -> bool| self.0.as_ref().is_some_and(says);
        Packing { named: name_files || has(|settings| settings.name_files), zip: zip || has(|settings| settings.zip) }
    }

    /// The libraries for these formats. What is wrong with packs that were typed or stand in the settings is said at once.
    pub(super) fn libraries(&self, typed: &[PathBuf], formats: &[Format]) -> Result<Libraries, CommandError> {
        let packs = self.packs(typed);
        let libraries = Libraries::new(packs.clone(), formats.to_vec());
        if packs.is_empty() {
            return Ok(libraries);
        }
        match (libraries.common(), &self.0) {
            (Ok(_), _) => Ok(libraries),
            (Err(unloadable), Some(settings)) if typed.is_empty() => {
                Err(refused(&[settings.at("pack", unloadable.as_one(&packs))], &settings.sources))
            }
            (Err(unloadable), _) => Err(CommandError::Unloadable(unloadable)),
        }
    }

    /// The same with the look of the Word file that was typed; of that in the settings, where Word files are written.
    pub(super) fn with_look(
        &self,
        libraries: Libraries,
        typed: Option<&Path>,
        word_files: bool,
    ) -> Result<Libraries, CommandError> {
        if let Some(path) = typed {
            return Ok(typed::with_doc(&libraries, ReferenceDoc::read(path)?));
        }
        let InForce(Some(settings)) = self else { return Ok(libraries) };
        let Some(path) = settings.reference_doc.as_deref().filter(|_| word_files) else { return Ok(libraries) };
        match ReferenceDoc::read(path) {
            Ok(doc) => Ok(typed::with_doc(&libraries, doc)),
            Err(failure) => Err(refused(&[settings.unusable_look(&failure)], &settings.sources)),
        }
    }
}

/// Says what is wrong in a settings file.
fn refused(findings: &[Finding], sources: &Sources) -> CommandError {
    print_findings(findings, &Context::of(sources));
    CommandError::Found
}
