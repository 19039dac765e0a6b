//! Packs that lie over one another: the built-in one, a hub's over it, a trust's over that.
//!
//! In: [`Layer`]s, the lowest first. Out: [`Layers`], in which a file of a higher pack takes the place of the file of the same
//! path below it, and every file is known by its pack.
//!
//! Not here: reading a pack's folder (`folder`), and what a pack may not change (`forbidden`).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use super::pack::Pack;
use crate::text::Sources;
use crate::yaml::read_as;

/// The files of a pack by their paths in it, with forward slashes.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// The built-in pack, carried in the program.
static BASE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/base");

/// What its YAML says, as JSON, by the paths of the files and in their order: written by `build.rs`.
static AS_JSON: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The built-in pack's folder as findings call it.
const BASE_FOLDER: &str = "templates/base";

/// The files of the built-in pack.
fn base_files() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    fn gather(dir: &Dir<'static>, files: &mut Files) {
        for file in dir.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, Cow::Borrowed(file.contents()));
        }
        dir.dirs().for_each(|dir| gather(dir, files));
    }
    FILES.get_or_init(|| {
        let mut files = Files::new();
        gather(&BASE, &mut files);
        files
    })
}

/// One pack as files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// The folder as findings call it: `packs/exampleshire-hub`.
    pub folder: String,
    /// Its files.
    pub files: Files,
}

impl Layer {
    /// The built-in pack.
    pub fn base() -> Layer {
        Layer { folder: BASE_FOLDER.to_owned(), files: base_files().clone() }
    }

    /// Whether it is the built-in pack as it is carried in the program.
    pub(super) fn is_base(&self) -> bool {
        self.folder == BASE_FOLDER && *self == Layer::base()
    }

    /// What the YAML of one of the built-in pack's own files says, as JSON; none for a file that was put in its place.
    pub(super) fn as_json(&self, path: &str) -> Option<&'static str> {
        let at = AS_JSON.binary_search_by_key(&path, |(path, _)| path).ok()?;
        (self.files.get(path)? == base_files().get(path)?).then_some(AS_JSON[at].1)
    }

    /// Only these files of the built-in pack.
    pub(super) fn base_with(paths: &[&str]) -> Layer {
        let named = paths.iter().filter_map(|path| Some(((*path).to_owned(), base_files().get(*path)?.clone())));
        Layer { folder: BASE_FOLDER.to_owned(), files: named.collect() }
    }

    /// The pack's own name, if it gives one that can be read.
    pub fn pack_name(&self) -> Option<String> {
        self.pack().map(|pack| pack.name)
    }

    /// What the pack says of itself, if it can be read.
    pub fn pack(&self) -> Option<Pack> {
        let mut sources = Sources::default();
        let text = String::from_utf8_lossy(self.files.get("pack.yaml")?).into_owned();
        let source = sources.add("pack.yaml", text);
        read_as::<Pack>(&sources, sources.whole(source)).ok().map(|read| read.value)
    }

    /// A file's name as findings call it.
    pub(super) fn name_of(&self, path: &str) -> String {
        format!("{}/{path}", self.folder)
    }
}

/// Packs over one another, the lowest first.
#[derive(Clone, Copy)]
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
