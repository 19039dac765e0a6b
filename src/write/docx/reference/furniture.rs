//! The headers and footers of a reference document, with their pictures.
//!
//! In: the sections of its text, and its parts. Out: [`Furniture`] that leads nowhere outside the file but by plain links, and
//! fetches nothing.
//!
//! Not here: headers and footers of our own.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::archive::{Archive, ReferenceError, Related};
use super::names::Names;
use super::parts::{Media, own, word_part};
use super::tree::{Element, Node};

use crate::write::docx::links::address;
use crate::write::docx::package::Relationships;

/// Elements that are dropped if a relationship they need is: pictures, and what may stand in their place.
const FRAMES: [&str; 4] = ["mc:AlternateContent", "w:drawing", "w:pict", "w:object"];

/// Elements that a header of ours has no use for, or that lead elsewhere.
const UNWANTED: [&str; 14] = [
    "w:altChunk",
    "w:bookmarkEnd",
    "w:bookmarkStart",
    "w:commentRangeEnd",
    "w:commentRangeStart",
    "w:commentReference",
    "w:control",
    "w:dataBinding",
    "w:endnoteReference",
    "w:footnoteReference",
    "w:object",
    "w:permEnd",
    "w:permStart",
    "w:subDoc",
];

/// Fields that fetch from elsewhere, or run something.
const FETCHING: [&str; 12] = [
    "AUTOTEXT",
    "DATABASE",
    "DDE",
    "DDEAUTO",
    "IMPORT",
    "INCLUDE",
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "LINK",
    "MACROBUTTON",
    "MERGEFIELD",
    "RD",
];

/// The kinds of picture, and the endings of their files.
const PICTURES: [(&str, &str); 9] = [
    ("image/png", "png"),
    ("image/jpeg", "jpeg"),
    ("image/jpg", "jpeg"),
    ("image/gif", "gif"),
    ("image/bmp", "bmp"),
    ("image/tiff", "tiff"),
    ("image/svg+xml", "svg"),
    ("image/x-emf", "emf"),
    ("image/x-wmf", "wmf"),
];

/// A header or a footer.
#[derive(Clone, Debug)]
pub(super) struct Furniture {
    /// `header` or `footer`.
    pub(super) piece: &'static str,
    /// The pages it stands on: `first`, `default` or `even`.
    pub(super) pages: &'static str,
    /// The part.
    pub(super) root: Element,
    /// What it needs, by the ids in it: the kind, and the part in `word/` or the address outside.
    needs: Vec<(String, &'static str, String)>,
}

/// The properties of the sections of a text, in order.
pub(super) fn sections(text: &Element) -> Vec<&Element> {
    let mut sections = Vec::new();
    text.each(&mut |element| {
        if element.name == "w:sectPr" {
            sections.push(element);
        }
    });
    sections
}

/// Reads the headers and footers that the last section has or inherits; of those for the first page, the first section's.
pub(super) fn read(
    archive: &mut Archive<'_>,
    sections: &[&Element],
    related: &[Related],
    media: &mut BTreeMap<String, Media>,
    notes: &mut Vec<String>,
) -> Result<Vec<Furniture>, ReferenceError> {
    let mut chosen: BTreeMap<(&'static str, &'static str), &str> = BTreeMap::new();
    for reference in sections.iter().flat_map(|section| section.elements()) {
        let piece = match reference.name.as_str() {
            "w:headerReference" => "header",
            "w:footerReference" => "footer",
            _ => continue,
        };
        let pages = match reference.attribute("w:type") {
            Some("first") => "first",
            Some("even") => "even",
            _ => "default",
        };
        let Some(id) = reference.attribute("r:id") else { continue };
        if pages != "first" || !chosen.contains_key(&(piece, pages)) {
            chosen.insert((piece, pages), id);
        }
    }
    let mut furniture = Vec::new();
    for ((piece, pages), id) in chosen {
        let Some(part) = related.iter().find(|one| one.id == id && one.kind == piece && !one.external) else {
            continue;
        };
        furniture.push(read_one(archive, piece, pages, &part.target, media, notes)?);
    }
    Ok(furniture)
}

fn read_one(
    archive: &mut Archive<'_>,
    piece: &'static str,
    pages: &'static str,
    name: &str,
    media: &mut BTreeMap<String, Media>,
    notes: &mut Vec<String>,
) -> Result<Furniture, ReferenceError> {
    let mut root = word_part(archive, name)?;
    let mut needs = Vec::new();
    for one in archive.relationships(name)? {
        match (one.kind.as_str(), one.external) {
            ("hyperlink", true) => {
                needs.extend(address(&one.target).map(|address| (one.id, "hyperlink", address)));
            }
            ("image", false) => {
                if let Some(picture) = read_picture(archive, &one.target, media)? {
                    needs.push((one.id, "image", picture));
                }
            }
            _ => {}
        }
    }
    let kept: BTreeSet<&str> = needs.iter().map(|(id, ..)| id.as_str()).collect();
    let is_gone = |key: &str, value: &str| is_reference(key) && !value.is_empty() && !kept.contains(value);
    let is_lost = |element: &Element| {
        let mut lost = false;
        element.each(&mut |inner| {
            // A picture that is linked and carried too is not lost, nor one that only links to somewhere.
            let carried = |key: &str| key == "r:link" && inner.attribute("r:embed").is_some();
            lost |= !is_link(inner) && inner.attributes.iter().any(|(key, value)| is_gone(key, value) && !carried(key));
        });
        lost
    };
    let mut dropped = 0;
    root.each(&mut |element| dropped += usize::from(FRAMES.contains(&element.name.as_str()) && is_lost(element)));
    if dropped > 0 {
        notes.push(format!("what stands in the {piece} linked from elsewhere or in an unknown form"));
    }
    root.retain(&|element| {
        let name = element.name.as_str();
        let dead_link = is_link(element) && element.attribute("r:id").is_none_or(|id| !kept.contains(id));
        !(UNWANTED.contains(&name) || dead_link || FRAMES.contains(&name) && is_lost(element))
    });
    root.change(&mut |element| {
        element.attributes.retain(|(key, value)| {
            let leads_out = matches!(key.as_str(), "src" | "href" | "o:href" | "o:relid" | "r:link" | "w:rsidR");
            !leads_out && !is_gone(key, value)
        });
    });
    if fetches(&root) {
        notes.push(format!("the fields of the {piece}, one of which fetches from elsewhere; their words stay"));
        root = without_fields(root);
    }
    Ok(Furniture { piece, pages, root, needs })
}

/// The name of a picture in our package, read once however often it is used.
fn read_picture(
    archive: &mut Archive<'_>,
    name: &str,
    media: &mut BTreeMap<String, Media>,
) -> Result<Option<String>, ReferenceError> {
    let kind = archive.content_type(name).unwrap_or_default().to_lowercase();
    let Some((_, ending)) = PICTURES.iter().find(|(known, _)| *known == kind) else { return Ok(None) };
    let Some(bytes) = archive.part(name)? else { return Ok(None) };
    if let Some((known, _)) = media.iter().find(|(_, known)| known.bytes == bytes) {
        return Ok(Some(known.clone()));
    }
    let ours = format!("media/reference-{:03}.{ending}", media.len() + 1);
    media.insert(ours.clone(), Media { content_type: kind, bytes });
    Ok(Some(ours))
}

/// Whether an attribute names a relationship.
fn is_reference(key: &str) -> bool {
    key.starts_with("r:")
}

/// Whether an element makes a picture a link.
fn is_link(element: &Element) -> bool {
    element.name.starts_with("a:hlink")
}

/// The names of its fields.
pub(super) fn fields(root: &Element) -> Vec<String> {
    instructions(root).split('\n').filter_map(|field| field.split_whitespace().next()).map(str::to_owned).collect()
}

/// The instructions of its fields, a line each, in capitals.
fn instructions(root: &Element) -> String {
    let mut instructions = String::new();
    root.each(&mut |element| match element.name.as_str() {
        "w:instrText" => element.children.iter().for_each(|node| {
            if let Node::Words(words) = node {
                instructions.push_str(words);
            }
        }),
        "w:fldSimple" => instructions.push_str(&format!("\n{}\n", element.attribute("w:instr").unwrap_or_default())),
        // The end of one field is not the beginning of the next one's name.
        "w:fldChar" => instructions.push('\n'),
        _ => {}
    });
    instructions.to_uppercase()
}

fn fetches(root: &Element) -> bool {
    instructions(root).split_whitespace().any(|word| FETCHING.contains(&word))
}

/// The same with the results of its fields as plain words.
fn without_fields(mut root: Element) -> Element {
    root.retain(&|element| !matches!(element.name.as_str(), "w:instrText" | "w:fldChar"));
    root.change(&mut |element| {
        let mut children = Vec::with_capacity(element.children.len());
        for node in std::mem::take(&mut element.children) {
            match node {
                Node::Element(field) if field.name == "w:fldSimple" => children.extend(field.children),
                other => children.push(other),
            }
        }
        element.children = children;
    });
    root
}

/// Gives references to relationships their new ids.
pub(super) fn renew_ids(root: &mut Element, ids: &BTreeMap<String, String>) {
    root.change(&mut |element| {
        for (key, value) in &mut element.attributes {
            if let Some(new) = Some(key).filter(|key| is_reference(key)).and_then(|_| ids.get(value)) {
                value.clone_from(new);
            }
        }
    });
}

impl Furniture {
    /// Whether it says which page it is on.
    pub(super) fn has_page_number(&self) -> bool {
        fields(&self.root).iter().any(|field| field == "PAGE")
    }

    /// The part as it goes into the package, and its relationships: with marks above a header, and a line below a footer.
    pub(super) fn with_names(
        &self,
        names: &Names,
        marks: Option<&[u8]>,
        below: Option<&[u8]>,
    ) -> io::Result<(Element, Relationships)> {
        let mut root = self.root.clone();
        let mut relationships = Relationships::default();
        let new = |(id, kind, target): &(String, &'static str, String)| {
            (id.clone(), relationships.add(kind, target, *kind == "hyperlink"))
        };
        let ids = self.needs.iter().map(new).collect();
        renew_ids(&mut root, &ids);
        if let Some(marks) = marks.filter(|_| self.piece == "header") {
            let mut marks = own(marks)?;
            names.apply(&mut marks);
            root.children.splice(0..0, marks.children);
        }
        if let Some(line) = below.filter(|_| self.piece == "footer") {
            let mut line = own(line)?;
            names.apply(&mut line);
            root.children.append(&mut line.children);
        }
        Ok((root, relationships))
    }
}
