//! `explain settings`: what a settings file can hold, and which one holds here.
//!
//! In: a profile, or the folder the command runs in. Out: it is printed.

use std::path::{Path, PathBuf};

use super::error::CommandError;
use crate::finding::visible_path;
use crate::job::{SETTINGS_FILE, settings_file, settings_keys};

/// Whether these words mean the settings of a folder.
pub(super) fn is_settings(typed: &str) -> bool {
    typed.eq_ignore_ascii_case("settings") || typed.eq_ignore_ascii_case(SETTINGS_FILE)
}

/// Prints each key with its help and an example, and the file that would be used: for a profile, or for those in this folder.
pub(super) fn print_settings(profile: Option<&Path>) -> Result<(), CommandError> {
    say!("{SETTINGS_FILE} (the settings of a folder)\n");
    say!(
        "A file of this name in the folder of your profiles holds the options that you would type each time. `check`, `build`, `verify`, `review`,"
    );
    say!("`explain --profile` and `doctor` use what concerns them. An option that is typed outweighs its line.");
    for key in settings_keys() {
        say!("\n{}\n  {}", key.name, key.help);
        key.example.iter().for_each(|example| say!("  For example: {}: {example}", key.name));
    }
    say!("\nA path is the way from the folder of the file; / stands between folders, on Windows too.");
    say!(
        "\nThe file is looked for in the folder of the profiles and, where that lies below the folder the command is typed in, in those between"
    );
    say!("the two and in that one. No other is used.\n");
    let profiles: Vec<PathBuf> = profile.into_iter().map(Path::to_path_buf).collect();
    let sought = settings_file(&profiles)?;
    let whom = profile.map_or_else(|| "profiles in this folder".to_owned(), visible_path);
    match &sought.file {
        Some(file) => say!("For {whom}: {}", visible_path(file)),
        None => say!("For {whom}: there is none"),
    }
    sought.notes.iter().for_each(|note| say!("Note: {note}"));
    Ok(())
}
