//! Gathers the rows of schools into one report.
//!
//! In: rows, one after another, with the catalogue that each was held against. Out: a [`Report`] whose columns are all that concerns any of them,
//! and in which no two schools have the same label or key.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Column, PARTS, Part, Report, School};
use super::planned::{benchmark_columns, encounter_columns, review_columns};
use crate::catalogue::{Catalogue, Requirement};
use crate::law::Date;
use crate::text::capital;

/// The most letters in the heading of a column.
const LONGEST_TITLE: usize = 40;

/// A report that is being gathered.
pub struct Gathering {
    day: Date,
    catalogue: BTreeSet<String>,
    columns: BTreeMap<(Part, String), Column>,
    schools: Vec<School>,
}

impl Gathering {
    /// A report for a day, without schools yet.
    pub fn new(day: Date) -> Gathering {
        Gathering { day, catalogue: BTreeSet::new(), columns: BTreeMap::new(), schools: Vec::new() }
    }

    /// Adds a row; `catalogue` is that which its cells come from, if it has any.
    pub fn add(&mut self, school: School, catalogue: Option<&Catalogue>) {
        if let Some(catalogue) = catalogue {
            self.catalogue.insert(catalogue.editions_in_words());
            for (part, id) in school.cells.keys().filter(|(part, _)| part.is_of_requirements()) {
                let known = self.columns.contains_key(&(*part, id.clone()));
                if let Some(requirement) = catalogue.requirements.get(id).filter(|_| !known) {
                    self.columns.insert((*part, id.clone()), column(requirement));
                }
            }
        }
        self.schools.push(school);
    }

    /// The report.
    pub fn report(mut self) -> Report {
        tell_apart(&mut self.schools);
        let used: BTreeSet<(Part, &str)> =
            self.schools.iter().flat_map(|school| school.cells.keys()).map(|(part, id)| (*part, id.as_str())).collect();
        let columns = |part: Part| -> Vec<Column> {
            let is_used = |column: &Column| used.contains(&(part, column.id.as_str()));
            match part {
                Part::Reviews => review_columns().filter(is_used).collect(),
                Part::Encounters => encounter_columns(self.day).filter(is_used).collect(),
                Part::Benchmarks => benchmark_columns().filter(is_used).collect(),
                _ => {
                    let own = self.columns.range((part, String::new())..);
                    own.take_while(|((of, _), _)| *of == part).map(|(_, column)| column.clone()).collect()
                }
            }
        };
        let parts = PARTS.map(|part| (part, columns(part))).into_iter().filter(|(_, columns)| !columns.is_empty());
        let parts = parts.collect();
        Report {
            day: self.day,
            catalogue: self.catalogue.into_iter().collect(),
            parts,
            schools: self.schools,
            changes: None,
        }
    }
}

/// The column of a requirement. It is headed by the key, which is made of plain words: `grounds-to-refuse`.
fn column(requirement: &Requirement) -> Column {
    let key = requirement.id.rsplit('/').next().unwrap_or_default().replace('-', " ");
    let title = capital(&key);
    Column {
        id: requirement.id.clone(),
        title: title.chars().take(LONGEST_TITLE).collect(),
        asks: requirement.entry.asks.split_whitespace().collect::<Vec<_>>().join(" "),
        source: requirement.source.clone(),
        citation: requirement.citation(),
    }
}

/// Gives schools of one name labels that differ, and keys too, by their files and then by numbers.
fn tell_apart(schools: &mut [School]) {
    distinct(schools, |school| &mut school.label);
    distinct(schools, |school| &mut school.key);
}

fn distinct(schools: &mut [School], of: impl Fn(&mut School) -> &mut String) {
    for round in 0..2 {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for school in schools.iter_mut() {
            *counts.entry(of(school).to_lowercase()).or_default() += 1;
        }
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for school in schools.iter_mut() {
            let words = of(school).to_lowercase();
            if counts.get(&words).is_none_or(|count| *count < 2) {
                continue;
            }
            let number = seen.entry(words).or_default();
            *number += 1;
            // The folder differs from computer to computer; the name of the file stays.
            let file = school.file.rsplit('/').next().unwrap_or_default().to_owned();
            let mark = if round == 0 { file } else { number.to_string() };
            let text = of(school);
            *text = format!("{text} ({mark})");
        }
    }
}
