//! `doctor`: says in plain lines whether the program finds here what it needs.

use std::path::{Path, PathBuf};

use super::dates_args::DoctorArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_findings};
use super::settings::InForce;
use super::typed::{profiles, today};
use crate::catalogue::Catalogue;
use crate::finding::{Failure, visible_path};
use crate::job::{Intake, Libraries};
use crate::law::Date;
use crate::text::create_file;
use crate::write::{FORMATS, Format};

pub(super) fn run(args: &DoctorArgs) -> Result<Ending, CommandError> {
    say!("Program: careers-policy {}", env!("CARGO_PKG_VERSION"));
    print_catalogue(today(args.as_of));
    match FORMATS.contains(&Format::Pdf) {
        true => say!("PDF: on"),
        false => say!("PDF: off; this program was built without it, and writes Markdown, web pages and Word files"),
    }
    let paths = if args.profiles.is_empty() { Vec::new() } else { profiles(&args.profiles)? };
    let (settings, named) = match try_settings(&paths) {
        Ok(settings) => (settings, Ending::Made),
        Err(error) => {
            error.say();
            say!("Settings: NOT IN ORDER");
            (InForce::default(), Ending::Found)
        }
    };
    // The writers try the fonts when they are made ready.
    let libraries = settings.libraries(&args.pack, FORMATS)?;
    libraries.common().map_err(CommandError::Unloadable)?;
    say!("Fonts: in order; the program brings its own and needs none of this computer's");
    let packs = if paths.is_empty() { Ending::Made } else { try_profiles(&paths, &libraries) };
    if paths.is_empty() {
        match settings.packs(&args.pack).len() {
            0 => say!("Packs: none were named; name your profiles to try theirs"),
            number => say!("Packs: {} in order", counted(number, "pack")),
        }
    }
    let out = settings.out(args.out.as_deref());
    let folder = visible_path(&out);
    let written = match try_writing(&out) {
        Ok(()) => {
            say!("Output folder: {folder} can be written into");
            Ending::Made
        }
        Err(failure) => {
            say!("Output folder: NOT IN ORDER: {failure}");
            Ending::Found
        }
    };
    let ended = packs.max(written).max(named);
    say!("{}", if ended == Ending::Made { "All is in order." } else { "Not all is in order: see above." });
    Ok(ended)
}

/// The catalogue, the guidance that it follows, and how old that is.
fn print_catalogue(today: Date) {
    let Some((pack, editions)) = Catalogue::base_editions() else { return };
    say!("Catalogue: {}, edition {}", pack.name, pack.edition);
    let Some(edition) = editions.newest_guidance() else { return };
    let age = edition
        .first_day()
        .map_or(0, |published| (1..).take_while(|months| published.plus_months(*months) <= today).count());
    let old = match (age / 12, age % 12) {
        (0, months) => counted(months, "month"),
        (years, 0) => counted(years, "year"),
        (years, months) => format!("{} and {}", counted(years, "year"), counted(months, "month")),
    };
    say!("Law: read from \"{}\", published {}, {old} before today", edition.title, edition.published_in_words());
    if let Some((by, _)) = edition.superseded() {
        say!(
            "  A newer edition, of {by}, is known of and not followed: read it on GOV.UK before you approve a policy."
        );
    }
}

/// The settings for some profiles, or for the folder the command runs in, all of them tried, and said which file they are in.
fn try_settings(paths: &[PathBuf]) -> Result<InForce, CommandError> {
    let settings = InForce::of_documents(paths, &[], false, true)?;
    let libraries = settings.libraries(&[], FORMATS)?;
    settings.with_look(libraries, None, true)?;
    match settings.settings() {
        Some(settings) => say!("Settings: {}, in order", visible_path(&settings.file)),
        None => say!("Settings: none; `careers-policy explain settings` says what they can be"),
    }
    Ok(settings)
}

/// Whether the packs of the profiles can be used.
fn try_profiles(paths: &[PathBuf], libraries: &Libraries) -> Ending {
    let mut ended = Ending::Made;
    for path in paths {
        let intake = match Intake::read(path) {
            Ok(intake) => intake,
            Err(failure) => {
                CommandError::from(failure).say();
                ended = Ending::Found;
                continue;
            }
        };
        // Of a profile that cannot be read no packs are known.
        if intake.institution.is_none() {
            print_findings(&intake.findings, &intake.context());
            ended = Ending::Found;
        } else if let Err(finding) = libraries.of(&intake) {
            print_findings(std::slice::from_ref(&*finding), &intake.context());
            ended = Ending::Found;
        }
    }
    let word = if ended == Ending::Made { "in order" } else { "NOT IN ORDER" };
    say!("Packs: those of {} are {word}", counted(paths.len(), "profile"));
    ended
}

/// Tries to write into a folder, or where it would be made, and leaves nothing there.
#[expect(clippy::disallowed_methods, reason = "whether the output folder can be written is what was asked")]
fn try_writing(out: &Path) -> Result<(), Failure> {
    let there = out.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    let there = if there.as_os_str().is_empty() { Path::new(".") } else { there };
    if !there.is_dir() {
        let what = "this is a file; documents need a folder".to_owned();
        return Err(Failure::Unfit { path: visible_path(there), what });
    }
    let trial = there.join(format!(".careers-policy.{}.trial", std::process::id()));
    let tried = create_file(&trial, b"").and_then(|()| std::fs::remove_file(&trial));
    tried.map_err(|error| Failure::writing(there, error))
}
