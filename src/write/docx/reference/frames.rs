//! What in a header or footer needs another part or an address: pictures, and links to the web.
//!
//! In: a part as it was let in, and its relationships. Out: the same with only those pictures and links that can be carried over, and what
//! they need. A frame that has lost its picture goes with it: an empty frame would be a hole in the page.
//!
//! Not here: what a picture is (`logo`).

use std::collections::{BTreeMap, BTreeSet};

use super::archive::{Archive, ReferenceError, Related};
use super::left_out::{LeftOut, shown};
use super::tree::{Element, Node};
use crate::logo::{Room, dots_anew};
use crate::write::docx::links::address;

/// What holds a picture or a shape.
const SHAPES: [&str; 14] = [
    "pic:pic",
    "v:arc",
    "v:curve",
    "v:group",
    "v:line",
    "v:oval",
    "v:polyline",
    "v:rect",
    "v:roundrect",
    "v:shape",
    "wpc:wpc",
    "wpg:wgp",
    "wps:wsp",
    "v:imagedata",
];
/// What a drawing can be, by the namespace that it names.
const KINDS: [&str; 4] = [
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
];
/// The most different pictures of a file.
const MOST_PICTURES: usize = 40;

/// What a part needs, by the ids in it: the kind, and the part in `word/` or the address outside.
pub(super) type Needs = Vec<(String, &'static str, String)>;

/// The pictures that were read so far.
#[derive(Default)]
pub(super) struct Pictures {
    /// The pictures by their names in our package.
    pub(super) media: BTreeMap<String, Vec<u8>>,
    /// Which part of the file is which of them.
    read: BTreeMap<String, Result<String, String>>,
    room: Room,
}

impl Pictures {
    /// The name in our package of a picture of the file, which is read once however often it is used.
    fn name_of(&mut self, archive: &mut Archive<'_>, part: &str) -> Result<Result<String, String>, ReferenceError> {
        if let Some(known) = self.read.get(part) {
            return Ok(known.clone());
        }
        let taken = match archive.part(part)? {
            _ if self.read.len() >= MOST_PICTURES => Err("is one of too many".to_owned()),
            None => Err("is not in the file".to_owned()),
            Some(bytes) => dots_anew(&bytes, &mut self.room)
                .map(|picture| self.add(picture))
                .map_err(|why| format!("{why}; save it anew as a PNG and put that in its place")),
        };
        self.read.insert(part.to_owned(), taken.clone());
        Ok(taken)
    }

    fn add(&mut self, picture: Vec<u8>) -> String {
        if let Some((known, _)) = self.media.iter().find(|(_, known)| **known == picture) {
            return known.clone();
        }
        let name = format!("media/reference-{:03}.png", self.media.len() + 1);
        self.media.insert(name.clone(), picture);
        name
    }
}

/// Leaves only pictures and links that can be carried over; gives what they need.
pub(super) fn settle(
    root: &mut Element,
    archive: &mut Archive<'_>,
    related: &[Related],
    pictures: &mut Pictures,
    piece: &'static str,
    left_out: &mut LeftOut,
) -> Result<Needs, ReferenceError> {
    let mut used = BTreeSet::new();
    root.each(&mut |element| used.extend(leading(element).map(|(_, id)| id.to_owned())));
    let mut needs = Needs::new();
    let mut is_told = false;
    for one in related.iter().filter(|one| used.remove(&one.id)) {
        match (one.kind.as_str(), one.external) {
            ("hyperlink", true) => match address(&one.target) {
                Some(address) => needs.push((one.id.clone(), "hyperlink", address)),
                None => left_out.note(piece, format!("the link to “{}” (its words stay)", shown(&one.target))),
            },
            ("image", false) => match pictures.name_of(archive, &one.target)? {
                Ok(name) => needs.push((one.id.clone(), "image", name)),
                Err(why) => {
                    is_told = true;
                    left_out.note(piece, format!("a picture that {why}"));
                }
            },
            ("image", true) => {
                is_told = true;
                left_out.note(piece, "a picture that is linked from elsewhere");
            }
            _ => {}
        }
    }
    let of_kind = |kind: &str| needs.iter().filter(|(_, known, _)| *known == kind).map(|(id, ..)| id.clone()).collect();
    let mut settling = Settling { links: of_kind("hyperlink"), pictures: of_kind("image"), lost: 0 };
    settling.settle(root);
    if settling.lost > 0 && !is_told {
        left_out.note(piece, "a drawing that is neither a picture nor a plain shape");
    }
    Ok(needs)
}

/// The relationship that an element needs, and the attribute that names it.
fn leading(element: &Element) -> Option<(&str, &str)> {
    let leads = element.attributes.iter().find(|(key, _)| key.starts_with("r:"))?;
    Some((&leads.0, &leads.1))
}

struct Settling {
    links: BTreeSet<String>,
    pictures: BTreeSet<String>,
    /// How many frames are gone.
    lost: usize,
}

impl Settling {
    /// Settles what is in an element, the innermost first.
    fn settle(&mut self, element: &mut Element) {
        let mut children = Vec::with_capacity(element.children.len());
        for node in std::mem::take(&mut element.children) {
            match node {
                Node::Element(mut child) => {
                    self.settle(&mut child);
                    self.settled(child, &mut children);
                }
                words => children.push(words),
            }
        }
        element.children = children;
        let ends_in_paragraph = |element: &Element| element.elements().last().is_some_and(|last| last.name == "w:p");
        // Each of these has to end in a paragraph.
        if ["w:ftr", "w:hdr", "w:tc", "w:txbxContent"].contains(&element.name.as_str()) && !ends_in_paragraph(element) {
            element.children.push(Node::Element(Element { name: "w:p".to_owned(), ..Element::default() }));
        }
    }

    /// Adds what becomes of an element to those beside it.
    fn settled(&mut self, mut child: Element, beside: &mut Vec<Node>) {
        let id = leading(&child).map(|(_, id)| id.to_owned());
        let leads_to = |ids: &BTreeSet<String>| id.as_ref().is_some_and(|id| ids.contains(id));
        let has = |name: &str| child.child(name).is_some();
        let is_kept = match child.name.as_str() {
            "a:hlinkClick" => leads_to(&self.links),
            "w:hyperlink" => {
                if !leads_to(&self.links) {
                    // Its words stay.
                    return beside.append(&mut child.children);
                }
                true
            }
            "v:fill" => {
                if !leads_to(&self.pictures) {
                    child.attributes.retain(|(key, _)| !key.starts_with("r:"));
                }
                true
            }
            "w:drawing" | "w:pict" => {
                let is_whole = self.is_whole(&child);
                self.lost += usize::from(!is_whole);
                is_whole
            }
            "mc:Choice" => child.attribute("Requires").is_some() && (has("w:drawing") || has("w:pict")),
            "mc:Fallback" => has("w:drawing") || has("w:pict"),
            "mc:AlternateContent" => {
                if !has("mc:Choice") {
                    // Without an alternative it is no alternative.
                    let only = child.children.into_iter().filter_map(|node| match node {
                        Node::Element(fallback) => Some(fallback.children),
                        Node::Words(_) => None,
                    });
                    return beside.extend(only.flatten());
                }
                true
            }
            "wps:txbx" => has("w:txbxContent"),
            "w:tr" => has("w:tc"),
            "w:tbl" => has("w:tr"),
            _ => true,
        };
        if is_kept {
            beside.push(Node::Element(child));
        }
    }

    /// Whether a frame shows something, and has all its pictures.
    fn is_whole(&self, frame: &Element) -> bool {
        let (mut shows, mut is_whole) = (false, true);
        frame.each(&mut |inner| {
            shows |= SHAPES.contains(&inner.name.as_str());
            is_whole &= match inner.name.as_str() {
                "a:blip" | "v:imagedata" => leading(inner).is_some_and(|(_, id)| self.pictures.contains(id)),
                "a:graphicData" => inner.attribute("uri").is_some_and(|uri| KINDS.contains(&uri)),
                _ => true,
            };
        });
        shows && is_whole
    }
}
