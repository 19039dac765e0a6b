//! A font: tried, and written anew.
//!
//! In: the bytes of a file. Out: a [`Font`], or why it cannot be used, in words that continue "the font …".

use std::collections::BTreeSet;

use super::characters::character_table;
use super::file::Tables;
use super::shapes::check_shapes;
use super::trial::Trial;

/// A font that holds.
#[derive(Clone, Debug)]
pub struct Font {
    /// Its file, as this program wrote it.
    pub bytes: Vec<u8>,
    /// The names of its family.
    families: BTreeSet<String>,
}

impl Font {
    /// Takes a file for a font, draws all its characters, and writes it anew.
    ///
    /// # Errors
    /// Why it cannot be one, in words that continue "the font …".
    pub fn new(file: &[u8]) -> Result<Font, String> {
        let tables = Tables::of(file)?;
        check_shapes(&tables)?;
        // Its own lists of characters and names may be of any kind and length; ours are made by asking it.
        let own = tables.with(&[]);
        let trial = Trial::of(&own)?;
        trial.check_lines(false)?;
        let names = trial.names();
        let characters = trial.characters()?;
        trial.check_shaper(&characters)?;
        let (characters, name_table) = (character_table(&characters), names.table());
        let bytes = tables.with(&[(*b"cmap", &characters), (*b"name", &name_table)]);
        // Words may be set in any font that has their letters, whatever it is called.
        Trial::of(&bytes)?.check_alphabet()?;
        Ok(Font { bytes, families: names.families() })
    }

    /// Whether it is of a family, and running text is set in it.
    pub fn is_of(&self, family: &str) -> bool {
        self.families.contains(family)
    }

    /// Tries whether all running text can be set in it: no letter, digit or sign of English is lacking, and lines are as far apart as they are read.
    ///
    /// # Errors
    /// Why it cannot be set, in words that continue "the font …".
    pub fn check_running_text(&self) -> Result<(), String> {
        let trial = Trial::of(&self.bytes)?;
        trial.check_lines(true)?;
        trial.check_whole()
    }
}

/// Whether a font that holds is of a family.
pub fn is_of_family(font: &[u8], family: &str) -> bool {
    Trial::of(font).is_ok_and(|trial| trial.names().families().contains(family))
}
