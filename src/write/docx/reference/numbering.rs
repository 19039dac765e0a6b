//! Our lists after those of a reference document, so that neither loses its place.
//!
//! In: both numbering parts. Out: one, in which theirs keep their numbers and ours have moved up.
//!
//! Not here: what our lists look like.

use super::names::Names;
use super::tree::{Element, Node};

/// Joins our numbering to that of a reference document.
pub(super) fn join(mut ours: Element, theirs: Option<&Element>, names: &Names) -> Element {
    names.apply(&mut ours);
    let Some(theirs) = theirs else { return ours };
    let mut theirs = theirs.clone();
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
