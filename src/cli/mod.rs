//! The command line: the only user of clap, the only reader of the clock, and the only place that prints.
//!
//! In: what the user typed. Out: words on the terminal and an exit code: 0 made, 1 errors found, 2 the program could not do
//! its work. One file a command.

/// Prints a line for the user. A reader that has gone away, such as a closed pipe, is no reason to stop.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout().lock(), $($words)*);
    }};
}

/// Prints a line on the error stream, as `say!` does.
macro_rules! complain {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stderr().lock(), $($words)*);
    }};
}

mod args;
mod build;
mod catalogue;
mod check;
mod due;
mod explain;
mod manual;
mod new;
mod pack;
mod pack_diff;
mod review;
mod schema;
mod terminal;
mod verify;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Everything in order.
const MADE: u8 = 0;
/// Errors were found in the user's files.
const FOUND: u8 = 1;
/// The program could not do its work.
const FAILED: u8 = 2;

/// Runs the program on the command line it was called with.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let code = match args.command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Due(args) => due::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Catalogue(args) => catalogue::run(&args),
        Command::Pack(args) => pack::run(&args),
        Command::Schema => schema::run(),
        Command::Completions(args) => manual::complete(&args),
        Command::Man(args) => manual::write_pages(&args),
    };
    ExitCode::from(code)
}
