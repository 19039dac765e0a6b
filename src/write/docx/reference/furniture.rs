//! The headers and footers of a reference document, with their pictures.
//!
//! In: the sections of its text, and its parts. Out: [`Furniture`] that leads nowhere outside the file but by plain links, and
//! fetches nothing.
//!
//! Not here: headers and footers of our own; and what of a part is let in (`admission`, `frames`, `fields`).

use std::collections::BTreeMap;
use std::io;

use super::allowed::Part;
use super::archive::{Archive, ReferenceError, Related};
use super::fields::{self, fields};
use super::frames::{self, Needs, Pictures};
use super::left_out::LeftOut;
use super::names::Names;
use super::parts::{own, word_part};
use super::tree::{Element, Node};
use crate::text::{is_turn, turned};
use crate::write::docx::package::Relationships;

/// A header or a footer.
#[derive(Clone, Debug)]
pub(super) struct Furniture {
    /// `header` or `footer`.
    pub(super) piece: &'static str,
    /// The pages it stands on: `first`, `default` or `even`.
    pub(super) pages: &'static str,
    /// The part.
    pub(super) root: Element,
    /// What it needs.
    needs: Needs,
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
    styles: &Element,
    pictures: &mut Pictures,
    left_out: &mut LeftOut,
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
        let mut root = word_part(archive, &part.target, Part::Furniture, piece, left_out)?;
        let related = archive.relationships(&part.target)?;
        let needs = frames::settle(&mut root, archive, &related, pictures, piece, left_out)?;
        fields::settle(&mut root, styles, piece, left_out);
        set_straight(&mut root, piece, left_out);
        furniture.push(Furniture { piece, pages, root, needs });
    }
    Ok(furniture)
}

/// Takes out characters that turn words round, so that everybody reads what stands there.
fn set_straight(root: &mut Element, piece: &'static str, left_out: &mut LeftOut) {
    root.change(&mut |element| {
        let words = element.children.iter_mut().filter_map(|node| match node {
            Node::Words(words) => Some(words),
            Node::Element(_) => None,
        });
        let values = element.attributes.iter_mut().map(|(_, value)| value);
        for text in words.chain(values).filter(|text| turned(text).is_some()) {
            text.retain(|c| !is_turn(c));
            left_out.note(piece, "characters that turn words round (the words stay)");
        }
    });
}

/// Gives references to relationships their new ids.
fn renew_ids(root: &mut Element, ids: &BTreeMap<String, String>) {
    root.change(&mut |element| {
        for (key, value) in &mut element.attributes {
            if let Some(new) = Some(key).filter(|key| key.starts_with("r:")).and_then(|_| ids.get(value)) {
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
