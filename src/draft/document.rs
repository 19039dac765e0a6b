//! Drafts one document: its plan, its clauses run and joined, its paragraphs numbered.
//!
//! In: a [`Case`], an outline. Out: a [`Draft`]: the [`Document`], and the gaps that it shows.

use std::collections::BTreeSet;

use super::plan::{Item, Part, Plan, plan};
use super::{number, prose, render};
use crate::case::Case;
use crate::catalogue::{Form, Outline};
use crate::doc::{Block, BlockKind, Document, Heading, Origin, parse_markdown};
use crate::text::PROGRAM;
use crate::theme::Numbering;
use crate::words::{Context, WordingError};

/// A drafted document.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The outline it follows.
    pub outline: &'a Outline,
    /// The document.
    pub document: Document,
    /// What it shows as a gap: "[To complete: …]".
    pub gaps: Vec<Gap>,
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
    let mut empty = BTreeSet::new();
    // A piece of a web page has no numbers to refer to.
    let style = if outline.form == Form::Fragment { Numbering::None } else { case.theme.tokens.numbering };
    // A section can turn out to say nothing once its clauses have run; then numbers and references close up over it.
    loop {
        let plan = plan(case, outline, &empty, style)?;
        let context = case.context.clone().with_references(plan.references(case)?);
        let title = case.engine.plain(&outline.document, &outline.title, &context)?;
        let context = context.with_title(&title);
        let mut document = write_down(case, outline, &plan, &context)?;
        let said_nothing = silent_sections(&document);
        if said_nothing.is_empty() {
            number::number_blocks(&mut document.body, style);
            document.give_ids();
            let gaps = gaps_of(plan.parts());
            document.draft = !gaps.is_empty();
            return Ok(Draft { outline, document, gaps });
        }
        empty.extend(said_nothing);
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

fn write_down(
    case: &Case<'_>,
    outline: &Outline,
    plan: &Plan<'_>,
    context: &Context,
) -> Result<Document, WordingError> {
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
    for row in &outline.cover {
        let value = case.engine.markdown(name, &row.value, context)?;
        if let Some(Block { kind: BlockKind::Paragraph(words), .. }) = parse_markdown(&value, None).into_iter().next() {
            document.cover.push((case.engine.plain(name, &row.label, context)?, prose::open_inlines(words, None)));
        }
    }
    let mut left = render::LONGEST;
    for part in &plan.front {
        write_part(case, part, 1, context, &mut left, &mut document.front)?;
    }
    for part in plan.sections.iter().chain(&plan.appendices) {
        write_part(case, part, 1, context, &mut left, &mut document.body)?;
    }
    Ok(document)
}

fn write_part(
    case: &Case<'_>,
    part: &Part<'_>,
    level: u8,
    context: &Context,
    left: &mut usize,
    blocks: &mut Vec<Block>,
) -> Result<(), WordingError> {
    let text = part.heading(case, context)?;
    let heading = Heading { level, number: part.number.clone(), id: part.id.clone(), text };
    blocks.push(Block::new(None, BlockKind::Heading(heading)));
    blocks.extend(render::section(case, &part.items, context, left)?);
    for below in &part.parts {
        write_part(case, below, level + 1, context, left, blocks)?;
    }
    Ok(())
}

/// The ids of headings below which nothing stands before the next heading of their level or above.
fn silent_sections(document: &Document) -> Vec<String> {
    let mut silent = Vec::new();
    for blocks in [&document.front, &document.body] {
        for (index, block) in blocks.iter().enumerate() {
            let BlockKind::Heading(heading) = &block.kind else { continue };
            let next = blocks.get(index + 1).map(|block| &block.kind);
            let speaks = match next {
                None => false,
                Some(BlockKind::Heading(next)) => next.level > heading.level,
                Some(_) => true,
            };
            if !speaks {
                silent.push(heading.id.clone());
            }
        }
    }
    silent
}
