//! `review`: records in a profile that its documents were reviewed and approved.

use super::args::{DocumentName, ReviewArgs};
use super::ending::Ending;
use super::error::CommandError;
use super::print::{counted, print_findings};
use super::typed::{a_file, libraries, today};
use crate::job::{Approval, Recorded, Unrecorded, review_profile};
use crate::text::unified_diff;

pub(super) fn run(args: &ReviewArgs) -> Result<Ending, CommandError> {
    let libraries = libraries(&args.pack, &[])?;
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
    };
    let recorded = match review_profile(a_file(&args.profile)?, &approval, &libraries, today(args.as_of)) {
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
        Err(Unrecorded::Failure(failure)) => return Err(failure.into()),
    };
    print_open(&recorded);
    if args.dry_run {
        say!(
            "{}",
            unified_diff(&recorded.text.name(), &recorded.text.before, &recorded.text.after).trim_end_matches('\n')
        );
    } else {
        recorded.text.write()?;
    }
    recorded.notes.iter().for_each(|note| complain!("careers-policy: note: {note}"));
    if args.dry_run {
        complain!("careers-policy: nothing was written; this is what would be.");
    } else {
        say!("{}:", recorded.text.name());
        recorded.said.iter().for_each(|line| say!("  {line}."));
        say!("Then: careers-policy build {}", recorded.text.name());
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
