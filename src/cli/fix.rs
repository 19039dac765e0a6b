//! `fix`: writes a profile anew where it is read otherwise than it is written.

use super::args::FixArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::print::print_findings;
use super::typed::a_file;
use crate::job::{Unfixed, fix_profile};
use crate::text::unified_diff;

pub(super) fn run(args: &FixArgs) -> Result<Ending, CommandError> {
    let fixed = match fix_profile(a_file(&args.profile)?) {
        Ok(fixed) => fixed,
        Err(Unfixed::Unread(intake)) => {
            print_findings(&intake.findings, &intake.context());
            say!("The profile cannot be read, so nothing was changed. Put the errors right first.");
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
    } else if args.dry_run {
        say!("{}", unified_diff(&text.name(), &text.before, &text.after).trim_end_matches('\n'));
        complain!("careers-policy: nothing was written; this is what would be.");
    } else {
        text.write()?;
        say!("{}:", text.name());
        fixed.said.iter().for_each(|line| say!("  {line}"));
    }
    fixed.notes.iter().for_each(|note| complain!("careers-policy: note: {note}"));
    Ok(Ending::Made)
}
