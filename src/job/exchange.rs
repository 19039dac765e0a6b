//! Two folders that change places in one step, so that at no moment there is none.
//!
//! In: two folders that are there, on one disk. Out: each where the other was, or the system's error if it knows no such step. Windows
//! knows none, nor do some disks of networks: there `output` moves the one away and then the other in.

use std::io;
use std::path::Path;

/// Lets two folders change places.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Lets two folders change places, which this system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
