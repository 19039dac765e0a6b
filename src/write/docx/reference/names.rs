//! The names that our styles and lists have in a reference document.

use std::collections::{BTreeMap, BTreeSet};

use super::shift::Shift;
use super::tree::Element;

/// The elements that name a style.
const NAMING: [&str; 6] = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"];

/// Which style of the reference document stands for each of ours, by their ids; and how far our lists have moved up.
#[derive(Debug, Default)]
pub(in crate::write::docx) struct Names {
    pub(super) theirs: BTreeMap<String, String>,
    pub(super) counted: BTreeSet<String>,
    pub(super) shift: Shift,
}

impl Names {
    /// Whether a style of the reference document has our numbers.
    pub(super) fn is_counted(&self, id: &str) -> bool {
        self.counted.contains(id)
    }

    /// Names the styles in something of ours as the reference document does, and its lists as they are numbered there.
    pub(super) fn apply(&self, root: &mut Element) {
        root.change(&mut |element| {
            self.shift.apply(element);
            if !NAMING.contains(&element.name.as_str()) {
                return;
            }
            if let Some(theirs) = element.attribute("w:val").and_then(|ours| self.theirs.get(ours)) {
                element.set("w:val", &theirs.clone());
            }
        });
    }
}
