//! Our styles put into those of a reference document.
//!
//! In: both style sheets. Out: the reference document's own, with the styles added that our text needs and it lacks, and
//! [`Names`]: which of its styles stands for each of ours. Styles are known by their names, because Word writes "heading 1" in
//! every language, while ids are translated.
//!
//! What it has keeps its look. Three things are ours all the same: the numbers of headings and lists, because the text refers to
//! them; the language; and that a heading stays with what follows it.
//!
//! Not here: lists (`numbering`), or what our own styles look like (`stylesheet`).

use std::collections::BTreeSet;

use super::names::Names;
use super::order::{PARAGRAPH, RUN, STYLE};
use super::shift::Shift;
use super::tree::{Element, Node};
use crate::theme::Colour;
use crate::write::docx::look::Look;

/// The ground of tables and callouts.
const TINT: &str = "F2F2F2";

/// Puts our styles into those of the reference document.
pub(super) fn join(
    theirs: &Element,
    ours: &Element,
    language: &str,
    shift: Shift,
    ours_alone: &[&str],
) -> (Element, Names) {
    let mut joined = theirs.clone();
    if joined.child("w:docDefaults").is_none() {
        let defaults = ours.child("w:docDefaults").cloned().unwrap_or_default();
        joined.children.insert(0, Node::Element(defaults));
    }
    let mut names = Names { shift, ..Names::default() };
    let mut missing = Vec::new();
    let mut ids: BTreeSet<String> = styles(theirs).filter_map(id).map(str::to_lowercase).collect();
    for style in styles(ours) {
        let Some(our_id) = id(style) else { continue };
        let stand_in = find(theirs, style).or_else(|| stand_in(theirs, our_id)).and_then(id);
        let their_id = match stand_in {
            Some(known) => known.to_owned(),
            None => {
                missing.push(style);
                let free = |name: &String| !ids.contains(&name.to_lowercase());
                let numbered = (2..).map(|number| format!("{our_id}{number}"));
                std::iter::once(our_id.to_owned()).chain(numbered).find(free).unwrap_or_default()
            }
        };
        ids.insert(their_id.to_lowercase());
        names.theirs.insert(our_id.to_owned(), their_id);
    }
    for style in styles(ours) {
        number_as_ours(&mut joined, style, &mut names);
        if id(style).is_some_and(|id| ours_alone.contains(&id)) {
            stop_as_ours(&mut joined, style, &names);
        }
    }
    let heading =
        find_named(theirs, "paragraph", "heading 1").and_then(|style| style.child("w:rPr")?.child("w:rFonts"));
    for style in missing {
        let added = added(style, theirs, &names, heading);
        joined.children.push(Node::Element(added));
    }
    set_language(&mut joined, language);
    let known: BTreeSet<String> = styles(&joined).filter_map(id).map(str::to_owned).collect();
    // Some programs name styles that they do not write.
    let is_known = |id: Option<&str>| id.is_some_and(|id| known.contains(id));
    joined.retain(&|element| {
        !matches!(element.name.as_str(), "w:basedOn" | "w:next" | "w:link") || is_known(element.attribute("w:val"))
    });
    (joined, names)
}

fn styles(root: &Element) -> impl Iterator<Item = &Element> {
    root.elements().filter(|element| element.name == "w:style")
}

fn id(style: &Element) -> Option<&str> {
    style.attribute("w:styleId")
}

fn is_default(style: &Element) -> bool {
    matches!(style.attribute("w:default"), Some("1" | "true" | "on"))
}

pub(super) fn find_named<'a>(root: &'a Element, kind: &str, name: &str) -> Option<&'a Element> {
    styles(root).find(|style| {
        style.attribute("w:type") == Some(kind)
            && style.value_at(&["w:name"]).is_some_and(|known| known.eq_ignore_ascii_case(name))
    })
}

/// The style of that id.
pub(super) fn named_by_id<'a>(root: &'a Element, named: &str) -> Option<&'a Element> {
    styles(root).find(|style| id(style) == Some(named))
}

/// The style of the reference document with the name of ours; the default of its kind for a default.
fn find<'a>(theirs: &'a Element, ours: &Element) -> Option<&'a Element> {
    let kind = ours.attribute("w:type")?;
    let default = || styles(theirs).find(|style| style.attribute("w:type") == Some(kind) && is_default(style));
    let named = || find_named(theirs, kind, ours.value_at(&["w:name"])?);
    if is_default(ours) { default().or_else(named) } else { named() }
}

/// Running text looks as the reference document's own does, if that sets its paragraphs apart.
fn stand_in<'a>(theirs: &'a Element, our_id: &str) -> Option<&'a Element> {
    if our_id != "BodyText" {
        return None;
    }
    let normal = styles(theirs).find(|style| style.attribute("w:type") == Some("paragraph") && is_default(style))?;
    let after =
        |element: &Element| element.child("w:pPr")?.child("w:spacing")?.attribute("w:after")?.parse::<u32>().ok();
    let defaults = theirs.child("w:docDefaults").and_then(|defaults| after(defaults.child("w:pPrDefault")?));
    (after(normal).or(defaults)? > 0).then_some(normal)
}

/// Gives a style of the reference document the number that ours has, with the numbering's own indents.
fn number_as_ours(joined: &mut Element, ours: &Element, names: &mut Names) {
    let Some(their_id) = id(ours).and_then(|id| names.theirs.get(id)).cloned() else { return };
    let is_heading = id(ours).is_some_and(|id| id.starts_with("Heading"));
    let number = ours.child("w:pPr").and_then(|properties| properties.child("w:numPr")).map(|number| {
        let mut number = number.clone();
        names.apply(&mut number);
        number
    });
    if number.is_none() && !is_heading {
        return;
    }
    let Some(properties) = properties_of(joined, &their_id) else { return };
    let numbered_before = properties.child("w:numPr").is_some();
    if let Some(number) = number {
        names.counted.insert(their_id);
        properties.children.retain(|node| !is_named(node, &["w:ind", "w:tabs"]));
        set_children(properties, "w:numPr", number.children);
    } else if numbered_before {
        // The numbers are among the words.
        set_children(properties, "w:numPr", vec![Node::Element(Element::value("w:numId", "0"))]);
    }
    if is_heading {
        for keep in ["w:keepNext", "w:keepLines"] {
            if properties.child(keep).is_none() {
                properties.child_in_order(keep, PARAGRAPH);
            }
        }
    }
}

fn is_named(node: &Node, names: &[&str]) -> bool {
    matches!(node, Node::Element(element) if names.contains(&element.name.as_str()))
}

fn set_children(properties: &mut Element, name: &str, children: Vec<Node>) {
    if let Some(element) = properties.child_in_order(name, PARAGRAPH) {
        element.children = children;
    }
}

/// Gives a style of the reference document the tab stops that ours has.
fn stop_as_ours(joined: &mut Element, ours: &Element, names: &Names) {
    let tabs = ours.child("w:pPr").and_then(|properties| properties.child("w:tabs"));
    let Some(their_id) = id(ours).and_then(|id| names.theirs.get(id)) else { return };
    if let (Some(tabs), Some(properties)) = (tabs, properties_of(joined, their_id)) {
        set_children(properties, "w:tabs", tabs.children.clone());
    }
}

/// The paragraph properties of a style, to be changed.
fn properties_of<'a>(joined: &'a mut Element, their_id: &str) -> Option<&'a mut Element> {
    let is_it = |node: &&mut Node| matches!(node, Node::Element(style) if style.name == "w:style" && id(style) == Some(their_id));
    match joined.children.iter_mut().find(is_it)? {
        Node::Element(style) => style.child_in_order("w:pPr", STYLE),
        Node::Words(_) => None,
    }
}

/// A style of ours as it is added: by the reference document's names, and its headings in its headings' font.
fn added(ours: &Element, theirs: &Element, names: &Names, heading: Option<&Element>) -> Element {
    let mut style = ours.clone();
    let our_id = id(ours).unwrap_or_default();
    if let Some(new) = names.theirs.get(our_id) {
        style.set("w:styleId", new);
    }
    names.apply(&mut style);
    let has_default =
        styles(theirs).any(|known| known.attribute("w:type") == ours.attribute("w:type") && is_default(known));
    if has_default {
        style.attributes.retain(|(key, _)| key != "w:default");
    }
    let is_headline = our_id.starts_with("Heading") || matches!(our_id, "Title" | "Subtitle");
    if let Some(font) = heading.filter(|_| is_headline)
        && let Some(run) = style.child_in_order("w:rPr", STYLE)
    {
        run.children.retain(|node| !is_named(node, &["w:rFonts"]));
        run.children.insert(0, Node::Element(font.clone()));
    }
    style
}

/// Sets the language of every style; that of the defaults is there even if they had none.
fn set_language(joined: &mut Element, language: &str) {
    let run = joined
        .child_in_order("w:docDefaults", &["docDefaults"])
        .and_then(|defaults| defaults.child_in_order("w:rPrDefault", &["rPrDefault", "pPrDefault"]))
        .and_then(|defaults| defaults.child_in_order("w:rPr", &["rPr"]));
    if let Some(run) = run {
        run.child_in_order("w:lang", RUN);
    }
    joined.change(&mut |element| {
        if element.name == "w:lang" {
            element.set("w:val", language);
        }
    });
}

/// The look of what is added: neutral grounds and lines, the colour of the first heading, the size of the running text.
pub(super) fn look(theirs: &Element, ours: Look) -> Look {
    let heading = find_named(theirs, "paragraph", "heading 1");
    let colour = heading.and_then(|style| style.value_at(&["w:rPr", "w:color"])).filter(|colour| is_dark(colour));
    let normal = styles(theirs).find(|style| style.attribute("w:type") == Some("paragraph") && is_default(style));
    let size = |element: &Element| element.value_at(&["w:rPr", "w:sz"])?.parse::<f64>().ok();
    let defaults = theirs.child("w:docDefaults").and_then(|defaults| size(defaults.child("w:rPrDefault")?));
    // Word's own default is 10 points.
    let half_points = normal.and_then(size).or(defaults).unwrap_or(20.0);
    Look {
        text: "auto".to_owned(),
        muted: "595959".to_owned(),
        accent: colour.map_or("auto".to_owned(), str::to_ascii_uppercase),
        on_accent: None,
        tint: TINT.to_owned(),
        rule: "BFBFBF".to_owned(),
        body_size: half_points / 2.0,
        ..ours
    }
}

/// Whether words in this colour can be read on the grounds of tables and callouts, with a contrast of 4.5 to 1.
fn is_dark(colour: &str) -> bool {
    let parsed = |digits: &str| digits.parse::<Colour>().ok().filter(|_| digits.len() == 6);
    parsed(colour).zip(parsed(TINT)).is_some_and(|(colour, tint)| colour.is_readable_on(&[tint]))
}

#[cfg(test)]
mod tests {
    use super::is_dark;

    #[test]
    fn a_pale_heading_does_not_colour_what_is_added() {
        assert!(is_dark("14466B") && is_dark("000000"));
        assert!(!is_dark("F5C518") && !is_dark("auto") && !is_dark("FFFFFF"));
    }
}
