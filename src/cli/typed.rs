//! What the commands make of what was typed: today's date, the loaded catalogue, the setting that was meant.

use std::path::PathBuf;

use super::error::CommandError;
use crate::job::{Libraries, Library};
use crate::law::{Date, Setting};
use crate::text::suggest;
use crate::write::Format;

/// The date given, or today: the one place where the clock is read.
pub(super) fn today(given: Option<Date>) -> Date {
    given.unwrap_or_else(|| jiff::Zoned::now().date().into())
}

/// The catalogue with these packs over the built-in one.
pub(super) fn library(packs: &[PathBuf]) -> Result<Library, CommandError> {
    Ok(Library::load(packs, &[])?)
}

/// The libraries for these formats, those of the packs on the command line loaded at once, so that what is wrong with them is said first.
pub(super) fn libraries(packs: &[PathBuf], formats: &[Format]) -> Result<Libraries, CommandError> {
    let libraries = Libraries::new(packs.to_vec(), formats.to_vec());
    if !packs.is_empty() {
        libraries.common().map_err(CommandError::Unloadable)?;
    }
    Ok(libraries)
}

/// The setting of that name.
pub(super) fn setting(name: &str) -> Result<Setting, CommandError> {
    let id = name.trim().to_lowercase().replace(['-', ' '], "_");
    Setting::from_id(&id).ok_or_else(|| {
        let ids: Vec<&str> = Setting::kinds().map(Setting::id).collect();
        let near = suggest(&id, ids.iter().copied())
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_else(|| ".".to_owned());
        CommandError::refused(format!("`{name}` is not a setting{near} The settings are: {}", ids.join(", ")))
    })
}
