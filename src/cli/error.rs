//! Why a command came to no good end, and the exit code for it.
//!
//! In: what a command ran into. Out: [`CommandError`], which is said once, where the program ends.

use std::sync::Arc;

use super::ending::Ending;
use super::print::print_findings;
use crate::finding::{Context, Failure};
use crate::job::Unloadable;

/// Why a command could not go on.
pub(super) enum CommandError {
    /// What the user asked for cannot be done; the message says why.
    Refused(String),
    /// The world stands in the way.
    Failure(Failure),
    /// Packs cannot be used.
    Unloadable(Arc<Unloadable>),
    /// Errors in the user's files, which have been said.
    Found,
}

impl CommandError {
    /// That something cannot be done, in words.
    pub(super) fn refused(message: impl std::fmt::Display) -> CommandError {
        CommandError::Refused(message.to_string())
    }

    /// Says it on the error stream, and gives the end that the command comes to.
    pub(super) fn say(&self) -> Ending {
        match self {
            CommandError::Refused(message) => complain!("careers-policy: {message}"),
            CommandError::Failure(failure) => complain!("careers-policy: {failure}"),
            CommandError::Unloadable(unloadable) => {
                print_findings(&unloadable.findings, &Context::of(&unloadable.sources));
            }
            CommandError::Found => return Ending::Found,
        }
        Ending::Failed
    }
}

impl From<Failure> for CommandError {
    fn from(failure: Failure) -> CommandError {
        CommandError::Failure(failure)
    }
}

impl From<Unloadable> for CommandError {
    fn from(unloadable: Unloadable) -> CommandError {
        CommandError::Unloadable(Arc::new(unloadable))
    }
}
