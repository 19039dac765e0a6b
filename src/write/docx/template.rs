//! What a document takes from its template: its styles, headers and footers, ours or those of a reference document.
//!
//! In: a [`Reference`], if there is one, and the parts as we write them. Out: the same parts as they go into the package.
//!
//! Not here: how a reference document is read and joined to ours (`reference`).

use std::io;

use super::furniture::{Marks, write_first_header, write_footer, write_header, write_marks, write_page_number};
use super::look::Look;
use super::metadata::Settings;
use super::package::{Package, Relationships};
use super::reference::{Names, Reference};

/// What a document takes from its template.
pub(super) struct Template<'a> {
    /// `word/styles.xml`.
    pub(super) styles: Vec<u8>,
    of: Option<(&'a Reference, Names)>,
}

impl<'a> Template<'a> {
    /// Puts our styles into those of the reference document.
    pub(super) fn new(reference: Option<&'a Reference>, ours: Vec<u8>, look: &Look) -> io::Result<Template<'a>> {
        let Some(reference) = reference else { return Ok(Template { styles: ours, of: None }) };
        let (styles, names) = reference.join_styles(&ours, &look.language)?;
        Ok(Template { styles, of: Some((reference, names)) })
    }

    /// A part of ours, with the reference document's names for styles and lists.
    pub(super) fn part(&self, part: Vec<u8>) -> io::Result<Vec<u8>> {
        self.of.as_ref().map_or(Ok(part.clone()), |(reference, names)| reference.with_names(&part, names))
    }

    /// `word/numbering.xml`.
    pub(super) fn numbering(&self, ours: Vec<u8>) -> io::Result<Vec<u8>> {
        self.of.as_ref().map_or(Ok(ours.clone()), |(reference, names)| reference.join_numbering(&ours, names))
    }

    /// Adds headers and footers: the reference document's own, and ours where it has none at all or none that could bear
    /// the marks. Gives each piece, the pages it is for, and the id of the relationship to it.
    pub(super) fn add_furniture(
        &self,
        package: &mut Package,
        relationships: &mut Relationships,
        marks: &Marks<'_>,
        settings: &Settings,
    ) -> io::Result<Vec<(&'static str, &'static str, String)>> {
        let mut furniture = Vec::new();
        if let Some((reference, names)) = &self.of {
            reference.add_theme(package, relationships)?;
            let above = marks.any().then(|| write_marks(marks)).transpose()?;
            furniture.extend(reference.add_furniture(
                package,
                relationships,
                names,
                above.as_deref(),
                &write_page_number()?,
            )?);
        }
        let has = |piece, pages| self.of.as_ref().is_some_and(|(reference, _)| reference.has(piece, pages));
        let pages = [("first", marks.look.page.title_page), ("default", true), ("even", settings.even_and_odd)];
        for (piece, pages) in ["header", "footer"].into_iter().flat_map(|piece| pages.map(|pages| (piece, pages))) {
            let part = match (piece, pages) {
                (_, (_, false)) => continue,
                ("header", (pages, _)) if has("header", None) => {
                    if has("header", Some(pages)) || !marks.any() {
                        continue;
                    }
                    write_marks(marks)?
                }
                (_, _) if has(piece, None) => continue,
                ("header", ("first", _)) => write_first_header(marks)?,
                ("header", _) => write_header(marks)?,
                (_, _) => write_footer(marks.document)?,
            };
            let (pages, _) = pages;
            let name = if pages == "default" { piece.to_owned() } else { format!("{piece}-{pages}") };
            let id = package.add_to_document(relationships, piece, &name, self.part(part)?);
            furniture.push((piece, pages, id));
        }
        Ok(furniture)
    }
}
