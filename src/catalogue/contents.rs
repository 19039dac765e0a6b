//! The catalogue as a whole, and what can be looked up in it.
//!
//! In: the parts that `load` has read. Out: a [`Catalogue`] in which every name that one part says of another exists.
//!
//! Not here: reading the parts (`load`), and what each part holds (the file of its name).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bodies::Bodies;
use super::dead_names::DeadName;
use super::editions::Editions;
use super::guide::Guide;
use super::named::NamedRequirements;
use super::outline::{self, Clause, Outline, PublicationKind};
use super::pack::Pack;
use super::phrases::Phrases;
use super::placeholders::Placeholders;
use super::requirement::Requirement;
use super::review::ReviewWords;
use super::school_words::SchoolWords;
use super::terms::Terms;
use super::unprinted::Unprinted;
use crate::finding::Finding;
use crate::law::Setting;
use crate::text::{Sources, Span};
use crate::theme::Theme;

/// What a document is made from, but for the profile.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The packs it was read from, the built-in one first.
    pub packs: Vec<Pack>,
    /// The requirements by their ids.
    pub requirements: BTreeMap<String, Requirement>,
    /// Those that the program itself names.
    pub named: NamedRequirements,
    /// The clauses by their ids.
    pub clauses: BTreeMap<String, Clause>,
    /// Pieces of wording that several clauses share, by their names: `partials/benchmark-plan`.
    pub partials: BTreeMap<String, String>,
    /// Those of them whose words are a pack's, and not the built-in ones.
    pub pack_partials: BTreeSet<String>,
    /// The documents, in the order they are made.
    pub outlines: Vec<Outline>,
    /// The terms of each setting.
    pub terms: BTreeMap<Setting, Terms>,
    /// The editions of guidance and benchmarks.
    pub editions: Editions,
    /// The items of the hub guide, and what the documents say of each.
    pub guide: Guide,
    /// Bodies and programmes that are no more.
    pub dead_names: Vec<DeadName>,
    /// Who governs each kind of institution, and who does not.
    pub bodies: Bodies,
    /// What is left over in a text that was meant to be replaced.
    pub placeholders: Placeholders,
    /// Words of schools for which the wording has terms.
    pub school_words: SchoolWords,
    /// The answers that no document prints as words.
    pub unprinted: Unprinted,
    /// The words that the program itself puts into the values of wording.
    pub phrases: Phrases,
    /// What review copies say besides.
    pub review: ReviewWords,
    /// How the documents look.
    pub theme: Theme,
    /// Whether it is the built-in catalogue as the program carries it, over which no pack lies.
    pub is_built_in: bool,
    /// The built-in catalogue, where packs lie over it: what they make of its duties is held against it.
    pub built_in: Option<Arc<Catalogue>>,
    /// What is worth a look in the files of the packs, and stops nothing: words that a `#` cuts off, say.
    pub remarks: Vec<Finding>,
    /// Where the wording of each clause and partial stands, and the file of each outline and requirement, in the texts that the
    /// catalogue was read from.
    pub(super) places: BTreeMap<String, Span>,
}

impl Catalogue {
    /// Places a finding at a line, from 1, of the wording of a clause or a partial, or where an outline or a requirement begins; without
    /// a line, at the file of either. `sources` are those that the catalogue was read with.
    #[must_use]
    pub fn placed(&self, finding: Finding, id: &str, line: Option<usize>, sources: &Sources) -> Finding {
        let Some(span) = self.places.get(id) else { return finding };
        let source = sources.get(span.source);
        let Some(line) = line else { return finding.at_file(source.name.clone()) };
        if !self.clauses.contains_key(id) && !self.partials.contains_key(id) {
            return finding.at_span(*span);
        }
        let first = source.position(span.start).line;
        let range = source.line_range(first + line.saturating_sub(1));
        finding.at_span(Span { start: range.start, end: range.end, ..*span })
    }

    /// The packs that it was read from, each with its edition: `base 2026.1`.
    pub fn editions_in_words(&self) -> String {
        let named: Vec<String> = self.packs.iter().map(|pack| format!("{} {}", pack.name, pack.edition)).collect();
        named.join(", ")
    }

    /// The number of the layer of a pack: 0 for the built-in one.
    pub fn layer_of(&self, pack: &str) -> usize {
        self.packs.iter().position(|layer| layer.name == pack).unwrap_or(0)
    }

    /// Whether the wording of a clause or a partial is a pack's, and not the built-in one.
    pub fn is_of_pack(&self, id: &str) -> bool {
        let base = self.packs.first().map(|pack| pack.name.as_str());
        let of_clause = self.clauses.get(id).is_some_and(|clause| Some(clause.pack.as_str()) != base);
        of_clause || self.pack_partials.contains(id)
    }

    /// The outlines that a publication uses, in the order the documents are made. Whether a document is made at all hangs on its
    /// outline's `when` besides.
    pub fn outlines_for(&self, publication: PublicationKind) -> impl Iterator<Item = &Outline> {
        outline::outlines_for(&self.outlines, publication)
    }

    /// Whether a document of a whole trust takes the place of this one of each school.
    fn is_replaced(&self, outline: &Outline) -> bool {
        outline::is_replaced(&self.outlines, outline)
    }

    /// The clauses of those documents of a school whose place one of a whole trust takes.
    pub fn replaced_clauses(&self) -> impl Iterator<Item = &str> {
        self.outlines.iter().filter(|outline| self.is_replaced(outline)).flat_map(Outline::clause_ids)
    }

    /// The requirements that a clause meets.
    pub fn requirements_of<'a>(&'a self, clause: &'a Clause) -> impl Iterator<Item = &'a Requirement> {
        clause.header.meets.iter().filter_map(|id| self.requirements.get(id))
    }

    /// The clauses that meet a requirement, by their ids.
    pub fn clauses_of<'a>(&'a self, requirement: &'a str) -> impl Iterator<Item = &'a Clause> {
        self.clauses.values().filter(move |clause| clause.header.meets.iter().any(|id| id == requirement))
    }
}
