//! A picture that stands in a line of text, with the words for those who do not see it.
//!
//! In: the id of a relationship to the picture's part, a size, a description. Out: one run with a `w:drawing`.
//!
//! Not here: which pictures there are, and the parts that hold them (`package`).

use std::io;

use super::xml::Xml;

const DRAWING: (&str, &str) = ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
const MAIN: (&str, &str) = ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
const PICTURE: (&str, &str) = ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");

/// What Word calls an English metric unit: so many to a millimetre.
const UNITS: f64 = 36_000.0;

/// A picture to be drawn in a line.
pub(super) struct Drawing<'a> {
    /// Its number among the document's pictures, from 1.
    pub(super) number: usize,
    /// The relationship to the picture.
    pub(super) picture: &'a str,
    /// Width and height in millimetres.
    pub(super) size: (f64, f64),
    /// What it says to those who do not see it.
    pub(super) alt: &'a str,
}

impl Drawing<'_> {
    /// Writes the run.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let units = |millimetres: f64| ((millimetres * UNITS).round() as u64).to_string();
        let (width, height) = (units(self.size.0), units(self.size.1));
        let extent = [("cx", &*width), ("cy", &*height)];
        let number = self.number.to_string();
        let name = format!("Picture {number}");
        let words = [("id", &*number), ("name", &*name), ("descr", self.alt)];
        let edges = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
        xml.element("w:r", &[], |xml| {
            xml.element("w:drawing", &[], |xml| {
                xml.element("wp:inline", &[&[DRAWING][..], &edges].concat(), |xml| {
                    xml.empty("wp:extent", &extent)?;
                    xml.empty("wp:docPr", &words)?;
                    xml.element("a:graphic", &[MAIN], |xml| {
                        xml.element("a:graphicData", &[("uri", PICTURE.1)], |xml| {
                            xml.element("pic:pic", &[PICTURE], |xml| {
                                xml.element("pic:nvPicPr", &[], |xml| {
                                    xml.empty("pic:cNvPr", &words)?;
                                    xml.empty("pic:cNvPicPr", &[])
                                })?;
                                self.write_fill(xml)?;
                                write_shape(xml, &extent)
                            })
                        })
                    })
                })
            })
        })
    }

    fn write_fill(&self, xml: &mut Xml) -> io::Result<()> {
        xml.element("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("r:embed", self.picture)])?;
            xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]))
        })
    }
}

fn write_shape(xml: &mut Xml, extent: &[(&str, &str)]) -> io::Result<()> {
    xml.element("pic:spPr", &[], |xml| {
        xml.element("a:xfrm", &[], |xml| {
            xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
            xml.empty("a:ext", extent)
        })?;
        xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]))
    })
}
