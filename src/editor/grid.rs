//! Tables above a section's questions that show what its lists come to: the programme by year and term, the encounters of each cohort in its window.
//!
//! In: a profile. Out: [`Grid`]s, whose cells lead to the entries of the lists.

use serde::Serialize;

use super::names::anchor;
use super::seen::Seen;
use crate::law::{self, Date, ENCOUNTERS_PER_PHASE};
use crate::profile::{Activity, Profile, Term};

/// A table.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Grid {
    title: &'static str,
    headings: Vec<String>,
    /// The id of the list that is set out, and the words of the way there.
    list: String,
    to_list: &'static str,
    rows: Vec<GridRow>,
}

#[derive(Clone, Debug, Serialize)]
struct GridRow {
    name: String,
    cells: Vec<GridCell>,
}

#[derive(Clone, Debug, Default, Serialize)]
struct GridCell {
    words: String,
    /// What is listed, with the ids of the entries.
    entries: Vec<(String, String)>,
    /// Whether something is still to come here.
    is_open: bool,
}

/// The tables of a section with these headings.
pub(super) fn grids(seen: &Seen, headings: &[&str], today: Date) -> Vec<Grid> {
    let Some(profile) = seen.intake.profile() else { return Vec::new() };
    let mut grids = Vec::new();
    if headings.contains(&"programme") {
        grids.extend(programme(profile));
    }
    if headings.contains(&"provider_access") {
        grids.extend(encounters(profile, today));
    }
    grids
}

const TERMS: [(Term, &str); 4] =
    [(Term::Autumn, "Autumn"), (Term::Spring, "Spring"), (Term::Summer, "Summer"), (Term::AllYear, "All year")];

fn programme(profile: &Profile) -> Option<Grid> {
    let activities = &profile.programme.activities;
    let mut stages: Vec<&str> = activities.iter().filter_map(|activity| activity.stage.as_deref()).collect();
    stages.sort_unstable();
    stages.dedup();
    let years = profile.setting.year_groups.iter().map(|year| (format!("Year {year}"), Some(year), None));
    let groups: Vec<(String, Option<u8>, Option<&str>)> =
        years.chain(stages.into_iter().map(|stage| (stage.to_owned(), None, Some(stage)))).collect();
    if groups.is_empty() || activities.is_empty() {
        return None;
    }
    let takes = |activity: &Activity, year: Option<u8>, stage: Option<&str>| match (year, stage) {
        (Some(year), _) => activity.year_groups.contains(year),
        (None, stage) => activity.stage.as_deref() == stage,
    };
    let row = |(name, year, stage): (String, Option<u8>, Option<&str>)| {
        let cell = |term: Term| {
            let mine = activities.iter().enumerate().filter(|(_, one)| one.term == term && takes(one, year, stage));
            let entries = mine.map(|(at, one)| (one.title.to_string(), anchor(&format!("programme.activities[{at}]"))));
            GridCell { entries: entries.collect(), ..GridCell::default() }
        };
        GridRow { name, cells: TERMS.iter().map(|(term, _)| cell(*term)).collect() }
    };
    Some(Grid {
        title: "The programme by year and term",
        headings: std::iter::once("Year").chain(TERMS.iter().map(|(_, name)| *name)).map(str::to_owned).collect(),
        list: anchor("programme.activities"),
        to_list: "Add or change activities",
        rows: groups.into_iter().map(row).collect(),
    })
}

/// The cohorts that are in a key phase this school year: their window, and how many encounters count.
fn encounters(profile: &Profile, today: Date) -> Option<Grid> {
    let school_year = today.school_year();
    let mut cohorts = law::cohorts_in_school_year(profile.setting.kind, &profile.setting.year_groups, school_year);
    if cohorts.is_empty() {
        return None;
    }
    cohorts.sort_by_key(|cohort| cohort.year_group(school_year));
    let rows = cohorts.into_iter().map(|cohort| {
        let (opens, closes) = cohort.window();
        let counting = profile.provider_access.encounters.iter().enumerate();
        let counting = counting.filter(|(_, encounter)| law::counts_for(&encounter.occasion(), cohort));
        let entries: Vec<(String, String)> = counting
            .map(|(at, encounter)| {
                let words = format!("{}, {}", encounter.title, encounter.date.in_words());
                (words, anchor(&format!("provider_access.encounters[{at}]")))
            })
            .collect();
        let (planned, owed) = (entries.len(), usize::from(ENCOUNTERS_PER_PHASE));
        GridRow {
            name: format!("Year {} of this school year", cohort.year_group(school_year)),
            cells: vec![
                GridCell {
                    words: format!("from the autumn term of {} to {}", opens.year(), closes.in_words()),
                    ..GridCell::default()
                },
                GridCell { words: format!("{planned} of {owed}"), is_open: planned < owed, ..GridCell::default() },
                GridCell { entries, ..GridCell::default() },
            ],
        }
    });
    let headings = ["Pupils", "When an encounter counts", "Held or planned", "Which"].map(str::to_owned).to_vec();
    Some(Grid {
        title: "The encounters that the law asks for",
        headings,
        list: anchor("provider_access.encounters"),
        to_list: "Add or change encounters",
        rows: rows.collect(),
    })
}
