//! A whole Word document: its parts written and put into a package.
//!
//! In: a document, a theme, and what else it can have. Out: the bytes of the file.

use std::io;

use super::blocks::Place;
use super::furniture::Marks;
use super::headings;
use super::links::Bookmarks;
use super::look::Look;
use super::main_text::MainText;
use super::package::{MAIN, Package, REFERENCES, Relationships};
use super::properties::ParagraphProperties;
use super::reference::Reference;
use super::runs::Links;
use super::table_properties::PageProperties;
use super::template::Template;
use super::xml::Xml;
use super::{metadata, numbering, opening, remarks, styles};
use crate::doc::{Alike, Block, BlockKind, Document, Review};
use crate::logo::PictureKind;
use crate::theme::Theme;
use crate::write::error::WriteError;
use crate::write::remarked::Remarked;

/// What a Word document can have besides its text and its theme.
#[derive(Clone, Copy, Default)]
pub struct Extras<'a> {
    /// The file whose look is taken over.
    pub reference: Option<&'a Reference>,
    /// The remarks on the document: it becomes a review copy.
    pub review: Option<&'a Review>,
}

/// Writes a document as DOCX: the same bytes for the same document and theme.
///
/// # Errors
///
/// Fails only if the package cannot be put together, which in memory means a part beyond four gigabytes.
pub fn write_docx(document: &Document, theme: &Theme) -> Result<Vec<u8>, WriteError> {
    write_docx_with(document, theme, Extras::default())
}

/// Writes a document as DOCX with the look of a reference document.
///
/// # Errors
///
/// As [`write_docx`].
pub fn write_docx_with(document: &Document, theme: &Theme, extras: Extras<'_>) -> Result<Vec<u8>, WriteError> {
    let counted = numbering::Counted::of(&document.body);
    let look = extras.reference.map_or_else(|| Look::new(document, theme), |file| file.look(document, theme));
    let mut package = Package::default();
    let mut relationships = Relationships::default();
    let styles = styles::write_styles(&look, counted, extras.review.is_some())?;
    let template = Template::new(extras.reference, styles, &look)?;
    let settings = extras.reference.map(Reference::settings).cloned().unwrap_or_default();
    package.add_to_document(&mut relationships, "styles", "styles", template.styles.clone());
    let part = metadata::write_settings(&look, &settings)?;
    package.add_to_document(&mut relationships, "settings", "settings", part);
    let marks = Marks { document, look: &look, notice: extras.review.map(|review| review.notice.as_str()) };
    let furniture = template.add_furniture(&mut package, &mut relationships, &marks, &settings)?;
    let pages = PageProperties { setup: &look.page, furniture };
    // The pictures of a letterhead have the logo among them.
    let logo = theme.logo.as_ref().filter(|_| extras.reference.is_none_or(|file| !file.has_pictures()));
    let logo = logo.map(|logo| opening::CoverLogo::add(logo, &mut package, &mut relationships));
    let headings = [&document.front, &document.body].into_iter().flat_map(|blocks| headings::headings(blocks));
    let notes =
        document.blocks().map(|block| if let BlockKind::Notes(notes) = &block.kind { notes.len() } else { 0 }).sum();
    let mut text = MainText {
        links: Links {
            bookmarks: Bookmarks::of(headings).with_notes(notes),
            relationships,
            counts_headings: counted != numbering::Counted::Nothing,
        },
        lists: numbering::Lists::default(),
        counted,
        remarked: extras.review.map(|review| Remarked::new(document, review)),
        pictures: Vec::new(),
        text_width: look.text_width(),
        text_height: look.page.text_height(),
        alike: Alike::of(document),
        under: String::new(),
        under_number: false,
        gap: None,
    };
    let main = template.part(write_main(&mut text, document, logo.as_ref(), &pages)?)?;
    let numbering = template.numbering(numbering::write_numbering(&look, &text.lists, counted)?)?;
    package.add_to_document(&mut text.links.relationships, "numbering", "numbering", numbering);
    if let Some(remarked) = &text.remarked {
        let (comments, relationships) = remarks::write_comments(document, remarked)?;
        let of = &mut text.links.relationships;
        package.add_to_document(of, "comments", "comments", template.part(comments)?);
        package.add_relationships("comments.xml", &relationships)?;
    }
    for (name, png) in text.pictures.drain(..) {
        package.push(&format!("word/media/{name}"), PictureKind::Png.media_type(), png);
    }
    package.add_document(main, &text.links.relationships)?;
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    package.add("core-properties", "docProps/core.xml", core, metadata::write_core(document, &look)?);
    let app = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
    package.add("extended-properties", "docProps/app.xml", app, metadata::write_app(document)?);
    let custom = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
    package.add("custom-properties", "docProps/custom.xml", custom, metadata::write_custom(document)?);
    Ok(package.zip()?)
}

/// `word/document.xml`.
fn write_main(
    text: &mut MainText,
    document: &Document,
    logo: Option<&opening::CoverLogo>,
    pages: &PageProperties,
) -> io::Result<Vec<u8>> {
    Xml::part("w:document", &[MAIN, REFERENCES], |xml| {
        xml.element("w:body", &[], |xml| {
            text.write_opening(xml, document, logo)?;
            text.write_blocks(xml, &document.body, Place::default())?;
            let last = if document.body.is_empty() { &document.front } else { &document.body };
            if ends_with_table(last) {
                // Word does not end a document with a table.
                text.gap = None;
                text.write_paragraph(xml, ParagraphProperties::styled("TableText"), &[])?;
            }
            pages.write(xml)
        })
    })
}

fn ends_with_table(blocks: &[Block]) -> bool {
    match blocks.last().map(|block| &block.kind) {
        Some(BlockKind::Table(_)) => true,
        Some(BlockKind::List(list)) => list.items.last().is_some_and(|item| ends_with_table(item)),
        Some(BlockKind::Callout(inner) | BlockKind::Quotation(inner)) => ends_with_table(inner),
        _ => false,
    }
}
