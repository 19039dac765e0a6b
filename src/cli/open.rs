//! Opens a file or a folder with the program that the system has for it.
//!
//! In: a path. Out: a window, or a line that says that there is none. That nothing opens is no fault: the file is there all the same.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::finding::visible_path;

/// What opens files. Windows' own `start` would read an `&` in a name as the beginning of a command.
const OPENER: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Opens it, and does not wait until it is shut.
pub(super) fn open(path: &Path) {
    // With a whole path no name is taken for an option.
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut command = Command::new(OPENER);
    let opened = command.arg(whole).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if opened.is_err() {
        complain!("careers-policy: note: {} could not be opened from here; open it yourself", visible_path(path));
    }
}
