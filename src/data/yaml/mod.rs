//! YAML into typed values, with every mistake named at once: the only user of granit-parser and jsonschema.
//!
//! In: a YAML text and a Rust type. Out: [`Read`], the value with an [`Index`] of where each field stands; or findings
//! that say, in the school's words, what to write instead.
//!
//! The way of a text: `tree` parses it into nodes with their places, `shape` turns those into the JSON that the type's
//! schema asks for, `mistakes` puts what the schema refuses into words, `read` joins files that share a profile.

mod chain;
mod correct;
mod edit;
mod field;
mod index;
mod line;
mod mistakes;
mod read;
mod schema;
mod shape;
mod syntax;
mod tree;
mod wording;

pub(super) use chain::lexical;
pub use chain::shared_file;
pub use edit::{Put, Unplaced, put};
pub use field::{FieldHelp, field_help, profile_schema};
pub use index::Index;
pub(super) use read::read_over;
pub use read::{Read, Unread, read_as, read_profile, read_profile_as};
