//! The remarks of a review copy as Word comments, and the key to its marks.
//!
//! In: a [`Remarked`] document. Out: `word/comments.xml`, the anchors of its comments in the text, the marks before the clauses,
//! and the key on the first page.
//!
//! Not here: what is remarked (`draft`), or where a remark begins and ends (`remarked`).

use std::io;

use super::main_text::MainText;
use super::metadata::is_date;
use super::package::{MAIN, REFERENCES, Relationships};
use super::properties::{Borders, Line, ParagraphProperties, RunProperties};
use super::runs::{Links, write_run};
use super::xml::Xml;
use crate::doc::{Document, Inline, Mark};
use crate::write::remarked::{Leaf, Remarked};

/// Who speaks in the comments, and by what initials.
const AUTHOR: (&str, &str) = ("careers-policy", "cp");

/// The line at the side of a marked paragraph or table.
pub(super) fn side(mark: &Mark) -> Line<'_> {
    Line { colour: &mark.colour, eighths: 24, space: 6 }
}

/// Writes the anchor where a remark begins, and the mark before the clause's words.
pub(super) fn write_begin(xml: &mut Xml, leaf: Leaf<'_>) -> io::Result<()> {
    let Some(number) = leaf.begins else { return Ok(()) };
    xml.empty("w:commentRangeStart", &[("w:id", &number.to_string())])?;
    leaf.mark.map_or(Ok(()), |mark| write_mark(xml, mark))
}

/// Writes the anchor where a remark ends.
pub(super) fn write_end(xml: &mut Xml, leaf: Leaf<'_>) -> io::Result<()> {
    let Some(number) = leaf.ends else { return Ok(()) };
    let number = number.to_string();
    xml.empty("w:commentRangeEnd", &[("w:id", &number)])?;
    xml.element("w:r", &[], |xml| {
        RunProperties { style: Some("CommentReference"), ..RunProperties::default() }.write(xml)?;
        xml.empty("w:commentReference", &[("w:id", &number)])
    })
}

fn write_mark(xml: &mut Xml, mark: &Mark) -> io::Result<()> {
    let properties = RunProperties { bold: true, colour: Some(&mark.colour), ..RunProperties::default() };
    write_run(xml, &format!("[{}] ", mark.label), &properties)
}

impl MainText<'_> {
    /// Writes the key to the marks of a review copy.
    pub(super) fn write_key(&mut self, xml: &mut Xml) -> io::Result<()> {
        let Some(review) = self.remarked.as_ref().map(|remarked| remarked.review) else { return Ok(()) };
        let words = |words: &str| vec![Inline::Text(words.to_owned())];
        self.write_paragraph(xml, ParagraphProperties::styled("FrontHeading"), &words(&review.key))?;
        self.write_paragraph(xml, ParagraphProperties::styled("BodyText"), &words(&review.about))?;
        review.marks.iter().try_for_each(|mark| {
            let borders = Borders { left: Some(side(mark)), ..Borders::default() };
            xml.element("w:p", &[], |xml| {
                ParagraphProperties { borders, ..ParagraphProperties::styled("BodyText") }.write(xml)?;
                write_mark(xml, mark)?;
                write_run(xml, &mark.meaning, &RunProperties::default())
            })
        })
    }
}

/// `word/comments.xml` with the relationships of its links.
pub(super) fn write_comments(document: &Document, remarked: &Remarked<'_>) -> io::Result<(Vec<u8>, Relationships)> {
    let mut links = Links::default();
    let date = format!("{}T00:00:00Z", document.made_on);
    let part = Xml::part("w:comments", &[MAIN, REFERENCES], |xml| {
        remarked.runs.iter().enumerate().try_for_each(|(number, remark)| {
            let number = number.to_string();
            let mut attributes = vec![("w:id", &*number), ("w:author", AUTHOR.0), ("w:initials", AUTHOR.1)];
            if is_date(&document.made_on) {
                attributes.push(("w:date", &date));
            }
            let label = remarked.review.mark_of(remark).map_or("", |mark| &mark.label);
            let title = Inline::Strong(vec![Inline::Text(format!("[{label}] {}", remark.title))]);
            xml.element("w:comment", &attributes, |xml| {
                std::iter::once(&vec![title]).chain(&remark.paragraphs).try_for_each(|words| {
                    xml.element("w:p", &[], |xml| {
                        ParagraphProperties::styled("CommentText").write(xml)?;
                        links.write_runs(xml, words)
                    })
                })
            })
        })
    })?;
    Ok((part, links.relationships))
}
