//! The blocks of a document: headings, paragraphs, lists, callouts, quotations and notes.
//!
//! In: [`Block`]s. Out: the paragraphs of `word/document.xml`. No paragraph is empty for the sake of space: what follows a
//! table or a callout is set apart by its own space above.
//!
//! Not here: tables (`table`), pictures (`picture`), the cover and the contents (`opening`).

use std::io;

use super::lengths::{CALLOUT_INDENT, GAP, HEADING_STEP, LIST_END, LIST_GAP, LIST_STEP, Twips};
use super::links::{note, note_reference};
use super::main_text::MainText;
use super::numbering::{BULLETS, Counted};
use super::properties::{Borders, Indent, ParagraphProperties, RunProperties, Spacing};
use super::remarks::{side, write_begin, write_end};
use super::runs::{reads_right_to_left, write_run};
use super::xml::Xml;
use crate::doc::{Block, BlockKind, BlockNumber, Heading, Inline, List, is_note, leads_in};
use crate::write::remarked::Leaf;

/// Where a block stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// Before the contents.
    front: bool,
    /// In a callout.
    callout: bool,
    /// In a quotation.
    quotation: bool,
    /// In how many lists.
    depth: u8,
    /// Under a paragraph with a number in the margin, with whose words the list begins.
    numbered: bool,
}

impl Place {
    /// The place before the contents, where headings have no numbers.
    pub(super) fn front() -> Place {
        Place { front: true, ..Place::default() }
    }

    /// How far the words of running text stand in here.
    pub(super) fn indent(self) -> Twips {
        let margin = if self.numbered { HEADING_STEP } else { 0 };
        margin + LIST_STEP * Twips::from(self.depth) + if self.callout || self.quotation { CALLOUT_INDENT } else { 0 }
    }
}

impl<'a> MainText<'a> {
    /// Writes blocks one after another.
    pub(super) fn write_blocks(&mut self, xml: &mut Xml, blocks: &[Block], place: Place) -> io::Result<()> {
        blocks.iter().enumerate().try_for_each(|(index, block)| {
            let following = blocks.get(index + 1);
            let next = following.map(|block| &block.kind);
            match &block.kind {
                BlockKind::Heading(heading) => self.write_heading(xml, heading, place),
                BlockKind::Paragraph(words) => {
                    let introduces = matches!(next, Some(BlockKind::List(_)));
                    let keep_next =
                        (introduces || leads_in(words, next) || place.callout && next.is_some()).then_some(true);
                    let spacing = Spacing { after: introduces.then_some(LIST_GAP), ..Spacing::default() };
                    let properties = ParagraphProperties { keep_next, spacing, ..running_text(place) };
                    let leaf = self.leaf(block);
                    match &block.number {
                        Some(number) => self.write_numbered(xml, properties, "NumberedText", number, words, leaf),
                        None => self.write_leaf(xml, properties, words, leaf),
                    }
                }
                BlockKind::List(list) => self.write_list(xml, list, place),
                BlockKind::Table(table) => {
                    self.write_table(xml, table, place, self.leaf(block), is_note(block, following))
                }
                BlockKind::Callout(inner) => self.write_callout(xml, inner, place),
                BlockKind::Quotation(inner) => self.write_quotation(xml, inner, place),
                BlockKind::Notes(notes) => self.write_notes(xml, notes, place),
                BlockKind::Picture(picture) => self.write_picture(xml, picture, place, self.leaf(block)),
            }
        })
    }

    /// Writes a paragraph, on a new page or with a gap above it if that is due.
    pub(super) fn write_paragraph(
        &mut self,
        xml: &mut Xml,
        properties: ParagraphProperties,
        words: &[Inline],
    ) -> io::Result<()> {
        self.write_leaf(xml, properties, words, Leaf::default())
    }

    /// What a block bears of the review.
    pub(super) fn leaf(&self, block: &Block) -> Leaf<'a> {
        self.remarked.as_ref().map(|remarked| remarked.leaf(block)).unwrap_or_default()
    }

    /// Writes a paragraph that may be remarked on.
    pub(super) fn write_leaf(
        &mut self,
        xml: &mut Xml,
        properties: ParagraphProperties,
        words: &[Inline],
        leaf: Leaf<'_>,
    ) -> io::Result<()> {
        let properties = ParagraphProperties { right_to_left: reads_right_to_left(words), ..properties };
        self.write_leaf_of(xml, properties, leaf, |text, xml| text.links.write_runs(xml, words))
    }

    /// Writes a paragraph that may be remarked on, of whatever the closure writes in it.
    pub(super) fn write_leaf_of(
        &mut self,
        xml: &mut Xml,
        properties: ParagraphProperties,
        leaf: Leaf<'_>,
        content: impl FnOnce(&mut Self, &mut Xml) -> io::Result<()>,
    ) -> io::Result<()> {
        let left = leaf.mark.map(side).or(properties.borders.left);
        let mut properties = ParagraphProperties { borders: Borders { left, ..properties.borders }, ..properties };
        properties.spacing.before = properties.spacing.before.or(self.gap.take());
        xml.element("w:p", &[], |xml| {
            properties.write(xml)?;
            write_begin(xml, leaf)?;
            content(self, xml)?;
            write_end(xml, leaf)
        })
    }

    /// Writes a paragraph or an item with a number, which Word counts if it can.
    fn write_numbered(
        &mut self,
        xml: &mut Xml,
        properties: ParagraphProperties,
        style: &'static str,
        number: &BlockNumber,
        words: &[Inline],
        leaf: Leaf<'_>,
    ) -> io::Result<()> {
        let list = self.counted.place(number);
        if list.is_some() {
            self.under_number = true;
            let properties = ParagraphProperties { style: Some(style), list, indent: None, ..properties };
            return self.write_leaf(xml, properties, words, leaf);
        }
        let number = Inline::Text(format!("{number} "));
        self.write_leaf(xml, properties, &[&[number][..], words].concat(), leaf)
    }

    fn write_heading(&mut self, xml: &mut Xml, heading: &Heading, place: Place) -> io::Result<()> {
        // Headings have more space above them than any gap.
        self.gap = None;
        self.under.clone_from(&heading.text);
        self.under_number = false;
        let (style, words) = self.heading_style(heading, place);
        let uncounted = self.counted.heading(heading.level) && !place.front && heading.number.is_none();
        let properties = ParagraphProperties {
            list: uncounted.then_some((0, 0)),
            indent: uncounted.then(Indent::default),
            ..ParagraphProperties::styled(style)
        };
        let bookmark = self.links.bookmarks.begin(&heading.id);
        xml.element("w:p", &[], |xml| {
            properties.write(xml)?;
            let Some((id, name)) = bookmark else { return write_run(xml, &words, &RunProperties::default()) };
            let id = id.to_string();
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)])?;
            write_run(xml, &words, &RunProperties::default())?;
            xml.empty("w:bookmarkEnd", &[("w:id", &id)])
        })
    }

    /// The style of a heading, and the words it needs: its number is among them only if Word does not count it.
    fn heading_style(&self, heading: &Heading, place: Place) -> (&'static str, String) {
        let is_section = heading.level <= 1;
        match &heading.number {
            _ if place.front => (if is_section { "FrontHeading" } else { "FrontHeading2" }, heading.numbered_text()),
            Some(number) if self.counted != Counted::Nothing && number.is_of_appendix() => {
                (if is_section { "AppendixHeading1" } else { "AppendixHeading2" }, heading.text.clone())
            }
            Some(_) if self.counted.heading(heading.level) => (builtin_heading(heading.level), heading.text.clone()),
            _ => (builtin_heading(heading.level), heading.numbered_text()),
        }
    }

    fn write_list(&mut self, xml: &mut Xml, list: &List, place: Place) -> io::Result<()> {
        let level = place.depth.min(8);
        let lettered = list.items.first().and_then(|item| item.first()?.own_mark());
        let number = match (list.start, lettered) {
            (Some(start), _) => self.lists.numbered(level, start),
            (None, Some(mark)) => self.lists.lettered(level, mark),
            (None, None) => BULLETS,
        };
        let numbered = place.numbered || self.under_number && !(place.callout || place.quotation) && place.depth == 0;
        let inner = Place { depth: place.depth.saturating_add(1), numbered, ..place };
        // Every mark in a callout stands at its edge: Word would move the ground and the bar along with the mark.
        let in_callout = || Indent { left: inner.indent(), right: None, hanging: inner.indent() - CALLOUT_INDENT };
        let set_in = || Indent { left: inner.indent(), right: None, hanging: LIST_STEP };
        let indent = place.callout.then(in_callout).or((place.quotation || numbered).then(set_in));
        list.items.iter().try_for_each(|item| {
            // The mark needs a paragraph of its own if the item does not begin with one.
            let (words, rest, leaf) = match item.split_first() {
                Some((block @ Block { kind: BlockKind::Paragraph(words), .. }, rest)) => {
                    (words.as_slice(), rest, self.leaf(block))
                }
                _ => (&[][..], item.as_slice(), Leaf::default()),
            };
            let style = if place.callout { "CalloutList" } else { list_style(number != BULLETS, level) };
            let keep_next = matches!(rest.first().map(|block| &block.kind), Some(BlockKind::List(_))).then_some(true);
            let list = Some((number, level));
            let properties = ParagraphProperties { list, indent, keep_next, ..ParagraphProperties::styled(style) };
            match item.first().and_then(|block| block.number.as_ref()) {
                Some(number) if lettered.is_none() => {
                    self.write_numbered(xml, properties, "NumberedItem", number, words, leaf)?;
                }
                _ => self.write_leaf(xml, properties, words, leaf)?,
            }
            self.write_blocks(xml, rest, inner)
        })?;
        if place.depth == 0 {
            self.gap = Some(self.gap.unwrap_or(LIST_END));
        }
        Ok(())
    }

    fn write_callout(&mut self, xml: &mut Xml, blocks: &[Block], place: Place) -> io::Result<()> {
        self.gap = Some(GAP);
        self.write_blocks(xml, blocks, Place { callout: true, ..place })?;
        self.gap = Some(GAP);
        Ok(())
    }

    fn write_quotation(&mut self, xml: &mut Xml, blocks: &[Block], place: Place) -> io::Result<()> {
        self.write_blocks(xml, blocks, Place { quotation: true, ..place })
    }

    /// Writes the notes as a numbered list; each ends with the way back to where it is first referred to.
    fn write_notes(&mut self, xml: &mut Xml, notes: &[Vec<Block>], place: Place) -> io::Result<()> {
        let list = Some((self.lists.numbered(place.depth, 1), place.depth));
        let inner = Place { depth: place.depth.saturating_add(1), ..place };
        (1..).zip(notes).try_for_each(|(number, blocks)| {
            let (words, rest, leaf) = match blocks.split_first() {
                Some((block @ Block { kind: BlockKind::Paragraph(words), .. }, rest)) => {
                    (words.as_slice(), rest, self.leaf(block))
                }
                _ => (&[][..], blocks.as_slice(), Leaf::default()),
            };
            let properties = ParagraphProperties { list, ..ParagraphProperties::styled(list_style(true, place.depth)) };
            self.write_leaf_of(xml, properties, leaf, |text, xml| {
                text.links.write_marked(xml, &note(number), |links, xml| links.write_runs(xml, words))?;
                if rest.is_empty() { text.links.write_runs(xml, &way_back(number)) } else { Ok(()) }
            })?;
            self.write_blocks(xml, rest, inner)?;
            if rest.is_empty() { Ok(()) } else { self.write_paragraph(xml, running_text(inner), &way_back(number)) }
        })
    }
}

/// The way back from a note to where it is first referred to.
fn way_back(number: u32) -> [Inline; 2] {
    let target = format!("#{}", note_reference(number));
    [Inline::Text(" ".to_owned()), Inline::Link { target, text: vec![Inline::Text("↑".to_owned())] }]
}

/// The properties of a paragraph that belongs to no list item's mark.
pub(super) fn running_text(place: Place) -> ParagraphProperties<'static> {
    let style = match place {
        Place { callout: true, .. } => "Callout",
        Place { quotation: true, .. } => "Quote",
        Place { depth: 0, .. } => "BodyText",
        Place { .. } => "ListContinue",
    };
    let indent = (place.depth > 0).then(|| Indent { left: place.indent(), ..Indent::default() });
    ParagraphProperties { indent, ..ParagraphProperties::styled(style) }
}

fn builtin_heading(level: u8) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        _ => "Heading4",
    }
}

fn list_style(numbered: bool, level: u8) -> &'static str {
    match (numbered, level) {
        (false, 0) => "ListBullet",
        (false, 1) => "ListBullet2",
        (false, _) => "ListBullet3",
        (true, 0) => "ListNumber",
        (true, 1) => "ListNumber2",
        (true, _) => "ListNumber3",
    }
}
