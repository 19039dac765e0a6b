//! The notes of a text: `[^1]` where one is referred to, and `[^1]: …` where it is written.
//!
//! In: labels as they come. Out: numbers in the order of reading, and the notes in that order.

use crate::doc::model::Block;

/// The notes met so far.
#[derive(Default)]
pub(super) struct Notes {
    /// The labels that are referred to, in order.
    labels: Vec<String>,
    definitions: Vec<(String, Vec<Block>)>,
}

impl Notes {
    /// The number of a note that is referred to, from 1, and whether it was before.
    pub(super) fn refer(&mut self, label: &str) -> (u32, bool) {
        let label = label.to_lowercase();
        let known = self.labels.iter().position(|other| *other == label);
        if known.is_none() {
            self.labels.push(label);
        }
        let index = known.unwrap_or(self.labels.len() - 1);
        (u32::try_from(index + 1).unwrap_or(u32::MAX), known.is_some())
    }

    /// Keeps the text of a note.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>) {
        self.definitions.push((label.to_lowercase(), blocks));
    }

    /// The notes by their numbers, and the text of those that nothing refers to.
    pub(super) fn in_order(&mut self) -> (Vec<Vec<Block>>, Vec<Block>) {
        let mut definitions = std::mem::take(&mut self.definitions);
        let mut take = |label: &String| {
            let index = definitions.iter().position(|(other, _)| other == label)?;
            Some(definitions.remove(index).1)
        };
        let notes = self.labels.iter().map(|label| take(label).unwrap_or_default()).collect();
        (notes, definitions.into_iter().flat_map(|(_, blocks)| blocks).collect())
    }
}
