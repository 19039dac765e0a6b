//! How it stands with each profile of the folder, in a few numbers; worked out anew when a file that it is made of has changed.
//!
//! In: a profile's path. Out: [`Summary`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::names::file_name;
use crate::finding::{Finding, Gravity};
use crate::job::{Due, Intake, Libraries, Status, Twins, check_intake, due_all};
use crate::law::Date;

/// How it stands with a profile.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Summary {
    /// The name of its file.
    pub(super) file: String,
    /// The institution's name, or the file's where it has none.
    pub(super) name: String,
    /// What kind of institution it is.
    pub(super) kind: String,
    /// How many things are found of each gravity.
    pub(super) law: usize,
    pub(super) required: usize,
    pub(super) mistakes: usize,
    pub(super) recommended: usize,
    /// The next review, in words.
    pub(super) due: String,
    /// Whether it is past.
    pub(super) overdue: bool,
}

/// The summaries that are known, each with the fingerprints of what it was made of.
#[derive(Default)]
pub(super) struct Summaries(BTreeMap<PathBuf, (Vec<String>, Summary)>);

impl Summaries {
    /// The summary of a profile.
    pub(super) fn of(&mut self, path: &Path, libraries: &Libraries, today: Date) -> Summary {
        let Ok(intake) = Intake::read(path) else {
            return Summary { file: file_name(path), name: file_name(path), mistakes: 1, ..Summary::default() };
        };
        let day = today.to_string();
        let key: Vec<String> = intake.sources.files().map(|(_, sha256)| sha256.to_owned()).chain([day]).collect();
        if let Some((_, summary)) = self.0.get(path).filter(|(known, _)| *known == key) {
            return summary.clone();
        }
        let summary = summary(path, &intake, libraries, today);
        self.0.insert(path.to_owned(), (key, summary.clone()));
        summary
    }
}

fn summary(path: &Path, intake: &Intake, libraries: &Libraries, today: Date) -> Summary {
    let mut summary = Summary { file: file_name(path), name: file_name(path), ..Summary::default() };
    if let Some(profile) = intake.profile() {
        summary.name = profile.setting.name.to_string();
        summary.kind = profile.setting.kind.without_article().to_owned();
    }
    let findings = match libraries.of(intake) {
        Ok(library) => {
            let mut list = Vec::new();
            let paths = [path.to_owned()];
            due_all(&paths, &Twins::default(), &library, today, |_, due| {
                list.extend(due.map(|(_, due)| due).unwrap_or_default());
            });
            (summary.due, summary.overdue) = next(&list);
            check_intake(intake, &library, today)
        }
        Err(unusable) => vec![*unusable],
    };
    let count = |gravity: Gravity| findings.iter().filter(|finding: &&Finding| finding.gravity() == gravity).count();
    summary.law = count(Gravity::Law);
    summary.required = count(Gravity::Required);
    summary.mistakes = count(Gravity::Mistake);
    summary.recommended = count(Gravity::Recommended);
    summary
}

/// The soonest review, in words, and whether it is past.
fn next(list: &[Due]) -> (String, bool) {
    let soonest = list.iter().filter_map(|due| Some((due.due?, due))).min_by_key(|(day, _)| *day);
    match soonest {
        Some((day, due)) => (format!("{}, {}", due.name, day.in_words()), due.status == Status::Overdue),
        None => (String::new(), false),
    }
}
