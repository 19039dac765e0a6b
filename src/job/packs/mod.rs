//! Packs, before any school uses them: tried out on example institutions, and compared with the packs below them.
//!
//! In: the folders of packs, the lowest first. Out: a [`PackReport`], or a [`PackDiff`].

mod check;
mod diff;
mod examples;
mod law;
mod lists;
mod literal;
mod nouns;
mod unused;

pub use check::{PackReport, check_packs};
pub use diff::{Difference, PackDiff, diff_packs};
