//! The values that wording and conditions can speak of.
//!
//! In: a profile, the terms of its setting, the guidance edition it cites. Out: a [`Context`] for the engine. Everything
//! that is not an answer of the profile is worked out here: `law.*`, `term.*` and the rows of the tables.
//! `templates/base/README.md` lists them for the officer.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::value::{Serde, Value};
use minijinja::{Error, ErrorKind};
use serde::Serialize;

use super::filters::markdown_link;
use super::timeline::encounter_timeline;
use crate::catalogue::{Edition, Terms};
use crate::law::{self, Date, KeyPhase};
use crate::profile::{Attendance, Cohort, Encounter, EncounterKind, LearnerTerm, Profile, Term, YearGroups};

/// The values that wording and conditions can speak of.
#[derive(Clone, Debug)]
pub struct Context {
    values: BTreeMap<String, Value>,
    /// The same values as the engine takes them, put together once.
    whole: Value,
}

/// How a section is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The words of the reference: "section 3.2", "appendix 1".
    pub words: String,
    /// The heading's anchor.
    pub anchor: String,
}

impl Context {
    /// The values of one profile.
    pub fn new(profile: &Profile, terms: &Terms, edition: Option<&Edition>) -> Context {
        let mut values = BTreeMap::new();
        if let Ok(serde_json::Value::Object(fields)) = serde_json::to_value(profile) {
            values.extend(fields.into_iter().map(|(name, value)| (name, Value::from(Serde(value)))));
        }
        let mut put = |name: &str, value: Value| values.insert(name.to_owned(), value);
        put("term", Value::from(Serde(terms_of(profile, terms))));
        put("law", Value::from(Serde(LawValues::new(profile, edition))));
        put("schools", Value::from(Vec::<Value>::new()));
        let activities = profile.programme.activities.iter().map(|activity| {
            (&activity.year_groups, activity.stage.as_deref(), activity.term, Value::from(Serde(activity)))
        });
        put("programme_table", year_table(profile, activities.collect()));
        let opportunities = profile.provider_access.opportunities.iter().map(|opportunity| {
            (&opportunity.year_groups, opportunity.stage.as_deref(), opportunity.term, Value::from(Serde(opportunity)))
        });
        put("opportunity_table", year_table(profile, opportunities.collect()));
        put("gatsby_matrix", Value::from(Serde(gatsby_matrix(profile))));
        put("destination_tables", Value::from(Serde(destination_tables(&profile.destinations.cohorts))));
        put("encounter_rows", Value::from(Serde(encounter_rows(profile))));
        put("encounter_timeline", Value::from(Serde(encounter_timeline(profile))));
        Context { values, whole: Value::UNDEFINED }.with_references(BTreeMap::new())
    }

    /// The same values of a trust, with those of each of its schools, and with what `law.*` says of them all together.
    #[must_use]
    pub fn with_schools(mut self, schools: &[(&Profile, &Context)], edition: Option<&Edition>) -> Context {
        let values: Vec<Value> = schools.iter().map(|(_, context)| Value::from(context.values.clone())).collect();
        let profiles: Vec<&Profile> = schools.iter().map(|(profile, _)| *profile).collect();
        self.values.insert("schools".to_owned(), Value::from(values));
        self.values.insert("law".to_owned(), Value::from(Serde(LawValues::of_trust(&profiles, edition))));
        self.whole = Value::from(self.values.clone());
        self
    }

    /// The same values, with `section` and `has_section` knowing these sections by their ids.
    #[must_use]
    pub fn with_references(mut self, references: BTreeMap<String, Reference>) -> Context {
        let references = Arc::new(references);
        let known = Arc::clone(&references);
        let section = move |id: String| {
            references.get(&id).map(|to| markdown_link(&to.words, &format!("#{}", to.anchor))).ok_or_else(|| {
                Error::new(ErrorKind::InvalidOperation, format!("there is no section `{id}` in this document"))
            })
        };
        self.values.insert("section".to_owned(), Value::from_function(section));
        self.values.insert("has_section".to_owned(), Value::from_function(move |id: String| known.contains_key(&id)));
        self.whole = Value::from(self.values.clone());
        self
    }

    /// The values as the engine takes them.
    pub(super) fn value(&self) -> Value {
        self.whole.clone()
    }
}

/// The setting's terms, with the profile's own word for learners and its own name for its governing body.
fn terms_of(profile: &Profile, terms: &Terms) -> Terms {
    let mut terms = terms.clone();
    if let Some(term) = profile.setting.learner_term {
        let one = match term {
            LearnerTerm::Pupils => "pupil",
            LearnerTerm::Students => "student",
            LearnerTerm::Learners => "learner",
        };
        terms.insert("learner".to_owned(), one.to_owned());
        terms.insert("learners".to_owned(), format!("{one}s"));
    }
    if let Some(body) = &profile.governance.body {
        terms.insert("governing_body".to_owned(), body.to_string());
    }
    terms
}

#[derive(Serialize)]
struct LawValues<'a> {
    phases: Vec<PhaseValues>,
    phases_on_roll: Vec<PhaseValues>,
    encounters_owed: u8,
    provider_years: String,
    guidance_years: String,
    years: Vec<u8>,
    has_sixth_form: bool,
    has_year_11: bool,
    has_under_16: bool,
    binds_provider_access: bool,
    is_state_school: bool,
    edition: Option<&'a Edition>,
}

#[derive(Serialize)]
struct PhaseValues {
    name: &'static str,
    years: String,
    occasions: u8,
    mandatory: bool,
    partial: bool,
    window: String,
}

impl<'a> LawValues<'a> {
    fn new(profile: &Profile, edition: Option<&'a Edition>) -> LawValues<'a> {
        let setting = profile.setting.kind;
        let years = &profile.setting.year_groups;
        let values = |phases: Vec<KeyPhase>| phases.into_iter().map(|phase| PhaseValues::new(phase, years)).collect();
        LawValues {
            phases: values(law::phases_owed(setting, years)),
            phases_on_roll: values(law::phases_on_roll(years)),
            encounters_owed: law::encounters_owed(setting, years),
            provider_years: years.between(8, 13).in_words(),
            guidance_years: years.between(7, 13).in_words(),
            years: years.iter().collect(),
            has_sixth_form: years.iter().any(|year| year >= 12),
            has_year_11: years.contains(11),
            has_under_16: years.iter().any(|year| year <= 11),
            binds_provider_access: law::encounters_owed(setting, years) > 0,
            is_state_school: setting.is_state_school(),
            edition,
        }
    }

    /// What is so of a trust's schools taken together. The encounters are owed by each school and not by the trust, so none are given.
    fn of_trust(schools: &[&Profile], edition: Option<&'a Edition>) -> LawValues<'a> {
        let of = |wanted: fn(&Profile) -> bool, first, last| {
            let bound = schools.iter().filter(|school| wanted(school));
            YearGroups::new(
                bound.flat_map(|school| school.setting.year_groups.between(first, last).iter().collect::<Vec<_>>()),
            )
        };
        let state = |school: &Profile| school.setting.kind.is_state_school();
        let binds = |school: &Profile| law::encounters_owed(school.setting.kind, &school.setting.year_groups) > 0;
        let years = of(|_| true, 0, law::LAST_YEAR);
        LawValues {
            phases: Vec::new(),
            phases_on_roll: Vec::new(),
            encounters_owed: 0,
            provider_years: of(binds, 8, 13).in_words(),
            guidance_years: of(state, 7, 13).in_words(),
            has_sixth_form: years.iter().any(|year| year >= 12),
            has_year_11: years.contains(11),
            has_under_16: years.iter().any(|year| year <= 11),
            years: years.iter().collect(),
            binds_provider_access: schools.iter().any(|school| binds(school)),
            is_state_school: schools.iter().any(|school| state(school)),
            edition,
        }
    }
}

impl PhaseValues {
    fn new(phase: KeyPhase, on_roll: &YearGroups) -> PhaseValues {
        let (first, second) = (phase.first_year(), phase.first_year() + 1);
        let window = match (on_roll.contains(first), on_roll.contains(second)) {
            (true, true) => format!("1 September of Year {first} to 28 February of Year {second}"),
            (true, false) => format!("1 September to 31 August of Year {first}"),
            _ => format!("1 September to 28 February of Year {second}"),
        };
        PhaseValues {
            name: phase.name(),
            years: phase.years_on_roll(on_roll).in_words(),
            occasions: law::ENCOUNTERS_PER_PHASE,
            mandatory: phase.must_attend(),
            partial: phase.is_partial(on_roll),
            window,
        }
    }
}

/// Rows by year group on roll, then by stage, each with what happens in the three terms. Rows with nothing are left out.
fn year_table(profile: &Profile, entries: Vec<(&YearGroups, Option<&str>, Term, Value)>) -> Value {
    let mut labels: Vec<(Option<u8>, String)> =
        profile.setting.year_groups.iter().map(|year| (Some(year), YearGroups::new([year]).in_words())).collect();
    for (_, stage, _, _) in &entries {
        if let Some(stage) = stage
            && !labels.iter().any(|(_, label)| label == stage)
        {
            labels.push((None, (*stage).to_owned()));
        }
    }
    let rows = labels.into_iter().filter_map(|(year, label)| {
        let in_row = |years: &YearGroups, stage: Option<&str>| match year {
            Some(year) => years.contains(year),
            None => stage == Some(label.as_str()),
        };
        let of_term = |term: Term| -> Vec<Value> {
            entries
                .iter()
                .filter(|(years, stage, at, _)| *at == term && in_row(years, *stage))
                .map(|(.., value)| value.clone())
                .collect()
        };
        let terms = [of_term(Term::Autumn), of_term(Term::Spring), of_term(Term::Summer)];
        if terms.iter().all(Vec::is_empty) {
            return None;
        }
        let [autumn, spring, summer] = terms.map(Value::from);
        let row: BTreeMap<&str, Value> =
            [("label", Value::from(label)), ("autumn", autumn), ("spring", spring), ("summer", summer)].into();
        Some(Value::from(row))
    });
    Value::from(rows.collect::<Vec<_>>())
}

#[derive(Serialize)]
struct MatrixRow {
    label: String,
    counts: [u32; 8],
}

/// How many activities serve each benchmark, by year or stage; no rows where no activity names a benchmark.
fn gatsby_matrix(profile: &Profile) -> Vec<MatrixRow> {
    let activities: Vec<_> = profile.programme.activities.iter().map(|activity| activity.facts()).collect();
    if activities.iter().all(|activity| activity.benchmarks.is_empty()) {
        return Vec::new();
    }
    let matrix = law::BenchmarkMatrix::new(&profile.setting.year_groups, &activities);
    matrix.rows.into_iter().map(|row| MatrixRow { label: row.label, counts: row.counts }).collect()
}

#[derive(Serialize)]
struct DestinationTable<'a> {
    leavers: &'a str,
    rows: Vec<DestinationRow<'a>>,
    any_hidden: bool,
}

#[derive(Serialize)]
struct DestinationRow<'a> {
    kind: &'a str,
    number: String,
}

/// The smallest number of learners that may be printed, so that nobody can be recognised.
const SMALLEST_PRINTED: u32 = 5;

/// The cohorts with small numbers hidden. Where only one number of a cohort is small the next smallest is hidden too:
/// otherwise the hidden one could be worked out from the size of the year group.
fn destination_tables(cohorts: &[Cohort]) -> Vec<DestinationTable<'_>> {
    cohorts
        .iter()
        .map(|cohort| {
            let small = |number: u32| (1..SMALLEST_PRINTED).contains(&number);
            let hidden = cohort.destinations.iter().filter(|row| small(row.number)).count();
            let also_hidden = (hidden == 1)
                .then(|| cohort.destinations.iter().map(|row| row.number).filter(|n| *n >= SMALLEST_PRINTED).min())
                .flatten();
            let mut spent = false;
            let rows = cohort.destinations.iter().map(|row| {
                let number = if small(row.number) {
                    format!("fewer than {SMALLEST_PRINTED}")
                } else if also_hidden == Some(row.number) && !spent {
                    spent = true;
                    "not shown".to_owned()
                } else {
                    row.number.to_string()
                };
                DestinationRow { kind: &row.kind, number }
            });
            DestinationTable { leavers: &cohort.leavers, rows: rows.collect(), any_hidden: hidden > 0 }
        })
        .collect()
}

#[derive(Serialize)]
struct EncounterRow<'a> {
    date: Date,
    years: String,
    title: &'a str,
    providers: Vec<&'a str>,
    kind: EncounterKind,
    attendance: Attendance,
    counts: bool,
    phase: Option<&'static str>,
}

fn encounter_rows(profile: &Profile) -> Vec<EncounterRow<'_>> {
    let mut rows: Vec<EncounterRow<'_>> =
        profile.provider_access.encounters.iter().map(|encounter| encounter_row(profile, encounter)).collect();
    rows.sort_by(|a, b| (a.date, &a.years).cmp(&(b.date, &b.years)));
    rows
}

fn encounter_row<'a>(profile: &Profile, encounter: &'a Encounter) -> EncounterRow<'a> {
    let occasion = encounter.occasion();
    let cohorts =
        law::cohorts_in_school_year(profile.setting.kind, &profile.setting.year_groups, encounter.date.school_year());
    let counted = cohorts.into_iter().find(|cohort| law::counts_for(&occasion, *cohort));
    EncounterRow {
        date: encounter.date,
        years: encounter.year_groups.in_words(),
        title: &encounter.title,
        providers: encounter.providers.iter().map(|name| &**name).collect(),
        kind: encounter.kind,
        attendance: encounter.attendance,
        counts: counted.is_some(),
        phase: counted.map(|cohort| cohort.phase.name()),
    }
}
