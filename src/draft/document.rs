//! Drafts one document: its plan, its clauses run and joined, its paragraphs numbered.
//!
//! In: a [`Case`], an outline. Out: a [`Draft`]: the [`Document`], and the gaps that it shows.

use std::collections::{BTreeMap, BTreeSet};

use super::own_headings::OwnHeadings;
use super::plan::{Item, Known, Part, Plan, plan};
use super::prose::{Gathered, OWN, Opener};
use super::render::{self, Rendering};
use super::said::{check_shows, clauses_said, shows_something};
use super::{number, printable};
use crate::case::Case;
use crate::catalogue::{Form, Outline};
use crate::doc::{Block, BlockKind, Document, Heading, Origin, parse_markdown};
use crate::text::PROGRAM;
use crate::theme::Numbering;
use crate::words::{Capsule, Context, WordingError};

/// A drafted document.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The outline it follows.
    pub outline: &'a Outline,
    /// The document.
    pub document: Document,
    /// The clauses that say something in it, by their ids.
    pub said: BTreeSet<String>,
    /// What it shows as a gap: "[To complete: …]".
    pub gaps: Vec<Gap>,
    /// The answers of the school's whose Markdown it holds, as they were written.
    pub own_texts: Vec<Capsule>,
}

/// A clause that binds the institution and lacks answers, so that a gap stands in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The id of the clause.
    pub clause: String,
    /// The fields that are missing, those of a trust's school each with the school's name.
    pub fields: Vec<String>,
}

/// Whether a document of the case is made at all: a primary school, say, has no statement on provider access.
///
/// # Errors
/// If the outline's condition cannot be read.
pub fn is_due(case: &Case<'_>, outline: &Outline) -> Result<bool, WordingError> {
    outline.when.as_ref().map_or(Ok(true), |condition| case.engine.is_true(&outline.document, condition, &case.context))
}

/// Drafts one document of a case, whether or not it is due.
///
/// # Errors
/// If a clause cannot be run: a fault of the catalogue, never of the profile.
pub fn draft<'a>(case: &Case<'a>, outline: &'a Outline) -> Result<Draft<'a>, WordingError> {
    #[cfg(test)]
    super::count::note(&case.profile.setting.name, &outline.document);
    // A piece of a web page has no numbers to refer to.
    let style = if outline.form == Form::Fragment { Numbering::None } else { case.theme.tokens.numbering };
    let mut known = Known::default();
    // A section can turn out to say nothing once its clauses have run, or to have headings of the school's own; then numbers and
    // references close up over it, or make room.
    loop {
        let plan = plan(case, outline, &known, style)?;
        let context = case.context.clone().with_references(plan.references(case)?);
        let title = case.engine.plain(&outline.document, &outline.title, &context)?;
        check_shows(&title, &outline.document)?;
        let context = context.with_title(&title);
        let written = write_down(case, outline, &plan, &context, style)?;
        let mut found = Known { own_headings: written.own_headings, empty: known.empty.clone() };
        found.empty.extend(silent_sections(&written.document, &plan));
        if found == known {
            let mut document = written.document;
            number::number_blocks(&mut document.body, style);
            document.give_ids();
            let gaps = gaps_of(plan.parts());
            document.draft = !gaps.is_empty();
            let said = clauses_said(&document, case.catalogue);
            return Ok(Draft { outline, document, said, gaps, own_texts: written.own_texts });
        }
        known = found;
    }
}

/// The gaps in some parts and in those below them.
fn gaps_of<'p, 'a: 'p>(parts: impl Iterator<Item = &'p Part<'a>>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for part in parts {
        gaps.extend(part.items.iter().filter_map(|item| match item {
            Item::Gap(clause, fields) => Some(Gap { clause: clause.id.clone(), fields: fields.clone() }),
            Item::Clause(_) | Item::Own(_) => None,
        }));
        gaps.extend(gaps_of(part.parts.iter()));
    }
    gaps
}

/// A document as it was written down.
struct Written {
    document: Document,
    own_headings: BTreeMap<String, u32>,
    own_texts: Vec<Capsule>,
}

fn write_down(
    case: &Case<'_>,
    outline: &Outline,
    plan: &Plan<'_>,
    context: &Context,
    style: Numbering,
) -> Result<Written, WordingError> {
    let name = &outline.document;
    let mut document = Document {
        id: name.clone(),
        title: case.engine.plain(name, &outline.title, context)?,
        institution: case.profile.setting.name.to_string(),
        summary: case.engine.plain(name, &outline.summary, context)?,
        language: "en-GB".to_owned(),
        made_on: case.today.to_string(),
        origin: Origin {
            profile: case.fingerprint(),
            catalogue: case.catalogue.editions_in_words(),
            program: PROGRAM.to_owned(),
        },
        contact: outline.contact.clone(),
        ..Document::default()
    };
    let mut rendering = Rendering { context, left: render::LONGEST, gathered: Gathered::default() };
    for row in &outline.cover {
        let value = case.engine.markdown(name, &row.value, context)?;
        let first = parse_markdown(&value.markdown, None).into_iter().next();
        if let Some(Block { kind: BlockKind::Paragraph(words), .. }) = first {
            let capsules = BTreeMap::from([(OWN.to_owned(), value.capsules)]);
            let mut opener = Opener { capsules: &capsules, level: 0, gathered: &mut rendering.gathered };
            document.cover.push((case.engine.plain(name, &row.label, context)?, opener.open_inlines(words, None)));
        }
    }
    let mut writing = Writing { case, rendering, headings: OwnHeadings::new(plan.anchors.clone(), style) };
    for part in &plan.front {
        writing.part(part, 1, &mut document.front)?;
    }
    for part in plan.sections.iter().chain(&plan.appendices) {
        writing.part(part, 1, &mut document.body)?;
    }
    let Writing { rendering: Rendering { gathered, .. }, mut headings, .. } = writing;
    if !gathered.notes.is_empty() {
        let text = case.catalogue.phrases.notes.clone();
        let heading = Heading { level: 1, number: None, id: headings.anchors.give(NOTES), text };
        document.body.push(Block::new(None, BlockKind::Heading(heading)));
        document.body.push(Block::new(None, BlockKind::Notes(gathered.notes)));
    }
    printable::keep_printable(&mut document);
    Ok(Written { document, own_headings: headings.counts, own_texts: gathered.read })
}

/// The anchor of the heading above the notes.
const NOTES: &str = "notes";

/// The parts of a document while they are written down.
struct Writing<'a> {
    case: &'a Case<'a>,
    rendering: Rendering<'a>,
    headings: OwnHeadings,
}

impl Writing<'_> {
    fn part(&mut self, part: &Part<'_>, level: u8, blocks: &mut Vec<Block>) -> Result<(), WordingError> {
        let text = part.heading(self.case, self.rendering.context)?;
        let heading = Heading { level, number: part.number.clone(), id: part.id.clone(), text };
        blocks.push(Block::new(None, BlockKind::Heading(heading)));
        let mut section = render::section(self.case, &part.items, level, &mut self.rendering)?;
        self.headings.finish(&mut section, part, level);
        blocks.extend(section);
        part.parts.iter().try_for_each(|below| self.part(below, level + 1, blocks))
    }
}

/// The ids of sections below whose heading nothing is seen before the next heading of their level or above.
fn silent_sections(document: &Document, plan: &Plan<'_>) -> Vec<String> {
    let sections: Vec<&str> = plan.all_parts().into_iter().map(|part| part.id.as_str()).collect();
    let mut silent = Vec::new();
    for blocks in [&document.front, &document.body] {
        for (index, block) in blocks.iter().enumerate() {
            let BlockKind::Heading(heading) = &block.kind else { continue };
            let speaks = blocks[index + 1..]
                .iter()
                .find_map(|block| match &block.kind {
                    BlockKind::Heading(next) => Some(next.level > heading.level),
                    _ => shows_something(block).then_some(true),
                })
                .unwrap_or(false);
            if !speaks && sections.contains(&heading.id.as_str()) {
                silent.push(heading.id.clone());
            }
        }
    }
    silent
}
