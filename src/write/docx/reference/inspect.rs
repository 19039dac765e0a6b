//! What comes along with a reference document and deserves a look before it stands on every page of a policy.
//!
//! In: its styles, headers and footers. Out: remarks in plain words: colours too pale and letters too small to be read, watermarks, words and fields of the
//! file's own past.
//!
//! Not here: what is left behind (`file`, `furniture`).

use std::collections::BTreeSet;

use super::fields::fields;
use super::furniture::Furniture;
use super::styles::{find_named, named_by_id};
use super::tree::{Element, Node};
use crate::theme::Colour;

/// The styles that carry a policy's text, by the names that Word writes in every language.
const READ: [&str; 7] = ["Normal", "heading 1", "heading 2", "heading 3", "Title", "Subtitle", "List Paragraph"];
/// The size from which letters count as large, in half-points; bold ones count sooner.
const LARGE: (f64, f64) = (36.0, 28.0);
/// The size below which hardly anybody can read, in half-points.
const SMALLEST: f64 = 16.0;
/// Fields that show what the file was, until Word counts them anew.
const STALE: [&str; 5] = ["AUTHOR", "FILENAME", "STYLEREF", "SUBJECT", "TITLE"];
/// Words of a header that speak of one document, and not of the school.
const OF_ONE_DOCUMENT: [&str; 9] =
    ["approved", "draft", "handbook", "policy", "procedure", "review", "statement", "template", "version"];

/// Everything that deserves a look.
pub(super) fn remarks(styles: &Element, furniture: &[Furniture]) -> Vec<String> {
    let mut remarks: Vec<String> = READ.iter().filter_map(|name| pale(styles, name)).collect();
    remarks.extend(READ.iter().filter_map(|name| small(styles, name)));
    for Furniture { piece, root, .. } in furniture {
        if let Some(words) = watermark(root) {
            let words = if words.is_empty() { String::new() } else { format!(" (“{words}”)") };
            remarks.push(format!("its {piece} has a watermark{words}, which will stand on every page"));
        }
        let stale: BTreeSet<String> =
            fields(root).into_iter().filter(|field| STALE.contains(&field.as_str())).collect();
        let words = words(root);
        if !stale.is_empty() {
            let stale: Vec<String> = stale.into_iter().collect();
            remarks.push(format!(
                "its {piece} has fields ({}) that go on showing what they showed in the file, “{words}”, until Word counts them anew",
                stale.join(", ")
            ));
        } else if speaks_of_one_document(&words) {
            remarks.push(format!("its {piece} says “{words}”; take out what is not true of each document"));
        }
    }
    let mut known = BTreeSet::new();
    remarks.retain(|remark| known.insert(remark.clone()));
    remarks
}

/// What is wrong with a style whose words are too pale for their ground.
fn pale(styles: &Element, name: &str) -> Option<String> {
    let style = find_named(styles, "paragraph", name)?;
    let colour = |digits: &str| digits.parse::<Colour>().ok().filter(|_| digits.len() == 6);
    let words = colour(inherited(styles, style, &|style| style.value_at(&["w:rPr", "w:color"]))?)?;
    let fill = inherited(styles, style, &|style| style.child("w:pPr")?.child("w:shd")?.attribute("w:fill"));
    let ground = fill.and_then(colour).unwrap_or(Colour::WHITE);
    let size = inherited(styles, style, &|style| style.value_at(&["w:rPr", "w:sz"]));
    let size: f64 = size.and_then(|size| size.parse().ok()).unwrap_or(20.0);
    let bold = inherited(styles, style, &|style| {
        style.child("w:rPr")?.child("w:b").map(|bold| bold.attribute("w:val").unwrap_or("1"))
    });
    let is_bold = bold.is_some_and(|value| !matches!(value, "0" | "false" | "off"));
    let least = if size >= LARGE.0 || (is_bold && size >= LARGE.1) { 3.0 } else { 4.5 };
    let contrast = words.contrast(ground);
    // Cut off, so that it never looks better than it is.
    let shown = (contrast * 10.0).floor() / 10.0;
    (contrast < least).then(|| {
        format!(
            "the words of its style “{name}” ({}) have a contrast of {shown:.1} to 1 with their ground, and need {least} to 1 to be \
             readable with low vision (WCAG 2.2, level AA); choose a darker colour in the Word file",
            words.digits()
        )
    })
}

/// What is wrong with a style whose words are too small.
fn small(styles: &Element, name: &str) -> Option<String> {
    let style = find_named(styles, "paragraph", name)?;
    let size: f64 = inherited(styles, style, &|style| style.value_at(&["w:rPr", "w:sz"]))?.parse().ok()?;
    (size < SMALLEST).then(|| {
        let points = size / 2.0;
        format!("the words of its style “{name}” are {points:.1} points high, which few can read; choose 11 or more in the Word file")
    })
}

/// What a style says, or the nearest of those that it is based on.
fn inherited<'a>(
    styles: &'a Element,
    style: &'a Element,
    read: &impl Fn(&'a Element) -> Option<&'a str>,
) -> Option<&'a str> {
    /// More than any file has, and an end to those that go in circles.
    const DEEPEST: usize = 20;
    let mut style = style;
    for _ in 0..DEEPEST {
        if let Some(value) = read(style) {
            return Some(value);
        }
        style = named_by_id(styles, style.value_at(&["w:basedOn"])?)?;
    }
    None
}

/// The words of a watermark, if there is one; they may be a picture.
fn watermark(root: &Element) -> Option<String> {
    let mut found = None;
    root.each(&mut |element| {
        let is_named = ["id", "o:spid", "name", "descr"]
            .iter()
            .any(|key| element.attribute(key).is_some_and(|value| value.to_lowercase().contains("watermark")));
        if is_named && found.is_none() {
            found = Some(String::new());
        }
        if element.name == "v:textpath" {
            found = Some(element.attribute("string").unwrap_or_default().trim().to_owned());
        }
    });
    found
}

/// The words that are printed, on one line.
fn words(root: &Element) -> String {
    let mut words = String::new();
    root.each(&mut |element| match element.name.as_str() {
        "w:t" => element.children.iter().for_each(|node| {
            if let Node::Words(text) = node {
                words.push_str(text);
            }
        }),
        "w:p" | "w:tab" | "w:br" => words.push(' '),
        _ => {}
    });
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn speaks_of_one_document(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_alphanumeric());
    parts.any(|word| {
        let is_year =
            word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u16>().is_ok();
        is_year || OF_ONE_DOCUMENT.iter().any(|known| known.eq_ignore_ascii_case(word))
    })
}
