//! The properties of tables, cells and pages.
//!
//! In: plain structs whose fields may be filled in any order. Out: elements in the order that the schema demands, as in
//! `properties`.
//!
//! Not here: how a table is laid out (`table`) or looks (`stylesheet`).

use std::io;

use super::lengths::{MARGIN, PAGE, Twips};
use super::properties::{Borders, shade};
use super::xml::Xml;

/// The properties of a table, or of a table style: the children of `w:tblPr`.
#[derive(Clone, Debug, Default)]
pub(super) struct TableProperties<'a> {
    /// The id of its style.
    pub(super) style: Option<&'a str>,
    /// Its width; a table that states it has a fixed layout.
    pub(super) width: Option<Twips>,
    /// How far it stands in.
    pub(super) indent: Option<Twips>,
    /// The lines round it and between its rows.
    pub(super) borders: Borders<'a>,
    /// The space between a cell's edge and its words: above and below, left and right.
    pub(super) padding: Option<(Twips, Twips)>,
    /// True if its first row and first column are headers, and look so.
    pub(super) headers: bool,
    /// What it shows, for those who do not see it.
    pub(super) caption: Option<&'a str>,
}

impl TableProperties<'_> {
    /// Writes `w:tblPr`.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.element("w:tblPr", &[], |xml| {
            self.style.map_or(Ok(()), |style| xml.value("w:tblStyle", style))?;
            self.width.map_or(Ok(()), |width| length(xml, "w:tblW", width))?;
            self.indent.map_or(Ok(()), |indent| length(xml, "w:tblInd", indent))?;
            self.borders.write(xml, "w:tblBorders", ["w:insideH", "w:insideV"])?;
            if self.width.is_some() {
                xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            }
            self.padding.map_or(Ok(()), |(vertical, horizontal)| {
                xml.element("w:tblCellMar", &[], |xml| {
                    length(xml, "w:top", vertical)?;
                    length(xml, "w:left", horizontal)?;
                    length(xml, "w:bottom", vertical)?;
                    length(xml, "w:right", horizontal)
                })
            })?;
            if self.headers {
                let on = [("w:val", "06A0"), ("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "1")];
                let off = [("w:lastColumn", "0"), ("w:noHBand", "1"), ("w:noVBand", "1")];
                xml.empty("w:tblLook", &[&on[..], &off[..]].concat())?;
            }
            // Not in `w:tblDescription` too: what reads both would say it twice.
            self.caption.map_or(Ok(()), |caption| xml.value("w:tblCaption", caption))
        })
    }
}

/// The properties of a cell, or of the cells that a table style means: the children of `w:tcPr`.
#[derive(Clone, Debug, Default)]
pub(super) struct CellProperties<'a> {
    /// Its width.
    pub(super) width: Option<Twips>,
    /// The lines round it.
    pub(super) borders: Borders<'a>,
    /// The colour of its ground.
    pub(super) ground: Option<&'a str>,
    /// Where its words stand: `top`, `center` or `bottom`.
    pub(super) align: Option<&'static str>,
}

impl CellProperties<'_> {
    /// Writes `w:tcPr`.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.element("w:tcPr", &[], |xml| {
            self.width.map_or(Ok(()), |width| length(xml, "w:tcW", width))?;
            self.borders.write(xml, "w:tcBorders", ["w:insideH", "w:insideV"])?;
            shade(xml, self.ground)?;
            self.align.map_or(Ok(()), |align| xml.value("w:vAlign", align))
        })
    }
}

fn length(xml: &mut Xml, name: &str, twips: Twips) -> io::Result<()> {
    xml.empty(name, &[("w:w", &twips.to_string()), ("w:type", "dxa")])
}

/// The attributes of `w:pgMar`, in order.
pub(super) const EDGES: [&str; 7] = ["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter"];

/// The size of the pages and their margins.
#[derive(Clone, Debug)]
pub(super) struct PageSetup {
    /// Width and height.
    pub(super) size: (Twips, Twips),
    /// Printed sideways.
    pub(super) landscape: bool,
    /// The margins, as [`EDGES`] names them; those above and below the text may be negative, for fixed ones.
    pub(super) edges: [i32; 7],
    /// The first page has its own header and footer.
    pub(super) title_page: bool,
}

impl Default for PageSetup {
    fn default() -> PageSetup {
        let (margin, furniture) = (MARGIN.cast_signed(), (MARGIN / 2).cast_signed());
        let edges = [margin, margin, margin, margin, furniture, furniture, 0];
        PageSetup { size: PAGE, landscape: false, edges, title_page: true }
    }
}

impl PageSetup {
    /// The width that text has.
    pub(super) fn text_width(&self) -> Twips {
        let [_, right, _, left, _, _, gutter] = self.edges.map(|edge| Twips::try_from(edge).unwrap_or(0));
        self.size.0.saturating_sub(right.saturating_add(left).saturating_add(gutter))
    }

    /// The height that text has.
    pub(super) fn text_height(&self) -> Twips {
        let [top, _, bottom, ..] = self.edges.map(i32::unsigned_abs);
        self.size.1.saturating_sub(top.saturating_add(bottom))
    }
}

/// The properties of the pages: the children of `w:sectPr`.
pub(super) struct PageProperties<'a> {
    /// Size and margins.
    pub(super) setup: &'a PageSetup,
    /// Headers and footers: which (`header`), on which pages (`first`, `default`), and the id of the relationship to it.
    pub(super) furniture: Vec<(&'static str, &'static str, String)>,
}

impl PageProperties<'_> {
    /// Writes `w:sectPr`.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.element("w:sectPr", &[], |xml| {
            self.furniture.iter().try_for_each(|(piece, pages, id)| {
                xml.empty(&format!("w:{piece}Reference"), &[("w:type", *pages), ("r:id", id)])
            })?;
            let (width, height) = (self.setup.size.0.to_string(), self.setup.size.1.to_string());
            let size = [("w:w", &*width), ("w:h", &height), ("w:orient", "landscape")];
            xml.empty("w:pgSz", &size[..if self.setup.landscape { 3 } else { 2 }])?;
            let edges = self.setup.edges.map(|edge| edge.to_string());
            let edges: Vec<(&str, &str)> = EDGES.into_iter().zip(edges.iter().map(String::as_str)).collect();
            xml.empty("w:pgMar", &edges)?;
            xml.empty("w:cols", &[("w:space", "720")])?;
            xml.flag("w:titlePg", self.setup.title_page)
        })
    }
}
