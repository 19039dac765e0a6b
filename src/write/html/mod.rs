//! Writes a document as one self-contained web page, ready to publish.
//!
//! In: a [`Document`](crate::doc::Document) and the theme's `page.css`, which may use the theme's values as `var(--accent)` and so on.
//! Out: the page, with nothing loaded from elsewhere: no script, no font; logo and pictures stand in the page itself.
//!
//! The landmarks are a header (institution, title, facts), a navigation (contents), the main text and a footer. Each
//! table and picture stands in a frame of its own that scrolls on a narrow screen, and can take the keyboard's focus to do so.
//!
//! Not here: how it looks (`page.css`), or the marks of a review copy (`review`).

mod document;
mod fragment;
mod language;
mod number;
mod page;
mod review;
mod style;
mod table;
mod text;
mod words;

pub use document::{write_html, write_html_review};
pub use fragment::write_fragment;
