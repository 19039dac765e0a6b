//! Renders the clauses of a section and joins them.
//!
//! In: the items of a section. Out: its blocks. Bulleted lists of clauses that follow one another become one list, and a line that
//! leads up to nothing is dropped, so that a clause left out leaves no trace.

use super::plan::Item;
use super::prose;
use crate::case::Case;
use crate::doc::{Block, BlockKind, Inline, parse_clause, plain_text};
use crate::words::{Context, WordingError};

/// The most that the wording of one document may print, in bytes: some twenty times the longest policy there is.
pub(super) const LONGEST: usize = 4_000_000;

/// The blocks of a section. `left` is what the document may still print.
pub(super) fn section(
    case: &Case<'_>,
    items: &[Item<'_>],
    context: &Context,
    left: &mut usize,
) -> Result<Vec<Block>, WordingError> {
    let mut blocks = Vec::new();
    for item in items {
        match item {
            Item::Clause(clause) => {
                let markdown = case.engine.render(&clause.id, context)?;
                *left = left.checked_sub(markdown.len()).ok_or_else(|| WordingError {
                    template: clause.id.clone(),
                    line: 1,
                    message: format!("with this clause the document is longer than {LONGEST} characters"),
                })?;
                blocks.extend(parse_clause(&markdown, &clause.id));
            }
            Item::Gap(clause, fields) => {
                for field in fields {
                    let words = format!("{}, in the profile under {field}", lower_first(&clause.header.title));
                    blocks.push(Block::new(Some(&clause.id), BlockKind::Paragraph(to_complete(&words))));
                }
            }
            Item::Own(text) => blocks.extend(prose::prose_blocks(text, None)),
        }
    }
    // Lead-ins are looked at before a school's prose is opened: its words are never dropped.
    let rank = |block: &Block| rank(case, block);
    Ok(prose::open_blocks(drop_lead_ins(join_lists(blocks, &rank))))
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
fn drop_lead_ins(blocks: Vec<Block>) -> Vec<Block> {
    let follows = |index: usize| match blocks.get(index + 1).map(|block| &block.kind) {
        Some(BlockKind::List(_) | BlockKind::Table(_) | BlockKind::Callout(_) | BlockKind::Picture(_)) => true,
        Some(BlockKind::Paragraph(inlines)) => prose::is_capsule(inlines),
        _ => false,
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
