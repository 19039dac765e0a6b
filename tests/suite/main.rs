//! All tests that need files or the whole way: one binary, so that the typesetter is linked once.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should fail")]
#![allow(clippy::disallowed_methods, reason = "tests write the files that are read")]

mod approval;
mod brand;
mod catalogue;
mod checks;
mod clerk;
mod commands;
mod dates;
mod documents;
mod docx;
mod evening;
mod floors;
mod hostile;
mod many;
mod numbering;
mod packs;
mod pages;
mod pictures;
mod readers;
mod reading;
mod reference;
mod review;
mod sandbox;
mod school;
mod settings;
mod slips;
mod trust;
mod words;
mod write;
