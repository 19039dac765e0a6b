//! Runs the command that was typed.

use std::process::ExitCode;

use anstream::ColorChoice;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, Parser};

use super::args::{Args, Colours, Command, HelpArgs};
use super::ending::Ending;
use super::say::lost;
use super::{
    build, catalogue, check, doctor, due, edit, explain, fix, manual, new, pack, report, review, schema, sheet, verify,
};
use crate::finding::{visible, visible_line};
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
    let parsed = match edit::is_meant() {
        true => Args::try_parse_from(["careers-policy", "edit"]),
        false => Args::try_parse(),
    };
    let args = match parsed {
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
        Command::Edit(args) => edit::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Due(args) => due::run(&args),
        Command::Report(args) => report::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Catalogue(args) => catalogue::run(&args),
        Command::Pack(args) => pack::run(&args),
        Command::Sheet(command) => sheet::run(&command),
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

/// A word with the one that was typed before it.
fn together(word: &str) -> String {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let before = typed.iter().position(|known| known == word).and_then(|at| typed.get(at.checked_sub(1)?));
    match before.filter(|before| !before.starts_with('-')) {
        Some(before) => format!("{before} {word}"),
        None => word.to_owned(),
    }
}

/// The example in the help of the command that was typed.
fn example() -> Option<String> {
    let mut command = Args::command();
    for word in std::env::args().skip(1) {
        match command.find_subcommand(&word) {
            Some(found) => command = found.clone(),
            None => break,
        }
    }
    let about = command.get_long_about()?.to_string();
    about.split_once("Example: ").map(|(_, example)| example.trim().to_owned())
}

/// Prints the help that was asked for, or what is wrong with what was typed.
fn told(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(word)) => Some(word.as_str()),
        _ => None,
    };
    match error.kind() {
        ErrorKind::UnknownArgument if named(ContextKind::InvalidArg).is_some_and(|word| !word.starts_with('-')) => {
            let word = named(ContextKind::InvalidArg).unwrap_or_default();
            complain!("\nWords that belong together go into quotation marks: \"{}\".", visible_line(&together(word)));
        }
        ErrorKind::MissingRequiredArgument => {
            if let Some(example) = example() {
                complain!("\nFor example: {example}");
            }
        }
        _ => {}
    }
    match printed.is_err() || lost().is_some() || error.exit_code() != 0 {
        true => Ending::Failed.into(),
        false => Ending::Made.into(),
    }
}
