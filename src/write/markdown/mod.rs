//! Writes a document as Markdown: CommonMark with GitHub's tables, to be read by a person as it stands.
//!
//! In: a [`Document`](crate::doc::Document). Out: the whole file, with one blank line between blocks and a newline at its end.
//!
//! A table's caption is a paragraph `Table: …` before it, a callout is a block quotation, notes are GitHub's, and links within the
//! document lead to the anchors that GitHub makes of its headings. A picture is its caption, `Picture: …`, and in its place the
//! words that the other formats give to those who cannot see it: so all formats say the same. Two lists in a row would run together, so an
//! empty comment parts them.
//!
//! Not here: running text (`inline`, `escape`), and the theme, which Markdown has no use for.

mod document;
mod escape;
mod inline;
mod pieces;

pub use document::write_markdown;
