//! The command line: the only user of clap, the only reader of the clock, and the only place that prints.
//!
//! In: what the user typed. Out: words on the terminal and an exit code: 0 made, 1 errors found, 2 the program could not do
//! its work, 3 not proved. One file a command.

#[macro_use]
mod say;

mod args;
mod build;
mod catalogue;
mod check;
mod dates_args;
mod doctor;
mod due;
mod edit;
mod ending;
mod error;
mod explain;
mod explain_settings;
mod explained;
mod fix;
mod guide;
mod lists;
mod manual;
mod new;
mod open;
mod pack;
mod pack_copy;
mod pack_diff;
mod print;
mod report;
mod review;
mod run;
mod schema;
mod settings;
mod sheet;
mod sheet_schools;
mod shown;
mod typed;
mod verify;
mod workbook;

pub use run::run;
