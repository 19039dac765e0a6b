//! The notes of a text: `[^1]` where one is referred to, and `[^1]: …` where it is written.
//!
//! In: labels as they come. Out: numbers in the order of reading, and the notes in that order.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::doc::model::Block;

/// The notes met so far.
#[derive(Default)]
pub(super) struct Notes {
    /// The labels that are referred to, each with its place in the order, from 0.
    labels: BTreeMap<String, usize>,
    definitions: Vec<(String, Vec<Block>)>,
}

impl Notes {
    /// The number of a note that is referred to, from 1, and whether it was before.
    pub(super) fn refer(&mut self, label: &str) -> (u32, bool) {
        let next = self.labels.len();
        let (index, known) = match self.labels.entry(label.to_lowercase()) {
            Entry::Occupied(known) => (*known.get(), true),
            Entry::Vacant(new) => (*new.insert(next), false),
        };
        (u32::try_from(index + 1).unwrap_or(u32::MAX), known)
    }

    /// Keeps the text of a note.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>) {
        self.definitions.push((label.to_lowercase(), blocks));
    }

    /// The notes by their numbers, and the text of those that nothing refers to.
    pub(super) fn in_order(&mut self) -> (Vec<Vec<Block>>, Vec<Block>) {
        let mut notes: Vec<Option<Vec<Block>>> = Vec::new();
        notes.resize_with(self.labels.len(), || None);
        let mut others = Vec::new();
        for (label, blocks) in std::mem::take(&mut self.definitions) {
            match self.labels.get(&label).and_then(|index| notes.get_mut(*index)) {
                // Of two texts of one note the first is its own.
                Some(note @ None) => *note = Some(blocks),
                _ => others.extend(blocks),
            }
        }
        (notes.into_iter().map(Option::unwrap_or_default).collect(), others)
    }
}
