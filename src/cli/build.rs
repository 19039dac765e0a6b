//! `build`: checks profiles and writes their documents.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;

use super::args::BuildArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::open::open;
use super::print::{counted, print_table};
use super::say::print_as_it_is;
use super::settings::InForce;
use super::shown::{ShownArgs, look};
use super::typed::{profiles, today};
use crate::finding::{
    Failure, Finding, Gravity, Look, Mark, Severity, Subject, has_errors, render_details, visible_path,
};
use crate::job::{BuildOptions, Documents, MakeOptions, Outcome, Twins, build_all, same_folders};
use crate::profile::{REVIEWED, Reviewed};
use crate::write::Format;

pub(super) fn run(args: &BuildArgs) -> Result<Ending, CommandError> {
    let mut paths = profiles(&args.profiles)?;
    if let Some((second, first)) = same_folders(&paths).first_key_value() {
        let (first, second) = (visible_path(first), visible_path(second));
        return Err(CommandError::refused(format!(
            "{first} and {second} would be written into the same folder; rename one of them"
        )));
    }
    let settings = InForce::of_documents(&paths, &args.formats, args.review, args.shown.quiet)?;
    // Over all parts, for the two files of one school may be in two of them.
    let twins = Twins::among(&paths);
    if let Some(shard) = args.shard {
        paths = shard.take(paths);
    }
    let formats = settings.formats(&args.formats);
    let word_files = args.review || formats.contains(&Format::Docx);
    if args.reference_doc.is_some() && !word_files {
        return Err(CommandError::refused("`--reference-doc` is for Word files; add docx to `--formats`"));
    }
    let libraries = settings.libraries(&args.pack, &formats)?;
    let libraries = settings.with_look(libraries, args.reference_doc.as_deref(), word_files)?;
    let packing = settings.packing(args.name_files, args.zip);
    let make = MakeOptions { formats, draft: args.draft, review: args.review, packing, today: today(args.as_of) };
    let options = BuildOptions { out: settings.out(args.out.as_deref()), changed: args.changed, make };
    let mut results = Results::of(paths.len(), &args.shown);
    build_all(&paths, &twins, &libraries, &options, |path, outcome| results.take(path, outcome, args.draft));
    results.finish();
    if args.open {
        results.open(&options.out);
    }
    Ok(results.ended)
}

/// What became of the schools so far.
struct Results<'a> {
    shown: &'a ShownArgs,
    look: Look,
    subjects: Vec<Subject>,
    ended: Ending,
    many: bool,
    bar: ProgressBar,
    rows: Vec<[String; 4]>,
    written: usize,
    unchanged: usize,
    /// What a reader would look at first of the school that was built last.
    first: Option<PathBuf>,
}

impl<'a> Results<'a> {
    fn of(schools: usize, shown: &'a ShownArgs) -> Results<'a> {
        let many = schools > 1;
        let bar = if many && std::io::stderr().is_terminal() {
            ProgressBar::new(schools as u64)
        } else {
            ProgressBar::hidden()
        };
        Results {
            shown,
            look: look(),
            subjects: Vec::new(),
            ended: Ending::Made,
            many,
            bar,
            rows: Vec::new(),
            written: 0,
            unchanged: 0,
            first: None,
        }
    }

    /// Says what became of a school: of one among many only what stands in its way.
    fn take(&mut self, path: &Path, outcome: Result<Outcome, Failure>, draft: bool) {
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(failure) => {
                self.ended = self.ended.max(self.bar.suspend(|| CommandError::from(failure).say()));
                self.rows.push([visible_path(path), "not written".to_owned(), "–".to_owned(), "–".to_owned()]);
                self.bar.inc(1);
                return;
            }
        };
        if has_errors(&outcome.findings) {
            self.ended = self.ended.max(Ending::Found);
        }
        // Of one among many only what stands in its way is said.
        let is_told = |finding: &&Finding| match self.many {
            true => finding.severity == Severity::Error,
            false => !finding.code.is(Mark::CheckOnly),
        };
        let told: Vec<Finding> = outcome.findings.iter().filter(is_told).cloned().collect();
        let subject = self.shown.subject(&outcome, &told, self.look);
        match self.many {
            true => self.subjects.push(subject),
            false => {
                self.print(std::slice::from_ref(&subject));
                if !self.shown.quiet || has_errors(&outcome.findings) {
                    report(&outcome, &subject, draft);
                }
            }
        }
        let unchanged = outcome.documents == Documents::Unchanged;
        let what = match &outcome.documents {
            Documents::Unchanged => "unchanged".to_owned(),
            Documents::NotWritten => "not written".to_owned(),
            Documents::Written { files, not_made, .. } => {
                self.written += 1;
                self.first = first_to_read(files);
                let without = if not_made.is_empty() { "" } else { ", not every PDF" };
                format!("{} files{without}", files.len())
            }
        };
        self.unchanged += usize::from(unchanged);
        // What was not looked at is not counted.
        let count = |severity| match unchanged {
            true => "–".to_owned(),
            false => outcome.count(severity).to_string(),
        };
        self.rows.push([name_of(&outcome), what, count(Severity::Error), count(Severity::Warning)]);
        self.bar.inc(1);
    }

    /// Opens what was built: the document of one school, or the folder of many.
    fn open(&self, out: &Path) {
        match (&self.first, self.written) {
            (Some(first), 1) => open(first),
            (Some(_), _) => open(out),
            (None, _) => {}
        }
    }

    /// Says what was found.
    fn print(&self, subjects: &[Subject]) {
        let shown = self.shown.gravities(Gravity::fails);
        let text = match self.shown.details {
            true => render_details(subjects, &shown),
            false => self.shown.findings(subjects, &shown, self.look),
        };
        print_as_it_is(text.trim_start_matches('\n'));
        if !text.is_empty() {
            say!("");
        }
    }

    /// Says at the end what became of many.
    fn finish(&self) {
        self.bar.finish_and_clear();
        if !self.many {
            return;
        }
        if self.shown.quiet && self.ended == Ending::Made {
            return;
        }
        print_table(&["School", "Documents", "Errors", "Recommendations"], &self.rows);
        self.print(&self.subjects);
        let others = self.rows.len() - self.written - self.unchanged;
        let unchanged = if self.unchanged > 0 { format!(", {} unchanged", self.unchanged) } else { String::new() };
        say!("\n{}: {} written{unchanged}, {others} not written.", counted(self.rows.len(), "school"), self.written);
        if others > 0 {
            say!(
                "The schools that were not written keep the documents they had. `careers-policy check` says more about each."
            );
        }
    }
}

/// The file to look at first: the web page, which every computer shows, or whatever was made.
fn first_to_read(files: &[PathBuf]) -> Option<PathBuf> {
    let is_html = |file: &&PathBuf| file.extension().is_some_and(|ending| ending == "html");
    files.iter().find(is_html).or(files.first()).cloned()
}

/// The school's name, or the profile's path where the name is not known.
fn name_of(outcome: &Outcome) -> String {
    let intake = &outcome.intake;
    intake.profile().map_or_else(|| visible_path(&intake.path), |profile| profile.setting.name.to_string())
}

/// Says what was written and where, what is missing, and when the next reviews fall.
fn report(outcome: &Outcome, subject: &Subject, draft: bool) {
    let name = name_of(outcome);
    if matches!(outcome.documents, Documents::Unchanged) {
        // It was not checked again, so nothing is said of what is missing.
        say!("{name}: nothing has changed since its documents were made.");
        return;
    }
    say!("{name}: {}.", subject.headline());
    let (files, fragments, not_made, kept) = match &outcome.documents {
        Documents::Unchanged => return,
        Documents::NotWritten => {
            match outcome.intake.profile() {
                None => say!("  Nothing was written."),
                Some(_) if draft => say!("  Nothing was written: some errors cannot be shown in a draft."),
                Some(_) => say!("  Nothing was written. Put the errors right, or see where they stand with `--draft`."),
            }
            return;
        }
        Documents::Written { files, fragments, not_made, kept } => (files, fragments, not_made, kept),
    };
    let drafts = if draft { " marked DRAFT" } else { "" };
    say!("  Written{drafts}, {}:", counted(files.len(), "file"));
    for file in files {
        say!("    {}", visible_path(file));
    }
    if !not_made.is_empty() {
        say!("  Not made, because its fonts lack a character (CP501): {}.", not_made.join(", "));
    }
    for (name, kept) in kept {
        say!("  {name} was put there or changed by somebody since it was made. What it held is kept as {kept}.");
    }
    match &fragments[..] {
        [] => {}
        [fragment] => {
            let name = fragment.file_name().unwrap_or_default().to_string_lossy();
            say!(
                "  For your website: paste the source of {name} into its careers page; it holds what must or should stand there."
            );
        }
        _ => say!(
            "  For your schools' websites: paste the source of each website-information.html into that school's careers page."
        ),
    }
    let Some(profile) = outcome.intake.profile() else { return };
    let is_written = |reviewed: &Reviewed| {
        let mut stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
        stems.any(|stem| stem.ends_with(reviewed.document()))
    };
    let documents = REVIEWED.into_iter().filter(|reviewed| reviewed.is_approved() && is_written(reviewed));
    let dated: Vec<String> = documents
        .filter_map(|reviewed| Some(format!("{} by {}", reviewed.name(), reviewed.next_review(profile)?.in_words())))
        .collect();
    if !dated.is_empty() {
        say!("  Next reviews: {}.", dated.join("; "));
    }
}
