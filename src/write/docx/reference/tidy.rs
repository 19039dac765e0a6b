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
            _ => return,
        };
        element.children.sort_by_key(|node| match node {
            Node::Element(child) => rank(&child.name, order),
            Node::Words(_) => 0,
        });
        // Another form of the same number stands beside it for newer programs; and no property has a place for two.
        if order != STYLE {
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
