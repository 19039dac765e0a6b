//! Renders the clauses of a section and joins them.
//!
//! In: the items of a section. Out: its blocks, and beside them what the school's own texts have for the end. Bulleted lists of clauses that follow one another become one list, and a line that
//! leads up to nothing is dropped, so that a clause left out leaves no trace.

use std::collections::BTreeMap;

use super::plan::Item;
use super::prose::{Gathered, OWN, Opener, is_capsule};
use crate::case::Case;
use crate::doc::{Block, BlockKind, Inline, parse_clause, plain_text};
use crate::words::{Capsules, Context, Shape, WordingError};

/// The most that the wording of one document may print, in bytes: some twenty times the longest policy there is.
pub(super) const LONGEST: usize = 4_000_000;

/// What the parts of a document share while they are rendered.
pub(super) struct Rendering<'a> {
    /// The values for the wording.
    pub(super) context: &'a Context,
    /// What the document may still print.
    pub(super) left: usize,
    /// What the school's own texts have for the end of it.
    pub(super) gathered: Gathered,
}

/// The blocks of a section whose heading is of this level.
pub(super) fn section(
    case: &Case<'_>,
    items: &[Item<'_>],
    level: u8,
    rendering: &mut Rendering<'_>,
) -> Result<Vec<Block>, WordingError> {
    let mut blocks = Vec::new();
    let mut capsules = BTreeMap::new();
    let mut own = Capsules::default();
    for item in items {
        match item {
            Item::Clause(clause) => {
                let rendered = case.engine.render(&clause.id, rendering.context)?;
                let length = rendered.markdown.len() + rendered.capsules.length();
                rendering.left = rendering.left.checked_sub(length).ok_or_else(|| WordingError {
                    template: clause.id.clone(),
                    line: 1,
                    message: format!("with this clause the document is longer than {LONGEST} characters"),
                })?;
                blocks.extend(parse_clause(&rendered.markdown, &clause.id));
                capsules.insert(clause.id.clone(), rendered.capsules);
            }
            Item::Gap(clause, fields) => {
                for field in fields {
                    let words = format!("{}, in the profile under {field}", lower_first(&clause.header.title));
                    blocks.push(Block::new(Some(&clause.id), BlockKind::Paragraph(to_complete(&words))));
                }
            }
            // Opened with the rest, so that notes are numbered as they are read.
            Item::Own(text) => {
                let mark = own.keep(Shape::Blocks, (*text).to_owned());
                blocks.push(Block::new(None, BlockKind::Paragraph(vec![Inline::Text(mark)])));
            }
        }
    }
    capsules.insert(OWN.to_owned(), own);
    // Lead-ins are looked at before a school's prose is opened: its words are never dropped.
    let rank = |block: &Block| rank(case, block);
    let blocks = drop_lead_ins(join_lists(blocks, &rank), &capsules);
    Ok(Opener { capsules: &capsules, level, gathered: &mut rendering.gathered }.open_blocks(blocks))
}

/// The place of the pack whose words a block is: the built-in one has the lowest.
fn rank(case: &Case<'_>, block: &Block) -> usize {
    let clause = block.clause.as_ref().and_then(|id| case.catalogue.clauses.get(id));
    let pack = clause.and_then(|clause| case.catalogue.packs.iter().position(|pack| pack.name == clause.pack));
    pack.unwrap_or_default()
}

/// Joins bulleted lists that follow one another. Each item keeps the clause it came from. What a pack opens with words of its own is no list
/// for the clauses of a pack below it to go on with: they were written for other words.
fn join_lists(blocks: Vec<Block>, rank: &dyn Fn(&Block) -> usize) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let BlockKind::List(list) = &block.kind
            && list.start.is_none()
            && let Some(opening) = joined.last_mut()
            && rank(opening) <= rank(&block)
            && let BlockKind::List(before) = &mut opening.kind
            && before.start.is_none()
        {
            before.items.extend(list.items.iter().cloned());
            continue;
        }
        joined.push(block);
    }
    joined
}

/// Drops a paragraph that ends with a colon where no list, table, callout or picture follows it.
fn drop_lead_ins(blocks: Vec<Block>, capsules: &BTreeMap<String, Capsules>) -> Vec<Block> {
    let follows = |index: usize| match blocks.get(index + 1) {
        None => false,
        Some(Block { kind: BlockKind::Paragraph(inlines), clause, .. }) => {
            clause.as_ref().is_some_and(|clause| is_capsule(inlines, capsules.get(clause)))
        }
        Some(next) => !matches!(next.kind, BlockKind::Heading(_)),
    };
    let leads_nowhere =
        |index: usize, inlines: &[Inline]| plain_text(inlines).trim_end().ends_with(':') && !follows(index);
    let keep: Vec<bool> = blocks
        .iter()
        .enumerate()
        .map(|(index, block)| match &block.kind {
            // The school's own words are never dropped.
            BlockKind::Paragraph(inlines) => block.clause.is_none() || !leads_nowhere(index, inlines),
            _ => true,
        })
        .collect();
    blocks.into_iter().zip(keep).filter_map(|(block, keep)| keep.then_some(block)).collect()
}

fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The words of a paragraph that shows a gap.
fn to_complete(words: &str) -> Vec<Inline> {
    vec![Inline::Strong(vec![Inline::Text(format!("[To complete: {words}]"))])]
}
