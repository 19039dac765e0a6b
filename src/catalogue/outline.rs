//! Clauses and outlines: the wording, and the order in which a document says it.
//!
//! In: `clauses/**/*.md` and `outlines/*.yaml` of a pack. Out: [`Clause`]s and [`Outline`]s.
//! A clause's id is its path, and its number the outline's: neither is ever typed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The header of a clause's file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClauseHeader {
    /// What the clause is, for the catalogue's reader; it is not printed in a document.
    pub title: String,
    /// The ids of the requirements it meets.
    #[serde(default)]
    pub meets: Vec<String>,
    /// The clause applies only where this is true.
    #[serde(default)]
    pub when: Option<String>,
    /// The name its variants share; exactly one of them applies to any institution.
    #[serde(default)]
    pub slot: Option<String>,
    /// Whether, in the policy of a whole trust, the clause speaks of each school: the answers it needs are then the schools', not
    /// the trust's.
    #[serde(default)]
    pub of_schools: bool,
    /// Why the clause is there, in one sentence.
    pub why: String,
    /// What an officer should know before changing it.
    #[serde(default)]
    pub note: Option<String>,
}

/// A clause: its header and its wording.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// Its id, the path under `clauses/`: `careers-policy/vision`.
    pub id: String,
    /// The name of the pack whose wording it is.
    pub pack: String,
    /// Its header.
    pub header: ClauseHeader,
    /// Its wording: Markdown with values.
    pub wording: String,
    /// The ids of the requirements for which words of it are marked: only where these words stand does a document meet them.
    pub marked: Vec<String>,
}

/// One document's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outline {
    /// The document's id and the stem of its files: `careers-policy`.
    pub document: String,
    /// Whether it is a document or a piece of a web page.
    #[serde(default)]
    pub form: Form,
    /// The document of each school whose place this one takes: this is the document of a whole trust.
    #[serde(default)]
    pub in_place_of: Option<String>,
    /// The section that says whom to contact, by its id: a piece of a web page marks it up as such for search engines.
    #[serde(default)]
    pub contact: Option<String>,
    /// The document is made only where this is true.
    #[serde(default)]
    pub when: Option<String>,
    /// The document of which it holds parts: where a whole trust's takes the place of that one, this one is not made either.
    #[serde(default)]
    pub annex_of: Option<String>,
    /// Its title, with values.
    pub title: String,
    /// One sentence on what it is, with values.
    pub summary: String,
    /// The few facts under the title. A row whose value comes out empty is left out.
    #[serde(default)]
    pub cover: Vec<CoverRow>,
    /// What stands before the contents.
    #[serde(default)]
    pub front: Vec<Section>,
    /// The numbered sections.
    pub sections: Vec<Section>,
    /// The appendices.
    #[serde(default)]
    pub appendices: Vec<Section>,
    /// What a pack adds to the outline of the pack below, which otherwise stays as it is.
    #[serde(default)]
    pub add: Vec<Addition>,
}

/// Whose documents are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationKind {
    /// Those of a school, college or training provider that publishes all of its own.
    School,
    /// Those that a school of a trust publishes beside the trust's policy.
    SchoolOfTrust,
    /// Those of a trust for all its schools.
    Trust,
}

/// Those of some outlines that a publication uses, in their order.
pub(super) fn outlines_for(outlines: &[Outline], publication: PublicationKind) -> impl Iterator<Item = &Outline> {
    outlines.iter().filter(move |outline| match publication {
        PublicationKind::School => outline.in_place_of.is_none(),
        PublicationKind::SchoolOfTrust => outline.in_place_of.is_none() && !is_replaced(outlines, outline),
        PublicationKind::Trust => outline.in_place_of.is_some(),
    })
}

/// Whether one of some outlines takes the place of this one.
pub(super) fn is_replaced(outlines: &[Outline], outline: &Outline) -> bool {
    let replaced = outline.annex_of.as_ref().unwrap_or(&outline.document);
    outlines.iter().any(|other| other.in_place_of.as_ref() == Some(replaced))
}

/// A clause or a section that a pack adds to an outline: one of the two, before or after something that stands there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// The clause, by its id.
    #[serde(default)]
    pub clause: Option<String>,
    /// The section, with its clauses.
    #[serde(default)]
    pub section: Option<Section>,
    /// The clause or the section before which it stands.
    #[serde(default)]
    pub before: Option<String>,
    /// The clause or the section after which it stands.
    #[serde(default)]
    pub after: Option<String>,
}

impl Outline {
    /// The document under the name that any institution knows it by: one of a trust stands for that of each school whose place it takes.
    pub fn stands_for(&self) -> &str {
        self.in_place_of.as_deref().unwrap_or(&self.document)
    }

    /// The ids of its clauses in order.
    pub fn clause_ids(&self) -> impl Iterator<Item = &str> {
        fn gather<'a>(sections: &'a [Section], ids: &mut Vec<&'a str>) {
            for section in sections {
                ids.extend(section.clauses.iter().map(String::as_str));
                gather(&section.sections, ids);
            }
        }
        let mut ids = Vec::new();
        [&self.front, &self.sections, &self.appendices].into_iter().for_each(|sections| gather(sections, &mut ids));
        ids.into_iter()
    }

    /// The ids of its sections and appendices, with their parts, in order.
    pub fn section_ids(&self) -> impl Iterator<Item = &str> {
        fn gather<'a>(sections: &'a [Section], ids: &mut Vec<&'a str>) {
            for section in sections {
                ids.push(&section.id);
                gather(&section.sections, ids);
            }
        }
        let mut ids = Vec::new();
        [&self.front, &self.sections, &self.appendices].into_iter().for_each(|sections| gather(sections, &mut ids));
        ids.into_iter()
    }

    /// What it prints in words of its own: its title, its summary, the labels of its cover and the titles of its sections.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        fn gather<'a>(sections: &'a [Section], titles: &mut Vec<&'a str>) {
            for section in sections {
                titles.push(&section.title);
                gather(&section.sections, titles);
            }
        }
        let mut titles = vec![self.title.as_str(), self.summary.as_str()];
        titles.extend(self.cover.iter().map(|row| row.label.as_str()));
        [&self.front, &self.sections, &self.appendices].into_iter().for_each(|sections| gather(sections, &mut titles));
        titles.into_iter()
    }

    /// How deep its sections stand in one another: 1 where none has parts.
    pub(super) fn depth(&self) -> usize {
        fn below(sections: &[Section]) -> usize {
            sections.iter().map(|section| 1 + below(&section.sections)).max().unwrap_or_default()
        }
        [&self.front, &self.sections, &self.appendices]
            .into_iter()
            .map(|sections| below(sections))
            .max()
            .unwrap_or_default()
    }

    /// Puts an addition in its place. The error says why it has none.
    pub(super) fn put(&mut self, addition: Addition) -> Result<(), Unplaced> {
        let (target, offset) = match (addition.before, addition.after) {
            (Some(target), None) => (target, 0),
            (None, Some(target)) => (target, 1),
            _ => return Err(Unplaced::NoPlace),
        };
        let what = match (addition.clause, addition.section) {
            (Some(clause), None) => Added::Clause(clause),
            (None, Some(section)) => Added::Section(section),
            _ => return Err(Unplaced::Nothing),
        };
        let kind = if matches!(what, Added::Clause(_)) { "clause" } else { "section" };
        let mut left = Some(what);
        for sections in [&mut self.front, &mut self.sections, &mut self.appendices] {
            insert(sections, &target, offset, &mut left);
        }
        if left.is_none() { Ok(()) } else { Err(Unplaced::BesideNothing(kind, target)) }
    }
}

/// Why an addition has no place in an outline.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unplaced {
    /// It does not say where it stands.
    #[error("says neither `before` nor `after` what it stands, or says both")]
    NoPlace,
    /// It does not say what is added.
    #[error("names neither a `clause` nor a `section`, or names both")]
    Nothing,
    /// What it stands beside is not there.
    #[error("stands beside the {0} `{1}`, which is not there")]
    BesideNothing(&'static str, String),
}

/// What is to be added.
enum Added {
    Clause(String),
    Section(Section),
}

/// Puts what is left to be added beside its target: a clause beside a clause, a section beside a section.
fn insert(sections: &mut Vec<Section>, target: &str, offset: usize, left: &mut Option<Added>) {
    match left.take() {
        None => return,
        Some(Added::Section(section)) => match sections.iter().position(|beside| beside.id == target) {
            Some(at) => sections.insert(at + offset, section),
            None => *left = Some(Added::Section(section)),
        },
        Some(Added::Clause(clause)) => {
            let beside = sections.iter_mut().find_map(|section| {
                let at = section.clauses.iter().position(|id| id == target)?;
                Some((section, at))
            });
            match beside {
                Some((section, at)) => section.clauses.insert(at + offset, clause),
                None => *left = Some(Added::Clause(clause)),
            }
        }
    }
    for section in sections {
        insert(&mut section.sections, target, offset, left);
    }
}

/// What an outline makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A document of its own, written in every format.
    #[default]
    Document,
    /// A piece of a web page, written as HTML only, to be pasted into the institution's website.
    Fragment,
}

/// A fact under the title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverRow {
    /// Its label, with values.
    pub label: String,
    /// Its value: Markdown with values.
    pub value: String,
}

/// A section or an appendix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id, the anchor of its heading: `roles`.
    pub id: String,
    /// Its heading, with values.
    pub title: String,
    /// When it stands in the document; always, if this is left out.
    #[serde(default)]
    pub when: Option<String>,
    /// Its clauses in order, by their ids.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// Its parts.
    #[serde(default)]
    pub sections: Vec<Section>,
}
