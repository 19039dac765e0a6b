//! What the file of an SVG says of the picture, as far as formats of documents could take it differently.
//!
//! In: the text of a file. Out: width and height; or why the picture would not look the same everywhere, in words that continue
//! "the file …". It is the only user of roxmltree.
//!
//! Not here: drawing it (`picture`).

use roxmltree::Document;

/// What is wrong with a file that brings in another.
const REACHES_OUT: &str = "is an SVG that fetches something from elsewhere, or runs a program";
/// What is wrong with a file that is none of the known kinds.
const NO_PICTURE: &str = "is not a whole PNG, JPEG or SVG picture, whatever its name says";

/// What may not stand in the text of a file, in small letters.
const PROGRAMS: [&str; 3] = ["<script", "<foreignobject", "xml-stylesheet"];
/// How a file names rules of its own, which could make it grow without end; older drawing programs write the first of them.
const RULES: [&str; 2] = ["<!doctype", "<!entity"];
/// Elements that not every program draws, or each in its own way, with what to say of them.
const UNSURE: [(&str, &str); 9] = [
    ("text", "is an SVG with letters in a font that not every computer has; turn the text into paths"),
    ("image", "is an SVG with a photograph inside"),
    ("animate", "is an SVG that moves"),
    ("animateMotion", "is an SVG that moves"),
    ("animateTransform", "is an SVG that moves"),
    ("set", "is an SVG that moves"),
    ("switch", "is an SVG with several pictures, of which each program takes another"),
    ("filter", "is an SVG with effects such as shadows, which programs draw differently"),
    ("mask", "is an SVG with effects such as shadows, which programs draw differently"),
];

/// The size of an SVG: its view box, or else its width and height.
pub(super) fn svg_size(bytes: &[u8]) -> Result<(f64, f64), String> {
    let text = std::str::from_utf8(bytes).map_err(|_| NO_PICTURE)?;
    let small = text.to_ascii_lowercase();
    if small.contains("<svg") && RULES.iter().any(|part| small.contains(part)) {
        return Err("is an SVG with rules of its own (`<!DOCTYPE`), as older drawing programs write it".to_owned());
    }
    if PROGRAMS.iter().any(|part| small.contains(part)) || reaches_out(&small) {
        return Err(if small.contains("<svg") { REACHES_OUT } else { NO_PICTURE }.to_owned());
    }
    let svg = Document::parse(text).map_err(|_| NO_PICTURE)?;
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
    let names = || svg.descendants().map(|node| node.tag_name().name());
    if let Some((_, why)) = UNSURE.iter().find(|(unsure, _)| names().any(|name| name == *unsure)) {
        return Err((*why).to_owned());
    }
    let length =
        |name| -> Option<f64> { root.attribute(name)?.trim().trim_end_matches(char::is_alphabetic).parse().ok() };
    let own = length("width").zip(length("height"));
    let Some(view) = root.attribute("viewBox") else { return own.ok_or_else(|| no_size().to_owned()) };
    let numbers: Vec<f64> = view.split([' ', ',', '\n', '\t']).filter_map(|number| number.parse().ok()).collect();
    let [_, _, width, height] = numbers[..] else { return Err(no_size().to_owned()) };
    match own {
        Some((w, h)) if (w * height - h * width).abs() > 0.02 * (w * height).abs() => {
            Err("is an SVG whose width and height do not fit the picture inside".to_owned())
        }
        _ => Ok((width, height)),
    }
}

fn no_size() -> &'static str {
    "is an SVG that does not say how wide and how high it is"
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
