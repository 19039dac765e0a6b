//! The package: parts, their content types, the relationships between them, joined in a ZIP file.
//!
//! In: parts as bytes. Out: the DOCX file, the same bytes for the same parts: every date in it is fixed.
//!
//! Not here: what the parts say.

use std::io;

use super::xml::Xml;
use crate::write::archive::write_archive;

/// The namespace of WordprocessingML.
pub(super) const MAIN: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
/// The namespace of references to relationships.
pub(super) const REFERENCES: (&str, &str) =
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// One part of the package.
struct Part {
    name: String,
    content_type: String,
    bytes: Vec<u8>,
}

/// A relationship of a part to another, or to an address outside.
struct Relationship {
    kind: &'static str,
    target: String,
    external: bool,
}

/// The relationships of one part.
#[derive(Default)]
pub(super) struct Relationships(Vec<Relationship>);

impl Relationships {
    /// The id of the relationship to an address outside, which is listed once however often it is linked.
    pub(super) fn address(&mut self, address: &str) -> String {
        match self.0.iter().position(|known| known.external && known.target == address) {
            Some(index) => id(index),
            None => self.add("hyperlink", address, true),
        }
    }

    /// A relationship to a part, or to an address outside; gives its id.
    pub(super) fn add(&mut self, kind: &'static str, target: &str, external: bool) -> String {
        self.0.push(Relationship { kind, target: target.to_owned(), external });
        id(self.0.len() - 1)
    }

    fn write(&self) -> io::Result<Vec<u8>> {
        Xml::part("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
            self.0.iter().enumerate().try_for_each(|(index, relationship)| {
                let (id, kind) = (id(index), kind_address(relationship.kind));
                let mut attributes = vec![("Id", &*id), ("Type", &*kind), ("Target", &*relationship.target)];
                attributes.extend(relationship.external.then_some(("TargetMode", "External")));
                xml.empty("Relationship", &attributes)
            })
        })
    }
}

fn id(index: usize) -> String {
    format!("rId{}", index + 1)
}

fn kind_address(kind: &str) -> String {
    if kind == "core-properties" { CORE.to_owned() } else { format!("{OFFICE}/{kind}") }
}

/// The package while its parts come in.
#[derive(Default)]
pub(super) struct Package {
    parts: Vec<Part>,
    relationships: Relationships,
}

impl Package {
    /// Adds a part that the package itself names.
    pub(super) fn add(&mut self, kind: &'static str, name: &str, content_type: &str, bytes: Vec<u8>) {
        self.relationships.add(kind, name, false);
        self.push(name, content_type, bytes);
    }

    /// Adds a part of the main document, `word/<name>.xml`, and gives the id of the relationship to it.
    pub(super) fn add_to_document(
        &mut self,
        of: &mut Relationships,
        kind: &'static str,
        name: &str,
        bytes: Vec<u8>,
    ) -> String {
        self.add_part(of, kind, &format!("{name}.xml"), &format!("{WORD}.{kind}+xml"), bytes)
    }

    /// Adds a part of any type, `word/<name>`, and gives the id of the relationship to it.
    pub(super) fn add_part(
        &mut self,
        of: &mut Relationships,
        kind: &'static str,
        name: &str,
        content_type: &str,
        bytes: Vec<u8>,
    ) -> String {
        self.push(&format!("word/{name}"), content_type, bytes);
        of.add(kind, name, false)
    }

    /// Adds the relationships of the part `word/<name>`, if it has any.
    pub(super) fn add_relationships(&mut self, name: &str, relationships: &Relationships) -> io::Result<()> {
        if !relationships.0.is_empty() {
            self.push(&format!("word/_rels/{name}.rels"), "", relationships.write()?);
        }
        Ok(())
    }

    /// Adds a picture of the main document, `word/media/<name>`, and gives the id of the relationship to it.
    pub(super) fn add_picture(
        &mut self,
        of: &mut Relationships,
        name: &str,
        content_type: &str,
        bytes: Vec<u8>,
    ) -> String {
        self.push(&format!("word/media/{name}"), content_type, bytes);
        of.add("image", &format!("media/{name}"), false)
    }

    /// Adds the main document with its relationships.
    pub(super) fn add_document(&mut self, bytes: Vec<u8>, relationships: &Relationships) -> io::Result<()> {
        self.add("officeDocument", "word/document.xml", &format!("{WORD}.document.main+xml"), bytes);
        self.push("word/_rels/document.xml.rels", "", relationships.write()?);
        Ok(())
    }

    /// Adds a part by its whole name.
    pub(super) fn push(&mut self, name: &str, content_type: &str, bytes: Vec<u8>) {
        self.parts.push(Part { name: name.to_owned(), content_type: content_type.to_owned(), bytes });
    }

    fn content_types(&self) -> io::Result<Vec<u8>> {
        Xml::part("Types", &[("xmlns", CONTENT_TYPES)], |xml| {
            let relationships = "application/vnd.openxmlformats-package.relationships+xml";
            xml.empty("Default", &[("Extension", "rels"), ("ContentType", relationships)])?;
            xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
            self.parts.iter().filter(|part| !part.content_type.is_empty()).try_for_each(|part| {
                let name = format!("/{}", part.name);
                xml.empty("Override", &[("PartName", &name), ("ContentType", &part.content_type)])
            })
        })
    }

    /// The DOCX file.
    pub(super) fn zip(&self) -> io::Result<Vec<u8>> {
        let (types, relationships) = (self.content_types()?, self.relationships.write()?);
        let first = [("[Content_Types].xml", &*types), ("_rels/.rels", &*relationships)];
        let parts = self.parts.iter().map(|part| (&*part.name, &*part.bytes));
        write_archive(first.into_iter().chain(parts))
    }
}
