//! `schema`: prints the JSON Schema of a profile.

use super::ending::Ending;
use super::error::CommandError;
use super::print::print_json;
use crate::profile::profile_schema;

pub(super) fn run() -> Result<Ending, CommandError> {
    print_json(&format!("{:#}", profile_schema()));
    Ok(Ending::Made)
}
