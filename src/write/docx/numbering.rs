//! Numbers that go on counting when a school edits the document: headings, bullets and numbered lists.
//!
//! In: the blocks of a document. Out: whether Word would count the headings as they are numbered
//! ([`Counted`]), the number of each list ([`Lists`]), and `word/numbering.xml`.
//!
//! Not here: which paragraphs belong to a list (`blocks`).

use std::io;

use super::headings::headings;
use super::lengths::{APPENDIX_STEP, HEADING_STEP, ITEM_STEP, LIST_STEP, Twips};
use super::look::Look;
use super::package::MAIN;
use super::properties::{Indent, ParagraphProperties, RunProperties};
use super::xml::Xml;
use crate::doc::{Block, BlockKind, BlockNumber, Counting, Division, Heading, ItemMark};

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
    /// The level and the first number of each, in order, and its kind.
    starts: Vec<(u8, u64, u32)>,
    /// The kinds that a school lettered itself, by the mark of a first item.
    lettered: Vec<ItemMark>,
}

impl Lists {
    /// A new numbered list at a level, beginning with a number: the list's own number.
    pub(super) fn numbered(&mut self, level: u8, start: u64) -> u32 {
        self.add(level, start, NUMBERS - 1)
    }

    /// A new list at a level with the letters that a school gave it: the list's own number.
    pub(super) fn lettered(&mut self, level: u8, mark: &ItemMark) -> u32 {
        let first = ItemMark { count: 1, ..mark.clone() };
        let index = self.lettered.iter().position(|known| *known == first).unwrap_or_else(|| {
            self.lettered.push(first);
            self.lettered.len() - 1
        });
        self.add(level, mark.count.into(), NUMBERS + u32::try_from(index).unwrap_or(0))
    }

    fn add(&mut self, level: u8, start: u64, kind: u32) -> u32 {
        self.starts.push((level.min(DEEPEST), start.min(32_767), kind));
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
        let candidate = match body.iter().find_map(|block| block.number.as_ref()) {
            None => Counted::Headings,
            Some(BlockNumber::Paragraph(_)) => Counted::Paragraphs,
            Some(BlockNumber::Clause { .. } | BlockNumber::Item { .. } | BlockNumber::Own(_)) => Counted::Clauses,
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
    pub(super) fn place(self, number: &BlockNumber) -> Option<(u32, u8)> {
        let list = if number.is_of_appendix() { APPENDICES } else { HEADINGS };
        match (self, number) {
            // It has a list of its own.
            (_, BlockNumber::Own(_)) => None,
            (Counted::Clauses, BlockNumber::Item { .. }) => Some((list, 2)),
            (Counted::Clauses, _) => Some((list, 1)),
            (Counted::Paragraphs, _) => Some((HEADINGS, 0)),
            (Counted::Headings | Counted::Nothing, _) => None,
        }
    }

    fn counts_blocks(self, body: &[Block]) -> bool {
        let (mut section, mut paragraphs, mut items) = (None, 0, 0);
        body.iter().all(|block| match (&block.kind, &block.number) {
            (BlockKind::Heading(Heading { level: 1, number: Some(number), .. }), _) if self == Counted::Clauses => {
                section = Some(number);
                (paragraphs, items) = (0, 0);
                true
            }
            (BlockKind::List(list), _) => {
                let of_ours = |number: &&BlockNumber| !matches!(number, BlockNumber::Own(_));
                list.items.iter().filter_map(|item| item.first()?.number.as_ref()).filter(of_ours).all(|number| {
                    items += 1;
                    matches!(number, BlockNumber::Item { section: own, count } if Some(own) == section && *count == items)
                })
            }
            (_, Some(number)) => {
                (paragraphs, items) = (paragraphs + 1, 0);
                match number {
                    BlockNumber::Clause { section: own, count } => Some(own) == section && *count == paragraphs,
                    BlockNumber::Paragraph(count) => self == Counted::Paragraphs && *count == paragraphs,
                    BlockNumber::Item { .. } | BlockNumber::Own(_) => false,
                }
            }
            _ => true,
        })
    }
}

/// Whether Word, counting by itself, gives the headings of the body exactly the numbers that they have.
fn counts_like_word(body: &[Block]) -> bool {
    let (mut sections, mut appendices) = ([0; 3], [0; 2]);
    headings(body).all(|heading| is_next(heading, &mut sections, &mut appendices))
}

fn is_next(heading: &Heading, sections: &mut [u32], appendices: &mut [u32]) -> bool {
    let level = usize::from(heading.level);
    let Some(number) = &heading.number else { return true };
    let counters = match number.division {
        Division::Section => sections,
        Division::Appendix => appendices,
    };
    count(counters, level) && *number.counts() == counters[..level]
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
    let mut kinds = vec![heading_levels(look, counted), appendix_levels(look, counted), bullets(look), numbers(look)];
    kinds.extend(lists.lettered.iter().map(|mark| letters(look, mark)));
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
            .try_for_each(|(list, (level, start, kind))| write_list(xml, list, *kind, Some((*level, *start))))
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

/// A list that a school lettered itself, as it did.
fn letters<'a>(look: &'a Look, mark: &ItemMark) -> Vec<Level<'a>> {
    let format = match mark.counting {
        Counting::Letters => "lowerLetter",
        Counting::Capitals => "upperLetter",
        Counting::Roman => "lowerRoman",
        Counting::RomanCapitals => "upperRoman",
        Counting::Numbers => "decimal",
    };
    let open = if mark.opened { "(" } else { "" };
    list_levels(look, format, |level| format!("{open}%{}{}", level + 1, mark.close))
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
    use crate::doc::Division::{self, Appendix, Section};
    use crate::doc::{Block, BlockKind, Heading, HeadingNumber};

    fn numbered(numbers: &[(u8, Division, &[u32])]) -> Vec<Block> {
        let number = |division: Division, counts: &[u32]| {
            let (top, below) = counts.split_first().unwrap();
            below.iter().fold(HeadingNumber::top(division, *top), |number, count| number.below(*count))
        };
        let heading = |(level, division, counts): &(u8, Division, &[u32])| Heading {
            level: *level,
            number: Some(number(*division, counts)),
            id: format!("{division:?}{counts:?}"),
            text: "Words".to_owned(),
        };
        let block = |heading| Block::new(None, BlockKind::Heading(heading));
        numbers.iter().map(heading).map(block).collect()
    }

    #[test]
    fn sections_and_appendices_in_order_are_left_to_word() {
        let body = numbered(&[
            (1, Section, &[1]),
            (2, Section, &[1, 1]),
            (2, Section, &[1, 2]),
            (3, Section, &[1, 2, 1]),
            (1, Section, &[2]),
            (2, Section, &[2, 1]),
            (1, Appendix, &[1]),
            (2, Appendix, &[1, 1]),
            (1, Appendix, &[2]),
            (2, Appendix, &[2, 1]),
        ]);
        assert!(counts_like_word(&body));
    }

    #[test]
    fn a_number_that_word_would_not_give_is_not_left_to_word() {
        assert!(!counts_like_word(&numbered(&[(1, Section, &[1]), (1, Section, &[3])])));
        assert!(!counts_like_word(&numbered(&[(1, Section, &[1]), (3, Section, &[1, 1, 1])])));
        assert!(!counts_like_word(&numbered(&[(2, Section, &[0, 1])])));
        assert!(!counts_like_word(&numbered(&[(1, Appendix, &[2])])));
        assert!(!counts_like_word(&numbered(&[(0, Section, &[1])])));
    }
}
