//! Turns facts into the values that wording and conditions can speak of.
//!
//! In: facts of a profile, and the words of the catalogue for them. Out: values for the engine, under the names that
//! `templates/base/README.md` lists for the officer.

use std::collections::BTreeMap;

use minijinja::context;
use minijinja::value::{Serde, Value};
use serde::Serialize;

use crate::catalogue::{Edition, NumberPhrases, Phrases, Terms, WindowPhrases};
use crate::facts::{
    ActionRow, DestinationTable, EncounterRow, Facts, LawFacts, PhaseFacts, PrintedFigure, RowKind, Unit, Window,
    YearRow,
};
use crate::law::{BENCHMARKS, ENCOUNTERS_PER_PHASE, can_count};
use crate::profile::{LearnerTerm, Opportunity, Profile};

/// The values of a profile's facts, by their names.
pub(super) fn fact_values(
    facts: &Facts<'_>,
    phrases: &Phrases,
    edition: Option<&Edition>,
) -> [(&'static str, Value); 11] {
    [
        ("law", law_value(&facts.law, phrases, edition)),
        ("programme_by", rows_value(facts.programme_by, phrases)),
        ("outcomes_by", rows_value(facts.outcomes_by, phrases)),
        ("opportunities_by", rows_value(facts.opportunities_by, phrases)),
        ("programme_table", value(&facts.programme_table)),
        ("opportunity_table", facts.opportunity_table.iter().map(opportunity_row).collect()),
        ("action_plan", facts.action_plan.iter().map(action_row).collect()),
        ("action_plans", action_plans(&facts.action_plan)),
        (
            "destination_tables",
            facts.destination_tables.iter().map(|table| destination_table(table, &phrases.numbers)).collect(),
        ),
        ("encounter_rows", facts.encounter_rows.iter().map(encounter_row).collect()),
        ("encounter_timeline", value(&facts.encounter_timeline)),
    ]
}

/// The value of `law`.
pub(super) fn law_value(law: &LawFacts, phrases: &Phrases, edition: Option<&Edition>) -> Value {
    let phases =
        |phases: &[PhaseFacts]| -> Value { phases.iter().map(|phase| phase_value(phase, &phrases.windows)).collect() };
    context! {
        phases => phases(&law.phases),
        phases_on_roll => phases(&law.phases_on_roll),
        encounters_owed => law.encounters_owed,
        provider_years => law.provider_years.in_words(),
        guidance_years => law.guidance_years.in_words(),
        years => value(&law.years),
        has_sixth_form => law.has_sixth_form(),
        has_year_11 => law.years.contains(11),
        has_under_16 => law.has_under_16(),
        binds_provider_access => law.binds_provider_access,
        owes_encounters => law.owes_encounters,
        is_state_school => law.is_state_school,
        edition => value(&edition),
    }
}

fn phase_value(phase: &PhaseFacts, phrases: &WindowPhrases) -> Value {
    let window = match phase.window {
        Window::BothYears(first, second) => {
            phrases.both_years.replace("{first}", &first.to_string()).replace("{second}", &second.to_string())
        }
        Window::FirstYear(year) => phrases.first_year.replace("{year}", &year.to_string()),
        Window::SecondYear(year) => phrases.second_year.replace("{year}", &year.to_string()),
    };
    context! {
        name => phase.phase.name(),
        years => phase.years.in_words(),
        occasions => ENCOUNTERS_PER_PHASE,
        mandatory => phase.phase.must_attend(),
        partial => phase.partial,
        window,
    }
}

fn rows_value(kind: RowKind, phrases: &Phrases) -> Value {
    value(match kind {
        RowKind::Years => &phrases.rows.years,
        RowKind::Stages => &phrases.rows.stages,
    })
}

/// A row of opportunities. What the school says counts is not said of a year group for which it cannot.
fn opportunity_row(row: &YearRow<'_, Opportunity>) -> Value {
    let entries = |entries: &[&Opportunity], after_february: bool| -> Value {
        let counts = |entry: &Opportunity| {
            entry.counts == Some(true) && row.year.is_none_or(|year| can_count(year, after_february))
        };
        entries.iter().map(|entry| context! { what => value(&entry.what), counts => counts(entry) }).collect()
    };
    context! {
        label => row.label.as_str(),
        autumn => entries(&row.autumn, false),
        spring => entries(&row.spring, false),
        summer => entries(&row.summer, true),
    }
}

/// The rows of each benchmark under the name that its answers have: `benchmark_1`.
fn action_plans(rows: &[ActionRow<'_>]) -> Value {
    let of =
        |benchmark: u8| -> Value { rows.iter().filter(|row| row.benchmark == benchmark).map(action_row).collect() };
    let plans: BTreeMap<String, Value> = BENCHMARKS.map(|number| (format!("benchmark_{number}"), of(number))).collect();
    Value::from(plans)
}

fn action_row(row: &ActionRow<'_>) -> Value {
    let action = row.action;
    context! {
        benchmark => row.benchmark,
        target => row.target,
        action => value(&action.action),
        by_whom => value(&action.by_whom),
        by_when => action.by_when.as_ref().map(|when| when.in_words()),
        resources => value(&action.resources),
        indicators => value(&action.indicators),
        progress => value(&action.progress),
        status => value(&action.status),
    }
}

fn destination_table(table: &DestinationTable<'_>, phrases: &NumberPhrases) -> Value {
    let figure = |figure: &PrintedFigure<'_>| match *figure {
        PrintedFigure::Number(words) => words.to_owned(),
        PrintedFigure::PerCent(share) => phrases.per_cent.replace("{number}", share),
        PrintedFigure::Both(number, share) => {
            phrases.both.replace("{number}", number).replace("{per_cent}", &phrases.per_cent.replace("{number}", share))
        }
        PrintedFigure::FewerThan(number) => phrases.fewer_than.replace("{number}", &number.to_string()),
        PrintedFigure::NotShown => phrases.not_shown.clone(),
        PrintedFigure::NotGiven => phrases.not_given.clone(),
    };
    let rows = table.rows.iter().map(|row| {
        context! { kind => row.kind, figures => row.figures.iter().map(figure).collect::<Vec<_>>() }
    });
    let cohorts = table.cohorts.iter().map(|cohort| {
        context! { leavers => cohort.leavers, size => cohort.size, note => cohort.note }
    });
    let unit = match table.unit {
        Unit::Number => "number",
        Unit::PerCent => "per_cent",
        Unit::Both => "both",
    };
    context! { cohorts => cohorts.collect::<Value>(), rows => rows.collect::<Value>(), unit, any_hidden => table.any_hidden }
}

fn encounter_row(row: &EncounterRow<'_>) -> Value {
    let encounter = row.encounter;
    context! {
        date => value(&encounter.date),
        years => encounter.year_groups.in_words(),
        title => value(&encounter.title),
        providers => value(&encounter.providers),
        kind => value(&encounter.kind),
        attendance => value(&encounter.attendance),
        may_attend => row.may_attend.in_words(),
        must_attend => row.must_attend.in_words(),
        counts => !row.phases.is_empty(),
        phases => row.phases.iter().map(|phase| phase.name()).collect::<Vec<_>>(),
        in_a_phase => row.in_a_phase,
        only_years => row.only_some.then(|| row.years.in_words()),
    }
}

/// The setting's terms, with the profile's own word for learners and its own name for its governing body.
pub(super) fn terms_of(profile: &Profile, terms: &Terms, phrases: &Phrases) -> Terms {
    let mut terms = terms.clone();
    if let Some(term) = profile.setting.learner_term {
        let words = match term {
            LearnerTerm::Pupils => &phrases.learners.pupils,
            LearnerTerm::Students => &phrases.learners.students,
            LearnerTerm::Learners => &phrases.learners.learners,
        };
        terms.insert("learner".to_owned(), words.one.clone());
        terms.insert("learners".to_owned(), words.many.clone());
    }
    if let Some(body) = &profile.governance.body {
        terms.insert("governing_body".to_owned(), body.to_string());
    }
    if let Some(noun) = &profile.setting.noun {
        let usual = terms.insert("institution".to_owned(), noun.to_string()).unwrap_or_default();
        // A plan that is named after the institution goes by its own noun too.
        if let Some(plan) = terms.get("improvement_plan").and_then(|plan| plan.strip_prefix(&format!("{usual} "))) {
            terms.insert("improvement_plan".to_owned(), format!("{noun} {plan}"));
        }
    }
    if let Some(head) = &profile.setting.head_term {
        terms.insert("head".to_owned(), head.to_string());
    }
    terms
}

/// Anything that can be written down, as the engine takes it.
pub(super) fn value(of: &impl Serialize) -> Value {
    Value::from(Serde(of))
}
