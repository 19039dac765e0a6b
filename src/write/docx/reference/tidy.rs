//! Puts right what other programs than Word write out of order: Word minds little of it, but a strict reader may refuse a file.
//!
//! In: a part of a reference document. Out: the same, its elements in the order that the schema demands.
//!
//! Not here: whether a value makes sense.

use super::tree::{Element, Node};

/// The order of the parts of a style.
pub(super) const STYLE: &[&str] = &[
    "name",
    "aliases",
    "basedOn",
    "next",
    "link",
    "autoRedefine",
    "hidden",
    "uiPriority",
    "semiHidden",
    "unhideWhenUsed",
    "qFormat",
    "locked",
    "personal",
    "personalCompose",
    "personalReply",
    "rsid",
    "pPr",
    "rPr",
    "tblPr",
    "trPr",
    "tcPr",
    "tblStylePr",
];

/// The order of the properties of a paragraph.
pub(super) const PARAGRAPH: &[&str] = &[
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

/// The order of the properties of a run.
pub(super) const RUN: &[&str] = &[
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
];

/// The order of the properties of a cell.
const CELL: &[&str] = &[
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
];

/// The order of the parts of a level of a list.
const LEVEL: &[&str] = &[
    "start",
    "numFmt",
    "lvlRestart",
    "pStyle",
    "isLgl",
    "suff",
    "lvlText",
    "lvlPicBulletId",
    "legacy",
    "lvlJc",
    "pPr",
    "rPr",
];

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

/// The place of an element in an order; what is not in it comes last.
pub(super) fn rank(name: &str, order: &[&str]) -> usize {
    let local = name.strip_prefix("w:").unwrap_or(name);
    order.iter().position(|known| *known == local).unwrap_or(order.len())
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
