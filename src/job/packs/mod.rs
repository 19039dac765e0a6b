//! Packs, before any school uses them: tried out on example institutions, compared with the packs below them, and given a clause of theirs.
//!
//! In: the folders of packs, the lowest first. Out: a [`PackReport`], a [`PackDiff`], or the file of a clause.

mod check;
mod copy;
mod diff;
mod examples;
mod gaps;
mod law;
mod lists;
mod nouns;
mod unused;

pub use check::{PackReport, check_packs};
pub use copy::{Uncopied, copy_clause};
pub use diff::{Difference, PackDiff, diff_packs};
