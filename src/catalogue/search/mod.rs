//! Finds what somebody means who types a code, an id or a part of one, a field, a word, or a sentence of a document.
//!
//! In: a catalogue, what was typed. Out: [`Found`], the best first.
//!
//! Not here: what is said of each (`cli`).

mod names;
mod sentence;

pub use names::{Found, FoundKind, find_named, nearest};
pub use sentence::find_sentence;
