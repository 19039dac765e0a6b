//! `build`: checks profiles and writes their documents.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::BuildArgs;
use super::check::summary;
use super::terminal::{counted, fail, print_findings, today, workshop};
use super::{FOUND, MADE};
use crate::check::has_errors;
use crate::data::Form;
use crate::finding::Failure;
use crate::job::{Options, Outcome, Workshop, profile_name};
use crate::text::display_path;
use crate::write::{FORMATS, Format, Reference, ReferenceError, Writers};

/// The largest file that is read as a reference document, in bytes.
const LARGEST_REFERENCE: u64 = 64 << 20;

pub(super) fn run(args: &BuildArgs) -> u8 {
    if let Some(message) = same_folder(&args.profiles) {
        return fail(message);
    }
    let workshop = match workshop() {
        Ok(workshop) => workshop,
        Err(code) => return code,
    };
    let mut formats: Vec<_> = args.formats.iter().map(|name| (*name).into()).collect();
    formats.sort();
    formats.dedup();
    if formats.is_empty() {
        formats = FORMATS.to_vec();
    }
    let writers = match Writers::new(&workshop.catalogue.theme, &formats) {
        Ok(writers) => writers,
        Err(error) => return fail(error),
    };
    let reference = match args.reference_doc.as_deref().map(read_reference).transpose() {
        Ok(_) if args.reference_doc.is_some() && !formats.contains(&Format::Docx) => {
            return fail("`--reference-doc` is for Word files; add docx to `--formats`");
        }
        Ok(reference) => reference,
        Err(failure) => return fail(failure),
    };
    let writers = writers.dressed_as(reference);
    let options = Options { out: args.out.clone(), formats, draft: args.draft, today: today(args.as_of) };
    let codes: Vec<u8> = args.profiles.iter().map(|path| build_one(&workshop, path, &options, &writers)).collect();
    codes.into_iter().max().unwrap_or(MADE)
}

/// Reads a reference document, and says what of it is left behind.
fn read_reference(path: &Path) -> Result<Reference, Failure> {
    let size = std::fs::metadata(path).map_err(|error| Failure::reading(path, error))?.len();
    let unfit = |error: ReferenceError| Failure::Unfit { path: display_path(path), what: error.to_string() };
    if size > LARGEST_REFERENCE {
        return Err(unfit(ReferenceError::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(|error| Failure::reading(path, error))?;
    let reference = Reference::read(&bytes).map_err(unfit)?;
    for note in reference.notes() {
        complain!("careers-policy: {}: not carried over: {note}", display_path(path));
    }
    Ok(reference)
}

/// The message for two profiles that would be written into one folder.
fn same_folder(profiles: &[PathBuf]) -> Option<String> {
    let mut seen: BTreeMap<String, &Path> = BTreeMap::new();
    profiles.iter().find_map(|path| {
        // Windows does not tell capital from small letters in a folder's name.
        let before = seen.insert(profile_name(path).to_lowercase(), path)?;
        let (first, second) = (before.display(), path.display());
        Some(format!("{first} and {second} would be written into the same folder; rename one of them"))
    })
}

fn build_one(workshop: &Workshop, path: &Path, options: &Options, writers: &Writers) -> u8 {
    let outcome = match workshop.build(path, options, writers) {
        Ok(outcome) => outcome,
        Err(failure) => return fail(failure),
    };
    print_findings(&outcome.findings, &outcome.context());
    report(workshop, &outcome, options);
    if has_errors(&outcome.findings) { FOUND } else { MADE }
}

/// Says what was written and where, what is missing, and when the next reviews fall.
fn report(workshop: &Workshop, outcome: &Outcome, options: &Options) {
    let name = outcome
        .profile
        .as_ref()
        .map_or_else(|| outcome.path.display().to_string(), |profile| profile.setting.name.to_string());
    say!("{name}: {}.", summary(outcome));
    if outcome.written.is_empty() {
        match &outcome.profile {
            None => say!("  Nothing was written."),
            Some(_) if options.draft => say!("  Nothing was written: some errors cannot be shown in a draft."),
            Some(_) => say!("  Nothing was written. Put the errors right, or see where they stand with `--draft`."),
        }
        return;
    }
    let drafts = if options.draft { " marked DRAFT" } else { "" };
    say!("  Written{drafts}, {}:", counted(outcome.written.len(), "file"));
    for file in &outcome.written {
        say!("    {}", display_path(file));
    }
    for outline in workshop.catalogue.outlines.iter().filter(|outline| outline.form == Form::Fragment) {
        let name = format!("{}.html", outline.document);
        if outcome.written.iter().any(|file| file.ends_with(&name)) {
            say!(
                "  For your website: paste the source of {name} into its careers page; it holds what must or should stand there."
            );
        }
    }
    let Some(profile) = &outcome.profile else { return };
    let reviews = [
        ("careers policy", profile.policy.next_review),
        ("provider access policy statement", profile.provider_access.next_review),
    ];
    let dated: Vec<String> =
        reviews.iter().filter_map(|(what, date)| Some(format!("{what} by {}", (*date)?.in_words()))).collect();
    if !dated.is_empty() {
        say!("  Next reviews: {}.", dated.join("; "));
    }
}
