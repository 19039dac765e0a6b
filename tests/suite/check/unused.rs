//! Every answer is printed, or there for something else, or the institution is told that it is not: the schema of the profile is walked to
//! prove it, for every kind of institution.

use careers_policy::draft::draft_all;
use careers_policy::write::write_markdown;

use crate::amount::some;
use crate::filled::{Filled, Holders, filled, is_told, told};
use crate::school::{School, starters};

/// A word that stands nowhere else.
fn mark(number: usize, _: &str) -> String {
    format!("Zq{number}x")
}

/// The words of all documents that are made from a profile, those of a trust's schools among them.
fn all_words(school: &School) -> String {
    let case = school.case();
    let own = case.publications().len();
    assert_eq!(own, school.members.len() + 1);
    let mut words = String::new();
    for publication in case.publications() {
        for draft in draft_all(publication.case).documents {
            words.push_str(&write_markdown(&draft.document));
        }
    }
    words
}

#[test]
fn every_answer_that_a_profile_can_hold_is_printed_or_the_institution_is_told_that_it_is_not() {
    let mut lost = Vec::new();
    for (name, holders) in some(2, starters()).iter().flat_map(|name| [(name, Holders::One), (name, Holders::Two)]) {
        let Filled { school, marks } = filled(name, holders, &mark);
        assert!(marks.len() > 150, "{name}: the schema was walked");
        let (words, told) = (all_words(&school), told(&school));
        for (field, mark) in &marks {
            let printed = words.contains(mark.as_str());
            if !printed && !is_told(field, &told) {
                lost.push(format!("{name}: {field} is neither printed nor told"));
            }
            if printed && is_told(field, &told) {
                lost.push(format!("{name}: {field} is printed, and said not to be"));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn a_school_that_answers_everything_is_told_of_little() {
    let mut told = told(&filled("harbour-view-school", Holders::One, &mark).school);
    // The three are about a careers adviser; a post that somebody holds is not vacant, and of some roles we say nothing that own words could
    // stand in place of; only older students have a bursary.
    let of_advisers =
        ["qualification_level", "employed_by_setting", "on_adviser_register", "vacant", "responsibilities_instead"];
    told.retain(|field| !of_advisers.contains(&field.rsplit('.').next().unwrap()));
    assert_eq!(told, ["support.bursary"]);
}

#[test]
fn no_starter_holds_an_answer_that_is_of_no_use() {
    for name in some(5, starters()) {
        assert_eq!(told(&School::starter(&name)), [""; 0], "{name}");
    }
}
