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
    if !hand_over(whole.as_os_str()) {
        complain!("careers-policy: note: {} could not be opened from here; open it yourself", visible_path(path));
    }
}

/// Opens an address in the browser.
#[cfg(feature = "editor")]
pub(super) fn open_address(address: &str) {
    if !hand_over(address.as_ref()) {
        complain!(
            "careers-policy: note: no browser could be opened from here; open one yourself, with the address above"
        );
    }
}

fn hand_over(what: &std::ffi::OsStr) -> bool {
    let mut command = Command::new(OPENER);
    command.arg(what).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
}
