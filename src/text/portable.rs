//! Names of files that are good on every computer, for what is written on one is opened on another.
//!
//! In: a name without a path. Out: nothing, or why it will not do. Windows' rules are the strictest, so they are the ones kept.

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// Whether a file can have this name on Windows, macOS and Linux alike. The error says why not.
///
/// # Errors
/// If the name is empty, too long, a step to another folder, a device's, or holds a character that no file name may hold.
pub fn portable_name(name: &str) -> Result<(), String> {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| rest.len() == 1 && rest.chars().all(|c| c.is_ascii_digit()))
    };
    if name.is_empty() || name == "." || name == ".." {
        Err("it is no name".to_owned())
    } else if name.len() > 120 {
        Err("it is longer than 120 characters".to_owned())
    } else if let Some(bad) = name.chars().find(|c| c.is_control() || "<>:\"/\\|?*\u{fffd}".contains(*c)) {
        Err(format!("it holds `{}`", bad.escape_default()))
    } else if name.ends_with(['.', ' ']) {
        Err("it ends with a full stop or a space".to_owned())
    } else if DEVICES[..4].contains(&stem.as_str()) || DEVICES[4..].iter().any(|device| numbered(device)) {
        Err("Windows keeps it for a device".to_owned())
    } else {
        Ok(())
    }
}

/// A heading as an anchor, or a name as the beginning of a file's: small letters, digits and hyphens. An apostrophe parts no word.
pub fn slug(title: &str) -> String {
    let dashed: String = title
        .to_lowercase()
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    dashed.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Whether a name is one of those that systems and other programs leave in folders: a Mac's beside each file and in ZIP files, Office's beside
/// one that is open.
pub fn is_left_behind(name: &str) -> bool {
    let name = name.to_lowercase();
    name.starts_with("._")
        || name.starts_with("~$")
        || matches!(name.as_str(), ".ds_store" | "__macosx" | "icon\r" | "thumbs.db" | "desktop.ini")
}

#[cfg(test)]
mod tests {
    use super::{portable_name, slug};

    #[test]
    fn a_name_with_an_apostrophe_keeps_its_words() {
        assert_eq!(slug("St Aidan's & St Bede’s (Upper)"), "st-aidans-st-bedes-upper");
    }

    #[test]
    fn what_windows_would_refuse_or_read_as_a_path_is_refused() {
        for name in ["", ".", "..", "a/b", "..\\x", "C:", "aux.md", "COM1", "x.", "x ", "a\u{0}b", "what?", "\u{fffd}"]
        {
            assert!(portable_name(name).is_err(), "{name:?}");
        }
        for name in ["pack.yaml", "St Mary's.md", "comma.md", "console.yaml", "Zoë.md"] {
            assert_eq!(portable_name(name), Ok(()), "{name:?}");
        }
    }
}
