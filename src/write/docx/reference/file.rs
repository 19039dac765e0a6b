//! A reference document as it was read, and what of it goes into a document of ours.
//!
//! In: the bytes of the file. Out: a [`Reference`].

use std::collections::BTreeMap;
use std::io;

use super::allowed::Part;
use super::archive::{Archive, ReferenceError};
use super::frames::Pictures;
use super::furniture::{self, Furniture};
use super::left_out::LeftOut;
use super::names::Names;
use super::parts::{own, target, word_part};
use super::shift::Shift;
use super::spaces::declare;
use super::tree::Element;
use super::{inspect, numbering, styles, theme};
use crate::doc::Document;
use crate::theme::Theme;
use crate::write::docx::lengths::Twips;
use crate::write::docx::look::Look;
use crate::write::docx::metadata::Settings;
use crate::write::docx::package::{Package, Relationships};
use crate::write::docx::table_properties::{EDGES, PageSetup};

/// The narrowest text that a table still fits in: about 8 cm.
const NARROWEST: Twips = 4_500;
/// The most styles: as many as Word itself can have in a document.
const MOST_STYLES: usize = 4_100;
/// The lowest page, and the longest side that Word knows.
const LOWEST: Twips = 6_000;
const LARGEST: Twips = 31_680;

/// A Word file whose look is taken over.
#[derive(Clone, Debug)]
pub struct Reference {
    styles: Element,
    numbering: Option<Element>,
    theme: Option<Element>,
    fonts: Option<Element>,
    furniture: Vec<Furniture>,
    media: BTreeMap<String, Vec<u8>>,
    page: PageSetup,
    settings: Settings,
    notes: Vec<String>,
    remarks: Vec<String>,
}

impl Reference {
    /// Reads a reference document.
    ///
    /// # Errors
    /// If the file is no Word document that can be used; the error says what to do.
    pub fn read(bytes: &[u8]) -> Result<Reference, ReferenceError> {
        let mut archive = Archive::open(bytes)?;
        let main = target(&archive.relationships("")?, "officeDocument").ok_or(ReferenceError::NotWord)?;
        let kind = archive.content_type(&main).unwrap_or_default();
        if kind.contains("macroEnabled") || archive.has_type(|kind| kind.contains("vbaProject")) {
            return Err(ReferenceError::Macros);
        }
        if !kind.contains("wordprocessingml") {
            return Err(ReferenceError::NotWord);
        }
        let related = archive.relationships(&main)?;
        let mut left_out = LeftOut::default();
        let mut read = |kind: &str, part: Part, piece: &'static str| match target(&related, kind) {
            Some(name) => word_part(&mut archive, &name, part, piece, &mut left_out).map(Some),
            None => Ok(None),
        };
        let styles = read("styles", Part::Styles, "styles")?;
        let styles = styles.ok_or_else(|| ReferenceError::Damaged("it has no styles".into()))?;
        if styles.elements().count() > MOST_STYLES {
            return Err(ReferenceError::TooLarge("its styles".to_owned()));
        }
        let numbering = read("numbering", Part::Numbering, "lists")?;
        let settings = read("settings", Part::Settings, "settings")?;
        let fonts = read("fontTable", Part::Fonts, "fonts")?;
        let theme = read("theme", Part::Theme, "theme")?.and_then(|root| theme::whole(&root));
        let text = word_part(&mut archive, &main, Part::Text, "text", &mut left_out)?;
        let sections = furniture::sections(&text);
        let mut pictures = Pictures::default();
        let furniture = furniture::read(&mut archive, &sections, &related, &styles, &mut pictures, &mut left_out)?;
        let media = pictures.media;
        let mut notes: Vec<String> = left_out.sentence().into_iter().collect();
        let title_page = sections.first().into_iter().chain(sections.last()).any(|section| is_on(section, "w:titlePg"));
        let page = match sections.last().and_then(|section| page_setup(section)) {
            Some(Ok(page)) => page,
            Some(Err(why)) => {
                notes.push(why);
                PageSetup::default()
            }
            None => PageSetup::default(),
        };
        let remarks = inspect::remarks(&styles, &furniture);
        // With no header and no footer of its own, the first page is ours to shape.
        let mut page = PageSetup { title_page: title_page || furniture.is_empty(), ..page };
        // A file without a header may have it at the edge of the paper, and ours is to stand there.
        for (edge, piece) in [(4, "header"), (5, "footer")] {
            if furniture.iter().all(|one| one.piece != piece) {
                page.edges[edge] = page.edges[edge].max(PageSetup::default().edges[edge]);
            }
        }
        let settings = settings.as_ref().map(settings_of).unwrap_or_default();
        Ok(Reference { styles, numbering, theme, fonts, furniture, media, page, settings, notes, remarks })
    }

    /// What of the file was left behind, and why.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What came along and deserves a look before it stands in a policy.
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// The look of what the file has no style for, after its first heading and its running text.
    pub(in crate::write::docx) fn look(&self, document: &Document, theme: &Theme) -> Look {
        let look = styles::look(&self.styles, Look::new(document, theme));
        Look { page: self.page.clone(), ..look }
    }

    /// Whether there are pictures in its headers or footers.
    pub(in crate::write::docx) fn has_pictures(&self) -> bool {
        !self.media.is_empty()
    }

    /// What of its settings concerns the look.
    pub(in crate::write::docx) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether it has a header or a footer on any page, or on these.
    pub(in crate::write::docx) fn has(&self, piece: &str, pages: Option<&str>) -> bool {
        self.furniture.iter().any(|one| one.piece == piece && pages.is_none_or(|pages| one.pages == pages))
    }

    /// Our styles put into its own: the part, and which of its styles stands for each of ours.
    pub(in crate::write::docx) fn join_styles(&self, ours: &[u8], language: &str) -> io::Result<(Vec<u8>, Names)> {
        let users: Vec<&Element> =
            std::iter::once(&self.styles).chain(self.furniture.iter().map(|furniture| &furniture.root)).collect();
        let shift = Shift::beyond(self.numbering.as_ref(), &users);
        // A style of theirs that only our own header or footer will use has our tab stops.
        let free = [("header", "Header"), ("footer", "Footer")].into_iter().filter(|(piece, _)| !self.has(piece, None));
        let ours_alone: Vec<&str> = free.map(|(_, style)| style).collect();
        let (styles, names) = styles::join(&self.styles, &own(ours)?, language, shift, &ours_alone);
        Ok((declared(styles)?, names))
    }

    /// Its numbering after ours.
    pub(in crate::write::docx) fn join_numbering(&self, ours: &[u8], names: &Names) -> io::Result<Vec<u8>> {
        declared(numbering::join(own(ours)?, self.numbering.as_ref(), names))
    }

    /// A part of ours with its names for the styles.
    pub(in crate::write::docx) fn with_names(&self, part: &[u8], names: &Names) -> io::Result<Vec<u8>> {
        let mut root = own(part)?;
        names.apply(&mut root);
        root.to_part()
    }

    /// Puts its theme and its table of fonts into the package.
    pub(in crate::write::docx) fn add_theme(&self, package: &mut Package, of: &mut Relationships) -> io::Result<()> {
        if let Some(theme) = &self.theme {
            let kind = "application/vnd.openxmlformats-officedocument.theme+xml";
            package.add_part(of, "theme", "theme/theme1.xml", kind, declared(theme.clone())?);
        }
        if let Some(fonts) = &self.fonts {
            package.add_to_document(of, "fontTable", "fontTable", declared(fonts.clone())?);
        }
        Ok(())
    }

    /// Puts its headers and footers into the package, each header with the marks of the document's state at its top, and a footer
    /// with the number of the page where the file has none; gives the pieces, the pages they are for, and the ids of the relationships to them.
    pub(in crate::write::docx) fn add_furniture(
        &self,
        package: &mut Package,
        of: &mut Relationships,
        names: &Names,
        marks: Option<&[u8]>,
        page_number: &[u8],
    ) -> io::Result<Vec<(&'static str, &'static str, String)>> {
        let mut references = Vec::new();
        for (name, picture) in &self.media {
            package.push(&format!("word/{name}"), "image/png", picture.clone());
        }
        for (index, furniture) in self.furniture.iter().enumerate() {
            // Somewhere on the page stands its number.
            let counted = self.furniture.iter().any(|one| one.pages == furniture.pages && one.has_page_number());
            let below = Some(page_number).filter(|_| !counted);
            let (root, relationships) = furniture.with_names(names, marks, below)?;
            let name = format!("reference-{}{}", furniture.piece, index + 1);
            let id = package.add_to_document(of, furniture.piece, &name, declared(root)?);
            package.add_relationships(&format!("{name}.xml"), &relationships)?;
            references.push((furniture.piece, furniture.pages, id));
        }
        Ok(references)
    }
}

/// A part with the namespaces that it uses.
fn declared(mut root: Element) -> io::Result<Vec<u8>> {
    declare(&mut root);
    root.to_part()
}

/// The page of a section, if it has one; or why it is not taken over.
fn page_setup(section: &Element) -> Option<Result<PageSetup, String>> {
    let number = |element: &Element, name: &str| element.attribute(name)?.parse::<i32>().ok();
    let size = section.child("w:pgSz")?;
    let length = |name| number(size, name).and_then(|length| Twips::try_from(length).ok());
    let margins = section.child("w:pgMar")?;
    let setup = PageSetup {
        size: (length("w:w")?, length("w:h")?),
        landscape: size.attribute("w:orient") == Some("landscape"),
        edges: EDGES.map(|edge| number(margins, edge).unwrap_or(0)),
        title_page: false,
    };
    let centimetres = |twips: Twips| f64::from(twips) / 567.0;
    if setup.text_width() < NARROWEST {
        return Some(Err(format!(
            "its page size and margins, which leave {:.1} cm for the text; a table needs {:.1} cm, so the pages are A4 with our margins",
            centimetres(setup.text_width()),
            centimetres(NARROWEST)
        )));
    }
    if setup.size.0 > LARGEST || !(LOWEST..=LARGEST).contains(&setup.size.1) {
        let (width, height) = (centimetres(setup.size.0), centimetres(setup.size.1));
        return Some(Err(format!("its page of {width:.1} by {height:.1} cm; the pages are A4 with our margins")));
    }
    Some(Ok(setup))
}

fn settings_of(settings: &Element) -> Settings {
    Settings {
        mirrored_margins: is_on(settings, "w:mirrorMargins"),
        even_and_odd: is_on(settings, "w:evenAndOddHeaders"),
        colours: settings.child("w:clrSchemeMapping").map(|map| map.attributes.clone()).unwrap_or_default(),
    }
}

/// Whether a switch is there and not turned off.
fn is_on(element: &Element, name: &str) -> bool {
    element.child(name).is_some_and(|switch| !matches!(switch.attribute("w:val"), Some("0" | "false" | "off")))
}
