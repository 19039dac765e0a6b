//! Findings made visible: for people, and for programs. One file a form, all alike.
//!
//! In: findings and a [`Context`](super::Context). Out: the whole text.
//!
//! Words from a user's file may hold anything; [`visible`] takes the power out of control characters before they reach
//! a terminal.

mod arrange;
mod csv;
mod details;
mod group;
mod human;
mod json;
mod page;
mod row;
mod sarif;
mod section;
mod subject;
mod summary;
mod visible;

pub use arrange::arranged;
pub use csv::render_csv;
pub use details::render_details;
pub use group::Group;
pub use human::{Look, render_human};
pub use json::render_json;
pub use page::render_page;
pub use row::Row;
pub use sarif::render_sarif;
pub use subject::{Subject, headline};
pub use summary::render_summary;
pub use visible::{typed_path, visible, visible_line, visible_path};
