//! Makes the files of a profile: drafts and checks it, and writes each document in each format, as bytes.
//!
//! In: an [`Intake`], a [`Library`], [`MakeOptions`]. Out: [`Made`]: what was found, and the finished files where nothing stands in the way.
//! Nothing here touches the disk or the clock: the same values make the same bytes.
//!
//! Not here: where the files go (`build`).

use super::checked::Checked;
use super::intake::{Institution, Intake};
use super::library::Library;
use super::manifest::{ClauseMark, Inputs, Manifest, Part};
use crate::case::Case;
use crate::catalogue::Form;
use crate::draft::{Draft, remarks};
use crate::finding::{Code, Finding, Mark, Severity, render_json};
use crate::law::Date;
use crate::logo::Logo;
use crate::picture::draw_all;
use crate::profile::Profile;
use crate::text::PROGRAM;
use crate::write::{Format, REVIEW_FORMATS, WriteError, Writers, write_archive, write_fragment};

/// How documents are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MakeOptions {
    /// The formats.
    pub formats: Vec<Format>,
    /// Whether gaps are let through and shown in the text.
    pub draft: bool,
    /// Whether review copies are made besides.
    pub review: bool,
    /// What the files are called, and whether they are packed as well.
    pub packing: Packing,
    /// Today.
    pub today: Date,
}

/// How the files of a school are handed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Packing {
    /// Whether every file's name begins with the name of the school.
    pub named: bool,
    /// Whether there is a ZIP file of the documents besides.
    pub zip: bool,
}

impl MakeOptions {
    /// Whether a document without its PDF is still a document.
    fn makes_more_than_pdf(&self) -> bool {
        self.review || self.formats.iter().any(|format| *format != Format::Pdf)
    }
}

/// What was made of a profile.
pub struct Made {
    /// What was found, gravest first.
    pub findings: Vec<Finding>,
    /// The finished files; none where something that was found stands in the way.
    pub files: Option<MadeFiles>,
}

/// The finished files of a profile.
pub struct MadeFiles {
    /// The files by name, in the order they were made; the manifest is not among them.
    pub files: Vec<(String, Vec<u8>)>,
    /// The names of those files that are pieces of a web page, to be pasted into the institution's website.
    pub fragments: Vec<String>,
    /// The names of the PDFs that were asked for and are not among the files, because no font shows all their characters.
    pub not_made: Vec<String>,
    /// What they were made from, and what they are.
    pub manifest: Manifest,
}

/// Makes the files of a profile.
pub fn make(intake: &Intake, library: &Library, options: &MakeOptions) -> Made {
    let Some(institution) = &intake.institution else {
        return Made { findings: intake.findings.clone(), files: None };
    };
    let checked = Checked::of(intake, institution, library, &options.formats, options.today);
    make_checked(intake, checked, library, options)
}

/// Makes the files of a profile that was drafted and checked.
pub(super) fn make_checked(intake: &Intake, checked: Checked<'_>, library: &Library, options: &MakeOptions) -> Made {
    if checked.findings.iter().any(|finding| stands_in_the_way(finding, options)) {
        return Made { findings: checked.findings, files: None };
    }
    let Checked { case, drafts, mut findings } = checked;
    let own_name = case.file_name();
    let mut maker = Maker {
        writers: &library.writers,
        options,
        files: Vec::new(),
        fragments: Vec::new(),
        not_made: Vec::new(),
        clauses: Vec::new(),
    };
    for (publication, drafts) in case.publications().iter().zip(drafts) {
        let prefix = match options.packing.named && publication.prefix.is_empty() {
            true => format!("{own_name}-"),
            false => publication.prefix.clone(),
        };
        for draft in drafts.documents {
            if let Err(finding) = maker.document(publication.case, draft, &prefix) {
                findings.insert(0, *finding);
                return Made { findings, files: None };
            }
        }
    }
    let Maker { mut files, fragments, not_made, clauses, .. } = maker;
    // Whatever the check did not find is told all the same.
    if !findings.iter().any(|finding| finding.code.is(Mark::PdfOnly) && finding.severity == Severity::Error) {
        findings.splice(0..0, not_made.iter().map(|(_, finding)| finding.clone()));
    }
    let not_made = not_made.into_iter().map(|(name, _)| name).collect();
    if options.packing.zip {
        // What is published; a review copy is for the school alone.
        let documents = files.iter().filter(|(name, _)| !name.contains(".review."));
        match write_archive(documents.map(|(name, bytes)| (&**name, &**bytes))) {
            Ok(bytes) => files.push((format!("{own_name}.zip"), bytes)),
            Err(error) => {
                findings.insert(0, Finding::error(Code::CP502, format!("the ZIP file cannot be made: {error}")));
                return Made { findings, files: None };
            }
        }
    }
    let findings_file = render_json(&[(&findings, intake.context())]);
    files.push(("findings.json".to_owned(), findings_file.into_bytes()));
    let outputs = files.iter().map(|(name, bytes)| Part::of(name, bytes)).collect();
    let manifest = Manifest::new(inputs_of(intake, library, options), options.today, outputs, clauses);
    Made { findings, files: Some(MadeFiles { files, fragments, not_made, manifest }) }
}

/// An error, but for those that a draft shows, and for those that keep only the PDF from being made where other formats are asked for.
pub(super) fn stands_in_the_way(finding: &Finding, options: &MakeOptions) -> bool {
    let is_let_through = options.draft && finding.code.is(Mark::Draft)
        || options.makes_more_than_pdf() && finding.code.is(Mark::PdfOnly);
    finding.severity == Severity::Error && !is_let_through
}

/// What the documents of a profile are made from.
pub fn inputs_of(intake: &Intake, library: &Library, options: &MakeOptions) -> Inputs {
    let files = intake.sources.files().map(|(name, sha256)| Part { path: name.to_owned(), sha256: sha256.to_owned() });
    let mut logos: Vec<Part> = intake.institution.iter().flat_map(logos).collect();
    logos.sort();
    logos.dedup();
    Inputs {
        program: PROGRAM.to_owned(),
        formats: options.formats.iter().map(|format| format.extension().to_owned()).collect(),
        draft: options.draft,
        review: options.review,
        named: options.packing.named,
        zip: options.packing.zip,
        reference_doc: library.reference_doc.clone(),
        profile: files.chain(logos).collect(),
        packs: library.packs().to_vec(),
    }
}

/// The logos that a profile and those of a trust's schools name.
fn logos(institution: &Institution) -> Vec<Part> {
    let own = std::iter::once((&institution.profile, &institution.logo));
    let named = own.chain(institution.schools.iter().map(|(school, logo)| (&school.profile, logo)));
    let part = |(profile, logo): (&Profile, &Option<Logo>)| {
        let (path, sha256) = (profile.brand.logo.as_deref()?.to_owned(), logo.as_ref()?.fingerprint.clone());
        Some(Part { path, sha256 })
    };
    named.filter_map(part).collect()
}

/// The files made so far.
struct Maker<'a> {
    writers: &'a Writers,
    options: &'a MakeOptions,
    files: Vec<(String, Vec<u8>)>,
    fragments: Vec<String>,
    not_made: Vec<(String, Finding)>,
    clauses: Vec<ClauseMark>,
}

impl Maker<'_> {
    /// One document in every format, under a name that begins with `prefix`.
    fn document(&mut self, case: &Case<'_>, draft: Draft<'_>, prefix: &str) -> Result<(), Box<Finding>> {
        let (options, theme) = (self.options, &case.theme);
        let mut document = draft.document;
        document.draft |= options.draft;
        let stem = format!("{prefix}{}", document.id);
        if draft.outline.form == Form::Fragment {
            // One that would say nothing is not written.
            if options.formats.contains(&Format::Html) && !document.body.is_empty() {
                let name = format!("{stem}.html");
                self.fragments.push(name.clone());
                self.files.push((name, write_fragment(&document).into_bytes()));
            }
            return Ok(());
        }
        // Once for all formats; Markdown has no use for pictures.
        if options.formats.iter().any(|format| *format != Format::Markdown) {
            draw_all(&mut document, theme);
        }
        for format in &options.formats {
            let name = format!("{stem}.{}", format.extension());
            match self.writers.write(&document, theme, *format) {
                Ok(bytes) => self.files.push((name, bytes)),
                Err(error @ WriteError::MissingGlyph { .. }) if options.makes_more_than_pdf() => {
                    self.not_made.push((name, *write_finding(error)));
                }
                Err(error) => return Err(write_finding(error)),
            }
        }
        if options.review {
            let review = remarks(case, &document).map_err(|error| Box::new(Finding::from(error)))?;
            for format in REVIEW_FORMATS {
                let bytes = self.writers.write_review(&document, theme, &review, format).map_err(write_finding)?;
                self.files.push((format!("{stem}.review.{}", format.extension()), bytes));
            }
        }
        self.clauses.extend(document.clause_ids().into_iter().map(|clause| ClauseMark {
            document: stem.clone(),
            clause: clause.to_owned(),
            pack: case.catalogue.clauses.get(clause).map(|clause| clause.pack.clone()).unwrap_or_default(),
        }));
        Ok(())
    }
}

fn write_finding(error: WriteError) -> Box<Finding> {
    Box::new(match error {
        WriteError::MissingGlyph { .. } => Finding::error(Code::CP501, error.to_string())
            .with_help("use another character there, or leave PDF out with `--formats md,html,docx`"),
        other => Finding::error(Code::CP502, other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::draft::count;
    use crate::job::checked::check_intake;
    use crate::write::FORMATS;

    fn intake(name: &str) -> Intake {
        Intake::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles").join(name)).unwrap()
    }

    #[test]
    fn each_document_is_drafted_once_whether_it_is_checked_or_made() {
        let library = Library::built_in(FORMATS).unwrap();
        let today: Date = "2026-09-01".parse().unwrap();
        let options =
            MakeOptions { formats: FORMATS.to_vec(), draft: false, review: true, packing: Default::default(), today };
        for (name, documents) in [("harbour-view-school.yaml", 3), ("meadowbank-learning-trust.yaml", 11)] {
            let intake = intake(name);
            count::take();
            check_intake(&intake, &library, today);
            let checked = count::take();
            assert_eq!(checked.len(), documents, "{checked:?}");
            assert!(checked.values().all(|times| *times == 1), "{checked:?}");
            assert!(make(&intake, &library, &options).files.is_some());
            assert_eq!(count::take(), checked);
        }
    }
}
