//! What the catalogue claims of the hub guide's items stands in the documents, item by item and setting by setting.

use std::collections::BTreeSet;

use careers_policy::catalogue::{GuideItem, Said};
use careers_policy::check::{comparable, concerns, missing_words};
use careers_policy::law::{SETTINGS, Setting, YearGroups};
use careers_policy::profile::{Line, Profile, YearOutcomes};
use serde_json::{Value, json};

use crate::amount::{everything, some};
use crate::school::{School, library, starters};

/// All the year groups that an institution of the setting may well have.
fn years(setting: Setting) -> YearGroups {
    match setting {
        Setting::FeCollege | Setting::TrainingProvider => YearGroups::default(),
        Setting::SixthFormCollege | Setting::SixteenToNineteenAcademy => YearGroups::new(12..=13),
        _ => YearGroups::new(7..=13),
    }
}

/// A school of the setting that has answered everything.
fn full(setting: Setting) -> School {
    School::plain(setting, years(setting)).with(|profile| {
        if !setting.has_year_groups() {
            let stage = Some(Line::from("First year"));
            profile.programme.activities.iter_mut().for_each(|activity| activity.stage.clone_from(&stage));
            let outcomes = vec![Line::from("words of our own")];
            profile.programme.outcomes = vec![YearOutcomes { year_group: None, stage, outcomes }];
        }
    })
}

fn answers_of(school: &School) -> Value {
    serde_json::to_value(&school.profile).unwrap()
}

/// Takes over answers that are not given yet.
fn fill(answers: &mut Value, from: &Value, fields: &[String]) {
    for field in fields {
        let given = from.pointer(&format!("/{}", field.replace('.', "/"))).unwrap_or_else(|| panic!("{field}"));
        let mut at = &mut *answers;
        for name in field.split('.') {
            if !at.is_object() {
                *at = json!({});
            }
            at = at.as_object_mut().unwrap().entry(name).or_insert(Value::Null);
        }
        if at.is_null() || *at == json!([]) {
            *at = given.clone();
        }
    }
}

fn school(answers: Value) -> School {
    School { profile: serde_json::from_value::<Profile>(answers).unwrap(), members: Vec::new() }
}

/// A school that has said what it is, and given these answers alone.
fn short(setting: Setting, fields: &[String]) -> School {
    let mut answers = json!({"setting": {"name": "Fernhill", "type": setting.id(), "year_groups": years(setting)}});
    fill(&mut answers, &answers_of(&full(setting)), fields);
    school(answers)
}

/// The words of an item that do not stand in a text that is made of the school.
fn unsaid(school: &School, item: &GuideItem, text: &str) -> Vec<String> {
    missing_words(&school.case(), item, text)
}

fn is_asked(school: &School, item: &GuideItem) -> bool {
    concerns(&school.case(), item)
}

/// The text of a document of the school; nothing, if it does not publish that document.
fn text(school: &School, document: &str) -> String {
    if school.is_due(document) { comparable(&school.document(document).printed_text()) } else { String::new() }
}

/// The items, each with the name of the school it is not said for.
fn found_unsaid(schools: impl IntoIterator<Item = (String, School)>) -> BTreeSet<String> {
    let mut wrong = BTreeSet::new();
    for (name, school) in schools {
        let texts = ["careers-policy", "provider-access-policy"].map(|id| text(&school, id));
        for item in &library().catalogue.guide.items {
            let text = &texts[usize::from(item.document != "careers-policy")];
            for words in unsaid(&school, item, text) {
                wrong.insert(format!("{name}: item {}: {words}", item.item));
            }
        }
    }
    wrong
}

/// The answers on which any item depends.
fn all_answers() -> Vec<String> {
    library().catalogue.guide.items.iter().flat_map(|item| item.answers.clone()).collect()
}

#[test]
fn a_school_that_has_answered_everything_says_every_item_of_the_guide_that_concerns_it() {
    let schools = some(2, SETTINGS.map(|setting| (setting.id().to_owned(), full(setting))).to_vec());
    for (name, school) in &schools {
        for item in &library().catalogue.guide.items {
            let is_said = matches!(item.said(school.profile.setting.kind), Some(Said::Words(_)));
            assert!(!is_said || is_asked(school, item), "{name}: nothing looks for item {}", item.item);
        }
    }
    let wrong = found_unsaid(schools);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_starter_says_every_item_of_the_guide_that_concerns_it() {
    let mut settings = BTreeSet::new();
    let schools = some(5, starters()).into_iter().map(|name| (School::starter(&name), name));
    let filled = schools.filter(|(starter, _)| starter.members.is_empty()).map(|(starter, name)| {
        let setting = starter.profile.setting.kind;
        settings.insert(setting);
        let mut answers = answers_of(&starter);
        fill(&mut answers, &answers_of(&full(setting)), &all_answers());
        (name, school(answers))
    });
    let wrong = found_unsaid(filled.collect::<Vec<_>>());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(!everything() || SETTINGS.iter().all(|setting| settings.contains(setting)), "{settings:?}");
}

#[test]
fn the_answers_that_an_item_names_are_all_that_it_needs() {
    let mut wrong = BTreeSet::new();
    for setting in some(2, SETTINGS.to_vec()) {
        for item in library().catalogue.guide.items.iter().filter(|item| !item.answers.is_empty()) {
            let school = short(setting, &item.answers);
            for words in unsaid(&school, item, &text(&school, &item.document)) {
                wrong.insert(format!("{}: item {}: {words}", setting.id(), item.item));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_item_without_answers_stands_in_the_shortest_policy_and_one_with_answers_does_not() {
    let mut wrong = BTreeSet::new();
    let mut silent = BTreeSet::new();
    for setting in SETTINGS {
        let school = short(setting, &[]);
        let texts = ["careers-policy", "provider-access-policy"].map(|id| text(&school, id));
        for item in &library().catalogue.guide.items {
            let unsaid = unsaid(&school, item, &texts[usize::from(item.document != "careers-policy")]);
            if item.answers.is_empty() {
                wrong.extend(unsaid.iter().map(|words| format!("{}: item {}: {words}", setting.id(), item.item)));
            } else if !unsaid.is_empty() || !is_asked(&school, item) {
                silent.insert(item.item);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let named = library().catalogue.guide.items.iter().filter(|item| !item.answers.is_empty());
    let needless: Vec<u16> = named.map(|item| item.item).filter(|item| !silent.contains(item)).collect();
    assert_eq!(needless, [] as [u16; 0], "these stand in every policy, whatever is answered");
}
