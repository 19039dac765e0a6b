//! Which links of a document may be live, the same in every format.
//!
//! In: a [`Document`]. Out: [`Links`], which says of a target whether it leads somewhere safe that exists.
//!
//! Not here: how a format writes a link. A link that does not lead anywhere is written as its words alone.

use std::collections::BTreeSet;

use crate::doc::{Block, BlockKind, Document, safe_target};

/// The places in a document that a link may lead to.
pub(in crate::write) struct Links<'a> {
    anchors: BTreeSet<&'a str>,
}

impl<'a> Links<'a> {
    /// Notes the headings of a document.
    pub(in crate::write) fn of(document: &'a Document) -> Self {
        let anchor = |block: &'a Block| match &block.kind {
            BlockKind::Heading(heading) => Some(heading.id.as_str()),
            _ => None,
        };
        Self { anchors: document.front.iter().chain(&document.body).filter_map(anchor).collect() }
    }

    /// Knows no heading: for a piece of another page, which has no anchors of its own.
    pub(in crate::write) fn none() -> Self {
        Self { anchors: BTreeSet::new() }
    }

    /// The heading's id, if the target is a heading of this document.
    pub(in crate::write) fn anchor<'t>(&self, target: &'t str) -> Option<&'t str> {
        target.strip_prefix('#').filter(|id| self.anchors.contains(id))
    }

    /// True if the target is of a scheme that is safe to follow.
    pub(in crate::write) fn leads_outside(target: &str) -> bool {
        !target.starts_with('#') && safe_target(target)
    }

    /// True if the link may be live: outside the document by a safe scheme, or to one of its headings.
    pub(in crate::write) fn live(&self, target: &str) -> bool {
        Self::leads_outside(target) || self.anchor(target).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_heading_that_is_not_there_is_dead() {
        assert!(Links::leads_outside("https://example.org"));
        assert!(!Links::of(&Document::default()).live("#nowhere"));
    }
}
