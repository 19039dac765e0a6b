//! What is remarked of a document for those who review it: never part of its words.
//!
//! In: nothing. Out: plain types, filled by the drafting and read by the writers of review copies.
//!
//! Not here: how a document itself is made (`model`).

use std::collections::BTreeMap;

use super::model::{Inline, Passage};

/// The remarks on a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// What every page says: that this is no copy to publish.
    pub notice: String,
    /// The heading of the key to the marks.
    pub key: String,
    /// What stands below that heading.
    pub about: String,
    /// The marks, the strongest first.
    pub marks: Vec<Mark>,
    /// The remarks by their passages.
    pub remarks: BTreeMap<Passage, Remark>,
}

/// What tells one kind of clause from another, by words and by colour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// What is printed before a clause: `Statutory`.
    pub label: String,
    /// What that means.
    pub meaning: String,
    /// Its colour, `B00020`.
    pub colour: String,
}

/// What is remarked of one passage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remark {
    /// The number of its mark among those of the review.
    pub mark: usize,
    /// What the passage is.
    pub title: String,
    /// The remark, paragraph by paragraph.
    pub paragraphs: Vec<Vec<Inline>>,
}

impl Review {
    /// The mark of a remark.
    pub fn mark_of(&self, remark: &Remark) -> Option<&Mark> {
        self.marks.get(remark.mark)
    }
}
