//! Packs that lie over one another: the built-in one, a hub's over it, a trust's over that.
//!
//! In: [`Layer`]s, the lowest first. Out: [`Layers`], in which a file of a higher pack takes the place of the file of the same
//! path below it, and every file is known by its pack.
//!
//! Not here: reading a pack's folder (`folder`), and what a pack may not change (`drift`).

use std::collections::BTreeSet;

use super::{Catalogue, Files};

/// One pack as files.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// The folder as findings call it: `packs/exampleshire-hub`.
    pub folder: String,
    /// Its files.
    pub files: Files,
}

impl Layer {
    /// The built-in pack.
    pub fn base() -> Layer {
        Layer { files: Catalogue::base_files(), ..Layer::base_folder() }
    }

    /// The built-in pack without its files.
    pub(super) fn base_folder() -> Layer {
        Layer { folder: "templates/base".to_owned(), files: Files::new() }
    }

    /// A file's name as findings call it.
    pub(super) fn name_of(&self, path: &str) -> String {
        format!("{}/{path}", self.folder)
    }
}

/// Packs over one another, the lowest first.
pub(super) struct Layers<'a>(pub(super) &'a [Layer]);

impl<'a> Layers<'a> {
    /// The highest pack that has a file, with the number of its layer.
    pub(super) fn highest(&self, path: &str) -> Option<(usize, &'a Layer)> {
        self.0.iter().enumerate().rev().find(|(_, layer)| layer.files.contains_key(path))
    }

    /// Every pack that has a file, the lowest first.
    pub(super) fn all(&self, path: &str) -> impl Iterator<Item = &'a Layer> {
        self.0.iter().filter(move |layer| layer.files.contains_key(path))
    }

    /// The files under a folder with an ending, each with its name without either, in order.
    pub(super) fn under(&self, folder: &str, ending: &str) -> Vec<(&'a str, &'a str)> {
        let paths: BTreeSet<&str> = self.0.iter().flat_map(|layer| layer.files.keys().map(String::as_str)).collect();
        paths.into_iter().filter_map(|path| Some((path, path.strip_prefix(folder)?.strip_suffix(ending)?))).collect()
    }
}
