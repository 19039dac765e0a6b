//! Builds the documents of profiles into folders, and checks profiles: one, or many at a time.
//!
//! In: profiles' paths, [`Libraries`], [`BuildOptions`]. Out: an [`Outcome`] for each, and the files in place: all of a school's or none.
//!
//! Not here: what is printed on the terminal (`cli`), or how the files are made (`make`).

use std::path::{Path, PathBuf};

use super::batch;
use super::checked::check_intake;
use super::intake::Intake;
use super::library::Libraries;
use super::make::{MadeFiles, MakeOptions, inputs_of, make};
use super::manifest::{MANIFEST, Manifest};
use super::output::{self, Placed};
use super::profiles::{folder_finding, profile_name, same_folders};
use super::twins::Twins;
use crate::finding::{Failure, Finding, Severity};
use crate::law::Date;

/// How documents are made, and where they are put.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// The folder in which each school gets a folder of its own.
    pub out: PathBuf,
    /// Whether a school is passed over whose documents were made of the same answers, packs, program and options.
    pub changed: bool,
    /// How they are made.
    pub make: MakeOptions,
}

/// What came of one profile.
pub struct Outcome {
    /// The profile as it was taken in.
    pub intake: Intake,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What was done with its documents.
    pub documents: Documents,
}

/// What was done with a school's documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Documents {
    /// None were written: none were asked for, or something that was found stands in the way.
    NotWritten,
    /// Those of an earlier run are as they would be made now.
    Unchanged,
    /// They were written.
    Written {
        /// The files, in order.
        files: Vec<PathBuf>,
        /// Those of them that are pieces of a web page, to be pasted into the institution's website.
        fragments: Vec<PathBuf>,
        /// The names of the PDFs that could not be made, although one was asked for.
        not_made: Vec<String>,
        /// Files that the school had put there or changed under the name of one of them, each with the name under which it is kept.
        kept: Vec<(String, String)>,
    },
}

impl Outcome {
    /// The same with another finding, the gravest of all.
    #[must_use]
    pub(super) fn with(mut self, finding: &Finding) -> Outcome {
        self.findings.insert(0, finding.clone());
        self
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Reads and checks a profile against the catalogue and the packs it names.
///
/// # Errors
/// If the file cannot be got at.
pub fn check_profile(path: &Path, libraries: &Libraries, today: Date) -> Result<Outcome, Failure> {
    let intake = Intake::read(path)?;
    let findings = match libraries.of(&intake) {
        Ok(library) => check_intake(&intake, &library, today),
        Err(unusable) => with_last(&intake.findings, *unusable),
    };
    Ok(Outcome { intake, findings, documents: Documents::NotWritten })
}

/// Reads and checks a profile and, where nothing stands in the way, writes its documents: all of them or none.
///
/// # Errors
/// If a file cannot be got at, or the documents cannot be written.
pub fn build_profile(path: &Path, libraries: &Libraries, options: &BuildOptions) -> Result<Outcome, Failure> {
    let name = profile_name(path);
    // Before anything else: what a killed run left is completed whatever is found in the profile now.
    output::complete(&options.out, &name)?;
    let intake = Intake::read(path)?;
    let library = match libraries.of(&intake) {
        Ok(library) => library,
        Err(unusable) => {
            let findings = with_last(&intake.findings, *unusable);
            return Ok(Outcome { intake, findings, documents: Documents::NotWritten });
        }
    };
    let folder = options.out.join(&name);
    if options.changed
        && let Ok(Some(before)) = Manifest::read(&folder)
        && before.inputs() == inputs_of(&intake, &library, &options.make)
        && before.differing(&folder).is_empty()
        && before.has_every_pdf()
    {
        let findings = intake.findings.clone();
        return Ok(Outcome { intake, findings, documents: Documents::Unchanged });
    }
    let made = make(&intake, &library, &options.make);
    let documents = match made.files {
        Some(files) => put_in_place(files, &options.out, &name)?,
        None => Documents::NotWritten,
    };
    Ok(Outcome { intake, findings: made.findings, documents })
}

/// Puts the files of a school and their manifest into its folder.
fn put_in_place(made: MadeFiles, out: &Path, name: &str) -> Result<Documents, Failure> {
    let MadeFiles { mut files, fragments, not_made, manifest } = made;
    let folder = out.join(name);
    files.push((MANIFEST.to_owned(), manifest.to_json().into_bytes()));
    let Placed { files, kept } = output::Place::hold(out, name)?.replace(&files)?;
    let fragments = fragments.iter().map(|name| folder.join(name)).collect();
    Ok(Documents::Written { files, fragments, not_made, kept })
}

fn with_last(findings: &[Finding], last: Finding) -> Vec<Finding> {
    findings.iter().cloned().chain([last]).collect()
}

/// Builds many schools, several at a time, and hands each outcome on in the order of the paths. None is built that is in two files.
pub fn build_all(
    paths: &[PathBuf],
    twins: &Twins,
    libraries: &Libraries,
    options: &BuildOptions,
    mut take: impl FnMut(&Path, Result<Outcome, Failure>),
) {
    let build = |path: &PathBuf| match twins.of(path) {
        Some(twin) => {
            output::complete(&options.out, &profile_name(path))?;
            Ok(check_profile(path, libraries, options.make.today)?.with(twin))
        }
        None => build_profile(path, libraries, options),
    };
    batch::in_order(paths, build, |path, why| Err(Failure::fault(path, why)), |path, outcome| take(path, outcome));
}

/// Checks many schools, several at a time, and hands each outcome on in the order of the paths.
pub fn check_all(
    paths: &[PathBuf],
    twins: &Twins,
    libraries: &Libraries,
    today: Date,
    mut take: impl FnMut(&Path, Result<Outcome, Failure>),
) {
    let same = same_folders(paths);
    let check = |path: &PathBuf| {
        let outcome = check_profile(path, libraries, today)?;
        let mut outcome = twins.of(path).into_iter().fold(outcome, Outcome::with);
        outcome.findings.extend(folder_finding(path, same.get(path.as_path()).copied()));
        outcome.findings.sort_by_key(|finding| finding.severity);
        Ok(outcome)
    };
    batch::in_order(paths, check, |path, why| Err(Failure::fault(path, why)), |path, outcome| take(path, outcome));
}
