//! The names of a font, written anew: those by which it is chosen.
//!
//! In: a font's own names. Out: its family, and the table.

use std::collections::BTreeSet;

use rustybuzz::ttf_parser::{Face, name_id};

/// The names that are taken over.
const TAKEN: [u16; 6] = [
    name_id::FAMILY,
    name_id::SUBFAMILY,
    name_id::FULL_NAME,
    name_id::POST_SCRIPT_NAME,
    name_id::TYPOGRAPHIC_FAMILY,
    name_id::TYPOGRAPHIC_SUBFAMILY,
];
/// How many names are looked at, and how long one is at most, in bytes.
const MOST: usize = 500;
const LONGEST: usize = 200;

/// The names of a font by what they name: the first of each.
pub(super) struct Names(Vec<(u16, String)>);

impl Names {
    pub(super) fn of(face: &Face<'_>) -> Names {
        let all: Vec<_> = face.names().into_iter().take(MOST).filter(|name| name.name.len() <= LONGEST).collect();
        let first = |id: u16| {
            let mut of_id = all.iter().filter(|name| name.name_id == id);
            let text = of_id.find_map(|name| name.to_string())?;
            Some((id, text.chars().filter(|c| !c.is_control()).collect()))
        };
        Names(TAKEN.into_iter().filter_map(first).collect())
    }

    /// The names of the family.
    pub(super) fn families(&self) -> BTreeSet<String> {
        let is_family = |id: u16| matches!(id, name_id::FAMILY | name_id::TYPOGRAPHIC_FAMILY);
        self.0.iter().filter(|(id, _)| is_family(*id)).map(|(_, name)| name.clone()).collect()
    }

    /// The table `name`.
    pub(super) fn table(&self) -> Vec<u8> {
        let mut texts = Vec::new();
        let mut table = Vec::new();
        let count = self.0.len() as u16;
        for number in [0, count, 6 + 12 * count] {
            table.extend(number.to_be_bytes());
        }
        for (id, name) in &self.0 {
            let text: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
            // In the letters of Windows, and in American English, as nearly every font has them.
            for number in [3, 1, 0x0409, *id, text.len() as u16, texts.len() as u16] {
                table.extend(number.to_be_bytes());
            }
            texts.extend(text);
        }
        table.extend(texts);
        table
    }
}
