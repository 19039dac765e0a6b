//! The report as one web page that needs nothing else: styles, a script of its own that sorts and filters, and no address to fetch from.
//!
//! In: a [`Report`](super::Report). Out: HTML. Without the script the page is whole; states are told in words, and each cell that something is
//! to be done about leads to the entry that says where.

mod page;
mod schools;
mod tables;

pub use page::render_html;
