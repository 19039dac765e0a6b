//! Our lists after those of a reference document, so that neither loses its place.
//!
//! In: both numbering parts. Out: one, in which theirs keep their numbers and ours have moved up.
//!
//! Not here: what our lists look like.

use super::styles::Names;
use super::tree::{Element, Node};

/// How far our lists move up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shift {
    kinds: u32,
    lists: u32,
}

impl Shift {
    /// Beyond every list that the numbering of a reference document has, or another of its parts names.
    pub(super) fn beyond(numbering: Option<&Element>, users: &[&Element]) -> Shift {
        let mut shift = Shift::default();
        let mut note = |element: &Element| {
            let number = |name| element.attribute(name).and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
            match element.name.as_str() {
                "w:abstractNum" => shift.kinds = shift.kinds.max(number("w:abstractNumId").saturating_add(1)),
                "w:num" => shift.lists = shift.lists.max(number("w:numId")),
                "w:numId" => shift.lists = shift.lists.max(number("w:val")),
                _ => {}
            }
        };
        numbering.into_iter().chain(users.iter().copied()).for_each(|part| part.each(&mut note));
        // A number beyond all reason must not carry ours beyond what Word can count.
        Shift { kinds: shift.kinds.min(1 << 24), lists: shift.lists.min(1 << 24) }
    }

    /// Moves up what an element of ours says of lists.
    pub(super) fn apply(self, element: &mut Element) {
        let (name, by) = match element.name.as_str() {
            "w:abstractNum" => ("w:abstractNumId", self.kinds),
            "w:abstractNumId" => ("w:val", self.kinds),
            "w:num" => ("w:numId", self.lists),
            // List 0 takes a paragraph out of all lists.
            "w:numId" if element.attribute("w:val") != Some("0") => ("w:val", self.lists),
            _ => return,
        };
        if let Some(number) = element.attribute(name).and_then(|number| number.parse::<u32>().ok()) {
            element.set(name, &number.saturating_add(by).to_string());
        }
    }
}

/// Joins our numbering to that of a reference document.
pub(super) fn join(mut ours: Element, theirs: Option<&Element>, names: &Names) -> Element {
    names.apply(&mut ours);
    let Some(theirs) = theirs else { return ours };
    let mut theirs = theirs.clone();
    // Pictures as bullets would need the part's own relationships.
    theirs.retain(&|element| !matches!(element.name.as_str(), "w:numPicBullet" | "w:lvlPicBulletId"));
    theirs.change(&mut |element| {
        // A style is joined to one list, and that is ours.
        element.children.retain(|node| {
            !matches!(node, Node::Element(style) if style.name == "w:pStyle"
                && style.attribute("w:val").is_some_and(|id| names.is_counted(id)))
        });
    });
    let of = |root: &Element, name: &str| -> Vec<Node> {
        root.elements().filter(|element| element.name == name).cloned().map(Node::Element).collect()
    };
    let pieces = ["w:abstractNum", "w:num"].into_iter().flat_map(|name| [of(&theirs, name), of(&ours, name)]);
    Element { children: pieces.flatten().collect(), ..theirs.clone() }
}
