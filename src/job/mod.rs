//! One school from start to finish: read, check, draft, write.
//!
//! In: a profile's path and [`Options`]. Out: an [`Outcome`] with everything found and everything written. What many schools
//! share, the catalogue, the fonts and the compiled wording, is loaded once in a [`Workshop`].
//!
//! Not here: what is printed on the terminal (`cli`).

mod logo;
mod output;

use std::path::{Path, PathBuf};

use crate::case::{Case, engine_for, wording_finding};
use crate::check::{check, has_errors};
use crate::data::{Catalogue, Form, Index, Logo, Profile, Read, Unread, read_profile};
use crate::draft::{Gaps, draft, is_due};
use crate::finding::{Code, Context, Failure, Finding, Severity, render_json};
use crate::law::Date;
use crate::text::Sources;
use crate::words::Engine;
use crate::write::{Format, WriteError, Writers, write_fragment};

pub use output::profile_name;

/// What many schools share.
pub struct Workshop {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The engine that knows its clauses.
    pub engine: Engine,
}

/// How documents are to be made.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder in which each school gets a folder of its own.
    pub out: PathBuf,
    /// The formats.
    pub formats: Vec<Format>,
    /// Whether statutory gaps are let through and shown in the text.
    pub draft: bool,
    /// Today.
    pub today: Date,
}

/// What became of one school.
pub struct Outcome {
    /// The profile's path as it was given.
    pub path: PathBuf,
    /// The profile, if it could be read.
    pub profile: Option<Profile>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// The texts that the findings point into.
    pub sources: Sources,
    /// Where each field of the profile stands.
    pub index: Option<Index>,
    /// The logo that the profile names, if it can be used.
    pub logo: Option<Logo>,
    /// The files written, in order.
    pub written: Vec<PathBuf>,
}

impl Outcome {
    /// What a renderer of the findings needs.
    pub fn context(&self) -> Context<'_> {
        match &self.index {
            Some(index) => Context::with_index(&self.sources, index),
            None => Context::of(&self.sources),
        }
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

impl Workshop {
    /// Loads the built-in catalogue.
    ///
    /// # Errors
    /// The findings on its files, with the texts they point into.
    pub fn new() -> Result<Workshop, (Vec<Finding>, Sources)> {
        let mut sources = Sources::default();
        let catalogue = match Catalogue::base(&mut sources) {
            Ok(catalogue) => catalogue,
            Err(findings) => return Err((findings, sources)),
        };
        match engine_for(&catalogue) {
            Ok(engine) => Ok(Workshop { catalogue, engine }),
            Err(findings) => Err((findings, sources)),
        }
    }

    /// Reads and checks a profile.
    ///
    /// # Errors
    /// If the file cannot be got at.
    pub fn check(&self, path: &Path, today: Date) -> Result<Outcome, Failure> {
        let mut outcome = read(path)?;
        if let Some(profile) = &outcome.profile {
            outcome.findings.extend(check(&Case::new(profile, &self.catalogue, &self.engine, today)));
            match logo::read_logo(profile, outcome.index.as_ref(), &outcome.sources) {
                Ok(logo) => outcome.logo = logo,
                Err(finding) => outcome.findings.push(*finding),
            }
            outcome.findings.sort_by_key(|finding| finding.severity);
        }
        Ok(outcome)
    }

    /// Reads and checks a profile and, where nothing stands in the way, writes its documents: all of them or none.
    ///
    /// # Errors
    /// If a file cannot be got at, or the documents cannot be written.
    pub fn build(&self, path: &Path, options: &Options, writers: &Writers) -> Result<Outcome, Failure> {
        let mut outcome = self.check(path, options.today)?;
        let Some(profile) = outcome.profile.take() else { return Ok(outcome) };
        if !has_errors(&outcome.findings) || (options.draft && only_gaps(&outcome.findings)) {
            match self.documents(&profile, outcome.logo.clone(), options, writers) {
                Ok(mut files) => {
                    let findings = render_json(&[(&outcome.findings, outcome.context())]);
                    files.push(("findings.json".to_owned(), findings.into_bytes()));
                    outcome.written = output::write_all(&options.out.join(profile_name(path)), files)?;
                }
                Err(finding) => outcome.findings.insert(0, *finding),
            }
        }
        outcome.profile = Some(profile);
        Ok(outcome)
    }

    /// The finished files of a profile, by name.
    fn documents(
        &self,
        profile: &Profile,
        logo: Option<Logo>,
        options: &Options,
        writers: &Writers,
    ) -> Result<Vec<(String, Vec<u8>)>, Box<Finding>> {
        let case = Case::new(profile, &self.catalogue, &self.engine, options.today);
        let theme = self.catalogue.theme.with_brand(&profile.brand, logo);
        let gaps = if options.draft { Gaps::Show } else { Gaps::LeaveOut };
        let mut files = Vec::new();
        for outline in &self.catalogue.outlines {
            let wording = |error| Box::new(wording_finding(&error));
            if !is_due(&case, outline).map_err(wording)? {
                continue;
            }
            let document = draft(&case, outline, gaps).map_err(wording)?;
            if outline.form == Form::Fragment {
                // One that would say nothing is not written.
                if options.formats.contains(&Format::Html) && !document.body.is_empty() {
                    files.push((format!("{}.html", document.id), write_fragment(&document).into_bytes()));
                }
                continue;
            }
            for format in &options.formats {
                let bytes =
                    writers.write(&document, &theme, *format).map_err(|error| Box::new(write_finding(&error)))?;
                files.push((format!("{}.{}", document.id, format.extension()), bytes));
            }
        }
        Ok(files)
    }
}

fn read(path: &Path) -> Result<Outcome, Failure> {
    let mut sources = Sources::default();
    let (profile, index, findings) = match read_profile(path, &mut sources) {
        Ok(Read { value, index, findings }) => (Some(value), Some(index), findings),
        Err(Unread::Findings(findings)) => (None, None, findings),
        Err(Unread::Failure(failure)) => return Err(failure),
    };
    Ok(Outcome { path: path.to_owned(), profile, findings, sources, index, logo: None, written: Vec::new() })
}

/// Whether all errors are such as a draft may show: gaps, placeholders and anachronisms, not answers that cannot be used.
fn only_gaps(findings: &[Finding]) -> bool {
    findings.iter().filter(|finding| finding.severity == Severity::Error).all(|finding| {
        matches!(
            finding.code,
            Code::CP201
                | Code::CP203
                | Code::CP205
                | Code::CP206
                | Code::CP221
                | Code::CP222
                | Code::CP243
                | Code::CP401
        )
    })
}

fn write_finding(error: &WriteError) -> Finding {
    match error {
        WriteError::MissingGlyph { .. } => Finding::error(Code::CP501, error.to_string())
            .with_help("use another character there, or leave PDF out with `--formats md,html,docx`"),
        other => Finding::error(Code::CP502, other.to_string()),
    }
}
