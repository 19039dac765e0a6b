//! The program as its users type it.

mod doctor;
mod findings;
mod forty_schools;
mod handing_on;
mod saved;
mod settings;
mod sheet;
#[cfg(unix)]
mod streams;
mod transcripts;
mod workbooks;
