//! A starter pack: colours to change, and beside them an example of each other thing that a hub or trust can change. What only shows how
//! lies in a folder that no pack is read from, so that nobody's schools promise what an example says.
//!
//! In: the pack's name, and that of the pack it lies over. Out: its files, or why it cannot have that name.
//!
//! Not here: writing them (`cli`).

use include_dir::{Dir, include_dir};

use super::layers::Files;
use crate::text::{portable_name, slug};

/// The folder of a pack that is not read.
pub(super) const EXAMPLES: &str = "examples";

/// The files, in which `NAME` and `BELOW` stand for the names.
static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/starter-pack");

/// Why a pack cannot have a name, in words for its maker.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnfitName {
    /// It is not spelt as a pack's name is.
    #[error("`{0}` cannot be a pack's name; write it with small letters, digits and hyphens: {1}")]
    Spelling(String, String),
    /// Another pack has it.
    #[error("`{0}` is the name of another pack; choose one of your own")]
    Taken(String),
}

/// The files of a starter pack.
///
/// # Errors
/// Why the pack cannot have one of the names, in words for its maker.
pub fn starter_pack(name: &str, below: &str) -> Result<Files, UnfitName> {
    for name in [name, below] {
        let is_plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !is_plain || name.split('-').any(str::is_empty) || portable_name(name).is_err() {
            let slug = slug(name);
            let near = if slug.is_empty() { "our-hub".to_owned() } else { slug };
            return Err(UnfitName::Spelling(name.escape_debug().to_string(), near));
        }
    }
    if name == below || name == "base" {
        return Err(UnfitName::Taken(name.to_owned()));
    }
    fn gather(folder: &Dir<'_>, put: &mut impl FnMut(String, &str)) {
        for file in folder.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                put(path.replace('\\', "/"), text);
            }
        }
        folder.dirs().for_each(|folder| gather(folder, put));
    }
    let mut files = Files::new();
    gather(&FILES, &mut |path, text| {
        let named = |words: &str| words.replace("NAME", name).replace("BELOW", below);
        files.insert(named(&path), named(text).into_bytes().into());
    });
    Ok(files)
}
