//! A document as the JSON that `page.typ` reads.
//!
//! In: a [`Document`]. Out: one JSON value: every text is a string, every link leads somewhere, every table row has
//! as many cells as the header, and no rank of heading is skipped, because PDF/UA-1 or typst would refuse them or,
//! worse, shift them silently.
//!
//! Not here: how anything looks.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::coverage;
use super::world::logo_file;
use crate::doc::{
    Alike, Block, BlockKind, Document, Drawing, Heading, Inline, List, Origin, Picture, Table, column_widths,
    height_of_rows, is_tight, leads_in, lines_of_rows, numeric_columns, plain_text,
};
use crate::picture::Coverage;
use crate::text::{Language, NO_BREAK, keeps_its_hyphen, language_of, shows_nothing, takes_joiners, with_whole_terms};
use crate::theme::Theme;
use crate::write::error::WriteError;
use crate::write::links::Links;

/// A row estimated at more lines than this may be broken over two pages; a shorter one moves to the next whole.
const ROW_KEPT_TOGETHER: f64 = 22.0;
/// A table estimated at more lines than this may go on over a page, between its rows.
const TABLE_KEPT_TOGETHER: f64 = 9.0;
/// Tables of a name and a number with no more rows than this stand side by side.
const ROWS_SIDE_BY_SIDE: usize = 14;
/// A callout with more characters than this may be broken over two pages.
const CALLOUT_KEPT_TOGETHER: usize = 1200;
/// A list of no more items than this, each a short one, stays on one page.
const ITEMS_KEPT_TOGETHER: usize = 4;
/// An item of fewer characters is a short one: it takes two lines at most.
const SHORT_ITEM: usize = 180;

/// As many entries of the contents, or more, stand in two columns.
const ENTRIES_IN_TWO_COLUMNS: usize = 8;
/// About as many characters of a heading fit on a line there.
const ENTRY_ON_A_LINE: f64 = 46.0;
/// A column of the contents may be so many lines longer than the other if the second then begins with a section and not with a part of one.
const LINES_FOR_A_WHOLE_SECTION: f64 = 3.0;

/// The document as JSON, after every character was found in a font.
pub(super) fn as_json(document: &Document, theme: &Theme, coverage: &Coverage<'_>) -> Result<Value, WriteError> {
    let mut content = Content {
        links: Links::of(document),
        coverage,
        alike: Alike::of(document),
        labelled: BTreeSet::new(),
        level: 0,
        under: String::new(),
        under_number: false,
    };
    let mut cover = Vec::new();
    for (label, value) in &document.cover {
        cover.push(json!({"label": content.words(label)?, "value": content.inlines(value)?}));
    }
    let front = content.blocks(&document.front)?;
    // The heading of the contents stands between the two.
    content.level = 1;
    let body = content.blocks(&document.body)?;
    let (language, region) = document.language.split_once('-').unwrap_or((&document.language, ""));
    Ok(json!({
        "title": content.words(&document.title)?,
        "institution": content.words(&document.institution)?,
        "summary": tidy(&document.summary),
        "keywords": keywords(&document.origin),
        "language": if language.is_empty() { "en" } else { language },
        "region": region,
        "draft": document.draft,
        "logo": theme.logo.as_ref().map(|logo| {
            let (width, height) = logo.on_paper();
            json!({"file": logo_file(logo), "alt": tidy(&logo.alt), "width": width, "height": height})
        }),
        "cover": cover,
        "contents": document.headings().filter(|heading| heading.level <= 2).count(),
        "second_column": second_column(document),
        "front": front,
        "body": body,
    }))
}

/// The anchor of the heading with which the second column of the contents begins, so that the columns are about as long as each other;
/// none where the contents are short. No heading stands at the foot of the first without the parts below it, no part alone at the head of
/// the second, and a column that begins with a whole section is preferred.
fn second_column(document: &Document) -> Option<&str> {
    let listed: Vec<&Heading> = document.headings().filter(|heading| heading.level <= 2).collect();
    if listed.len() < ENTRIES_IN_TWO_COLUMNS {
        return None;
    }
    let heights: Vec<f64> = listed.iter().map(|heading| height_in_contents(heading)).collect();
    let all: f64 = heights.iter().sum();
    let mut before = 0.0;
    let mut best: Option<(f64, &str)> = None;
    for index in 1..listed.len() {
        before += heights[index - 1];
        let (last, first) = (listed[index - 1], listed[index]);
        let uneven = (2.0 * before - all).abs() + if first.level > 1 { LINES_FOR_A_WHOLE_SECTION } else { 0.0 };
        let is_left_over = first.level > 1 && listed.get(index + 1).is_none_or(|next| next.level < first.level);
        if first.level <= last.level && !is_left_over && best.is_none_or(|(least, _)| uneven < least) {
            best = Some((uneven, &first.id));
        }
    }
    best.map(|(_, id)| id)
}

/// About how many lines a heading takes in the contents.
fn height_in_contents(heading: &Heading) -> f64 {
    let lines = (heading.numbered_text().chars().count() as f64 / ENTRY_ON_A_LINE).ceil();
    if heading.level == 1 { lines + 0.15 } else { lines }
}

/// What the document was made from, as the keywords of the file's properties: PDF has no better place for it.
fn keywords(origin: &Origin) -> Vec<String> {
    let named = [("catalogue", &origin.catalogue), ("program", &origin.program), ("profile SHA-256", &origin.profile)];
    named.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}: {value}")).collect()
}

struct Content<'a> {
    links: Links<'a>,
    coverage: &'a Coverage<'a>,
    /// The tables with the same header.
    alike: Alike,
    /// The headings that already have a label: typst takes a label only once.
    labelled: BTreeSet<String>,
    /// The rank of the last heading.
    level: u8,
    /// Its words.
    under: String,
    /// Whether a numbered paragraph stands between it and the next block.
    under_number: bool,
}

impl Content<'_> {
    fn words(&self, text: &str) -> Result<String, WriteError> {
        coverage::check(self.coverage, text)?;
        Ok(tidy(text))
    }

    fn inlines(&self, inlines: &[Inline]) -> Result<Value, WriteError> {
        coverage::check(self.coverage, &plain_text(inlines))?;
        let pieces = Value::Array(self.pieces(inlines, &mut true, false));
        Ok(match language_of(&plain_text(inlines)) {
            Some(Language { tag, right_to_left }) => {
                json!([{"kind": "language", "tag": tag, "right_to_left": right_to_left, "inner": pieces}])
            }
            None => pieces,
        })
    }

    /// Running text. `space` tells whether a space, or the start of a line, was just written: another would show.
    fn pieces(&self, inlines: &[Inline], space: &mut bool, in_link: bool) -> Vec<Value> {
        let mut pieces = Vec::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => push_text(&spaced(text, space), &mut pieces),
                Inline::Strong(inner) => {
                    pieces.push(json!({"kind": "strong", "inner": self.pieces(inner, space, in_link)}));
                }
                Inline::Emphasis(inner) => {
                    pieces.push(json!({"kind": "emphasis", "inner": self.pieces(inner, space, in_link)}));
                }
                Inline::Link { target, text } => {
                    let inner = self.pieces(text, space, true);
                    let empty = plain_text(text).trim().is_empty();
                    match self.links.anchor(target) {
                        Some(id) if !empty && !in_link => {
                            pieces.push(json!({"kind": "reference", "id": id, "inner": inner}));
                        }
                        None if !empty && !in_link && Links::leads_outside(target) => {
                            pieces.push(json!({"kind": "link", "target": target, "inner": inner}));
                        }
                        _ => pieces.extend(inner),
                    }
                }
                Inline::Note { number, again } => {
                    pieces.push(json!({"kind": "note", "number": number, "again": *again || in_link}));
                    *space = false;
                }
                Inline::LineBreak => {
                    *space = true;
                    pieces.push(json!({"kind": "break"}));
                }
            }
        }
        pieces
    }

    fn blocks(&mut self, blocks: &[Block]) -> Result<Vec<Value>, WriteError> {
        let mut written = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Heading(heading) => {
                    self.level = heading.level.max(1).min(self.level + 1);
                    let id = if self.labelled.insert(heading.id.clone()) { heading.id.as_str() } else { "" };
                    self.under.clone_from(&heading.text);
                    self.under_number = false;
                    let full = self.words(&heading.numbered_text())?;
                    // The number is set apart, if only by a wider space.
                    let number = full.strip_suffix(&tidy(&heading.text)).unwrap_or_default();
                    let text = &full[number.len()..];
                    let number = number.trim_end();
                    if !full.is_empty() {
                        written.push(json!({
                            "kind": "heading", "level": self.level, "id": id, "number": number, "text": text,
                        }));
                    }
                }
                BlockKind::Paragraph(inlines) => {
                    self.under_number |= block.number.is_some();
                    let inlines_json = self.inlines(inlines)?;
                    if !plain_text(inlines).trim().is_empty() {
                        let leads_in = leads_in(inlines, blocks.get(at + 1).map(|block| &block.kind));
                        written.push(json!({"kind": "paragraph", "number": block.number.as_ref().map(ToString::to_string), "inlines": inlines_json, "leads_in": leads_in}));
                    }
                }
                BlockKind::List(list) => written.push(self.list(list)?),
                BlockKind::Table(table) if table.header.is_empty() => {}
                BlockKind::Table(table) => {
                    let table = self.table(table)?;
                    match written.last_mut().filter(|last| last["half"] == true && table["half"] == true) {
                        Some(last) => *last = json!({"kind": "pair", "tables": [last.take(), table]}),
                        None => written.push(table),
                    }
                }
                BlockKind::Callout(blocks) => {
                    let blocks = self.inside(blocks)?;
                    let long = Value::from(blocks.clone()).to_string().len() > 2 * CALLOUT_KEPT_TOGETHER;
                    written.push(json!({"kind": "callout", "blocks": blocks, "breakable": long}));
                }
                BlockKind::Quotation(blocks) => {
                    written.push(json!({"kind": "quotation", "blocks": self.inside(blocks)?}));
                }
                BlockKind::Notes(notes) => {
                    let notes = (1..).zip(notes).map(|(number, note)| self.note(number, note));
                    let notes = notes.collect::<Result<Vec<_>, _>>()?;
                    written.push(json!({"kind": "notes", "notes": notes}));
                }
                BlockKind::Picture(picture) => {
                    written.push(self.picture(picture)?);
                    if let Some(table) = picture.table.as_ref().filter(|_| picture.sheets.is_empty()) {
                        written.push(self.table(table)?);
                    }
                }
            }
        }
        Ok(written)
    }

    /// Blocks that stand in another, which has a margin of its own.
    fn inside(&mut self, blocks: &[Block]) -> Result<Vec<Value>, WriteError> {
        let outer = std::mem::take(&mut self.under_number);
        let written = self.blocks(blocks);
        self.under_number = outer;
        written
    }

    /// A picture; one that has not been drawn has no sheets, and what it shows stands in its place.
    fn picture(&self, picture: &Picture) -> Result<Value, WriteError> {
        let caption = self.inlines(&picture.caption)?;
        let sheet = |(index, sheet): (usize, &Drawing)| json!({"alt": tidy(&picture.text_of_sheet(index)), "svg": sheet.svg("")});
        let sheets: Vec<Value> = picture.sheets.iter().enumerate().map(sheet).collect();
        let alt = if sheets.is_empty() { self.words(&picture.alt)? } else { String::new() };
        Ok(json!({"kind": "picture", "caption": caption, "alt": alt, "sheets": sheets}))
    }

    /// A note, with the way back at its end.
    fn note(&mut self, number: u32, blocks: &[Block]) -> Result<Vec<Value>, WriteError> {
        let mut written = self.blocks(blocks)?;
        let back = json!({"kind": "back", "number": number});
        match written.last_mut().and_then(|last| last["inlines"].as_array_mut()) {
            Some(inlines) => inlines.push(back),
            None => written.push(json!({"kind": "paragraph", "number": null, "inlines": [back], "leads_in": false})),
        }
        Ok(written)
    }

    fn list(&mut self, list: &List) -> Result<Value, WriteError> {
        let mut items = Vec::new();
        let mut marks = Vec::new();
        for item in &list.items {
            let mut blocks = self.inside(item)?;
            marks.extend(item.first().and_then(|block| block.number.as_ref()).map(ToString::to_string));
            // The mark of the item says its number.
            if let Some(first) = blocks.first_mut().filter(|first| first["kind"] == "paragraph") {
                first["number"] = Value::Null;
            }
            items.push(blocks);
        }
        let own = list.items.first().is_some_and(|item| item.first().is_some_and(|block| block.own_mark().is_some()));
        // A list stands under the words of its paragraph, not under the number.
        let set_in = self.under_number || !marks.is_empty() && !own;
        // Items of one paragraph each, or of one with a list under it, stand close together.
        let is_list = |block: &Value| block["kind"] == "list";
        let tight = items.iter().all(|item| item.iter().skip(1).all(is_list));
        let breakable = items.len() > ITEMS_KEPT_TOGETHER
            || list.items.iter().flatten().any(|block| !matches!(&block.kind, BlockKind::Paragraph(words) if plain_text(words).chars().count() < SHORT_ITEM));
        Ok(
            json!({"kind": "list", "breakable": breakable, "start": list.start, "marks": marks, "set_in": set_in, "tight": tight, "items": items}),
        )
    }

    fn table(&mut self, table: &Table) -> Result<Value, WriteError> {
        let alike = self.alike.with(table);
        let (widths, tight) = (column_widths(alike), is_tight(alike));
        let mut header = Vec::new();
        for cell in &table.header {
            header.push(self.inlines(cell)?);
        }
        let mut rows = Vec::new();
        let lines = lines_of_rows(table, &widths);
        for (row, lines) in table.rows.iter().zip(&lines) {
            let mut cells = Vec::new();
            for index in 0..widths.len() {
                cells.push(self.inlines(row.get(index).map(Vec::as_slice).unwrap_or_default())?);
            }
            rows.push(json!({"cells": cells, "breakable": *lines > ROW_KEPT_TOGETHER}));
        }
        let caption =
            if plain_text(&table.caption).trim().is_empty() { Value::Null } else { self.inlines(&table.caption)? };
        let breakable = height_of_rows(&lines) > TABLE_KEPT_TOGETHER;
        let numeric = numeric_columns(table);
        // A name and a number take no more than half the page: two such tables stand beside each other, each number near its name.
        let half = numeric == [false, true] && table.rows.len() <= ROWS_SIDE_BY_SIDE;
        Ok(
            json!({"kind": "table", "caption": caption, "name": tidy(&table.name(&self.under)), "widths": widths, "numeric": numeric, "half": half, "tight": tight, "header": header, "rows": rows, "breakable": breakable}),
        )
    }
}

/// Text, with dates, numbers and words with a short part as pieces that no line breaks: a no-break space would part the words for some who have
/// the tags read out.
fn push_text(text: &str, pieces: &mut Vec<Value>) {
    let mut plain = String::new();
    for (index, word) in with_whole_terms(text).split(' ').enumerate() {
        plain.push_str(if index > 0 { " " } else { "" });
        if word.contains(NO_BREAK) || keeps_its_hyphen(word) {
            pieces.push(json!({"kind": "text", "text": std::mem::take(&mut plain)}));
            pieces.push(json!({"kind": "whole", "text": word.replace(NO_BREAK, " ")}));
        } else {
            plain.push_str(word);
        }
    }
    pieces.push(json!({"kind": "text", "text": plain}));
}

/// Words on one line: white space of any kind is one space, control characters and invisible ones are dropped.
fn tidy(text: &str) -> String {
    spaced(text, &mut true).trim_end().to_string()
}

fn spaced(text: &str, space: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !*space {
                    out.push(' ');
                }
                *space = true;
            }
            '\u{200c}' | '\u{200d}' if out.chars().next_back().is_some_and(takes_joiners) => out.push(c),
            c if c.is_control() || shows_nothing(c) => {}
            c => {
                out.push(c);
                *space = false;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::second_column;
    use crate::doc::{Block, BlockKind, Document, Heading};

    fn document(levels: &str) -> Document {
        let heading =
            |(level, index): (u8, usize)| Heading { level, number: None, id: index.to_string(), text: "Short".into() };
        let levels = levels.bytes().map(|level| level - b'0').zip(0..);
        let body = levels.map(heading).map(|heading| Block::new(None, BlockKind::Heading(heading))).collect();
        Document { body, ..Document::default() }
    }

    #[test]
    fn the_columns_of_the_contents_are_about_as_long_as_each_other() {
        for (levels, second) in [
            // Too few for two columns.
            ("1111111", None),
            ("11111111", Some("4")),
            // Nearly even, and so begins with a section.
            ("1222122221", Some("4")),
            // One long section is parted, though not below its own heading and not before its last part.
            ("1112222222222222", Some("8")),
            ("122222221", Some("4")),
            ("111112221111111111", Some("9")),
        ] {
            assert_eq!(second_column(&document(levels)), second, "{levels}");
        }
    }
}
