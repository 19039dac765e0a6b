//! The Markdown reader: the only user of pulldown-cmark.
//!
//! In: Markdown. Out: blocks, and what of a school's own Markdown they do not carry.

mod addresses;
mod captions;
mod inlines;
mod notes;
mod reader;
mod uncarried;

pub use reader::{OwnText, met_in, parse_clause, parse_markdown, parse_own, safe_target};
pub use uncarried::{Uncarried, html_in, turned_in, uncarried};
