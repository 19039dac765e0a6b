//! `fix`: writes profiles anew where they are read otherwise than they are written.
//!
//! Each profile is for itself: one that cannot be read is told and left alone, and keeps none of the others from being put right.

use std::path::Path;

use super::args::FixArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::print_findings;
use super::typed::{a_file, profiles};
use crate::finding::visible_path;
use crate::job::{Unfixed, fix_profile};
use crate::text::unified_diff;

pub(super) fn run(args: &FixArgs) -> Result<Ending, CommandError> {
    for profile in &args.profiles {
        a_file(profile)?;
    }
    let mut ended = Ending::Made;
    let mut changes = false;
    for path in profiles(&args.profiles)? {
        match fix(&path, args.dry_run) {
            Ok(changed) => changes |= changed,
            Err(error) => ended = ended.max(error.say()),
        }
    }
    if args.dry_run && changes {
        complain!("careers-policy: nothing was written; this is what would be.");
    }
    Ok(ended)
}

/// Puts one profile right. Whether there was anything to put right.
fn fix(path: &Path, dry_run: bool) -> Result<bool, CommandError> {
    let fixed = match fix_profile(path) {
        Ok(fixed) => fixed,
        Err(Unfixed::Unread(intake)) => {
            print_findings(&intake.findings, &intake.context());
            let name = visible_path(path);
            say!("{name} cannot be read, so nothing in it was changed. Put the errors right first.");
            return Err(CommandError::Found);
        }
        Err(Unfixed::Refused(why)) => {
            complain!("careers-policy: {why}");
            return Err(CommandError::Found);
        }
        Err(Unfixed::Failure(failure)) => return Err(failure.into()),
    };
    let text = &fixed.text;
    if fixed.said.is_empty() {
        say!("{}: nothing to put right.", text.name());
    } else if dry_run {
        say!("{}", unified_diff(&text.name(), &text.before, &text.after).trim_end_matches('\n'));
    } else {
        text.write()?;
        say!("{}:", text.name());
        fixed.said.iter().for_each(|line| say!("  {line}"));
    }
    fixed.notes.iter().for_each(|note| complain!("careers-policy: note: {note}"));
    Ok(!fixed.said.is_empty())
}
