//! The catalogue: requirements, clauses, outlines, terms, editions and the theme, loaded and held together.
//!
//! In: the files of a pack ([`Files`]). Out: a [`Catalogue`] in which every name that one file says of another exists.
//!
//! Not here: whether a profile meets a requirement (`check`), or the running of wording (`words`).

mod bodies;
mod dead_names;
mod drift;
mod editions;
mod folder;
mod layers;
mod load;
mod named;
mod outline;
mod phrases;
mod placeholders;
mod requirement;
mod review;
mod starter;
mod starter_pack;

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use bodies::{Bodies, BodiesOf};
pub use dead_names::{DeadName, DeadNames};
pub use editions::{Edition, Editions};
pub use folder::read_layer;
pub use layers::Layer;
pub use named::{Benchmark, Limit, NamedRequirements};
pub use outline::{Addition, Clause, ClauseHeader, CoverRow, Form, Outline, PublicationKind, Section};
pub use phrases::{LearnerPhrases, NumberPhrases, OneAndMany, Phrases, WindowPhrases};
pub use placeholders::Placeholders;
pub use requirement::{
    Certainty, Colour, Confidence, Duty, GuideItems, Requirement, RequirementEntry, RequirementFile,
};

pub use review::{RemarkWords, ReviewMark, ReviewMarks, ReviewWords};
pub use starter::starter_profile;
pub use starter_pack::starter_pack;

use crate::finding::Finding;
use crate::law::Setting;
use crate::text::{Sources, Span};
use crate::theme::Theme;

/// The files of a pack by their paths in it, with forward slashes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The words that follow the setting, by their names: `learners`, `governing_body`.
pub type Terms = BTreeMap<String, String>;

/// The built-in pack, carried in the program.
static BASE: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/base");

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
    /// The documents, in the order they are made.
    pub outlines: Vec<Outline>,
    /// The terms of each setting.
    pub terms: BTreeMap<Setting, Terms>,
    /// The editions of guidance and benchmarks.
    pub editions: Editions,
    /// The items of the hub guide that no requirement carries, with the reason.
    pub not_carried: Vec<NotCarried>,
    /// Bodies and programmes that are no more.
    pub dead_names: Vec<DeadName>,
    /// Who governs each kind of institution, and who does not.
    pub bodies: Bodies,
    /// What is left over in a text that was meant to be replaced.
    pub placeholders: Placeholders,
    /// The words that the program itself puts into the values of wording.
    pub phrases: Phrases,
    /// What review copies say besides.
    pub review: ReviewWords,
    /// How the documents look.
    pub theme: Theme,
    /// Where the wording of each clause and partial stands, and the file of each outline and requirement, in the texts that the
    /// catalogue was read from.
    places: BTreeMap<String, Span>,
}

/// What `pack.yaml` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// The pack's name: small letters, digits and hyphens.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub name: String,
    /// Its edition, as you count them: "2026.1".
    pub edition: String,
    /// The name of the pack that it lies over: `base`, or a hub's.
    #[serde(default)]
    pub extends: Option<String>,
    /// The outlines in the order the documents are made; left out, those of the pack below.
    #[serde(default)]
    pub documents: Vec<String>,
    /// The theme it uses; left out, that of the pack below.
    #[serde(default)]
    pub theme: Option<String>,
    /// What the pack is, for its reader.
    #[serde(default)]
    pub about: Option<String>,
}

/// What `guide.yaml` holds.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The items of the hub guide that no requirement carries.
    pub not_carried: Vec<NotCarried>,
}

/// An item of the hub guide that no requirement carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotCarried {
    /// Its number, 1 to 143.
    pub item: u16,
    /// Why nothing carries it.
    pub why: String,
}

impl Catalogue {
    /// The files of the built-in pack.
    pub fn base_files() -> Files {
        fn gather(dir: &Dir<'_>, files: &mut Files) {
            for file in dir.files() {
                let path = file.path().to_string_lossy().replace('\\', "/");
                files.insert(path, file.contents().to_vec());
            }
            dir.dirs().for_each(|dir| gather(dir, files));
        }
        let mut files = Files::new();
        gather(&BASE, &mut files);
        files
    }

    /// Only these files of the built-in pack.
    fn base_files_named(paths: &[&str]) -> Files {
        let named =
            paths.iter().filter_map(|path| Some(((*path).to_owned(), BASE.get_file(path)?.contents().to_vec())));
        named.collect()
    }

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

    /// The outlines of the documents that an institution of this kind publishes, whether or not their conditions hold.
    pub fn outlines_for(&self, kind: PublicationKind) -> impl Iterator<Item = &Outline> {
        self.outlines.iter().filter(move |outline| match kind {
            PublicationKind::School => outline.in_place_of.is_none(),
            PublicationKind::SchoolOfTrust => outline.in_place_of.is_none() && !self.is_replaced(outline),
            PublicationKind::Trust => outline.in_place_of.is_some(),
        })
    }

    /// Whether a document of a whole trust takes the place of this one of each school.
    pub fn is_replaced(&self, outline: &Outline) -> bool {
        self.outlines.iter().any(|other| other.in_place_of.as_ref() == Some(&outline.document))
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
