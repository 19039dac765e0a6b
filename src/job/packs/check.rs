//! Tries a pack out before any school uses it.
//!
//! In: the folders of packs, the lowest first. Out: a [`PackReport`]: what the loader finds, what goes wrong in the documents of the example
//! institutions of every setting, what is required and then not said, and what lies about in the pack to no purpose.
//!
//! Not here: what the loader itself refuses (`catalogue`), and what a pack changes (`diff`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::examples::{Example, examples};
use super::gaps::without_gap;
use super::law::law_in_other_words;
use super::lists::lists_left_alone;
use super::nouns::Nouns;
use super::unused::unused;
use crate::case::Case;
use crate::catalogue::{Catalogue, Clause, Requirement};
use crate::check::{lost, lost_items, unsaid, unshown_wording, why_not};
use crate::draft::{draft_all, is_asked};
use crate::finding::{Code, Finding, Place, Severity};
use crate::job::library::{Library, further_in, layers};
use crate::law::Date;
use crate::text::Sources;
use crate::words::{Budget, WordingError, placed_in_pack};

/// What was found on packs.
pub struct PackReport {
    /// The findings, gravest first.
    pub findings: Vec<Finding>,
    /// The texts that they point into.
    pub sources: Sources,
    /// The packs with their editions, the built-in one first; empty where they could not be loaded.
    pub packs: String,
    /// On how many example profiles they were tried.
    pub tried: usize,
}

/// Tries out the packs in these folders.
pub fn check_packs(folders: &[PathBuf], today: Date) -> PackReport {
    let mut report = PackReport { findings: Vec::new(), sources: Sources::default(), packs: String::new(), tried: 0 };
    let layers = match layers(folders) {
        Ok(layers) => layers,
        Err(findings) => return PackReport { findings, ..report },
    };
    let library = match Library::of(&layers, &[], &mut report.sources) {
        Ok(library) => library,
        Err(findings) => return PackReport { findings, ..report },
    };
    let catalogue = &library.catalogue;
    let examples = examples(catalogue);
    let mut troubles =
        Troubles { budget: Arc::new(Budget::of_trial()), nouns: Nouns::of(catalogue), ..Troubles::default() };
    for example in &examples {
        troubles.try_on(&library, example, today);
        report.tried += 1;
        if troubles.budget.spent().is_some() {
            break;
        }
    }
    report.findings = troubles.findings(catalogue, &report.sources);
    report.findings.extend(further_in(folders, &layers).into_iter().map(|(_, finding)| finding));
    report.findings.extend(catalogue.remarks.iter().cloned());
    report.findings.extend(unused(&layers, catalogue, &report.sources));
    report.findings.extend(lists_left_alone(&layers, catalogue, &report.sources));
    report.findings.extend(without_gap(catalogue, &report.sources));
    report.findings.extend(law_in_other_words(&layers, catalogue, &report.findings, &report.sources));
    report.findings.sort_by_key(|finding| finding.severity);
    report.packs = catalogue.editions_in_words();
    report
}

/// A requirement of which nothing is said, and the document in which it is not, where another one says it.
type Unsaid = (String, Option<String>);

/// What went wrong, each trouble once, with the examples in which it did.
#[derive(Default)]
struct Troubles {
    /// What the wording may take on all examples together.
    budget: Arc<Budget>,
    /// Conditions of clauses that cannot be read, by the clause.
    conditions: BTreeMap<String, (WordingError, Vec<String>)>,
    /// Wording that cannot be run: by where it stands and what is wrong, with the outline in which it was tried.
    wording: BTreeMap<(String, usize, String), (String, Vec<String>)>,
    /// Requirements of which nothing is said, or nothing in one document, with the reasons.
    unsaid: BTreeMap<Unsaid, (Vec<String>, Vec<String>)>,
    /// Characters that the PDF cannot show, by the finding's title and clause.
    unshown: BTreeMap<(String, Option<String>), (Finding, Vec<String>)>,
    /// Items of the hub guide that are not found: by number, with the document and the words that were looked for.
    lost: BTreeMap<u16, (String, BTreeSet<String>, Vec<String>)>,
    /// Words of schools that others print.
    nouns: Nouns,
}

impl Troubles {
    fn try_on(&mut self, library: &Library, example: &Example, today: Date) {
        let Library { catalogue, engine, .. } = library;
        let new = |profile| Case::new(profile, catalogue, engine, today).with_budget(&self.budget);
        let case = new(&example.profile).with_schools(example.schools.iter().map(new));
        let own: BTreeSet<&str> = case.outlines().flat_map(|outline| outline.clause_ids()).collect();
        // The conditions of a school's clauses ask for what a trust does not have.
        let concerns = |clause: &&Clause| case.schools.is_empty() || own.contains(clause.id.as_str());
        for clause in catalogue.clauses.values().filter(concerns) {
            let condition = clause.header.when.as_deref();
            let error = condition.and_then(|when| engine.is_true(&clause.id, when, &case.context).err());
            if let Some(error) = error {
                let found = self.conditions.entry(clause.id.clone()).or_insert_with(|| (error, Vec::new()));
                found.1.push(example.name.clone());
            }
        }
        for requirement in catalogue.requirements.values() {
            let test =
                requirement.entry.test.as_deref().filter(|_| case.answers.missing(&requirement.entry.needs).is_empty());
            let tested = test.and_then(|test| engine.is_true(&requirement.id, test, &case.context).err());
            for error in is_asked(&case, requirement).err().into_iter().chain(tested) {
                self.note(error, &requirement.id, &example.name);
            }
        }
        for publication in case.publications() {
            self.draft(publication.case, &example.name);
        }
    }

    /// Drafts what a school publishes, or a trust, or one of its schools.
    fn draft(&mut self, case: &Case<'_>, example: &str) {
        let drafts = draft_all(case);
        for stopped in &drafts.errors {
            self.note(stopped.error.clone(), &stopped.document, example);
        }
        // Of a document that could not be drafted nothing is known.
        if !drafts.errors.is_empty() {
            return;
        }
        let lost =
            lost(case, &drafts).into_iter().map(|(requirement, document)| (requirement, Some(document.to_owned())));
        let unsaid = unsaid(case, &drafts.said).into_iter().map(|requirement| (requirement, None));
        for (requirement, document) in unsaid.chain(lost) {
            let (why, seen_in) = self.unsaid.entry((requirement.id.clone(), document)).or_default();
            why.extend(why_not(case, requirement));
            if seen_in.last().is_none_or(|last| last != example) {
                seen_in.push(example.to_owned());
            }
        }
        for finding in unshown_wording(case, &drafts) {
            let key = (finding.title.clone(), finding.clause.clone());
            let (_, seen_in) = self.unshown.entry(key).or_insert_with(|| (finding, Vec::new()));
            if seen_in.last().is_none_or(|last| last != example) {
                seen_in.push(example.to_owned());
            }
        }
        self.nouns.look(case, &drafts);
        for (item, words) in lost_items(case, &drafts) {
            let new = || (item.document.clone(), BTreeSet::new(), Vec::new());
            let (_, looked_for, seen_in) = self.lost.entry(item.item).or_insert_with(new);
            looked_for.extend(words);
            if seen_in.last().is_none_or(|last: &String| last != example) {
                seen_in.push(example.to_owned());
            }
        }
    }

    fn note(&mut self, error: WordingError, outline: &str, example: &str) {
        if self.conditions.contains_key(&error.template) {
            return;
        }
        let key = (error.template, error.line, error.message);
        let (_, seen_in) = self.wording.entry(key).or_insert_with(|| (outline.to_owned(), Vec::new()));
        if seen_in.last().is_none_or(|last| last != example) {
            seen_in.push(example.to_owned());
        }
    }

    fn findings(self, catalogue: &Catalogue, sources: &Sources) -> Vec<Finding> {
        let nouns = self.nouns.findings(catalogue, sources);
        let conditions = self.conditions.into_iter().map(|(id, (error, examples))| {
            let title = format!("the condition under `when` of `{id}` cannot be read");
            let finding = Finding::error(Code::CP306, title).with_note(error.message).for_clause(&id);
            seen_in(catalogue.placed(finding, &id, None, sources), &examples)
        });
        let wording = self.wording.into_iter().map(|((template, line, message), (outline, examples))| {
            let finding = placed_in_pack(catalogue, WordingError { template, line, message }, sources);
            let placed = match finding.at {
                // The title of a section is known by the section's id.
                Place::None => catalogue.placed(finding, &outline, None, sources),
                _ => finding,
            };
            seen_in(placed, &examples)
        });
        let unsaid = self.unsaid.into_iter().filter_map(|((id, document), (why, examples))| {
            let requirement = catalogue.requirements.get(&id)?;
            let finding = Finding::error(Code::CP310, match document {
                Some(document) => format!("`{document}` does not say what `{id}` asks"),
                None => format!("no document says what `{id}` asks"),
            });
            let finding = finding.with_note(requirement.entry.asks.clone());
            let why: BTreeSet<String> = why.into_iter().collect();
            let finding = why.into_iter().fold(finding, Finding::with_note).for_requirement(&id).with_help(
                "let a clause that `meets` it stand in a document, say what is asked, and apply wherever the requirement is asked",
            );
            let at = catalogue.clauses_of(&id).max_by_key(|clause| catalogue.layer_of(&clause.pack));
            let finding = match at {
                Some(clause) => catalogue.placed(finding, &clause.id, None, sources),
                None => catalogue.placed(finding, &id, Some(1), sources),
            };
            Some(seen_in(finding, &examples))
        });
        let lost = self.lost.into_iter().filter_map(|(item, (document, words, examples))| {
            let carries = |requirement: &&Requirement| {
                requirement.entry.guide.as_ref().is_some_and(|guide| guide.items.contains(&item))
            };
            let requirement = catalogue.requirements.values().find(carries)?;
            let looked_for: Vec<String> = words.iter().map(|words| format!("“{words}”")).collect();
            let title = format!("item {item} of the hub guide is not found in `{document}`");
            let finding = Finding::new(Severity::Note, Code::CP322, title)
                .with_note(format!("looked for: {}", looked_for.join("; ")))
                .with_help("see whether your wording says the same in other words; if it does, leave it")
                .for_requirement(&requirement.id);
            let at = catalogue.clauses_of(&requirement.id).max_by_key(|clause| catalogue.layer_of(&clause.pack));
            let placed = match at {
                Some(clause) => catalogue.placed(finding, &clause.id, None, sources),
                None => finding,
            };
            Some(seen_in(placed, &examples))
        });
        let unshown = self.unshown.into_values().map(|(finding, examples)| {
            let placed = match finding.clause.clone() {
                Some(clause) => catalogue.placed(finding, &clause, None, sources),
                None => finding,
            };
            seen_in(placed, &examples)
        });
        conditions.chain(wording).chain(unsaid).chain(unshown).chain(lost).chain(nouns).collect()
    }
}

/// Says in which examples it was seen.
fn seen_in(finding: Finding, examples: &[String]) -> Finding {
    match examples {
        [] => finding,
        [one] => finding.with_note(format!("seen with {one}")),
        [first, others @ ..] => finding.with_note(format!("seen with {first}; and {} others", others.len())),
    }
}
