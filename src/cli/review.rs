//! `review`: records in a profile, or in all whose review is due, that documents were reviewed and approved.

use std::path::Path;

use super::dates_args::{DocumentName, ReviewArgs};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_findings, print_table};
use super::settings::InForce;
use super::typed::{a_file, profiles, today};
use crate::finding::visible_path;
use crate::job::{Approval, Recorded, Unrecorded, review_all, review_profile};
use crate::text::unified_diff;

pub(super) fn run(args: &ReviewArgs) -> Result<Ending, CommandError> {
    let due_by = args.all_due.then(|| args.within.map_or(args.approved_on, |period| args.approved_on.plus(period)));
    let approval = Approval {
        documents: args.document.iter().copied().map(DocumentName::reviewed).collect(),
        on: args.approved_on,
        by: args.approved_by.clone(),
        no_changes: args.no_changes,
        summary: args.summary.clone(),
        author: args.author.clone(),
        version: args.version.clone(),
        next_review: args.next_review,
        despite_gaps: args.despite_gaps,
        due_by,
    };
    match &args.profiles[..] {
        _ if args.all_due => many(args, &approval),
        [path] if path.is_dir() => Err(CommandError::refused(format!(
            "{} is a folder; `--all-due` records the approval in each of its profiles whose review is due",
            visible_path(path)
        ))),
        [path] => one(args, path, &approval),
        _ => Err(CommandError::refused(
            "give one profile, or `--all-due` to record the approval in each whose review is due",
        )),
    }
}

/// Records in all profiles what is due in each, and says in a table what became of it.
fn many(args: &ReviewArgs, approval: &Approval) -> Result<Ending, CommandError> {
    let paths = profiles(&args.profiles)?;
    let libraries = InForce::of(&paths)?.libraries(&args.pack, &[])?;
    let mut ended = Ending::Made;
    let mut rows: Vec<[String; 4]> = Vec::new();
    let mut tally = [0; 3];
    review_all(&paths, approval, &libraries, today(args.as_of), |path, recorded| {
        let file = visible_path(path);
        let mut row = |school: &str, what: &str, next: &str| {
            rows.push([school.to_owned(), what.to_owned(), next.to_owned(), file.clone()]);
        };
        let note = |notes: &[String]| notes.iter().for_each(|note| complain!("careers-policy: {file}: note: {note}"));
        let why = match recorded {
            Ok(recorded) => {
                note(&recorded.notes);
                if args.dry_run {
                    print_changes(&recorded);
                }
                let written = if args.dry_run { Ok(()) } else { recorded.text.write() };
                match written {
                    Ok(()) => {
                        for (name, next) in &recorded.reviewed {
                            row(&recorded.school, name, &next.to_string());
                        }
                        tally[0] += 1;
                        return;
                    }
                    Err(failure) => Unrecorded::Failure(failure),
                }
            }
            Err(why) => why,
        };
        if let Unrecorded::NothingDue { school, notes } = &why {
            note(notes);
            row(school, "nothing is due", "");
            tally[1] += 1;
            return;
        }
        let school = match &why {
            Unrecorded::Found { intake, .. } => intake.profile().map(|profile| profile.setting.name.to_string()),
            _ => None,
        };
        row(&school.unwrap_or_default(), "NOT RECORDED", "");
        tally[2] += 1;
        ended = ended.max(unrecorded(why, &file).say());
    });
    say!("");
    print_table(&["School", "Review of the", "Next review", "Profile"], &rows);
    let [recorded, nothing, refused] = tally;
    let would = if args.dry_run { "would be recorded" } else { "recorded" };
    say!(
        "\n{}: {recorded} {would}, {nothing} with nothing due, {refused} not recorded.",
        counted(paths.len(), "profile")
    );
    if args.dry_run {
        complain!("careers-policy: nothing was written; this is what would be.");
    }
    Ok(ended)
}

/// Says why an approval was not recorded.
fn unrecorded(why: Unrecorded, file: &str) -> CommandError {
    match why {
        Unrecorded::Found { why, intake, findings } => {
            print_findings(&findings, &intake.context());
            complain!("careers-policy: {file}: {why}");
            CommandError::Found
        }
        Unrecorded::Refused(why) => {
            complain!("careers-policy: {file}: {why}");
            CommandError::Found
        }
        Unrecorded::NothingDue { .. } => CommandError::Found,
        Unrecorded::Failure(failure) => failure.into(),
    }
}

fn print_changes(recorded: &Recorded) {
    let text = &recorded.text;
    say!("{}", unified_diff(&text.name(), &text.before, &text.after).trim_end_matches('\n'));
}

/// Records in one profile what was approved.
fn one(args: &ReviewArgs, path: &Path, approval: &Approval) -> Result<Ending, CommandError> {
    let libraries = InForce::of(&[a_file(path)?.to_path_buf()])?.libraries(&args.pack, &[])?;
    let recorded = match review_profile(path, approval, &libraries, today(args.as_of)) {
        Ok(recorded) => recorded,
        Err(Unrecorded::Found { why, intake, findings }) => {
            print_findings(&findings, &intake.context());
            say!("{why}");
            return Err(CommandError::Found);
        }
        Err(Unrecorded::Refused(why)) => {
            complain!("careers-policy: {why}");
            return Err(CommandError::Found);
        }
        Err(why) => return Err(unrecorded(why, &visible_path(path))),
    };
    print_open(&recorded);
    if args.dry_run {
        print_changes(&recorded);
    } else {
        recorded.text.write()?;
    }
    recorded.notes.iter().for_each(|note| complain!("careers-policy: note: {note}"));
    if args.dry_run {
        complain!("careers-policy: nothing was written; this is what would be.");
    } else {
        say!("{}:", recorded.text.name());
        recorded.said.iter().for_each(|line| say!("  {line}."));
        let name = recorded.text.name();
        match recorded.drafts_only {
            true => {
                say!("`build` writes the documents marked DRAFT until this is put right: careers-policy check {name}");
            }
            false => say!("Then: careers-policy build {name}"),
        }
    }
    Ok(Ending::Made)
}

/// So many recommendations are named in a line each.
const SHOWN: usize = 8;

/// Says in a line each what is only recommended and still open in what was approved.
fn print_open(recorded: &Recorded) {
    let Recorded { open, .. } = recorded;
    if open.is_empty() {
        return;
    }
    complain!("careers-policy: {} open, of which `check` says more:", counted(open.len(), "recommendation"));
    open.iter().take(SHOWN).for_each(|finding| complain!("  {}", finding.title));
    if open.len() > SHOWN {
        complain!("  and {} more", open.len() - SHOWN);
    }
}
