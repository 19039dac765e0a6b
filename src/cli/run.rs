//! Runs the command that was typed.

use std::process::ExitCode;

use clap::Parser;

use super::args::{Args, Command};
use super::{build, catalogue, check, due, explain, fix, manual, new, pack, review, schema, verify};

/// Runs the program on the command line it was called with.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let ended = match args.command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Due(args) => due::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Catalogue(args) => catalogue::run(&args),
        Command::Pack(args) => pack::run(&args),
        Command::Schema => schema::run(),
        Command::Completions(args) => manual::complete(&args),
        Command::Man(args) => manual::write_pages(&args),
    };
    ended.unwrap_or_else(|error| error.say()).into()
}
