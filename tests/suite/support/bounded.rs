//! The program within the bounds that any input has to keep: two seconds of the processor's time and 300 MB.

use std::process::Command;

use crate::school::repository;

/// What the program ended with, and all that it printed.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) printed: String,
}

impl Ended {
    /// How many errors it told of.
    pub(crate) fn errors(&self) -> usize {
        self.printed.matches("error[").count()
    }
}

/// Runs the program on the day of all tests. Where it takes too much, the system ends it, and there is no code.
pub(crate) fn bounded(args: &[&str]) -> Ended {
    let program = env!("CARGO_BIN_EXE_careers-policy");
    // Only Linux counts the memory that a program writes to.
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        // Two seconds of CPU and 300 MB; without optimisation the program takes several times as long.
        let seconds = if cfg!(debug_assertions) { 8 } else { 2 };
        shell.args(["-c", &format!("ulimit -t {seconds}; ulimit -d 307200; exec \"$0\" \"$@\""), program]);
        shell
    } else {
        Command::new(program)
    };
    // Errors are counted where each is shown in full.
    let details = matches!(args.first(), Some(&("check" | "build"))).then_some("--details");
    command.current_dir(repository("")).args(args).args(["--as-of", "2026-09-01"]).args(details);
    let output = command.output().unwrap();
    let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    Ended { code: output.status.code(), printed }
}
