//! Documents that carry duties: no pack drops one, turns it into something else, makes it conditional, or takes a duty out of it.
//!
//! In: the catalogue of the packs below, and what the highest pack makes of its documents. Out: findings: CP320 on a document, CP310 on the
//! duties that it no longer says.
//!
//! Only what an outline and the headers of clauses tell is looked at here. Whether the words are really there is tried on each school (`check`).

use std::collections::{BTreeMap, BTreeSet};

use super::loader::Loader;
use crate::catalogue::contents::Catalogue;
use crate::catalogue::outline::{Clause, Outline, is_replaced};
use crate::catalogue::requirement::Requirement;
use crate::finding::{Code, Finding, visible};
use crate::law::Setting;
use crate::yaml::Index;

/// What is asked, by its id.
type Requirements = BTreeMap<String, Requirement>;
/// The clauses by their ids.
type Clauses = BTreeMap<String, Clause>;

/// What a finding names before it counts the rest.
const NAMED: usize = 3;

/// The requirements that bind somebody and that the clauses standing in an outline meet.
fn carried<'a>(outline: &'a Outline, clauses: &'a Clauses, requirements: &Requirements) -> BTreeSet<&'a str> {
    let binds = |id: &&str| {
        requirements.get(*id).is_some_and(|asked| Setting::kinds().any(|setting| asked.duty_of(setting).is_binding()))
    };
    let standing = outline.clause_ids().filter_map(|id| clauses.get(id));
    standing.flat_map(|clause| &clause.header.meets).map(String::as_str).filter(binds).collect()
}

impl Loader<'_> {
    /// Every duty that a document of the packs below carries: those that it has lost are found here, document by document.
    pub(super) fn carried_below(&self, requirements: &Requirements) -> BTreeSet<String> {
        let outlines = self.below.iter().flat_map(|below| below.outlines.iter().map(move |outline| (below, outline)));
        outlines
            .flat_map(|(below, outline)| carried(outline, &below.clauses, requirements))
            .map(str::to_owned)
            .collect()
    }

    /// Holds a document against itself in the packs below.
    pub(super) fn keep_document(
        &mut self,
        outline: &Outline,
        index: &Index,
        file: &str,
        clauses: &Clauses,
        requirements: &Requirements,
    ) {
        let Some(below) = self.below else { return };
        let Some(old) = below.outlines.iter().find(|old| old.document == outline.document) else {
            return self.keep_place(below, outline, index, file);
        };
        let carries = carried(old, &below.clauses, requirements);
        if carries.is_empty() {
            return;
        }
        let name = &outline.document;
        let fields = [
            ("form", old.form == outline.form, "what the document is"),
            ("when", old.when == outline.when, "when the document is made"),
            ("in_place_of", old.in_place_of == outline.in_place_of, "whose document it is"),
            ("annex_of", old.annex_of == outline.annex_of, "to which document it belongs"),
            ("contact", old.contact == outline.contact, "where it says whom to contact"),
        ];
        for (field, _, what) in fields.into_iter().filter(|(_, stays, _)| !stays) {
            let title = format!("the pack changes {what}, in `{field}` of `{name}`, which says what binds schools");
            let help =
                format!("take `{field}` out here; put what you add into the document, or make a document of your own");
            self.findings.push(at_field(Finding::error(Code::CP320, title), index, field, file).with_help(help));
        }
        self.keep_duties(old, outline, &carries, clauses, requirements, file);
    }

    /// That a document no longer says what it said, and which clause has gone, or has changed its `meets`.
    fn keep_duties(
        &mut self,
        old: &Outline,
        outline: &Outline,
        carries: &BTreeSet<&str>,
        clauses: &Clauses,
        requirements: &Requirements,
        file: &str,
    ) {
        let Some(below) = self.below else { return };
        let has = carried(outline, clauses, requirements);
        let lost: Vec<&str> = carries.difference(&has).copied().collect();
        let Some(first) = lost.first() else { return };
        let met_by = |id: &str| {
            let met = |clause: &&str| {
                below.clauses.get(*clause).is_some_and(|clause| clause.header.meets.iter().any(|met| met == id))
            };
            old.clause_ids().filter(met).collect::<Vec<_>>()
        };
        let gone: BTreeSet<&str> = lost.iter().flat_map(|id| met_by(id)).collect();
        let ask = if lost.len() == 1 { "asks" } else { "ask" };
        let title = format!("`{}` no longer says what {} {ask}", outline.document, some_of(&lost));
        let asks = lost.iter().take(NAMED).filter_map(|id| requirements.get(*id));
        let finding = asks.fold(Finding::error(Code::CP310, title), |finding, asked| {
            finding.with_note(format!("{}: {}", asked.citation(), asked.entry.asks.trim()))
        });
        let standing: BTreeSet<&str> = outline.clause_ids().collect();
        // Where the outline still has the clause, its header has lost the requirement.
        let changed = gone.iter().find(|id| standing.contains(**id));
        let (finding, help) = match changed {
            Some(id) => {
                let path = format!("clauses/{id}.md");
                let place = self.layers.highest(&path).map(|(_, layer)| layer.name_of(&path));
                let finding = finding.at_file(place.unwrap_or_else(|| file.to_owned())).for_clause(*id);
                (finding, format!("write {} under `meets` in the header of `{id}` again", some_of(&lost)))
            }
            None => {
                let gone: Vec<&str> = gone.into_iter().collect();
                let help = format!("keep {} in this document; you may put them into your own words", some_of(&gone));
                (finding.at_file(file), help)
            }
        };
        self.findings.push(finding.with_help(help).for_requirement(*first));
    }

    /// A document of the pack's own does not take the place of one below that nothing took the place of.
    fn keep_place(&mut self, below: &Catalogue, outline: &Outline, index: &Index, file: &str) {
        let Some(replaced) = &outline.in_place_of else { return };
        let stands_alone = |old: &&Outline| old.document == *replaced && !is_replaced(&below.outlines, old);
        if below.outlines.iter().any(|old| stands_alone(&old)) {
            let title = format!(
                "the pack puts `{}` in the place of `{replaced}`, which each school publishes itself",
                outline.document
            );
            let finding = at_field(Finding::error(Code::CP320, title), index, "in_place_of", file);
            self.findings
                .push(finding.with_help("take `in_place_of` out; a document of your own stands beside the others"));
        }
    }

    /// No document of the packs below is missing.
    pub(super) fn keep_documents(&mut self, names: &[String], requirements: &Requirements) {
        let Some(below) = self.below else { return };
        let Some(layer) = self.layers.0.last() else { return };
        let dropped = below.outlines.iter().filter(|old| !names.contains(&old.document));
        for old in dropped.filter(|old| !carried(old, &below.clauses, requirements).is_empty()) {
            let title =
                format!("the pack drops the document `{}`, which says what binds schools", visible(&old.document));
            let help =
                "name it under `documents`, or leave `documents` out: then all documents of the pack below are made";
            self.findings.push(Finding::error(Code::CP320, title).at_file(layer.name_of("pack.yaml")).with_help(help));
        }
    }
}

/// A finding at a field of a file, where that file itself has it.
fn at_field(finding: Finding, index: &Index, field: &str, file: &str) -> Finding {
    match index.name(field).filter(|span| span.source == index.file()) {
        Some(span) => finding.at_span(span),
        None => finding.at_file(file),
    }
}

/// The first few names, and how many there are besides.
fn some_of(names: &[&str]) -> String {
    let named: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    match names.len() - named.len() {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
