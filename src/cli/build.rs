//! `build`: checks profiles and writes their documents.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use indicatif::ProgressBar;

use super::args::BuildArgs;
use super::check::summary;
use super::terminal::{counted, fail, print_findings, print_table, today, workshops};
use super::{FOUND, MADE};
use crate::check::{REVIEWED, has_errors};
use crate::finding::{Code, Failure, Finding, Severity};
use crate::job::{Dress, Options, Outcome, find_profiles, profile_name};
use crate::text::display_path;
use crate::write::{FORMATS, Format};

pub(super) fn run(args: &BuildArgs) -> u8 {
    let mut paths = match find_profiles(&args.profiles) {
        Ok(paths) => paths,
        Err(failure) => return fail(failure),
    };
    if let Some(message) = same_folder(&paths) {
        return fail(message);
    }
    if let Some(shard) = args.shard {
        paths = shard.take(paths);
    }
    let mut formats: Vec<_> = args.formats.iter().map(|name| (*name).into()).collect();
    formats.sort();
    formats.dedup();
    if formats.is_empty() {
        formats = FORMATS.to_vec();
    }
    let workshops = match workshops(&args.pack, &formats) {
        Ok(workshops) => workshops,
        Err(code) => return code,
    };
    let workshops = match args.reference_doc.as_deref().map(Dress::read).transpose() {
        Ok(_) if args.reference_doc.is_some() && !(args.review || formats.contains(&Format::Docx)) => {
            return fail("`--reference-doc` is for Word files; add docx to `--formats`");
        }
        Ok(None) => workshops,
        Ok(Some(dress)) => {
            for note in dress.reference.notes() {
                complain!("careers-policy: {}: not carried over: {note}", dress.part.path);
            }
            workshops.dressed_in(dress)
        }
        Err(failure) => return fail(failure),
    };
    let options = Options {
        out: args.out.clone(),
        formats,
        draft: args.draft,
        review: args.review,
        changed: args.changed,
        today: today(args.as_of),
    };
    let mut results = Results::of(paths.len());
    workshops.build_all(&paths, &options, |path, outcome| results.take(path, outcome, &options));
    results.finish();
    results.code
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

/// What became of the schools so far.
struct Results {
    code: u8,
    many: bool,
    bar: ProgressBar,
    rows: Vec<[String; 4]>,
    written: usize,
    unchanged: usize,
}

impl Results {
    fn of(schools: usize) -> Results {
        let many = schools > 1;
        let bar = if many && std::io::stderr().is_terminal() {
            ProgressBar::new(schools as u64)
        } else {
            ProgressBar::hidden()
        };
        Results { code: MADE, many, bar, rows: Vec::new(), written: 0, unchanged: 0 }
    }

    /// Says what became of a school: of one among many only what stands in its way.
    fn take(&mut self, path: &Path, outcome: Result<Outcome, Failure>, options: &Options) {
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(failure) => {
                self.code = self.code.max(self.bar.suspend(|| fail(failure)));
                self.rows.push([display_path(path), "not written".to_owned(), "–".to_owned(), "–".to_owned()]);
                self.bar.inc(1);
                return;
            }
        };
        if has_errors(&outcome.findings) {
            self.code = self.code.max(FOUND);
        }
        self.bar.suspend(|| {
            if self.many {
                let errors: Vec<Finding> =
                    outcome.findings.iter().filter(|finding| finding.severity == Severity::Error).cloned().collect();
                print_findings(&errors, &outcome.context());
            } else {
                // How hard the documents are to read is said by `check`, to whoever writes them.
                let told: Vec<Finding> =
                    outcome.findings.iter().filter(|finding| finding.code != Code::CP405).cloned().collect();
                print_findings(&told, &outcome.context());
                report(&outcome, options);
            }
        });
        let what = match (outcome.unchanged, outcome.written.len()) {
            (true, _) => "unchanged".to_owned(),
            (_, 0) => "not written".to_owned(),
            (_, files) => format!("{files} files"),
        };
        self.written += usize::from(!outcome.written.is_empty());
        self.unchanged += usize::from(outcome.unchanged);
        // What was not looked at is not counted.
        let count = |severity| match outcome.unchanged {
            true => "–".to_owned(),
            false => outcome.count(severity).to_string(),
        };
        self.rows.push([name_of(&outcome), what, count(Severity::Error), count(Severity::Warning)]);
        self.bar.inc(1);
    }

    /// Says at the end what became of many.
    fn finish(&self) {
        self.bar.finish_and_clear();
        if !self.many {
            return;
        }
        print_table(&["School", "Documents", "Errors", "Recommendations"], &self.rows);
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

/// The school's name, or the profile's path where the name is not known.
fn name_of(outcome: &Outcome) -> String {
    outcome.profile.as_ref().map_or_else(|| display_path(&outcome.path), |profile| profile.setting.name.to_string())
}

/// Says what was written and where, what is missing, and when the next reviews fall.
fn report(outcome: &Outcome, options: &Options) {
    let name = name_of(outcome);
    say!("{name}: {}.", summary(outcome));
    if outcome.unchanged {
        say!("  Nothing has changed since its documents were made.");
        return;
    }
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
    match &outcome.fragments[..] {
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
    let Some(profile) = &outcome.profile else { return };
    let documents = REVIEWED.into_iter().filter(|reviewed| reviewed.months().is_some());
    let dated: Vec<String> = documents
        .filter_map(|reviewed| Some(format!("{} by {}", reviewed.name(), reviewed.next_review(profile)?.in_words())))
        .collect();
    if !dated.is_empty() {
        say!("  Next reviews: {}.", dated.join("; "));
    }
}
