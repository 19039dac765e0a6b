//! What could not be read or run in the wording, as findings.
//!
//! In: a [`WordingError`], and the catalogue that the wording is from. Out: a [`Finding`] (CP306), placed in the pack's own file where that
//! file is at hand.

use std::sync::OnceLock;

use super::engine::Engine;
use super::error::WordingError;
use crate::catalogue::Catalogue;
use crate::finding::{Code, Finding};
use crate::text::Sources;

impl From<WordingError> for Finding {
    fn from(error: WordingError) -> Finding {
        Finding::error(Code::CP306, format!("the wording of `{}` cannot be used", error.template))
            .with_note(format!("line {} of the wording: {}", error.line, error.message))
            .for_clause(error.template)
    }
}

/// An engine that knows all clauses of a catalogue. `sources` are those that the catalogue was read with.
///
/// # Errors
/// A finding for each clause whose wording cannot be read; the built-in catalogue, where no pack lies over it, is taken as it is.
pub fn engine_for(catalogue: &Catalogue, sources: &Sources) -> Result<Engine, Vec<Finding>> {
    if catalogue.is_built_in {
        let clauses = catalogue.clauses.values().map(|clause| (clause.id.clone(), clause.wording.clone()));
        return Ok(Engine::of_built_in(clauses.chain(catalogue.partials.clone()).collect()));
    }
    checked_engine(catalogue, sources)
}

/// The same, with all wording held to the bounds of its language.
fn checked_engine(catalogue: &Catalogue, sources: &Sources) -> Result<Engine, Vec<Finding>> {
    let mut engine = Engine::new();
    let clauses = catalogue.clauses.values().map(|clause| (&clause.id, &clause.wording));
    let mut errors: Vec<WordingError> =
        clauses.chain(&catalogue.partials).filter_map(|(id, wording)| engine.add(id, wording).err()).collect();
    let clashes = engine.clashes();
    // A pack that takes a name of the built-in wording is the one to give way.
    let is_of_pack = |error: &&WordingError| catalogue.is_of_pack(&error.template);
    if clashes.iter().any(|error| is_of_pack(&error)) {
        errors.extend(clashes.iter().filter(is_of_pack).cloned());
    } else {
        errors.extend(clashes);
    }
    let findings: Vec<Finding> = errors.into_iter().map(|error| placed_in_pack(catalogue, error, sources)).collect();
    if findings.is_empty() { Ok(engine) } else { Err(findings) }
}

/// The engine that knows the built-in wording, over which packs lie; none where its files cannot be read, which a test rules out.
pub fn built_in_engine(built_in: &Catalogue) -> Option<&'static Engine> {
    static ENGINE: OnceLock<Option<Engine>> = OnceLock::new();
    ENGINE.get_or_init(|| engine_for(built_in, &Sources::default()).ok()).as_ref()
}

/// The finding for an error, placed in the pack's own file.
pub fn placed_in_pack(catalogue: &Catalogue, error: WordingError, sources: &Sources) -> Finding {
    let WordingError { template, line, message } = error.clone();
    // The line of the file is shown, so that of the wording is not said.
    let finding = Finding { notes: vec![message], ..error.into() };
    catalogue.placed(finding, &template, Some(line), sources)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::bounds::{check_condition, check_wording};

    #[test]
    fn the_built_in_wording_keeps_to_the_bounds_of_its_language() {
        let mut sources = Sources::default();
        let catalogue = Catalogue::base(&mut sources).unwrap();
        let findings = checked_engine(&catalogue, &sources).err().unwrap_or_default();
        assert!(findings.is_empty(), "{findings:?}");
        for outline in &catalogue.outlines {
            let conditions =
                outline.when.iter().chain(catalogue.clauses.values().filter_map(|clause| clause.header.when.as_ref()));
            for condition in conditions {
                check_condition(condition).unwrap();
            }
            for words in [&outline.title, &outline.summary]
                .into_iter()
                .chain(outline.cover.iter().flat_map(|row| [&row.label, &row.value]))
            {
                check_wording(words).unwrap();
            }
        }
    }
}
