//! `completions` and `man`: what shells and manual readers need, made from the definitions of the commands.

use clap::CommandFactory;

use super::args::{Args, CompletionsArgs, ManArgs};
use super::ending::Ending;
use super::error::CommandError;
use crate::finding::Failure;
use crate::text::display_path;

pub(super) fn complete(args: &CompletionsArgs) -> Result<Ending, CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "careers-policy", &mut script);
    say!("{}", String::from_utf8_lossy(&script).trim_end());
    Ok(Ending::Made)
}

/// One page for the program and one for each command: `careers-policy-build.1`.
#[expect(clippy::disallowed_methods, reason = "the manual pages are written where they were asked for")]
pub(super) fn write_pages(args: &ManArgs) -> Result<Ending, CommandError> {
    let written =
        std::fs::create_dir_all(&args.folder).and_then(|()| clap_mangen::generate_to(Args::command(), &args.folder));
    written.map_err(|error| Failure::writing(&args.folder, error))?;
    let folder = display_path(&args.folder);
    say!("The manual pages are in {folder}; read one with `man {folder}/careers-policy-build.1`.");
    Ok(Ending::Made)
}
