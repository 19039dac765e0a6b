//! Drafts the documents of a profile: clause by clause to Markdown, and from there to a [`Document`].
//!
//! In: a [`Case`]. Out: one [`Document`] for each outline of the catalogue, every block marked with its clause.
//!
//! Not here: whether the profile may be published (`check`), and how a document looks (`write`).

mod choose;
mod number;
mod plan;
mod prose;
mod remarks;
mod render;
mod trial;

use std::collections::BTreeSet;

pub use choose::{Choice, choose, is_asked, is_asked_itself};
pub use remarks::remarks;
pub use trial::{Trial, try_out};

use crate::case::Case;
use crate::catalogue::{Form, Outline};
use crate::doc::{Block, BlockKind, Document, Heading, Inline, Origin, parse_markdown};
use crate::theme::Numbering;
use crate::words::{Context, WordingError};
use plan::{Part, Plan, plan};

/// The most that the wording of one document may print, in bytes: some twenty times the longest policy there is.
const LONGEST: usize = 4_000_000;

/// How gaps are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gaps {
    /// There are none that the law minds; what is only recommended and missing is left out.
    LeaveOut,
    /// What the law asks for and is missing stands in the text as "[To complete: …]".
    Show,
}

/// Whether a document is made for the profile at all: a primary school, say, has no statement on provider access, and a trust has
/// those that take the place of its schools' own.
///
/// # Errors
/// If the outline's condition cannot be read.
pub fn is_due(case: &Case<'_>, outline: &Outline) -> Result<bool, WordingError> {
    if outline.in_place_of.is_some() != case.is_trust() {
        return Ok(false);
    }
    outline.when.as_ref().map_or(Ok(true), |condition| case.engine.is_true(&outline.document, condition, &case.context))
}

/// Drafts one document of a case.
///
/// # Errors
/// If a clause cannot be run: a fault of the catalogue, never of the profile.
pub fn draft(case: &Case<'_>, outline: &Outline, gaps: Gaps) -> Result<Document, WordingError> {
    let mut empty = BTreeSet::new();
    // A piece of a web page has no numbers to refer to.
    let style = if outline.form == Form::Fragment { Numbering::None } else { case.tokens.numbering };
    // A section can turn out to say nothing once its clauses have run; then numbers and references close up over it.
    loop {
        let plan = plan(case, outline, gaps == Gaps::Show, &empty, style)?;
        let context = case.context.clone().with_references(plan.references(case)?);
        let mut document = write_down(case, outline, &plan, &context, gaps)?;
        let said_nothing = silent_sections(&document);
        if said_nothing.is_empty() {
            number::number_blocks(&mut document.body, style);
            return Ok(document);
        }
        empty.extend(said_nothing);
    }
}

fn write_down(
    case: &Case<'_>,
    outline: &Outline,
    plan: &Plan<'_>,
    context: &Context,
    gaps: Gaps,
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
            program: concat!("careers-policy ", env!("CARGO_PKG_VERSION")).to_owned(),
        },
        contact: outline.contact.clone(),
        draft: gaps == Gaps::Show,
        ..Document::default()
    };
    for row in &outline.cover {
        let value = case.engine.markdown(name, &row.value, context)?;
        if let Some(Block { kind: BlockKind::Paragraph(words), .. }) = parse_markdown(&value, None).into_iter().next() {
            document.cover.push((case.engine.plain(name, &row.label, context)?, prose::open_inlines(words, None)));
        }
    }
    let mut left = LONGEST;
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
    blocks.push(Block { clause: None, number: None, kind: BlockKind::Heading(heading) });
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

/// The words of a paragraph that shows a gap.
pub(crate) fn to_complete(words: &str) -> Vec<Inline> {
    vec![Inline::Strong(vec![Inline::Text(format!("[To complete: {words}]"))])]
}
