//! What is said to be found stands in the drafted document; what does not stand there is not found, whatever the catalogue says.

use careers_policy::doc::{Block, BlockKind, plain_text};
use careers_policy::draft::draft_all;
use careers_policy::report::{Part, State};

use super::{cell, report, report_on, starter};
use crate::sandbox::Sandbox;
use crate::school::{School, repository};

fn readable(leaf: &Block) -> bool {
    match &leaf.kind {
        BlockKind::Paragraph(words) => plain_text(words).chars().any(char::is_alphanumeric),
        BlockKind::Table(table) => !table.rows.is_empty(),
        BlockKind::Picture(_) => true,
        _ => false,
    }
}

#[test]
fn every_requirement_that_is_found_stands_in_a_document() {
    for name in ["harbour-view-school", "riverside-college", "the-bridge-pru"] {
        let report = report(&[repository(&format!("profiles/{name}.yaml"))]);
        let school = School::starter(name);
        let case = school.case();
        let drafts = draft_all(&case);
        let mut proved = 0;
        for ((part, id), cell) in &report.schools[0].cells {
            let (true, Some((document, clause))) = (cell.state == State::Found, &cell.proof) else { continue };
            let draft = drafts.documents.iter().find(|draft| draft.outline.document == *document).unwrap();
            let words = draft.document.leaves().any(|leaf| leaf.clause.as_deref() == Some(clause) && readable(leaf));
            assert!(words, "{part:?} {id}: {clause} says nothing in {document}");
            proved += 1;
        }
        assert!(proved > 60, "{name}: {proved}");
    }
}

#[test]
fn what_is_not_there_is_missing_or_thin_and_leads_to_its_line() {
    let folder = Sandbox::empty("report-missing");
    let email = ("    email: careers@harbourview.example\n    phone: \"01632 960301\"\n    training:", "    training:");
    let refuse = ("  grounds_to_refuse:", "  # grounds_to_refuse:");
    folder.write("harbour.yaml", starter("harbour-view-school", &[refuse, email]));
    let report = report_on(&folder);
    let open = [
        ("education-act-42b/grounds-to-refuse", State::Missing),
        // The name and the telephone number are there.
        ("school-information-regulations/careers-leader", State::Thin),
    ];
    for (id, state) in open {
        let cell = cell(&report, "Harbour View School", Part::Statutory, id);
        assert_eq!((cell.state, cell.proof), (state, None), "{id}");
        let entry = &report.schools[0].entries[cell.entry.unwrap()];
        assert!(entry.code == "CP201" && entry.line.is_some() && entry.file.ends_with("harbour.yaml"), "{entry:?}");
    }
    let kept = cell(&report, "Harbour View School", Part::Statutory, "education-act-42b/grounds-to-grant");
    assert_eq!(kept.state, State::Found);
}

#[test]
fn a_clause_that_the_school_leaves_out_is_not_found_and_one_that_is_not_asked_does_not_apply() {
    let folder = Sandbox::empty("report-left-out");
    let left = "leave_out:\n  - clause: careers-policy/vision-in-use\n    because: It stands in our prospectus.\n";
    folder.write("harbour.yaml", starter("harbour-view-school", &[]) + left);
    folder.write("wexcombe.yaml", starter("wexcombe-school", &[]));
    let report = report_on(&folder);
    let school = &report.schools.iter().find(|school| school.name == "Harbour View School").unwrap();
    let left_out = school.cell(Part::Recommended, "hub-guide/vision-in-use");
    assert_eq!((left_out.state, school.entries[left_out.entry.unwrap()].code), (State::Missing, "CP106"));
    // An independent school owes providers no access.
    let other = cell(&report, "Wexcombe School", Part::Statutory, "education-act-42b/statement");
    assert_eq!(other.state, State::DoesNotApply);
}

#[test]
fn the_word_compliant_is_never_said() {
    let report = report(&[repository("fixtures/troubled/as-typed.yaml"), repository("profiles/oakfield-academy.yaml")]);
    let (page, json, _) = super::written(&report, "report-word");
    for text in [page, json.to_string()] {
        assert!(!text.to_lowercase().contains("compliant"));
    }
}
