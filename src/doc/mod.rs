//! The document model and its Markdown reader: the only user of pulldown-cmark.
//!
//! In: Markdown of one clause. Out: [`Block`]s of a [`Document`].

pub mod model;
mod number;
mod parse;
pub mod review;
mod walk;
mod whole;
mod widths;

pub use model::{
    Block, BlockKind, Cell, Design, Document, Drawing, Entry, Heading, Inline, List, Origin, Passage, Picture, Table,
    plain_text,
};
pub use number::{BlockNumber, Division, HeadingNumber};
pub use parse::{met_in, parse_clause, parse_markdown, safe_target};
pub use review::{Mark, Remark, Review};
pub use walk::{walk, walk_mut};
pub use widths::column_widths;
