//! Reads the files of the register of schools from the disk.
//!
//! In: the paths of the extract and of its file of links, and the numbers that are wanted. Out: a [`Register`].

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::finding::{Failure, visible_path};
use crate::register::{NoRegister, Register};
use crate::text::open_at_most;
use crate::workbook::NoRows;

/// The most that is read of a file: the extract has some sixty megabytes.
const LARGEST: u64 = 512 << 20;

/// The schools of these numbers in the files of the register.
///
/// # Errors
/// If a file cannot be read, or is none of the register's.
pub fn read_registers(files: &[PathBuf], wanted: &BTreeSet<u32>) -> Result<Register, Failure> {
    let mut register = Register::default();
    for file in files {
        let from = open_at_most(file, LARGEST).map_err(|error| Failure::reading(file, error))?;
        register.read(from, wanted).map_err(|why| match why {
            NoRegister::Rows(NoRows::World(error)) => Failure::reading(file, error),
            other => Failure::Unfit { path: visible_path(file), what: other.to_string() },
        })?;
    }
    Ok(register)
}
