//! Reading files.

mod reading;
