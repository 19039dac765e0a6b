//! `review`: records in a profile that its documents were reviewed and approved.

use super::args::{DocumentName, ReviewArgs};
use super::terminal::{fail, print_findings, today, workshops};
use super::{FOUND, MADE};
use crate::job::{Approval, Unrecorded};
use crate::text::unified_diff;

pub(super) fn run(args: &ReviewArgs) -> u8 {
    let workshops = match workshops(&args.pack, &[]) {
        Ok(workshops) => workshops,
        Err(code) => return code,
    };
    let approval = Approval {
        documents: args.document.iter().copied().map(DocumentName::reviewed).collect(),
        on: args.approved_on,
        by: args.approved_by.clone(),
        no_changes: args.no_changes,
        summary: args.summary.clone(),
        author: args.author.clone(),
        version: args.version.clone(),
        next_review: args.next_review,
    };
    let recorded = match workshops.review(&args.profile, &approval, today(args.as_of)) {
        Ok(recorded) => recorded,
        Err(Unrecorded::Found(why, outcome)) => {
            print_findings(&outcome.findings, &outcome.context());
            say!("{why}");
            return FOUND;
        }
        Err(Unrecorded::Refused(why)) => {
            complain!("careers-policy: {why}");
            return FOUND;
        }
        Err(Unrecorded::Failure(failure)) => return fail(failure),
    };
    if args.dry_run {
        say!("{}", unified_diff(&recorded.name(), &recorded.before, &recorded.after).trim_end_matches('\n'));
    } else if let Err(failure) = recorded.write() {
        return fail(failure);
    }
    recorded.notes.iter().for_each(|note| complain!("careers-policy: note: {note}"));
    if args.dry_run {
        complain!("careers-policy: nothing was written; this is what would be.");
    } else {
        say!("{}:", recorded.name());
        recorded.said.iter().for_each(|line| say!("  {line}."));
        say!("Then: careers-policy build {}", recorded.name());
    }
    MADE
}
