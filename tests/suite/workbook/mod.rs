//! Workbooks, written and read through the functions that do so.

mod hostile;
mod made;
mod other_programs;
mod round_trip;
