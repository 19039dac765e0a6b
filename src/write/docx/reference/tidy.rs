//! Puts right what other programs than Word write out of order: Word minds little of it, but a strict reader may refuse a file.
//!
//! In: a part of a reference document. Out: the same, its elements in the order that the schema demands.
//!
//! Not here: whether a value makes sense.

use super::order::{CELL, LEVEL, PARAGRAPH, RUN, STYLE, rank};
use super::tree::{Element, Node};

/// Brings a part into order.
pub(super) fn tidy(root: &mut Element) {
    root.change(&mut |element| {
        let order = match element.name.as_str() {
            "w:style" => STYLE,
            "w:pPr" => PARAGRAPH,
            "w:rPr" => RUN,
            "w:tcPr" => CELL,
            "w:lvl" => LEVEL,
            "w:lvlJc" | "w:jc" => return as_word_says(element),
            // What the strict form of the format says besides the number that Word reads.
            "w:charset" => return element.attributes.retain(|(key, _)| key != "w:characterSet"),
            _ => return,
        };
        element.children.sort_by_key(|node| match node {
            Node::Element(child) => rank(&child.name, order),
            Node::Words(_) => 0,
        });
        if order == LEVEL {
            // Another form of the same number stands beside it for newer programs.
            element.children.dedup_by(|second, first| match (first, second) {
                (Node::Element(first), Node::Element(second)) => first.name == second.name,
                _ => false,
            });
        }
    });
}

/// Left and right as Word's own form of the format calls them.
fn as_word_says(element: &mut Element) {
    let side = match element.attribute("w:val") {
        Some("start") => "left",
        Some("end") => "right",
        _ => return,
    };
    element.set("w:val", side);
}
