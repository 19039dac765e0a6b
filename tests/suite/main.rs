//! All tests that need files or the whole way: one binary, so that the typesetter is linked once.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should fail")]

mod catalogue;
mod checks;
mod floors;
mod school;
