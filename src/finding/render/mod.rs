//! Findings made visible: for people, and for programs. One file a form, all alike.
//!
//! In: findings and a [`Context`](super::Context). Out: the whole text.
//!
//! Words from a user's file may hold anything; [`visible`] takes the power out of control characters before they reach
//! a terminal.

mod group;
mod human;
mod json;
mod sarif;
mod visible;

pub use group::Group;
pub use human::{Look, render_human};
pub use json::render_json;
pub use sarif::render_sarif;
pub use visible::{visible, visible_line, visible_path};
