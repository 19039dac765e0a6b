//! `completions` and `man`: what shells and manual readers need, made from the definitions of the commands.

use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use super::args::{Args, CompletionsArgs, ManArgs};
use super::ending::Ending;
use super::error::CommandError;
use super::print::print_text;
use crate::finding::{Failure, visible_path};
use crate::text::replace_file;

pub(super) fn complete(args: &CompletionsArgs) -> Result<Ending, CommandError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "careers-policy", &mut script);
    print_text(&String::from_utf8_lossy(&script));
    Ok(Ending::Made)
}

/// One page for the program and one for each command: `careers-policy-build.1`.
#[expect(clippy::disallowed_methods, reason = "the manual pages are written where they were asked for")]
pub(super) fn write_pages(args: &ManArgs) -> Result<Ending, CommandError> {
    std::fs::create_dir_all(&args.folder).map_err(|error| Failure::writing(&args.folder, error))?;
    let mut program = Args::command().disable_help_subcommand(true);
    program.build();
    write_page(program, &args.folder)?;
    let folder = visible_path(&args.folder);
    say!("The manual pages are in {folder}; read one with `man {folder}/careers-policy-build.1`.");
    Ok(Ending::Made)
}

/// The pages of the commands below a command, and its own.
fn write_page(command: Command, folder: &Path) -> Result<(), Failure> {
    for below in command.get_subcommands().filter(|below| !below.is_hide_set()).cloned() {
        write_page(below, folder)?;
    }
    let page = Man::new(command);
    let path = folder.join(page.get_filename());
    let mut text = Vec::new();
    let rendered = page.render(&mut text);
    rendered.and_then(|()| replace_file(&path, &text)).map_err(|error| Failure::writing(&path, error))
}
