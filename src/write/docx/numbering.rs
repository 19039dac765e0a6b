//! Numbers that go on counting when a school edits the document: headings, bullets and numbered lists.
//!
//! In: the blocks of a document. Out: whether Word would count the headings as they are numbered
//! ([`Counted`]), the number of each list ([`Lists`]), and `word/numbering.xml`.
//!
//! Not here: which paragraphs belong to a list (`blocks`).

use std::io;

use super::headings::all_headings;
use super::lengths::{APPENDIX_STEP, HEADING_STEP, ITEM_STEP, LIST_STEP, Twips};
use super::look::Look;
use super::package::MAIN;
use super::properties::{Indent, ParagraphProperties, RunProperties};
use super::xml::Xml;
use crate::doc::{Block, BlockKind, Heading};

/// The list of the section headings.
pub(super) const HEADINGS: u32 = 1;
/// The list of the appendix headings.
pub(super) const APPENDICES: u32 = 2;
/// The list of all bullets.
pub(super) const BULLETS: u32 = 3;
/// The list of the List Number styles, for what a school adds; each of the document's own has another.
pub(super) const NUMBERS: u32 = 4;

/// The deepest level that Word knows.
const DEEPEST: u8 = 8;

/// The numbered lists of a document.
#[derive(Default)]
pub(super) struct Lists {
    /// The level and the first number of each, in order.
    starts: Vec<(u8, u64)>,
}

impl Lists {
    /// A new numbered list at a level, beginning with a number: the list's own number.
    pub(super) fn numbered(&mut self, level: u8, start: u64) -> u32 {
        self.starts.push((level.min(DEEPEST), start.min(32_767)));
        NUMBERS + u32::try_from(self.starts.len()).unwrap_or(0)
    }
}

/// What Word counts by itself. The rest, if any has a number, has it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// Nothing: the numbers are not those that Word would give.
    Nothing,
    /// Sections, appendices and their parts.
    Headings,
    /// Sections and appendices, their paragraphs, and the items of lists.
    Clauses,
    /// Appendices, and the paragraphs from the first to the last.
    Paragraphs,
}

impl Counted {
    /// What Word, counting by itself, gives exactly the numbers that it has.
    pub(super) fn of(body: &[Block]) -> Counted {
        let first = body.iter().find_map(|block| block.number.as_deref());
        let candidate = match first {
            None => Counted::Headings,
            Some(number) if number.contains('.') => Counted::Clauses,
            Some(_) => Counted::Paragraphs,
        };
        if counts_like_word(body) && candidate.counts_blocks(body) { candidate } else { Counted::Nothing }
    }

    /// Whether the headings of a level, 1 for sections, are counted.
    pub(super) fn heading(self, level: u8) -> bool {
        match self {
            Counted::Headings => level <= 3,
            Counted::Clauses => level == 1,
            Counted::Paragraphs | Counted::Nothing => false,
        }
    }

    /// The list and the level of a paragraph with a number, or of an item.
    pub(super) fn place(self, number: &str, in_appendix: bool) -> Option<(u32, u8)> {
        let list = if in_appendix { APPENDICES } else { HEADINGS };
        match self {
            Counted::Clauses => Some((list, if number.starts_with('(') { 2 } else { 1 })),
            Counted::Paragraphs => Some((HEADINGS, 0)),
            Counted::Headings | Counted::Nothing => None,
        }
    }

    fn counts_blocks(self, body: &[Block]) -> bool {
        let (mut section, mut count, mut letters) = (String::new(), 0_u32, 0_usize);
        body.iter().all(|block| match (&block.kind, &block.number) {
            (BlockKind::Heading(Heading { level: 1, number: Some(number), .. }), _) if self == Counted::Clauses => {
                section = number.replace("Appendix ", "A") + ".";
                (count, letters) = (0, 0);
                true
            }
            (BlockKind::List(list), _) => {
                list.items.iter().filter_map(|item| item.first()?.number.as_ref()).all(|number| {
                    letters += 1;
                    let letter = (b'a'..=b'z').nth((letters - 1) % 26).map_or('a', char::from);
                    *number == format!("({})", String::from(letter).repeat((letters - 1) / 26 + 1))
                })
            }
            (_, Some(number)) => {
                (count, letters) = (count + 1, 0);
                *number == format!("{section}{count}")
            }
            _ => true,
        })
    }
}

/// Whether Word, counting by itself, gives the headings of the body exactly the numbers that they have.
fn counts_like_word(body: &[Block]) -> bool {
    let (mut sections, mut appendices) = ([0; 3], [0; 2]);
    all_headings(body).into_iter().all(|heading| is_next(heading, &mut sections, &mut appendices))
}

fn is_next(heading: &Heading, sections: &mut [u32], appendices: &mut [u32]) -> bool {
    let level = usize::from(heading.level);
    match &heading.number {
        None => true,
        Some(number) if is_of_appendix(number) => {
            count(appendices, level)
                && *number
                    == if level == 1 {
                        format!("Appendix {}", appendices[0])
                    } else {
                        format!("A{}", dotted(&appendices[..level]))
                    }
        }
        Some(number) => count(sections, level) && *number == dotted(&sections[..level]),
    }
}

/// Whether a heading's number is one of an appendix or of a part of one.
pub(super) fn is_of_appendix(number: &str) -> bool {
    number.starts_with('A')
}

/// Counts one on at a level; false if the list has no such level or the level above has not begun.
fn count(counters: &mut [u32], level: usize) -> bool {
    let begun = (1..=counters.len()).contains(&level) && !counters[..level - 1].contains(&0);
    if begun {
        counters[level - 1] += 1;
        counters[level..].fill(0);
    }
    begun
}

fn dotted(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// One level of a list.
struct Level<'a> {
    format: &'a str,
    text: String,
    heading: Option<&'a str>,
    /// What follows the number.
    suffix: &'a str,
    indent: Twips,
    hanging: Twips,
    run: RunProperties<'a>,
}

impl Level<'_> {
    fn write(&self, xml: &mut Xml, level: usize) -> io::Result<()> {
        let indent = Indent { left: self.indent, right: None, hanging: self.hanging };
        let paragraph = ParagraphProperties { indent: Some(indent), ..ParagraphProperties::default() };
        xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
            xml.value("w:start", 1)?;
            xml.value("w:numFmt", self.format)?;
            self.heading.map_or(Ok(()), |style| xml.value("w:pStyle", style))?;
            xml.value("w:suff", self.suffix)?;
            xml.value("w:lvlText", &self.text)?;
            xml.value("w:lvlJc", "left")?;
            paragraph.write(xml)?;
            self.run.write(xml)
        })
    }
}

/// `word/numbering.xml`.
pub(super) fn write_numbering(look: &Look, lists: &Lists, counted: Counted) -> io::Result<Vec<u8>> {
    let kinds = [heading_levels(look, counted), appendix_levels(look, counted), bullets(look), numbers(look)];
    Xml::part("w:numbering", &[MAIN], |xml| {
        kinds.iter().enumerate().try_for_each(|(index, levels)| {
            xml.element("w:abstractNum", &[("w:abstractNumId", &index.to_string())], |xml| {
                // Word tells lists of pasted text apart by this number; it need only differ within the document.
                xml.value("w:nsid", format!("43504F{index:02}"))?;
                xml.value("w:multiLevelType", "multilevel")?;
                levels.iter().enumerate().try_for_each(|(level, of)| of.write(xml, level))
            })
        })?;
        [HEADINGS, APPENDICES, BULLETS, NUMBERS].iter().try_for_each(|list| write_list(xml, *list, list - 1, None))?;
        (NUMBERS + 1..)
            .zip(&lists.starts)
            .try_for_each(|(list, start)| write_list(xml, list, NUMBERS - 1, Some(*start)))
    })
}

fn write_list(xml: &mut Xml, list: u32, kind: u32, start: Option<(u8, u64)>) -> io::Result<()> {
    xml.element("w:num", &[("w:numId", &list.to_string())], |xml| {
        xml.value("w:abstractNumId", kind)?;
        start.map_or(Ok(()), |(level, start)| {
            xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| xml.value("w:startOverride", start))
        })
    })
}

fn heading_levels(look: &Look, counted: Counted) -> Vec<Level<'_>> {
    let paragraph = |text| text_level(look, Some("NumberedText"), "decimal", text, HEADING_STEP, HEADING_STEP);
    match counted {
        Counted::Clauses => vec![
            heading_level(Some("Heading1"), "%1", "tab", HEADING_STEP),
            paragraph("%1.%2"),
            item_level(look, Some("NumberedItem")),
        ],
        Counted::Paragraphs => vec![paragraph("%1")],
        Counted::Headings | Counted::Nothing => ["Heading1", "Heading2", "Heading3"]
            .into_iter()
            .zip(["%1", "%1.%2", "%1.%2.%3"])
            .map(|(style, text)| {
                heading_level((counted != Counted::Nothing).then_some(style), text, "tab", HEADING_STEP)
            })
            .collect(),
    }
}

fn appendix_levels(look: &Look, counted: Counted) -> Vec<Level<'_>> {
    let style = |style| (counted != Counted::Nothing).then_some(style);
    let title = heading_level(style("AppendixHeading1"), "Appendix %1:", "space", 0);
    if counted == Counted::Clauses {
        let paragraph = text_level(look, None, "decimal", "A%1.%2", HEADING_STEP, HEADING_STEP);
        return vec![title, paragraph, item_level(look, None)];
    }
    let part = style("AppendixHeading2").filter(|_| counted == Counted::Headings);
    vec![title, heading_level(part, "A%1.%2", "tab", APPENDIX_STEP)]
}

fn heading_level<'a>(heading: Option<&'a str>, text: &str, suffix: &'a str, indent: Twips) -> Level<'a> {
    Level {
        format: "decimal",
        text: text.to_owned(),
        heading,
        suffix,
        indent,
        hanging: indent,
        run: RunProperties::default(),
    }
}

fn item_level<'a>(look: &'a Look, style: Option<&'a str>) -> Level<'a> {
    text_level(look, style, "lowerLetter", "(%3)", HEADING_STEP + ITEM_STEP, ITEM_STEP)
}

/// A level of running text, whose number is bold.
fn text_level<'a>(
    look: &'a Look,
    style: Option<&'a str>,
    format: &'a str,
    text: &str,
    indent: Twips,
    hanging: Twips,
) -> Level<'a> {
    let run = RunProperties { bold: format == "decimal", colour: Some(&look.accent), ..RunProperties::default() };
    Level { format, text: text.to_owned(), heading: style, suffix: "tab", indent, hanging, run }
}

fn bullets(look: &Look) -> Vec<Level<'_>> {
    // Both marks are in every text font, so no symbol font is needed.
    let mark = |level| if level % 2 == 0 { "•" } else { "–" };
    list_levels(look, "bullet", |level| mark(level).to_owned())
}

fn numbers(look: &Look) -> Vec<Level<'_>> {
    list_levels(look, "decimal", |level| format!("%{}.", level + 1))
}

fn list_levels<'a>(look: &'a Look, format: &'a str, text: impl Fn(u8) -> String) -> Vec<Level<'a>> {
    let font = (format == "bullet").then_some("Arial");
    let run = RunProperties { font, colour: Some(&look.accent), ..RunProperties::default() };
    (0..=DEEPEST)
        .map(|level| Level {
            format,
            text: text(level),
            heading: None,
            suffix: "tab",
            indent: LIST_STEP * (u32::from(level) + 1),
            hanging: LIST_STEP,
            run: run.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::counts_like_word;
    use crate::doc::{Block, BlockKind, Heading};

    fn headings(numbers: &[(u8, &str)]) -> Vec<Block> {
        let heading = |level, number: &str| Heading {
            level,
            number: Some(number.to_owned()),
            id: number.to_owned(),
            text: "Words".to_owned(),
        };
        numbers
            .iter()
            .map(|(level, number)| Block {
                clause: None,
                number: None,
                kind: BlockKind::Heading(heading(*level, number)),
            })
            .collect()
    }

    #[test]
    fn sections_and_appendices_in_order_are_left_to_word() {
        let body = headings(&[
            (1, "1"),
            (2, "1.1"),
            (2, "1.2"),
            (3, "1.2.1"),
            (1, "2"),
            (2, "2.1"),
            (1, "Appendix 1"),
            (2, "A1.1"),
            (1, "Appendix 2"),
            (2, "A2.1"),
        ]);
        assert!(counts_like_word(&body));
    }

    #[test]
    fn a_number_that_word_would_not_give_is_not_left_to_word() {
        assert!(!counts_like_word(&headings(&[(1, "1"), (1, "3")])));
        assert!(!counts_like_word(&headings(&[(1, "1"), (3, "1.1.1")])));
        assert!(!counts_like_word(&headings(&[(2, "0.1")])));
        assert!(!counts_like_word(&headings(&[(1, "Annex 1")])));
        assert!(!counts_like_word(&headings(&[(0, "1")])));
    }
}
