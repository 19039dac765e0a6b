//! The built-in catalogue holds together: every item accounted for, every name known, every duty worded.

use std::collections::{BTreeMap, BTreeSet};

use careers_policy::catalogue::{Duty, Said, Section};
use careers_policy::law::{SETTINGS, Setting, SettingGroup};
use careers_policy::profile::{Answers, Profile};

use crate::school::library;

fn count(items: impl Iterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    counts
}

#[test]
fn every_item_of_the_hub_guide_is_accounted_for_exactly_once() {
    let catalogue = &library().catalogue;
    let carried = catalogue.requirements.values().filter_map(|requirement| requirement.entry.guide.as_ref());
    let carried = carried.flat_map(|guide| guide.items.clone());
    let counts =
        count(carried.chain(catalogue.guide.not_carried.iter().map(|row| row.item)).map(|item| item.to_string()));
    let expected: BTreeMap<String, usize> = (1..=143).map(|item: u16| (item.to_string(), 1)).collect();
    assert_eq!(counts, expected);
}

#[test]
fn every_item_that_is_carried_has_words_in_each_setting_or_a_reason_why_not() {
    let catalogue = &library().catalogue;
    let known = Answers::of(&Profile::default());
    let carried: BTreeSet<u16> = catalogue
        .requirements
        .values()
        .filter_map(|requirement| requirement.entry.guide.as_ref())
        .flat_map(|guide| guide.items.clone())
        .collect();
    let worded: Vec<u16> = catalogue.guide.items.iter().map(|item| item.item).collect();
    assert_eq!(worded, carried.into_iter().collect::<Vec<_>>(), "in the order of their numbers, each once");
    for item in &catalogue.guide.items {
        assert_eq!(item.unknown_settings(), [] as [&str; 0], "item {}", item.item);
        assert!(catalogue.outlines.iter().any(|outline| outline.document == item.document), "item {}", item.item);
        assert!(item.answers.iter().all(|answer| known.is_known(answer)), "item {}: {:?}", item.item, item.answers);
        for setting in SETTINGS {
            let said = match item.said(setting) {
                Some(Said::Words(words)) => !words.is_empty() && words.iter().all(|words| !words.trim().is_empty()),
                Some(Said::NotFor(why)) => !why.trim().is_empty(),
                None => false,
            };
            assert!(said, "item {} in {}", item.item, setting.id());
        }
    }
}

#[test]
fn every_item_of_the_provider_access_statement_is_carried_exactly_once() {
    let catalogue = &library().catalogue;
    let counts = count(catalogue.requirements.values().flat_map(|requirement| requirement.entry.statement.clone()));
    let expected: BTreeMap<String, usize> = (1..=34).map(|item| (format!("P{item:02}"), 1)).collect();
    assert_eq!(counts, expected);
}

#[test]
fn every_statutory_requirement_is_met_by_a_clause() {
    let catalogue = &library().catalogue;
    let unmet: Vec<&str> = catalogue
        .requirements
        .values()
        .filter(|requirement| SETTINGS.iter().any(|setting| requirement.duty_of(*setting) == Duty::Statutory))
        .filter(|requirement| catalogue.clauses_of(&requirement.id).next().is_none())
        .map(|requirement| requirement.id.as_str())
        .collect();
    assert_eq!(unmet, [] as [&str; 0]);
}

#[test]
fn every_clause_stands_in_an_outline_once_or_in_a_trusts_as_well() {
    fn gather(sections: &[Section], named: &mut Vec<String>) {
        for section in sections {
            named.extend(section.clauses.iter().cloned());
            gather(&section.sections, named);
        }
    }
    let catalogue = &library().catalogue;
    let mut named = Vec::new();
    let mut of_trusts = Vec::new();
    // The annex holds what the policy holds otherwise.
    for outline in catalogue.outlines.iter().filter(|outline| outline.document != "careers-annex") {
        let named = if outline.in_place_of.is_some() { &mut of_trusts } else { &mut named };
        gather(&outline.front, named);
        gather(&outline.sections, named);
        gather(&outline.appendices, named);
    }
    // A trust's policy has clauses of its own, and those of a school's that are true of it too.
    of_trusts.retain(|id| id.starts_with("trust-") || !named.contains(id));
    let expected: BTreeMap<String, usize> = catalogue.clauses.keys().map(|id| (id.clone(), 1)).collect();
    assert_eq!(count(named.into_iter().chain(of_trusts)), expected);
}

#[test]
fn the_bodies_of_each_kind_of_institution_are_listed_once_at_most() {
    let bodies = &library().catalogue.bodies.bodies;
    let listed = count(bodies.iter().flat_map(|bodies| bodies.settings.iter().map(|setting| setting.id().to_owned())));
    let outside = SettingGroup::OutsideSchools.settings();
    let expected =
        Setting::kinds().filter(|setting| !outside.contains(setting)).map(|setting| (setting.id().to_owned(), 1));
    assert_eq!(listed, expected.collect());
}

#[test]
fn every_need_is_a_field_of_the_profile() {
    let answers = Answers::of(&Profile::default());
    let unknown: BTreeSet<&String> = library()
        .catalogue
        .requirements
        .values()
        .flat_map(|requirement| &requirement.entry.needs)
        .filter(|need| !answers.is_known(need))
        .collect();
    assert_eq!(unknown, BTreeSet::new());
}

#[test]
fn what_is_not_sure_says_why() {
    let silent: Vec<&str> = library()
        .catalogue
        .requirements
        .values()
        .filter(|requirement| requirement.entry.certainty != careers_policy::catalogue::Certainty::Sure)
        .filter(|requirement| requirement.entry.note.is_none())
        .map(|requirement| requirement.id.as_str())
        .collect();
    assert_eq!(silent, [] as [&str; 0]);
}

/// What programs read of the catalogue: every key on every requirement, all twelve settings in every duty.
#[test]
fn the_catalogue_as_json_lists_every_requirement_with_every_key() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_careers-policy"))
        .args(["catalogue", "--format", "json"])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let requirements = json["requirements"].as_array().unwrap();
    assert_eq!(requirements.len(), library().catalogue.requirements.len());
    for requirement in requirements {
        for key in
            ["id", "source", "url", "edition", "duty", "guide", "statement", "certainty", "needs", "clauses", "asks"]
        {
            assert!(requirement.get(key).is_some(), "{}: {key}", requirement["id"]);
        }
        let kinds = if requirement["id"].as_str().unwrap().starts_with("trust-policy/") { 13 } else { 12 };
        assert_eq!(requirement["duty"].as_object().unwrap().len(), kinds, "{}", requirement["id"]);
    }
    let said = requirements.iter().flat_map(|requirement| requirement["says"].as_array().unwrap());
    assert_eq!(said.count(), library().catalogue.guide.items.len());
    let not_carried = json["not_carried"].as_array().unwrap();
    assert!(not_carried.iter().all(|row| row["item"].is_u64() && row["why"].is_string()));
}
