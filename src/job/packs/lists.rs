//! Clauses that were written to go on with the list of one that a pack replaced.
//!
//! In: the layers, and the catalogue made of them. Out: warnings (CP319). Such a clause is nothing but items; below other words it is a list that
//! nothing leads up to.

use crate::catalogue::{Catalogue, Clause, Layer, Section};
use crate::finding::{Code, Finding};
use crate::text::Sources;

/// The warnings.
pub(super) fn lists_left_alone(layers: &[Layer], catalogue: &Catalogue, sources: &Sources) -> Vec<Finding> {
    let mut findings = Vec::new();
    for outline in &catalogue.outlines {
        for sections in [&outline.front, &outline.sections, &outline.appendices] {
            sections.iter().for_each(|section| look(section, layers, catalogue, sources, &mut findings));
        }
    }
    findings
}

/// Whether the wording has items, with which others can go on.
fn holds_items(wording: &[u8]) -> bool {
    String::from_utf8_lossy(wording).lines().any(|line| line.starts_with("- "))
}

fn look(section: &Section, layers: &[Layer], catalogue: &Catalogue, sources: &Sources, findings: &mut Vec<Finding>) {
    let clauses: Vec<&Clause> = section.clauses.iter().filter_map(|id| catalogue.clauses.get(id)).collect();
    let rank = |clause: &Clause| catalogue.packs.iter().position(|pack| pack.name == clause.pack).unwrap_or_default();
    for (at, opening) in clauses.iter().enumerate() {
        // Clauses that may stand empty can lie between.
        let mut following = clauses[at + 1..].iter().take_while(|clause| holds_items(clause.wording.as_bytes()));
        let Some(next) = following.find(|clause| clause.wording.trim_start().starts_with("- ")) else { continue };
        let path = format!("clauses/{}.md", opening.id);
        let replaced = layers[..rank(opening)].iter().filter_map(|layer| layer.files.get(&path));
        let replaces = replaced.into_iter().any(|wording| holds_items(wording));
        let leads_up = opening.wording.trim_end().ends_with(':');
        if replaces && rank(next) < rank(opening) && !leads_up {
            let title =
                format!("`{}` was written to go on with the list of the clause that this one replaces", next.id);
            let finding = Finding::warning(Code::CP319, title)
                .with_note("its items stand below your words as a list of their own")
                .with_help("end your words with a line that leads up to them, such as \"Our careers leader also:\"")
                .with_help(format!(
                    "`careers-policy explain {}` shows them; a clause of your own can take their place",
                    next.id
                ))
                .for_clause(&opening.id);
            let placed = catalogue.placed(finding, &opening.id, None, sources);
            // A trust's policy may have the same clauses as a school's.
            if !findings.contains(&placed) {
                findings.push(placed);
            }
        }
    }
    section.sections.iter().for_each(|section| look(section, layers, catalogue, sources, findings));
}
