//! Where the remarks on a document begin and end in it, the same in every format.
//!
//! In: a [`Document`] whose blocks have ids, and its [`Review`]. Out: [`Remarked`], which says of a paragraph, a table or a picture which mark it bears, and which
//! remark begins or ends there. Blocks of one passage that follow one another under a heading share one remark.
//!
//! Not here: how a format shows a remark.

use std::collections::BTreeMap;

use crate::doc::{Block, BlockKind, Document, Mark, Remark, Review};

/// A document with the remarks on it.
pub(in crate::write) struct Remarked<'a> {
    /// The review.
    pub(in crate::write) review: &'a Review,
    /// The remarks as they come in the document.
    pub(in crate::write) runs: Vec<&'a Remark>,
    /// The leaves by their ids: two blocks with the same words are not the same block.
    leaves: BTreeMap<u32, Leaf<'a>>,
}

/// What a paragraph, a table or a picture bears of the review.
#[derive(Clone, Copy, Default)]
pub(in crate::write) struct Leaf<'a> {
    /// Its mark.
    pub(in crate::write) mark: Option<&'a Mark>,
    /// The number of its mark among those of the review.
    pub(in crate::write) kind: usize,
    /// The number of the remark that begins here.
    pub(in crate::write) begins: Option<usize>,
    /// The number of the remark that ends here.
    pub(in crate::write) ends: Option<usize>,
}

impl<'a> Remarked<'a> {
    /// Finds the places of the remarks.
    pub(in crate::write) fn new(document: &'a Document, review: &'a Review) -> Remarked<'a> {
        let mut remarked = Remarked { review, runs: Vec::new(), leaves: BTreeMap::new() };
        let leaves = leaves_by_heading(document);
        for (index, (heading, leaf)) in leaves.iter().enumerate() {
            let passage = leaf.passage();
            let Some(remark) = review.remarks.get(&passage) else { continue };
            let same = |other: Option<&(usize, &Block)>| {
                other.is_some_and(|(under, other)| under == heading && other.passage() == passage)
            };
            let begins = !same(index.checked_sub(1).and_then(|before| leaves.get(before)));
            if begins {
                remarked.runs.push(remark);
            }
            let run = remarked.runs.len() - 1;
            let ends = !same(leaves.get(index + 1));
            let place = Leaf {
                mark: review.mark_of(remark),
                kind: remark.mark,
                begins: begins.then_some(run),
                ends: ends.then_some(run),
            };
            remarked.leaves.insert(leaf.id, place);
        }
        remarked
    }

    /// What a block bears.
    pub(in crate::write) fn leaf(&self, block: &Block) -> Leaf<'a> {
        self.leaves.get(&block.id).copied().unwrap_or_default()
    }
}

/// The blocks that hold words, each with the number of the heading that it stands under.
fn leaves_by_heading(document: &Document) -> Vec<(usize, &Block)> {
    let mut heading = 0;
    let mut leaves = Vec::new();
    for block in document.blocks() {
        match block.kind {
            BlockKind::Heading(_) => heading += 1,
            BlockKind::Paragraph(_) | BlockKind::Table(_) | BlockKind::Picture(_) => leaves.push((heading, block)),
            BlockKind::List(_) | BlockKind::Callout(_) | BlockKind::Quotation(_) | BlockKind::Notes(_) => {}
        }
    }
    leaves
}
