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
    /// The section that says whom to contact, by its id: a piece of a web page marks it up as such for search engines.
    #[serde(default)]
    pub contact: Option<String>,
    /// The document is made only where this is true.
    #[serde(default)]
    pub when: Option<String>,
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
}

impl Outline {
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
    /// Its clauses in order, by their ids.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// Its parts.
    #[serde(default)]
    pub sections: Vec<Section>,
}
