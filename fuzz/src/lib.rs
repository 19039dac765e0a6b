//! What the fuzz targets share.
//!
//! In: the bytes that the fuzzer tries. Out: those bytes as files, the built-in catalogue, and what a finished document is held to.
//!
//! A target goes in by the ways that the program itself goes: through files and the public API, so that bounds on files are tried too.
//! Not here: what is tried (`fuzz_targets/`), and what it begins with (`seeds`).

pub mod document;
pub mod lines;
pub mod parts;
#[expect(dead_code, reason = "the readers of the everyday tests, not all of which are needed here")]
#[path = "../../tests/suite/support/readers.rs"]
mod readers;
pub mod scratch;
pub mod starters;
#[path = "../../tests/suite/support/words.rs"]
mod words;
