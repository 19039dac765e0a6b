//! Requirements of packs that do not say what a school is told that does not meet them.
//!
//! In: the catalogue made of the packs. Out: a note for each (CP328), at the place of the requirement.
//!
//! Not here: what a school is told (`check`).

use crate::catalogue::Catalogue;
use crate::finding::{Code, Finding, Severity};
use crate::text::Sources;

/// The notes.
pub(super) fn without_gap(catalogue: &Catalogue, sources: &Sources) -> Vec<Finding> {
    let built_in = catalogue.packs.first().map(|pack| pack.name.as_str());
    let of_packs = catalogue.requirements.values().filter(|asked| Some(asked.pack.as_str()) != built_in);
    // What asks for no answer is met by a clause, which stands in every document.
    let can_lack = of_packs.filter(|asked| !asked.entry.needs.is_empty() || asked.entry.test.is_some());
    let notes = can_lack.filter(|asked| asked.entry.gap.is_none()).map(|asked| {
        let title = format!("`{}` does not say what a school is told that does not meet it", asked.id);
        let finding = Finding::new(Severity::Note, Code::CP328, title)
            .with_note(format!("it is now told: \"{}\"", asked.gap_in_words()))
            .with_help("write what is lacking under `gap:`, such as `gap: the policy does not name our hub`")
            .for_requirement(&asked.id);
        catalogue.placed(finding, &asked.id, Some(1), sources)
    });
    notes.collect()
}
