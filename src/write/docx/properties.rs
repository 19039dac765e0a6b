//! The properties of paragraphs and runs, and the lines round things.
//!
//! In: plain structs whose fields may be filled in any order. Out: elements in the order that the schema demands, so that an
//! element out of order cannot be written by the other files. The orders for parts that come from elsewhere are in `reference::order`.
//!
//! Not here: what the properties are for (`stylesheet` and the writers of blocks), or tables and pages (`table_properties`).

use std::io;

use super::lengths::Twips;
use super::xml::Xml;

/// A ruled line; one without weight takes away the line that the style below has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// `RRGGBB` or `auto`.
    pub(super) colour: &'a str,
    /// The weight in eighths of a point.
    pub(super) eighths: u32,
    /// The distance from the words in points.
    pub(super) space: u32,
}

/// The lines round a paragraph, a table or a cell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Borders<'a> {
    /// Above.
    pub(super) top: Option<Line<'a>>,
    /// On the left.
    pub(super) left: Option<Line<'a>>,
    /// Below.
    pub(super) bottom: Option<Line<'a>>,
    /// On the right.
    pub(super) right: Option<Line<'a>>,
    /// Between two paragraphs alike, or between the rows of a table.
    pub(super) between: Option<Line<'a>>,
    /// Between the columns of a table.
    pub(super) columns: Option<Line<'a>>,
}

impl Borders<'_> {
    /// Writes the lines in their container; `between` and `columns` are what the inner lines are called there.
    pub(super) fn write(&self, xml: &mut Xml, container: &str, [between, columns]: [&str; 2]) -> io::Result<()> {
        let edges = [
            ("w:top", self.top),
            ("w:left", self.left),
            ("w:bottom", self.bottom),
            ("w:right", self.right),
            (between, self.between),
            (columns, self.columns),
        ];
        if edges.iter().all(|(_, line)| line.is_none()) {
            return Ok(());
        }
        xml.element(container, &[], |xml| {
            edges.iter().filter_map(|(side, line)| line.map(|line| (side, line))).try_for_each(|(side, line)| {
                let (weight, space) = (line.eighths.to_string(), line.space.to_string());
                let kind = if line.eighths == 0 { "nil" } else { "single" };
                let attributes = [("w:val", kind), ("w:sz", &*weight), ("w:space", &*space), ("w:color", line.colour)];
                xml.empty(side, &attributes)
            })
        })
    }
}

/// Space above and below a paragraph, and the height of its lines in 240ths; what is none comes from the style.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spacing {
    /// Above.
    pub(super) before: Option<Twips>,
    /// Below.
    pub(super) after: Option<Twips>,
    /// The height of a line: 240 is single.
    pub(super) line: Option<u32>,
}

/// How far a paragraph stands in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Indent {
    /// From the left margin.
    pub(super) left: Twips,
    /// From the right margin; none as the style has it.
    pub(super) right: Option<Twips>,
    /// How far the first line stands out to the left of the others.
    pub(super) hanging: Twips,
}

/// A tab stop at the right, with dots on the way to it.
pub(super) const DOTTED: &str = "dotted";

/// The properties of a paragraph, of a style or of a numbering level: the children of `w:pPr`.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphProperties<'a> {
    /// The id of its style.
    pub(super) style: Option<&'a str>,
    /// On the same page as the next paragraph; none as the style has it.
    pub(super) keep_next: Option<bool>,
    /// Never split over two pages.
    pub(super) keep_lines: bool,
    /// First on its page.
    pub(super) page_break_before: bool,
    /// No single lines at the top or the foot of a page.
    pub(super) widow_control: bool,
    /// The list it belongs to and the level in it; list 0 takes it out of its style's list.
    pub(super) list: Option<(u32, u8)>,
    /// The lines round it.
    pub(super) borders: Borders<'a>,
    /// The colour of its ground.
    pub(super) ground: Option<&'a str>,
    /// Tab stops: `left`, `right` or [`DOTTED`], and where.
    pub(super) tabs: Vec<(&'static str, Twips)>,
    /// Space above, below and between the lines.
    pub(super) spacing: Spacing,
    /// How far it stands in.
    pub(super) indent: Option<Indent>,
    /// Its words stand at the right, as numbers do.
    pub(super) at_right: bool,
    /// Its level in the outline: 0 for a section, 9 for none.
    pub(super) outline: Option<u8>,
    /// Read from right to left.
    pub(super) right_to_left: bool,
}

impl ParagraphProperties<'_> {
    /// A paragraph of a style, and nothing else said.
    pub(super) fn styled(style: &str) -> ParagraphProperties<'_> {
        ParagraphProperties { style: Some(style), ..ParagraphProperties::default() }
    }

    /// Writes `w:pPr`.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.element("w:pPr", &[], |xml| {
            self.style.map_or(Ok(()), |style| xml.value("w:pStyle", style))?;
            self.keep_next.map_or(Ok(()), |keep| xml.value("w:keepNext", u8::from(keep)))?;
            xml.flag("w:keepLines", self.keep_lines)?;
            xml.flag("w:pageBreakBefore", self.page_break_before)?;
            xml.flag("w:widowControl", self.widow_control)?;
            self.list.map_or(Ok(()), |(list, level)| {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", level)?;
                    xml.value("w:numId", list)
                })
            })?;
            self.borders.write(xml, "w:pBdr", ["w:between", "w:bar"])?;
            shade(xml, self.ground)?;
            if !self.tabs.is_empty() {
                xml.element("w:tabs", &[], |xml| {
                    self.tabs.iter().try_for_each(|(side, at)| {
                        let at = at.to_string();
                        match *side {
                            DOTTED => xml.empty("w:tab", &[("w:val", "right"), ("w:leader", "dot"), ("w:pos", &at)]),
                            side => xml.empty("w:tab", &[("w:val", side), ("w:pos", &at)]),
                        }
                    })
                })?;
            }
            xml.flag("w:bidi", self.right_to_left)?;
            self.write_spacing(xml)?;
            self.indent.map_or(Ok(()), |indent| write_indent(xml, indent))?;
            if self.at_right {
                xml.value("w:jc", "right")?;
            }
            self.outline.map_or(Ok(()), |level| xml.value("w:outlineLvl", level))
        })
    }

    fn write_spacing(&self, xml: &mut Xml) -> io::Result<()> {
        let Spacing { before, after, line } = self.spacing;
        let values = [("w:before", before), ("w:after", after), ("w:line", line)];
        let values: Vec<(&str, String)> =
            values.into_iter().filter_map(|(name, value)| Some((name, value?.to_string()))).collect();
        if values.is_empty() {
            return Ok(());
        }
        let mut attributes: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        attributes.extend(line.map(|_| ("w:lineRule", "auto")));
        xml.empty("w:spacing", &attributes)
    }
}

fn write_indent(xml: &mut Xml, indent: Indent) -> io::Result<()> {
    let (left, right) = (indent.left.to_string(), indent.right.map(|right| right.to_string()));
    let hanging = indent.hanging.to_string();
    let mut attributes = vec![("w:left", left.as_str())];
    attributes.extend(right.as_deref().map(|right| ("w:right", right)));
    attributes.push(("w:hanging", &hanging));
    xml.empty("w:ind", &attributes)
}

/// Writes the ground of a paragraph or a cell.
pub(super) fn shade(xml: &mut Xml, ground: Option<&str>) -> io::Result<()> {
    ground.map_or(Ok(()), |fill| xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]))
}

/// The properties of a run of text, or of a style: the children of `w:rPr`.
#[derive(Clone, Debug, Default)]
pub(super) struct RunProperties<'a> {
    /// The id of its character style.
    pub(super) style: Option<&'a str>,
    /// The font family.
    pub(super) font: Option<&'a str>,
    /// Bold.
    pub(super) bold: bool,
    /// Italic.
    pub(super) italic: bool,
    /// `RRGGBB` or `auto`.
    pub(super) colour: Option<&'a str>,
    /// Half-points.
    pub(super) size: Option<u32>,
    /// Underlined.
    pub(super) underline: bool,
    /// Small and raised, as the reference to a note.
    pub(super) raised: bool,
    /// Read from right to left.
    pub(super) right_to_left: bool,
    /// The language of words read from right to left, as a BCP 47 tag.
    pub(super) bidi_language: Option<&'a str>,
    /// A BCP 47 tag.
    pub(super) language: Option<&'a str>,
}

impl RunProperties<'_> {
    /// Writes `w:rPr`, or nothing if there is nothing to say.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        let silent = !(self.bold || self.italic || self.underline || self.raised || self.right_to_left)
            && self.style.is_none()
            && self.font.is_none()
            && self.colour.is_none()
            && self.size.is_none()
            && self.bidi_language.is_none()
            && self.language.is_none();
        if silent {
            return Ok(());
        }
        xml.element("w:rPr", &[], |xml| {
            self.style.map_or(Ok(()), |style| xml.value("w:rStyle", style))?;
            self.font.map_or(Ok(()), |font| {
                let families = [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)];
                xml.empty("w:rFonts", &families)
            })?;
            xml.flag("w:b", self.bold)?;
            xml.flag("w:bCs", self.bold)?;
            xml.flag("w:i", self.italic)?;
            xml.flag("w:iCs", self.italic)?;
            self.colour.map_or(Ok(()), |colour| xml.value("w:color", colour))?;
            self.size.map_or(Ok(()), |size| {
                xml.value("w:sz", size)?;
                xml.value("w:szCs", size)
            })?;
            if self.underline {
                xml.value("w:u", "single")?;
            }
            if self.raised {
                xml.value("w:vertAlign", "superscript")?;
            }
            xml.flag("w:rtl", self.right_to_left)?;
            self.bidi_language.map_or(Ok(()), |tag| xml.empty("w:lang", &[("w:bidi", tag)]))?;
            self.language
                .map_or(Ok(()), |tag| xml.empty("w:lang", &[("w:val", tag), ("w:eastAsia", tag), ("w:bidi", "ar-SA")]))
        })
    }
}
