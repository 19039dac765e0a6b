//! Runs the command that was typed.

use std::process::ExitCode;

use anstream::ColorChoice;
use clap::Parser;

use super::args::{Args, Colours, Command, HelpArgs};
use super::ending::Ending;
use super::say::lost;
use super::{build, catalogue, check, doctor, due, explain, fix, manual, new, pack, review, schema, verify};
use crate::finding::visible;
use crate::text::tell_of_others;

/// Runs the program on the command line it was called with.
pub fn run() -> ExitCode {
    // What is caught is told as a finding or a failure; this is the rest.
    tell_of_others(|why| {
        complain!(
            "careers-policy: the program itself went wrong; what it had not finished is not written. Please report it, with the command and this: {}",
            visible(why)
        );
    });
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return told(&error),
    };
    match args.color {
        Colours::Auto => ColorChoice::Auto,
        Colours::Always => ColorChoice::Always,
        Colours::Never => ColorChoice::Never,
    }
    .write_global();
    let ended = match args.command {
        Command::Help(args) => return help(&args),
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
        Command::Doctor(args) => doctor::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions(args) => manual::complete(&args),
        Command::Man(args) => manual::write_pages(&args),
    };
    let ended = ended.unwrap_or_else(|error| error.say());
    match lost() {
        None => ended.into(),
        Some(why) => {
            complain!("careers-policy: not everything could be printed: {why}");
            Ending::Failed.into()
        }
    }
}

/// Prints what `--help` behind a command prints, so that both are one text and a command that is misspelt is told with what is meant.
fn help(args: &HelpArgs) -> ExitCode {
    let program = std::iter::once("careers-policy");
    let command = args.command.iter().map(String::as_str).filter(|word| !word.starts_with('-'));
    match Args::try_parse_from(program.chain(command).chain(["--help"])) {
        Ok(_) => Ending::Made.into(),
        Err(help) => told(&help),
    }
}

/// Prints the help that was asked for, or what is wrong with what was typed.
fn told(error: &clap::Error) -> ExitCode {
    match error.print().is_err() || lost().is_some() || error.exit_code() != 0 {
        true => Ending::Failed.into(),
        false => Ending::Made.into(),
    }
}
