//! Reading files.

mod forms;
mod places;
mod reading;
