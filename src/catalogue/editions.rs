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

    /// The edition of the guidance that a policy means by this day: the one published on it, or in its month or year where
    /// the register knows no more.
    pub fn guidance_cited(&self, day: Date) -> Option<&Edition> {
        let day = day.to_string();
        self.guidance.iter().find(|edition| day.starts_with(&edition.published))
    }

    /// The newest edition of the guidance whose text the catalogue was checked against.
    pub fn newest_guidance(&self) -> Option<&Edition> {
        self.guidance.first()
    }

    /// The newest edition of the guidance that the register knows to have been out on that day.
    pub fn newest_guidance_on(&self, day: Date) -> Option<&Edition> {
        self.guidance.iter().find(|edition| edition.first_day().is_some_and(|published| published <= day))
    }
}

impl Edition {
    /// The first day on which it can have been published: the 1st where only the month is known, 1 January for a year.
    pub fn first_day(&self) -> Option<Date> {
        first_day(&self.published)
    }

    /// When it was published, in words, as far as that is known: "8 May 2025", "September 2022", "2014".
    pub fn published_in_words(&self) -> String {
        in_words(&self.published)
    }

    /// When the edition that replaced it was published, and the first day on which that can have been.
    pub fn superseded(&self) -> Option<(String, Date)> {
        let by = self.superseded_by.as_deref()?;
        Some((in_words(by), first_day(by)?))
    }
}

fn first_day(published: &str) -> Option<Date> {
    let missing = match published.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    format!("{published}{missing}").parse().ok()
}

fn in_words(published: &str) -> String {
    match first_day(published).map(Date::in_words) {
        Some(words) if published.len() == 7 => words.trim_start_matches("1 ").to_owned(),
        Some(words) if published.len() > 7 => words,
        _ => published.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Certainty, Edition, Editions};

    fn edition(published: &str, superseded_by: Option<&str>) -> Edition {
        Edition {
            title: "Guidance".to_owned(),
            published: published.to_owned(),
            url: None,
            status: String::new(),
            superseded_by: superseded_by.map(str::to_owned),
            certainty: Certainty::Sure,
            note: None,
        }
    }

    fn register() -> Editions {
        let guidance = vec![edition("2025-05-08", Some("2026")), edition("2022-09", Some("2025-05-08"))];
        Editions { guidance, benchmarks: Vec::new() }
    }

    #[test]
    fn an_edition_is_found_by_its_day_or_by_its_month_where_only_that_is_known() {
        let register = register();
        let found = |day: &str| register.guidance_cited(day.parse().unwrap()).map(|edition| edition.published.as_str());
        assert_eq!(found("2025-05-08"), Some("2025-05-08"));
        assert_eq!(found("2025-05-09"), None);
        assert_eq!(found("2022-09-01"), Some("2022-09"));
    }

    #[test]
    fn the_newest_edition_is_the_newest_of_that_day() {
        let register = register();
        let newest =
            |day: &str| register.newest_guidance_on(day.parse().unwrap()).map(|edition| edition.published.as_str());
        assert_eq!(newest("2026-09-01"), Some("2025-05-08"));
        assert_eq!(newest("2025-05-07"), Some("2022-09"));
        assert_eq!(newest("2020-01-01"), None);
    }

    #[test]
    fn a_date_is_said_as_far_as_it_is_known() {
        assert_eq!(edition("2025-05-08", None).published_in_words(), "8 May 2025");
        assert_eq!(edition("2022-09", None).published_in_words(), "September 2022");
        assert_eq!(edition("2014", None).published_in_words(), "2014");
        let (words, first) = edition("2025-05-08", Some("2026")).superseded().unwrap();
        assert_eq!((words.as_str(), first.to_string()), ("2026", "2026-01-01".to_owned()));
    }
}
