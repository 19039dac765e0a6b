//! The lists by which a font exchanges letters for others and moves them, before the shaper reads them.
//!
//! In: a font. Out: nothing, or that its lists are out of order or longer than any font's.
//!
//! The shaper reads all of them when it opens a font, each as often as it is named, and counts on their order.

use rustybuzz::ttf_parser::Face;
use rustybuzz::ttf_parser::gpos::PositioningSubtable;
use rustybuzz::ttf_parser::gsub::SubstitutionSubtable;
use rustybuzz::ttf_parser::opentype_layout::{Coverage, LayoutTable, LookupSubtable};

use super::file::DAMAGED;

/// The most lists of a font, and the most shapes and runs of shapes in them: several times what large fonts have.
const MOST_LISTS: usize = 20_000;
const MOST_SHAPES: usize = 2_000_000;

const TOO_MUCH: &str = "has more lists of how letters are exchanged and moved than any font needs";

/// Holds the lists of a font against their bounds.
pub(super) fn check_lists(face: &Face<'_>) -> Result<(), String> {
    let mut room = Room::default();
    if let Some(table) = face.tables().gsub {
        room.table::<SubstitutionSubtable<'_>>(table, SubstitutionSubtable::coverage)?;
    }
    if let Some(table) = face.tables().gpos {
        room.table::<PositioningSubtable<'_>>(table, PositioningSubtable::coverage)?;
    }
    Ok(())
}

/// What was read so far.
#[derive(Default)]
struct Room {
    lists: usize,
    shapes: usize,
}

impl Room {
    fn table<'a, T: LookupSubtable<'a>>(
        &mut self,
        table: LayoutTable<'a>,
        coverage: impl Fn(&T) -> Coverage<'a>,
    ) -> Result<(), String> {
        for index in 0..table.lookups.len() {
            self.lists += 1;
            let Some(lookup) = table.lookups.get(index) else { continue };
            self.lists += usize::from(lookup.subtables.len());
            if self.lists > MOST_LISTS {
                return Err(TOO_MUCH.to_owned());
            }
            for list in lookup.subtables.into_iter::<T>() {
                self.shapes(coverage(&list))?;
            }
        }
        Ok(())
    }

    fn shapes(&mut self, coverage: Coverage<'_>) -> Result<(), String> {
        self.shapes += match coverage {
            Coverage::Format1 { glyphs } => usize::from(glyphs.len()),
            Coverage::Format2 { records } => {
                if self.shapes <= MOST_SHAPES && records.into_iter().any(|run| run.start > run.end) {
                    return Err(DAMAGED.to_owned());
                }
                usize::from(records.len())
            }
        };
        if self.shapes > MOST_SHAPES { Err(TOO_MUCH.to_owned()) } else { Ok(()) }
    }
}
