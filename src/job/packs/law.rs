//! Which of a pack's words stand where statute asks for something.
//!
//! In: the catalogue without the pack, and the one with it. Out: the clauses, partials and terms that say what statute asks in other words than
//! below, each with the places in the law; and a note on each (CP321). Whether they still say it no program can tell, so they are always named.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, Clause, Duty, Layer, Requirement};
use crate::finding::{Code, Finding, Severity};
use crate::law::SETTINGS;
use crate::text::Sources;

/// What says what statute asks in other words than below, each by its name with the places in the law.
#[derive(Debug, Default)]
pub(super) struct LawInOtherWords {
    /// Clauses that the pack adds or puts into its own words, or whose condition it changes.
    pub(super) clauses: BTreeMap<String, BTreeSet<String>>,
    /// Partials that such clauses include.
    pub(super) partials: BTreeMap<String, BTreeSet<String>>,
    /// Terms that such clauses print.
    pub(super) terms: BTreeMap<String, BTreeSet<String>>,
}

impl LawInOtherWords {
    /// What `new` says in other words than `old`.
    pub(super) fn of(old: &Catalogue, new: &Catalogue) -> LawInOtherWords {
        let mut found = LawInOtherWords::default();
        let partials: Vec<&String> = new
            .partials
            .iter()
            .filter(|(name, words)| old.partials.get(*name) != Some(words))
            .map(|(name, _)| name)
            .collect();
        let terms = changed_terms(old, new);
        for clause in new.clauses.values() {
            let before = old.clauses.get(&clause.id);
            let mut asked = statutes(clause, new);
            asked.extend(before.map(|before| statutes(before, old)).unwrap_or_default());
            if asked.is_empty() {
                continue;
            }
            let same = |before: &Clause| before.wording == clause.wording && before.header.when == clause.header.when;
            if !before.is_some_and(same) {
                found.clauses.entry(clause.id.clone()).or_default().extend(asked.iter().cloned());
            }
            let words = expanded(clause, new);
            for name in partials.iter().filter(|name| includes(&words, name)) {
                found.partials.entry((*name).clone()).or_default().extend(asked.iter().cloned());
            }
            for term in terms.iter().filter(|term| prints(&words, term)) {
                found.terms.entry((*term).clone()).or_default().extend(asked.iter().cloned());
            }
        }
        found
    }

    /// The places in the law for a thing of this kind and name.
    pub(super) fn cited(&self, kind: &str, name: &str) -> Vec<String> {
        let things = match kind {
            "Clauses" => &self.clauses,
            "Partials" => &self.partials,
            "Terms" => &self.terms,
            _ => return Vec::new(),
        };
        things.get(name).into_iter().flatten().cloned().collect()
    }
}

/// A note on each of a pack's words that say what statute asks; not on those about which something worse was found.
pub(super) fn law_in_other_words(
    layers: &[Layer],
    catalogue: &Catalogue,
    found: &[Finding],
    sources: &Sources,
) -> Vec<Finding> {
    let Some(built_in) = &catalogue.built_in else { return Vec::new() };
    let words = LawInOtherWords::of(built_in, catalogue);
    let is_told = |name: &str| {
        let meets = catalogue.clauses.get(name).map(|clause| &clause.header.meets);
        found.iter().filter(|finding| finding.severity == Severity::Error).any(|finding| {
            finding.clause.as_deref() == Some(name)
                || finding.requirement.as_ref().is_some_and(|id| meets.is_some_and(|meets| meets.contains(id)))
        })
    };
    let note = |title: String, cited: &BTreeSet<String>, name: &str| {
        let finding = Finding::new(Severity::Note, Code::CP321, title);
        let cited = cited.iter().take(MOST).fold(finding, |finding, place| finding.with_note(place.clone()));
        let help = "`careers-policy pack diff` shows the words with those below; read them with the law beside them";
        catalogue.placed(cited.with_help(help), name, Some(1), sources)
    };
    let clauses = words.clauses.iter().filter(|(id, _)| !is_told(id)).map(|(id, cited)| {
        note(format!("`{id}` says in the pack's own words what statute asks"), cited, id).for_clause(id)
    });
    let partials = words.partials.iter().map(|(name, cited)| {
        note(format!("`{name}` stands, in the pack's own words, in what statute asks"), cited, name)
    });
    let file = layers.iter().rev().find(|layer| layer.files.contains_key(TERMS));
    let file = file.map(|layer| format!("{}/{TERMS}", layer.folder)).unwrap_or_default();
    let terms = words.terms.iter().map(|(term, cited)| {
        note(format!("the term `{term}` stands, in the pack's own words, in what statute asks"), cited, term)
            .at_file(&file)
    });
    clauses.chain(partials).chain(terms).collect()
}

/// The file of the terms.
const TERMS: &str = "terms.yaml";
/// How many places in the law a note names.
const MOST: usize = 5;

/// What statute asks of anybody and a clause says, as it is cited.
fn statutes(clause: &Clause, catalogue: &Catalogue) -> BTreeSet<String> {
    let is_statutory = |requirement: &&Requirement| {
        SETTINGS.into_iter().any(|setting| requirement.duty_of(setting) == Duty::Statutory)
    };
    let asked = catalogue.requirements_of(clause).filter(is_statutory);
    asked.map(|requirement| format!("{} (`{}`)", requirement.citation(), requirement.id)).collect()
}

/// The terms whose words are not the same for every setting.
fn changed_terms(old: &Catalogue, new: &Catalogue) -> BTreeSet<String> {
    let of_settings = new.terms.iter().flat_map(|(setting, terms)| {
        let before = old.terms.get(setting);
        terms.iter().filter(move |(term, words)| before.and_then(|before| before.get(*term)) != Some(words))
    });
    of_settings.map(|(term, _)| term.clone()).collect()
}

/// The wording of a clause with that of the partials in it, those in partials too.
fn expanded(clause: &Clause, catalogue: &Catalogue) -> String {
    let mut words = clause.wording.clone();
    let mut taken: BTreeSet<&String> = BTreeSet::new();
    loop {
        let next = catalogue.partials.iter().find(|(name, _)| !taken.contains(name) && includes(&words, name));
        let Some((name, partial)) = next else { return words };
        taken.insert(name);
        words.push_str(partial);
    }
}

fn includes(words: &str, partial: &str) -> bool {
    words.contains(&format!("\"{partial}\"")) || words.contains(&format!("'{partial}'"))
}

/// Whether some wording prints a term.
fn prints(words: &str, term: &str) -> bool {
    let place = format!("term.{term}");
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    words.match_indices(&place).any(|(at, _)| ends(&words[at + place.len()..]))
}
