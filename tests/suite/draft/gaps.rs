//! A document has a gap exactly where a finding says that an answer is missing: so what is published without findings has none.

use std::collections::BTreeSet;

use careers_policy::draft::draft_all;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;

use crate::amount::{cases, some};
use crate::school::{School, library, starters};

/// Whether a gap stands in any document that is made of a school; of a trust, in those of its schools too.
fn shows_a_gap(school: &School) -> bool {
    let case = school.case();
    case.publications().iter().any(|publication| draft_all(publication.case).gaps().next().is_some())
}

/// Whether an answer is missing that the law, or whoever pays, asks for. A trust is asked what each of its schools is asked.
fn lacks_an_answer(school: &School) -> bool {
    let lacks =
        |school: &School| school.findings().iter().any(|finding| ["CP201", "CP205"].contains(&finding.code.id()));
    lacks(school) || school.members().any(|member| lacks(&member))
}

/// The fields that requirements need.
fn needs() -> Vec<String> {
    let requirements = library().catalogue.requirements.values();
    let needs: BTreeSet<&String> = requirements.flat_map(|requirement| &requirement.entry.needs).collect();
    needs.into_iter().cloned().collect()
}

/// The starter without the answers in those fields; of a trust's schools, the last is without them.
fn without(name: &str, fields: &[String]) -> School {
    let mut school = School::starter(name);
    let profile = school.members.last_mut().unwrap_or(&mut school.profile);
    let mut answers = serde_json::to_value(&*profile).unwrap();
    for field in fields {
        let (section, key) = field.rsplit_once('.').unwrap_or(("", field));
        let section = section.split('.').filter(|name| !name.is_empty()).map(|name| format!("/{name}"));
        if let Some(Value::Object(answers)) = answers.pointer_mut(&section.collect::<String>()) {
            answers.remove(key);
        }
    }
    *profile = serde_json::from_value(answers).unwrap();
    school
}

#[test]
fn a_starter_shows_no_gap() {
    for name in some(5, starters()) {
        let school = School::starter(&name);
        assert!(!lacks_an_answer(&school) && !shows_a_gap(&school), "{name}");
    }
}

#[test]
fn an_answer_that_is_missing_is_a_gap_where_it_is_asked_for() {
    for name in ["harbour-view-school", "meadowbank-learning-trust"] {
        for field in some(3, needs()) {
            let school = without(name, std::slice::from_ref(&field));
            assert_eq!(shows_a_gap(&school), lacks_an_answer(&school), "{name} without {field}");
        }
    }
}

proptest! {
    #![proptest_config(cases(8, 300))]

    #[test]
    fn no_gap_is_shown_where_nothing_is_missing(name in select(starters()), fields in subsequence(needs(), 0..4)) {
        let school = without(&name, &fields);
        prop_assert!(!shows_a_gap(&school) || lacks_an_answer(&school), "{name} without {fields:?}");
    }
}
