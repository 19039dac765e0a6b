//! YAML into typed values, with every mistake named at once: the only user of granit-parser and jsonschema.
//!
//! In: a YAML text and a Rust type. Out: [`Read`], the value with an [`Index`] of where each field stands; or findings
//! that say, in the school's words, what to write instead.
//!
//! The way of a text: `parse` makes it a tree of nodes with their places, `shape` turns those into the JSON that the type's
//! schema asks for, `mistakes` puts what the schema refuses into words, `read` gives the value. It knows no profile and no catalogue.

mod advice;
mod blanks;
mod builder;
mod correct;
mod edit;
mod foreign;
mod form;
mod index;
mod lay;
mod line;
mod mistakes;
mod overlay;
mod parse;
mod phrase;
mod prose;
mod quote;
mod read;
mod readings;
mod remark;
mod scalar;
mod schema;
mod shape;
mod splice;
mod spot;
mod syntax;
mod tree;
mod turned;
mod wording;

pub use edit::{Put, put};
pub(crate) use form::Form;
pub use index::Index;
pub(crate) use lay::{Laid, Meant, differing, lay, unmentioned};
pub(crate) use overlay::{Blank, overlay, overlay_values};
pub(crate) use parse::{Parsed, parse};
pub use prose::{Line, Prose};
pub(crate) use quote::as_yaml;
pub use read::{Read, Unread, read_as, read_over};
pub(crate) use read::{read_file, read_json, read_tree, take_file};
pub(crate) use schema::{Expects, FieldSchema, KEYWORDS, Schema, X_SHARES};
pub(crate) use shape::{Meaning, meaning};
pub use splice::Unplaced;
pub(crate) use tree::{Entry, Kind, Node, Style, path_at};
