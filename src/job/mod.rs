//! One school from start to finish: read, check, draft, write; and many of them.
//!
//! In: profiles' paths and [`Options`]. Out: an [`Outcome`] for each, with everything found and everything written. What many schools
//! share, the catalogue with its packs, the fonts and the compiled wording, is loaded once ([`Workshops`]).
//!
//! Not here: what is printed on the terminal (`cli`).

mod batch;
mod dress;
mod due;
mod logo;
mod manifest;
mod output;
mod packs;
mod profiles;
mod review;
mod verify;
mod workshops;

use std::path::{Path, PathBuf};

use crate::case::{Case, wording_finding};
use crate::check::{check, has_errors};
use crate::data::{Catalogue, Form, Index, Logo, Profile, Read, Unread, read_profile};
use crate::draft::{Gaps, draft, is_due, remarks};
use crate::finding::{Code, Context, Failure, Finding, Place, Severity, render_json};
use crate::law::Date;
use crate::picture::draw_all;
use crate::text::{Sources, display_path};
use crate::words::Engine;
use crate::write::{Format, REVIEW_FORMATS, WriteError, write_fragment};

pub use dress::Dress;
pub use due::{Due, Status, due_csv, due_ics, due_json, sort_due};
pub use manifest::{ClauseMark, MANIFEST, Manifest, Part};
pub use output::profile_name;
pub use packs::{Difference, PackDiff, PackReport, check_packs, diff_packs};
pub use profiles::{Shard, find_profiles};
pub use review::{Approval, Recorded, Unrecorded};
pub use verify::{Verdict, made_folders, verify};
pub use workshops::{Equipped, Unloaded, Workshops, packs_named_in};

/// What many schools share.
pub struct Workshop {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The engine that knows its clauses.
    pub engine: Engine,
    /// The packs, the lowest first: name with edition, and fingerprint.
    pub parts: Vec<Part>,
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
    /// Whether review copies are made besides.
    pub review: bool,
    /// Whether a school is passed over whose documents were made of the same answers, packs, program and options.
    pub changed: bool,
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
    /// Those of them that are pieces of a web page, to be pasted into the institution's website.
    pub fragments: Vec<PathBuf>,
    /// Whether nothing was done, because nothing had changed.
    pub unchanged: bool,
}

/// The finished files of a school by name, and which clauses stand in them.
struct Made {
    files: Vec<(String, Vec<u8>)>,
    /// The names of those files that are pieces of a web page.
    fragments: Vec<String>,
    clauses: Vec<ClauseMark>,
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

impl Workshops {
    /// Reads and checks a profile against the catalogue and the packs it names.
    ///
    /// # Errors
    /// If the file cannot be got at.
    pub fn check(&self, path: &Path, today: Date) -> Result<Outcome, Failure> {
        let mut outcome = read(path)?;
        match self.of(&outcome) {
            Ok(equipped) => equipped.workshop.judge(&mut outcome, today),
            Err(finding) => outcome.findings.push(*finding),
        }
        Ok(outcome)
    }

    /// Reads and checks a profile and, where nothing stands in the way, writes its documents: all of them or none.
    ///
    /// # Errors
    /// If a file cannot be got at, or the documents cannot be written.
    pub fn build(&self, path: &Path, options: &Options) -> Result<Outcome, Failure> {
        let mut outcome = read(path)?;
        if outcome.profile.is_none() {
            return Ok(outcome);
        }
        let equipped = match self.of(&outcome) {
            Ok(equipped) => equipped,
            Err(finding) => {
                outcome.findings.push(*finding);
                return Ok(outcome);
            }
        };
        let (name, mut manifest) = (profile_name(path), manifest_of(&outcome, &equipped, options));
        let folder = options.out.join(&name);
        if options.changed
            && let Some(before) = Manifest::read(&folder)?
            && before.is_of_same_inputs(&manifest)
            && before.differing(&folder).is_empty()
        {
            outcome.unchanged = true;
            return Ok(outcome);
        }
        equipped.workshop.judge(&mut outcome, options.today);
        let Some(made) = equipped.make(&mut outcome, options) else { return Ok(outcome) };
        manifest.outputs = made.files.iter().map(|(name, bytes)| Part::of(name, bytes)).collect();
        manifest.clauses = made.clauses;
        let mut files = made.files;
        files.push((MANIFEST.to_owned(), manifest.to_json().into_bytes()));
        let place = output::Place::hold(&options.out, &name)?;
        let ours = Manifest::read(&folder)?.map(|before| before.file_names()).unwrap_or_default();
        outcome.written = place.replace(&files, &ours)?;
        outcome.fragments = made.fragments.iter().map(|name| folder.join(name)).collect();
        Ok(outcome)
    }

    /// Builds many schools, several at a time, and hands each outcome on in the order of the paths.
    pub fn build_all(
        &self,
        paths: &[PathBuf],
        options: &Options,
        mut take: impl FnMut(&Path, Result<Outcome, Failure>),
    ) {
        batch::in_order(paths, |path| self.build(path, options), |path, outcome| take(path, outcome));
    }

    /// Checks many schools, several at a time, and hands each outcome on in the order of the paths.
    pub fn check_all(&self, paths: &[PathBuf], today: Date, mut take: impl FnMut(&Path, Result<Outcome, Failure>)) {
        batch::in_order(paths, |path| self.check(path, today), |path, outcome| take(path, outcome));
    }
}

impl Workshop {
    /// Loads the built-in catalogue.
    ///
    /// # Errors
    /// The findings on its files, with the texts they point into.
    pub fn new() -> Result<Workshop, Unloaded> {
        Workshop::load(&[])
    }

    /// Reads and checks a profile, whatever packs it names.
    ///
    /// # Errors
    /// If the file cannot be got at.
    pub fn check(&self, path: &Path, today: Date) -> Result<Outcome, Failure> {
        let mut outcome = read(path)?;
        self.judge(&mut outcome, today);
        Ok(outcome)
    }

    /// Adds what is found on the answers of a profile that could be read.
    fn judge(&self, outcome: &mut Outcome, today: Date) {
        if let Some(profile) = &outcome.profile {
            let found = check(&Case::new(profile, &self.catalogue, &self.engine, today));
            // What is about the profile as a whole stands at its file, so that many checked at once can be told apart.
            outcome.findings.extend(found.into_iter().map(|finding| match finding.at {
                Place::None => finding.at_file(display_path(&outcome.path)),
                _ => finding,
            }));
            outcome.findings.sort_by_key(|finding| finding.severity);
        }
    }
}

impl Equipped {
    /// Makes the finished files of a profile, if nothing that was found stands in the way.
    fn make(&self, outcome: &mut Outcome, options: &Options) -> Option<Made> {
        let profile = outcome.profile.take()?;
        let mut made = None;
        if !has_errors(&outcome.findings) || (options.draft && only_gaps(&outcome.findings)) {
            match self.documents(&profile, outcome.logo.clone(), options) {
                Ok(mut documents) => {
                    let findings = render_json(&[(&outcome.findings, outcome.context())]);
                    documents.files.push(("findings.json".to_owned(), findings.into_bytes()));
                    made = Some(documents);
                }
                Err(finding) => outcome.findings.insert(0, *finding),
            }
        }
        outcome.profile = Some(profile);
        made
    }

    fn documents(&self, profile: &Profile, logo: Option<Logo>, options: &Options) -> Result<Made, Box<Finding>> {
        let Workshop { catalogue, engine, .. } = &self.workshop;
        let case = Case::new(profile, catalogue, engine, options.today);
        let theme = catalogue.theme.with_brand(&profile.brand, logo);
        let gaps = if options.draft { Gaps::Show } else { Gaps::LeaveOut };
        let mut made = Made { files: Vec::new(), fragments: Vec::new(), clauses: Vec::new() };
        for outline in &catalogue.outlines {
            let wording = |error| Box::new(wording_finding(&error));
            if !is_due(&case, outline).map_err(wording)? {
                continue;
            }
            let mut document = draft(&case, outline, gaps).map_err(wording)?;
            if outline.form == Form::Fragment {
                // One that would say nothing is not written.
                if options.formats.contains(&Format::Html) && !document.body.is_empty() {
                    let name = format!("{}.html", document.id);
                    made.fragments.push(name.clone());
                    made.files.push((name, write_fragment(&document).into_bytes()));
                }
                continue;
            }
            // Once for all formats; Markdown has no use for pictures.
            if options.formats.iter().any(|format| *format != Format::Markdown) {
                draw_all(&mut document, &theme);
            }
            for format in &options.formats {
                let bytes =
                    self.writers.write(&document, &theme, *format).map_err(|error| Box::new(write_finding(&error)))?;
                made.files.push((format!("{}.{}", document.id, format.extension()), bytes));
            }
            if options.review {
                let review = remarks(&case, &document).map_err(wording)?;
                for format in REVIEW_FORMATS {
                    let bytes = self.writers.write_review(&document, &theme, &review, format);
                    let bytes = bytes.map_err(|error| Box::new(write_finding(&error)))?;
                    made.files.push((format!("{}.review.{}", document.id, format.extension()), bytes));
                }
            }
            made.clauses.extend(document.clause_ids().into_iter().map(|clause| ClauseMark {
                document: document.id.clone(),
                clause: clause.to_owned(),
                pack: catalogue.clauses.get(clause).map(|clause| clause.pack.clone()).unwrap_or_default(),
            }));
        }
        Ok(made)
    }
}

/// What the documents of a profile are to be made from; what they are is added when they are.
fn manifest_of(outcome: &Outcome, equipped: &Equipped, options: &Options) -> Manifest {
    let files = outcome.sources.files().map(|(name, sha256)| Part { path: name.to_owned(), sha256: sha256.to_owned() });
    let logo_name = outcome.profile.as_ref().and_then(|profile| profile.brand.logo.as_deref());
    let logo = outcome.logo.as_ref().zip(logo_name).map(|(logo, name)| Part::of(name, &logo.bytes));
    Manifest {
        program: concat!("careers-policy ", env!("CARGO_PKG_VERSION")).to_owned(),
        made_on: options.today,
        formats: options.formats.iter().map(|format| format.extension().to_owned()).collect(),
        draft: options.draft,
        review: options.review,
        reference_doc: equipped.reference_doc.clone(),
        profile: files.chain(logo).collect(),
        packs: equipped.workshop.parts.clone(),
        outputs: Vec::new(),
        clauses: Vec::new(),
    }
}

fn read(path: &Path) -> Result<Outcome, Failure> {
    let mut sources = Sources::default();
    outcome_of(path, read_profile(path, &mut sources), sources)
}

/// What became of a profile, when it was read.
fn outcome_of(path: &Path, read: Result<Read<Profile>, Unread>, sources: Sources) -> Result<Outcome, Failure> {
    let (profile, index, findings) = match read {
        Ok(Read { value, index, findings }) => (Some(value), Some(index), findings),
        Err(Unread::Findings(findings)) => (None, None, findings),
        Err(Unread::Failure(failure)) => return Err(failure),
    };
    let mut outcome = Outcome {
        path: path.to_owned(),
        profile,
        findings,
        sources,
        index,
        logo: None,
        written: Vec::new(),
        fragments: Vec::new(),
        unchanged: false,
    };
    if let Some(profile) = &outcome.profile {
        match logo::read_logo(profile, outcome.index.as_ref(), &outcome.sources) {
            Ok(logo) => outcome.logo = logo,
            Err(finding) => outcome.findings.push(*finding),
        }
    }
    Ok(outcome)
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
