//! What holds for every case.

use std::fs;
use std::path::PathBuf;

use careers_policy::finding::Severity;

use crate::amount::some;
use crate::case::tried;
use crate::school::repository;

/// Where cases are tried.
const TESTS: [&str; 10] = [
    "tests/suite/cases/agree.rs",
    "tests/suite/cases/answers.rs",
    "tests/suite/cases/folders.rs",
    "tests/suite/cases/guide_answers.rs",
    "tests/suite/cases/own_policy.rs",
    "tests/suite/cases/own_text.rs",
    "tests/suite/cases/reviews.rs",
    "tests/suite/cases/true_of_it.rs",
    "tests/suite/cases/trusts.rs",
    "tests/suite/cases/typed.rs",
];

/// The path of a case.
fn path(name: &str) -> PathBuf {
    repository(&format!("fixtures/cases/{name}.yaml"))
}

/// The names of all cases.
fn cases() -> Vec<String> {
    let files = fs::read_dir(repository("fixtures/cases")).unwrap().map(|entry| entry.unwrap().path());
    let profiles = files.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    let mut names: Vec<String> = profiles.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_case_leads_to_documents_or_to_an_error_that_names_the_file() {
    let names = cases();
    assert!(names.len() > 20, "there are cases");
    for name in some(12, names) {
        let tried = tried(&name);
        let stopped = tried.findings.iter().any(|finding| finding.severity == Severity::Error);
        assert!(!tried.files.is_empty() || stopped, "{name}: neither documents nor a reason");
        assert!(!tried.files.is_empty() || tried.printed.contains(".yaml"), "{name}: {}", tried.printed);
    }
}

#[test]
fn every_case_is_the_matter_of_a_test() {
    let tests: String = TESTS.iter().map(|name| fs::read_to_string(repository(name)).unwrap()).collect();
    let shared: String = cases().iter().map(|name| fs::read_to_string(path(name)).unwrap()).collect();
    for name in cases() {
        let is_tried = tests.contains(&format!("\"{name}\"")) || tests.contains(&format!("/{name}.yaml"));
        assert!(is_tried || shared.contains(&format!("extends: {name}.yaml")), "no test tries {name}");
    }
}
