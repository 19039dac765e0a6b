//! The program as its users type it.

mod findings;
mod forty_schools;
#[cfg(unix)]
mod streams;
mod transcripts;
