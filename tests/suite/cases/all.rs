//! What holds for every case.

use std::fs;

use careers_policy::finding::Severity;

use crate::case::tried;
use crate::school::repository;

#[test]
fn a_case_leads_to_documents_or_to_an_error_that_names_the_file() {
    let mut seen = 0;
    for entry in fs::read_dir(repository("fixtures/cases")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let tried = tried(name);
        let stopped = tried.findings.iter().any(|finding| finding.severity == Severity::Error);
        assert!(!tried.files.is_empty() || stopped, "{name}: neither documents nor a reason");
        assert!(!tried.files.is_empty() || tried.printed.contains(".yaml"), "{name}: {}", tried.printed);
        seen += 1;
    }
    assert!(seen > 20, "there are cases");
}
