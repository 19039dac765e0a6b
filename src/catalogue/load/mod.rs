//! Reads the files of packs into a catalogue, and makes sure that every name they say of one another exists.
//!
//! In: [`Layer`](super::Layer)s, the lowest pack first. A YAML file of a higher pack is laid over the same file below it, as `extends` lays
//! one profile over another; any other file takes the place of the one below. Out: a [`Catalogue`](super::Catalogue), or every finding at
//! once.

mod clauses;
mod kept;
mod loader;
mod outlines;
mod packs;
mod requirements;
mod theme;
mod unmet;
mod whole;
