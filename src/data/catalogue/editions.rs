//! The register of editions: which guidance and which benchmarks were in force when.
//!
//! In: `editions.yaml` of a pack. Out: [`Editions`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::Certainty;
use crate::law::Date;

/// The editions of guidance and benchmarks, newest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Editions {
    /// The editions of the statutory guidance.
    pub guidance: Vec<Edition>,
    /// The editions of the Gatsby Benchmarks.
    pub benchmarks: Vec<Edition>,
}

/// One edition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its title.
    pub title: String,
    /// When it was published: a day `2025-05-08`, a month `2022-09`, or a year, as far as it is known.
    pub published: String,
    /// Where it can be read.
    #[serde(default)]
    pub url: Option<String>,
    /// Whether it is in force, and what came with it.
    pub status: String,
    /// When the edition that replaced it was published.
    #[serde(default)]
    pub superseded_by: Option<String>,
    /// How sure this entry is.
    #[serde(default)]
    pub certainty: Certainty,
    /// Why it is not sure.
    #[serde(default)]
    pub note: Option<String>,
}

impl Editions {
    /// The edition of the guidance published on that day.
    pub fn guidance_of(&self, published: Date) -> Option<&Edition> {
        let day = published.to_string();
        self.guidance.iter().find(|edition| edition.published == day)
    }

    /// The newest edition of the guidance whose text the catalogue was checked against.
    pub fn newest_guidance(&self) -> Option<&Edition> {
        self.guidance.first()
    }
}
