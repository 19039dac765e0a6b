//! The document model and its Markdown reader: the only user of pulldown-cmark.
//!
//! In: Markdown of one clause, or a school's own text. Out: [`Block`]s of a [`Document`].

mod drawing;
mod list_mark;
pub mod model;
mod number;
mod parse;
mod pasted;
mod pasted_table;
pub mod review;
mod together;
mod walk;
mod whole;
mod widths;

pub use drawing::{Drawing, Outline, Segment, Shape};
pub use list_mark::{is_private, with_markdown_bullets};
pub use model::{
    Block, BlockKind, Cell, Design, Document, Entry, Heading, Inline, List, Origin, Passage, Picture, Table, plain_text,
};
pub use number::{BlockNumber, Counting, Division, HeadingNumber, ItemMark};
pub use parse::{
    OwnText, Uncarried, html_in, met_in, parse_clause, parse_markdown, parse_own, safe_target, turned_in, uncarried,
};
pub use pasted::list_lines;
pub use review::{Mark, Remark, Review};
pub use together::{height_of_rows, is_note, leads_in, lines_of_rows};
pub use walk::{walk, walk_mut};
pub use widths::{Alike, column_widths, is_tight, numeric_columns, room_in_columns};
