//! The program: hands the command line on and returns its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    careers_policy::cli::run()
}
