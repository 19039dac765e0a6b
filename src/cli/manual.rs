//! `completions` and `man`: what shells and manual readers need, made from the definitions of the commands.

use clap::CommandFactory;

use super::args::{Args, CompletionsArgs, ManArgs};
use super::terminal::fail;
use super::{FAILED, MADE};
use crate::finding::Failure;
use crate::text::display_path;

pub(super) fn complete(args: &CompletionsArgs) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "careers-policy", &mut script);
    say!("{}", String::from_utf8_lossy(&script).trim_end());
    MADE
}

/// One page for the program and one for each command: `careers-policy-build.1`.
pub(super) fn write_pages(args: &ManArgs) -> u8 {
    let written =
        std::fs::create_dir_all(&args.folder).and_then(|()| clap_mangen::generate_to(Args::command(), &args.folder));
    match written {
        Ok(()) => {
            say!(
                "The manual pages are in {}; read one with `man {0}/careers-policy-build.1`.",
                display_path(&args.folder)
            );
            MADE
        }
        Err(error) => {
            fail(Failure::writing(&args.folder, error));
            FAILED
        }
    }
}
