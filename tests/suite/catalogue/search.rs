//! What people type is found: names and parts of them, words, and sentences out of documents.

use std::collections::BTreeSet;

use careers_policy::catalogue::{Found, FoundKind, find_named, find_sentence, nearest};
use careers_policy::finding::CODES;
use careers_policy::profile::{field_help, field_paths};

use crate::amount::some;
use crate::school::{School, library};

fn named(typed: &str) -> Vec<Found> {
    find_named(&library().catalogue, typed)
}

fn names(found: &[Found]) -> Vec<&str> {
    found.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn a_whole_name_finds_just_what_has_it() {
    let catalogue = &library().catalogue;
    let ids = CODES.iter().map(|code| code.id().to_owned()).chain(field_paths());
    let ids = ids.chain(catalogue.requirements.keys().chain(catalogue.clauses.keys()).cloned());
    for name in some(150, ids.collect()) {
        let found = named(&name);
        assert!(!found.is_empty() && found.iter().all(|one| one.name == name), "{name}: {found:#?}");
    }
}

#[test]
fn a_part_of_a_name_finds_all_that_end_in_it() {
    assert_eq!(names(&named("why-it-matters")), ["hub-guide/why-it-matters", "careers-policy/why-it-matters"]);
    let found = named("careers_leader");
    assert_eq!(found[0].name, "roles.careers_leader");
    assert!(names(&found).contains(&"school-information-regulations/careers-leader"), "{found:#?}");
    assert!(!names(&found).contains(&"roles.careers_leader.email"), "{found:#?}");
}

#[test]
fn a_word_finds_all_that_has_it_the_nearest_first() {
    let found = named("Encounters");
    assert_eq!(found[0].name, "provider_access.encounters");
    let kinds: BTreeSet<FoundKind> = found.iter().map(|one| one.kind).collect();
    assert_eq!(kinds.len(), 5, "codes, fields, requirements, clauses and headings: {found:#?}");
    assert!(names(&found).contains(&"provider-access/encounters-owed"), "{found:#?}");
    assert_eq!(names(&named("who does what")), ["careers-policy#roles", "trust-careers-policy#roles"]);
}

#[test]
fn what_is_not_there_is_told_by_the_nearest() {
    for nothing in ["", "  ", "?", "zzz"] {
        assert_eq!(named(nothing), [], "{nothing:?}");
    }
    let near = |typed: &str| nearest(&library().catalogue, typed);
    assert_eq!(near("encontres").as_deref(), Some("provider_access.encounters"));
    assert_eq!(near("education-act-42b/procedur").as_deref(), Some("education-act-42b/procedure"));
    assert_eq!(near("zzzzzzzzzz"), None);
}

#[test]
fn every_field_has_words_that_explain_it() {
    let paths = field_paths();
    assert!(paths.iter().any(|path| path == "provider_access.contact.email"));
    assert!(!paths.iter().any(|path| path.contains(".also")));
    for path in paths {
        assert!(field_help(&path).is_some_and(|help| !help.description.is_empty()), "{path}");
    }
}

#[test]
fn a_sentence_of_a_document_leads_to_its_clause() {
    for (sentence, clause) in [
        ("One session with one provider is one encounter.", "provider-access/meaningful"),
        (
            "Denise Farrow, our careers adviser, works for Norhamshire Futures and is not employed here.",
            "careers-policy/independent-guidance",
        ),
        (
            "We review our provider access policy statement every year, next by 23 June 2027.",
            "careers-policy/statement-review",
        ),
        (
            "replies to providers who ask to visit, and keeps the school’s provider access policy statement up to date",
            "trust-careers-policy/leaders-duties",
        ),
        ("please ask at least 15 school days before the visit", "provider-access/procedure"),
        (
            "Every year, from the age of 11, each pupil has at least one meaningful encounter with an employer",
            "careers-policy/gatsby-schools",
        ),
    ] {
        let found = find_sentence(&library().catalogue, sentence);
        assert!(names(&found).contains(&clause), "{sentence}: {found:#?}");
        assert!(found.len() <= 4, "{sentence}: {found:#?}");
    }
}

/// Of the sentences in the documents of one school that are none of its own words, nearly all lead to a clause.
#[test]
fn most_of_the_words_in_a_document_are_found_again() {
    let school = School::starter("harbour-view-school");
    let own = serde_json::to_string(&school.profile).unwrap();
    let text = school.both();
    let sentences =
        text.lines().filter(|line| !line.starts_with(['|', '#', '>', '[', '!', '-', '*', '_']) && !line.contains("]("));
    let ours =
        sentences.filter(|line| line.split_whitespace().count() > 6 && !own.contains(&line[..line.len().min(40)]));
    let ours: Vec<&str> = ours.collect();
    let found = ours.iter().filter(|line| !find_sentence(&library().catalogue, line).is_empty()).count();
    assert!(ours.len() > 30 && found * 10 >= ours.len() * 8, "{found} of {}", ours.len());
}

#[test]
fn words_of_nobody_lead_nowhere() {
    for sentence in [
        "Our boats are built by pupils in the summer term with two local boatyards.",
        "The quick brown fox jumps over the lazy dog.",
        "and of the in a to for with",
        "a b c",
    ] {
        assert_eq!(find_sentence(&library().catalogue, sentence), [], "{sentence}");
    }
}
