//! `schema`: prints the JSON Schema of a profile, or of a settings file.

use super::args::{SchemaArgs, SchemaOf};
use super::ending::Ending;
use super::error::CommandError;
use super::print::print_json;
use crate::job::settings_schema;
use crate::profile::profile_schema;

pub(super) fn run(args: &SchemaArgs) -> Result<Ending, CommandError> {
    let schema = match args.of {
        SchemaOf::Profile => profile_schema(),
        SchemaOf::Settings => settings_schema(),
    };
    print_json(&format!("{schema:#}"));
    Ok(Ending::Made)
}
