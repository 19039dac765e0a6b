//! The program as its users type it.

mod forty_schools;
mod transcripts;
