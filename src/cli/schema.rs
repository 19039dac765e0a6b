//! `schema`: prints the JSON Schema of a profile.

use super::MADE;
use crate::profile::profile_schema;

pub(super) fn run() -> u8 {
    say!("{:#}", profile_schema());
    MADE
}
