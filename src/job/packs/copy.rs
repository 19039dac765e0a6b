//! A clause of the packs below, put into a pack so that its words can be changed there.
//!
//! In: the folder of a pack, the folders of those below it, the id of a clause. Out: the file that was written, which holds the clause as the
//! highest of them has it, header and all. A file that is there already is left as it is.
//!
//! Not here: finding the clause that somebody means (`catalogue`).

use std::fs;
use std::path::{Path, PathBuf};

use crate::catalogue::{Layer, read_layer};
use crate::finding::{Failure, Finding, visible_path};
use crate::job::library::layers;
use crate::text::create_file;

/// Why a clause was not put into a pack.
#[derive(Debug)]
pub enum Uncopied {
    /// A pack cannot be read.
    Found(Vec<Finding>),
    /// The world stands in the way.
    Failure(Failure),
}

/// Writes the clause into the pack in this folder.
///
/// # Errors
/// Why it was not written.
pub fn copy_clause(folder: &Path, below: &[PathBuf], id: &str) -> Result<PathBuf, Uncopied> {
    let unfit = |path: &Path, what: String| Uncopied::Failure(Failure::Unfit { path: visible_path(path), what });
    let pack = read_layer(folder).map_err(Uncopied::Found)?;
    let below = layers(below).map_err(Uncopied::Found)?;
    let lies_over = pack.pack().and_then(|pack| pack.extends);
    if let Some(name) = lies_over.filter(|name| below.last().and_then(Layer::pack_name).as_ref() != Some(name)) {
        return Err(unfit(
            folder,
            format!("this pack lies over `{name}`, so name the folder of that one too, behind `--pack`"),
        ));
    }
    let path = format!("clauses/{id}.md");
    let place = folder.join(&path);
    let Some(text) = below.iter().rev().find_map(|layer| layer.files.get(&path)) else {
        return Err(unfit(folder, format!("no pack below this one has a clause `{id}`")));
    };
    if place.exists() {
        return Err(unfit(&place, "the clause is in your pack already: change its words there".to_owned()));
    }
    #[expect(clippy::disallowed_methods, reason = "the clause is written where it was asked for")]
    let made = place.parent().map_or(Ok(()), fs::create_dir_all);
    let written = made.and_then(|()| create_file(&place, text));
    written.map_err(|error| Uncopied::Failure(Failure::writing(&place, error)))?;
    Ok(place)
}
