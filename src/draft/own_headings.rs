//! The numbers and the anchors of headings in a school's own text.
//!
//! In: the blocks of a section, its own headings at their levels. Out: the same blocks, with each heading numbered below its section
//! as the style asks, and with an anchor of its own.
//!
//! A heading has a number only as deep as Word counts headings: three levels of a section, two of an appendix.

use std::collections::BTreeMap;

use super::plan::{Anchors, Part};
use crate::doc::{Block, BlockKind, HeadingNumber};
use crate::theme::Numbering;

/// How deep headings of sections and of appendices are numbered.
const DEEPEST: (usize, usize) = (3, 2);

/// What the school's own headings of a document share.
pub(super) struct OwnHeadings {
    pub(super) anchors: Anchors,
    /// How many stand directly below a section's heading, by the section's id; none where sections below it have no numbers.
    pub(super) counts: BTreeMap<String, u32>,
    numbered: bool,
}

impl OwnHeadings {
    pub(super) fn new(anchors: Anchors, style: Numbering) -> OwnHeadings {
        OwnHeadings { anchors, counts: BTreeMap::new(), numbered: style == Numbering::Headings }
    }

    /// Gives the own headings among the blocks of a section, whose heading is of this level, their numbers and anchors.
    pub(super) fn finish(&mut self, blocks: &mut [Block], section: &Part<'_>, level: u8) {
        // The counts at each level below the section's.
        let mut counts: Vec<u32> = Vec::new();
        for block in blocks {
            let BlockKind::Heading(heading) = &mut block.kind else { continue };
            let depth = usize::from(heading.level.saturating_sub(level)).max(1);
            counts.truncate(depth);
            counts.resize(depth, 0);
            counts[depth - 1] += 1;
            heading.id = self.anchors.give_own_heading(&heading.text);
            if let Some(number) = section.number.as_ref().filter(|_| self.numbered) {
                heading.number = numbered(number, &counts);
            }
            if depth == 1 && self.numbered && !section.parts.is_empty() {
                self.counts.insert(section.id.clone(), counts[0]);
            }
        }
    }
}

/// The number below a section's, if headings are numbered so deep.
fn numbered(section: &HeadingNumber, counts: &[u32]) -> Option<HeadingNumber> {
    let deepest = if section.is_of_appendix() { DEEPEST.1 } else { DEEPEST.0 };
    let number = counts.iter().fold(section.clone(), |number, count| number.below(*count));
    (number.counts().len() <= deepest && !counts.contains(&0)).then_some(number)
}
