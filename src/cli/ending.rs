//! How a command ended, as an exit code.

use std::process::ExitCode;

/// How a command ended. Of several profiles the gravest end counts: it is the last in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    /// Everything is in order.
    Made,
    /// Nothing is known to be wrong, and `verify` could not prove that it is right.
    NotProved,
    /// Errors were found in the user's files.
    Found,
    /// The program could not do its work.
    Failed,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        ExitCode::from(match ending {
            Ending::Made => 0,
            Ending::Found => 1,
            Ending::Failed => 2,
            Ending::NotProved => 3,
        })
    }
}
