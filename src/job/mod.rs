//! One school from start to finish: read, check, draft, write; and many of them.
//!
//! A trust's profile makes the trust's policy, and the documents that each of its schools must have beside it.
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
mod trust;
mod verify;
mod workshops;

use std::path::{Path, PathBuf};

use crate::case::{Case, wording_finding};
use crate::catalogue::{Catalogue, Form, Outline};
use crate::check::{check, has_errors};
use crate::draft::{Gaps, draft, is_due, remarks};
use crate::finding::{Code, Context, Failure, Finding, Place, Severity, render_json};
use crate::law::Date;
use crate::picture::draw_all;
use crate::profile::{Member, Profile, read_profile, read_schools};
use crate::text::{Sources, display_path, slug};
use crate::theme::Logo;
use crate::words::Engine;
use crate::write::{Format, REVIEW_FORMATS, WriteError, write_fragment};
use crate::yaml::{Index, Read, Unread};
use trust::{Joined, requirements_said};

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
    /// The schools of a trust's profile, each with its logo.
    pub schools: Vec<(Member, Option<Logo>)>,
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

    /// The profile held against a catalogue, if it could be read; a trust's with its schools.
    pub fn case<'a>(&'a self, workshop: &'a Workshop, today: Date) -> Option<Case<'a>> {
        let profile = self.profile.as_ref()?;
        let case = Case::new(profile, &workshop.catalogue, &workshop.engine, today);
        Some(case.with_schools(self.schools.iter().map(|(school, _)| &school.profile)))
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
        let Some(case) = outcome.case(self, today) else { return };
        let mut findings = check(&case);
        if let Some(trust) = outcome.index.as_ref().filter(|_| case.is_trust()) {
            let said = requirements_said(&self.catalogue);
            let mut joined = Joined { findings, trust, sources: &outcome.sources, said };
            for ((school, _), case) in outcome.schools.iter().zip(&case.schools) {
                joined.add(school, check(case));
            }
            findings = joined.findings;
        }
        // What is about the profile as a whole stands at its file, so that many checked at once can be told apart.
        outcome.findings.extend(findings.into_iter().map(|finding| match finding.at {
            Place::None => finding.at_file(display_path(&outcome.path)),
            _ => finding,
        }));
        outcome.findings.sort_by_key(|finding| finding.severity);
    }
}

impl Equipped {
    /// Makes the finished files of a profile, if nothing that was found stands in the way.
    fn make(&self, outcome: &mut Outcome, options: &Options) -> Option<Made> {
        if has_errors(&outcome.findings) && !(options.draft && only_gaps(&outcome.findings)) {
            return None;
        }
        match self.documents(outcome, options) {
            Ok(documents) => {
                let mut documents = documents?;
                let findings = render_json(&[(&outcome.findings, outcome.context())]);
                documents.files.push(("findings.json".to_owned(), findings.into_bytes()));
                Some(documents)
            }
            Err(finding) => {
                outcome.findings.insert(0, *finding);
                None
            }
        }
    }

    /// All documents of a profile: of a trust's, the trust's own and those that each of its schools must have beside them.
    fn documents(&self, outcome: &Outcome, options: &Options) -> Result<Option<Made>, Box<Finding>> {
        let outlines = &self.workshop.catalogue.outlines;
        let Some(case) = outcome.case(&self.workshop, options.today) else { return Ok(None) };
        let mut made = Made { files: Vec::new(), fragments: Vec::new(), clauses: Vec::new() };
        for outline in outlines {
            self.document(&case, outline, "", outcome.logo.as_ref(), options, &mut made)?;
        }
        for ((_, logo), school) in outcome.schools.iter().zip(&case.schools) {
            let prefix = format!("{}-", slug(&school.profile.setting.name));
            for outline in outlines.iter().filter(|outline| !self.workshop.catalogue.is_replaced(outline)) {
                self.document(school, outline, &prefix, logo.as_ref(), options, &mut made)?;
            }
        }
        Ok(Some(made))
    }

    /// One document in every format, if it is due, under a name that begins with `prefix`.
    fn document(
        &self,
        case: &Case<'_>,
        outline: &Outline,
        prefix: &str,
        logo: Option<&Logo>,
        options: &Options,
        made: &mut Made,
    ) -> Result<(), Box<Finding>> {
        let wording = |error| Box::new(wording_finding(&error));
        if !is_due(case, outline).map_err(wording)? {
            return Ok(());
        }
        let catalogue = &self.workshop.catalogue;
        let theme = catalogue.theme.with_brand(&case.profile.brand, logo.cloned());
        let gaps = if options.draft { Gaps::Show } else { Gaps::LeaveOut };
        let mut document = draft(case, outline, gaps).map_err(wording)?;
        let stem = format!("{prefix}{}", document.id);
        if outline.form == Form::Fragment {
            // One that would say nothing is not written.
            if options.formats.contains(&Format::Html) && !document.body.is_empty() {
                let name = format!("{stem}.html");
                made.fragments.push(name.clone());
                made.files.push((name, write_fragment(&document).into_bytes()));
            }
            return Ok(());
        }
        // Once for all formats; Markdown has no use for pictures.
        if options.formats.iter().any(|format| *format != Format::Markdown) {
            draw_all(&mut document, &theme);
        }
        for format in &options.formats {
            let bytes =
                self.writers.write(&document, &theme, *format).map_err(|error| Box::new(write_finding(&error)))?;
            made.files.push((format!("{stem}.{}", format.extension()), bytes));
        }
        if options.review {
            let review = remarks(case, &document).map_err(wording)?;
            for format in REVIEW_FORMATS {
                let bytes = self.writers.write_review(&document, &theme, &review, format);
                let bytes = bytes.map_err(|error| Box::new(write_finding(&error)))?;
                made.files.push((format!("{stem}.review.{}", format.extension()), bytes));
            }
        }
        made.clauses.extend(document.clause_ids().into_iter().map(|clause| ClauseMark {
            document: stem.clone(),
            clause: clause.to_owned(),
            pack: catalogue.clauses.get(clause).map(|clause| clause.pack.clone()).unwrap_or_default(),
        }));
        Ok(())
    }
}

/// What the documents of a profile are to be made from; what they are is added when they are.
fn manifest_of(outcome: &Outcome, equipped: &Equipped, options: &Options) -> Manifest {
    let files = outcome.sources.files().map(|(name, sha256)| Part { path: name.to_owned(), sha256: sha256.to_owned() });
    let own = outcome.profile.iter().map(|profile| (&outcome.logo, profile));
    let named = own.chain(outcome.schools.iter().map(|(school, logo)| (logo, &school.profile)));
    let mut logos: Vec<Part> = named
        .filter_map(|(logo, profile)| Some(Part::of(profile.brand.logo.as_deref()?, &logo.as_ref()?.bytes)))
        .collect();
    logos.sort();
    logos.dedup();
    Manifest {
        program: concat!("careers-policy ", env!("CARGO_PKG_VERSION")).to_owned(),
        made_on: options.today,
        formats: options.formats.iter().map(|format| format.extension().to_owned()).collect(),
        draft: options.draft,
        review: options.review,
        reference_doc: equipped.reference_doc.clone(),
        profile: files.chain(logos).collect(),
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
        schools: Vec::new(),
        findings,
        sources,
        index,
        logo: None,
        written: Vec::new(),
        fragments: Vec::new(),
        unchanged: false,
    };
    if let (Some(profile), Some(index)) = (&mut outcome.profile, &outcome.index) {
        match logo::read_logo(profile, Some(index), &outcome.sources) {
            Ok(logo) => outcome.logo = logo,
            Err(finding) => outcome.findings.push(*finding),
        }
        let (schools, findings) = read_schools(profile, index, &mut outcome.sources)?;
        outcome.findings.extend(findings);
        for school in schools {
            // A school without a file of its own has the trust's logo, or one that the trust's file names.
            let logo = match school.index() {
                Some(own) => logo::read_logo(&school.profile, Some(own), &outcome.sources),
                None => logo::read_logo(&school.profile, Some(index), &outcome.sources),
            };
            let logo = logo.unwrap_or_else(|finding| {
                outcome.findings.push(school.place(*finding, index, &outcome.sources));
                None
            });
            outcome.schools.push((school, logo));
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
