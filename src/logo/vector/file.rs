//! The file of an SVG: its text, its frame, and what is written in its place.
//!
//! In: the bytes of a file. Out: a [`Vector`], or why there is none, in words that continue "the file …".
//!
//! Not here: its elements (`walk`).

use roxmltree::{Document, Node, ParsingOptions};
use svgtypes::ViewBox;

use super::limits::{LARGEST, LONGEST_SIDE, MOST_EQUALS, MOST_NODES};
use super::room::{TOO_MUCH, View};
use super::rules::Rules;
use super::values::{length, number, sound};
use super::walk::Walk;

/// What is wrong with a file that brings in another.
const REACHES_OUT: &str = "is an SVG that fetches something from elsewhere, or runs a program";
/// What is wrong with a file that is none of the known kinds.
const NO_PICTURE: &str = "is not a whole PNG, JPEG or SVG picture, whatever its name says";
/// What is wrong with a file without a frame.
const NO_SIZE: &str = "is an SVG that does not say how wide and how high it is";

/// What may not stand in the text of a file, in small letters.
const PROGRAMS: [&str; 3] = ["<script", "<foreignobject", "xml-stylesheet"];
/// How a file names rules of its own, which could make it grow without end; older drawing programs write the first of them.
const RULES: [&str; 2] = ["<!doctype", "<!entity"];

/// An SVG written anew.
pub(in crate::logo) struct Vector {
    /// Its text.
    pub(in crate::logo) svg: String,
    /// Width and height in its own units.
    pub(in crate::logo) size: (f64, f64),
}

/// Reads an SVG and writes it anew.
pub(in crate::logo) fn written_anew(bytes: &[u8]) -> Result<Vector, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| NO_PICTURE)?;
    let small = text.to_ascii_lowercase();
    let is_svg = small.contains("<svg");
    if bytes.len() > LARGEST && is_svg {
        return Err(format!("is an SVG larger than {} MB", LARGEST >> 20));
    }
    if is_svg && RULES.iter().any(|part| small.contains(part)) {
        return Err("is an SVG with rules of its own (`<!DOCTYPE`), as older drawing programs write it".to_owned());
    }
    if PROGRAMS.iter().any(|part| small.contains(part)) || reaches_out(&small) {
        return Err(if is_svg { REACHES_OUT } else { NO_PICTURE }.to_owned());
    }
    // Many attributes of one element are compared with one another, each with each.
    if text.split('<').any(|tag| tag.matches('=').count() > MOST_EQUALS) {
        return Err(if is_svg { TOO_MUCH } else { NO_PICTURE }.to_owned());
    }
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let svg = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => TOO_MUCH,
        _ => NO_PICTURE,
    })?;
    let root = svg.root_element();
    if root.tag_name().name() != "svg" || !root.has_children() {
        return Err(NO_PICTURE.to_owned());
    }
    // Once more as it is read: in the text a letter can be written as `&#114;`.
    let values =
        svg.descendants().flat_map(|node| node.attributes().map(|attribute| attribute.value()).chain(node.text()));
    if values.map(str::to_ascii_lowercase).any(|value| reaches_out(&value)) {
        return Err(REACHES_OUT.to_owned());
    }
    let view = view(root)?;
    let styles = svg.descendants().filter(|node| node.tag_name().name() == "style");
    let rules = Rules::of(styles.flat_map(|style| style.children().filter_map(|child| child.text())))?;
    let drawn = Walk::of(root, &rules, view).drawn(root)?;
    let [left, top, width, height] = [view.left, view.top, view.width, view.height].map(number);
    let head = format!("viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\"");
    let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {head}>{drawn}</svg>");
    Ok(Vector { svg, size: (view.width, view.height) })
}

/// The frame: the view box, or else width and height.
fn view(root: Node<'_, '_>) -> Result<View, String> {
    let side = |name: &str| root.attribute(name).filter(|text| !text.contains('%')).map(|text| length(text, 0.0));
    let own = side("width").transpose()?.zip(side("height").transpose()?);
    let view = match root.attribute("viewBox") {
        None => own.map(|(width, height)| View { left: 0.0, top: 0.0, width, height }),
        Some(text) => {
            text.trim().parse().ok().map(|ViewBox { x, y, w, h }| View { left: x, top: y, width: w, height: h })
        }
    };
    let view = view.ok_or(NO_SIZE)?;
    let is_sound = |length: f64| length > 0.0 && length <= LONGEST_SIDE;
    if !is_sound(view.width) || !is_sound(view.height) || sound(view.left).and(sound(view.top)).is_err() {
        return Err(NO_SIZE.to_owned());
    }
    match own {
        Some((w, h)) if (w * view.height - h * view.width).abs() > 0.02 * (w * view.height).abs() => {
            Err("is an SVG whose width and height do not fit the picture inside".to_owned())
        }
        _ => Ok(view),
    }
}

/// Whether some words of an SVG, in small letters, refer to anything but a part of the picture itself or a picture within it, or to the
/// colours of the reader's screen.
fn reaches_out(words: &str) -> bool {
    let is_own = |at: usize, sign: &str| {
        let to = words[at + sign.len()..].trim_start_matches(['=', '"', '\'', ' ', '\n', '\t', '\r']);
        to.starts_with('#') || to.starts_with("data:image/")
    };
    words.contains("@import")
        || words.contains("@media")
        || ["href", "url("].iter().any(|sign| words.match_indices(sign).any(|(at, _)| !is_own(at, sign)))
}
