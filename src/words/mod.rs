//! The language of the wording: the only user of minijinja.
//!
//! In: clauses and conditions as text, and a [`Context`] of values. Out: Markdown, plain words, or true and false.
//!
//! Not here: which clauses apply (`draft`), and what follows from a profile (`facts`).

mod bounds;
mod budget;
mod context;
mod engine;
mod error;
mod escape;
mod filters;
mod findings;
mod names;
mod tokens;
mod values;

pub use budget::Budget;
pub use context::{Context, Reference};
pub use engine::{Engine, Rendered};
pub use error::WordingError;
pub use escape::{Capsule, Capsules, Piece, Shape};
pub use findings::{built_in_engine, engine_for, placed_in_pack};
