//! All tests that need files or the whole way: one binary, so that the typesetter is linked once.
//!
//! A folder holds the tests of the room of `src/` that has its name; `docs` looks at the book, `floors` at the source itself, and `support` is what
//! the tests share.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should fail")]
#![allow(clippy::disallowed_methods, reason = "tests write the files that are read")]

mod cases;
mod catalogue;
mod check;
mod cli;
mod docs;
mod draft;
mod editor;
mod facts;
mod finding;
mod floors;
mod font;
mod job;
mod logo;
mod picture;
mod register;
mod report;
mod support;
mod theme;
mod workbook;
mod write;
mod yaml;

use support::{amount, bounded, case, filled, forty_schools, numbers, readers, sandbox, school, words};
