//! Lays values over the text of a YAML file: what differs is put in its place, and every other line stays as it is, with its comments.
//!
//! In: a text, [`Meant`] for the fields that somebody answers for, and the schema. Out: [`Laid`], the new text and how many answers it
//! changed; or [`Unplaced`] with the line that stands in the way.
//!
//! A field that is not mentioned is left alone. One that is mentioned with nothing keeps its name, with nothing behind the colon; one that is to be absent goes with its lines. Entries of a
//! list are matched with those that are there, so that an entry that only moved or stayed keeps its own lines. The new text is read again here:
//! it must hold what was meant. Not here: whether that is allowed (`read`).

mod layer;
mod lines;
mod list;
mod meant;
mod same;
mod words;

pub(crate) use layer::{Laid, lay};
pub(crate) use meant::Meant;
pub(crate) use same::{differing, unmentioned};
