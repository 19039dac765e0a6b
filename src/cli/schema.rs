//! `schema`: prints the JSON Schema of a profile.

use super::ending::Ending;
use super::error::CommandError;
use crate::profile::profile_schema;

pub(super) fn run() -> Result<Ending, CommandError> {
    say!("{:#}", profile_schema());
    Ok(Ending::Made)
}
