//! What is found on a pack that does not hold together: the built-in one with one thing broken, one test a code.

use careers_policy::case::engine_for;
use careers_policy::data::Catalogue;
use careers_policy::data::catalogue::{Files, Layer};
use careers_policy::text::Sources;

/// The codes that the built-in pack leads to once it has been changed.
fn codes(change: impl FnOnce(&mut Files)) -> Vec<&'static str> {
    let mut files = Catalogue::base_files();
    change(&mut files);
    let layers = [Layer { folder: "pack".to_owned(), files }];
    let loaded = Catalogue::load(&layers, &mut Sources::default());
    let findings = loaded.and_then(|catalogue| engine_for(&catalogue)).err().unwrap_or_default();
    findings.iter().map(|finding| finding.code.id()).collect()
}

fn replace(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} holds no {from}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
}

const REQUIREMENTS: &str = "requirements/education-act-42b.yaml";
const CLAUSE: &str = "clauses/provider-access/procedure.md";

#[test]
fn the_built_in_pack_leads_to_nothing() {
    assert_eq!(codes(|_| {}), [] as [&str; 0]);
}

#[test]
fn a_file_that_every_pack_has_is_missed() {
    assert!(codes(|files| drop(files.remove("guide.yaml"))).contains(&"CP301"));
}

#[test]
fn a_duty_that_leaves_out_a_setting_is_not_complete() {
    let found = codes(|files| {
        let one = "source: A\nduty: {academy: statutory}\nrequirements:\n  x: {asks: Something is done.}\n";
        files.insert("requirements/own.yaml".into(), one.into());
    });
    assert_eq!(found, ["CP302"]);
}

#[test]
fn a_clause_without_a_header_is_refused() {
    assert!(codes(|files| drop(files.insert(CLAUSE.into(), b"Only words.\n".to_vec()))).contains(&"CP303"));
}

#[test]
fn a_clause_that_meets_nothing_known_is_refused() {
    let found = codes(|files| replace(files, CLAUSE, "meets: [", "meets: [education-act-42b/procedur, "));
    assert_eq!(found, ["CP304"]);
}

#[test]
fn an_outline_that_names_no_clause_is_refused() {
    let outline = "outlines/provider-access-policy.yaml";
    let found = codes(|files| replace(files, outline, "provider-access/procedure", "provider-access/procedur"));
    assert_eq!(found, ["CP305", "CP310"]);
}

#[test]
fn wording_that_is_not_closed_is_refused_with_its_clause() {
    let found = codes(|files| {
        let text = String::from_utf8(files[CLAUSE].clone()).unwrap() + "{% if term.learners %}\n";
        files.insert(CLAUSE.into(), text.into_bytes());
    });
    assert_eq!(found, ["CP306"]);
}

#[test]
fn a_key_that_is_misspelt_in_a_requirement_is_shown_with_its_place() {
    assert!(codes(|files| replace(files, REQUIREMENTS, "cites:", "sites:")).contains(&"CP004"));
}
