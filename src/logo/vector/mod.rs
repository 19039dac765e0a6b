//! An SVG from anywhere, of which a small list of shapes is read and written anew.
//!
//! In: the bytes of a file. Out: a [`Vector`]: an SVG of paths, plain shapes, groups, colour gradients and outlines that cut, with no words, no
//! pictures, no effects, no styles and no names from elsewhere; or why the file cannot be one, in words that continue "the file …".
//!
//! What is not on the list is refused if it would show, and left out if it would not. Everything that costs a drawing program time or room is
//! counted while it is read (`room`, with its bounds in `limits`): a file that asks for too much is refused before anything is drawn.
//!
//! `file` looks at the text and its frame, `walk` goes through its elements, `rules` gathers what its styles say of them, `shape` reads shapes,
//! `paint` colours, and `values` numbers.

mod file;
mod limits;
mod paint;
mod room;
mod rules;
mod shape;
mod values;
mod walk;

pub(super) use file::{Vector, written_anew};
