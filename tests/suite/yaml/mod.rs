//! Reading files.

mod places;
mod reading;
