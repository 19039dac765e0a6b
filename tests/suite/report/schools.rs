//! Which schools are in a report: a folder of many, none, two of one name, a trust's, and those that cannot be read.

use careers_policy::job::{Twins, find_profiles};
use careers_policy::report::{Part, State, render_html, render_json, sheets, tally};
use careers_policy::workbook::write_workbook;

use super::{cell, named, report, report_on, starter, written};
use crate::amount::everything;
use crate::forty_schools::write_schools;
use crate::sandbox::Sandbox;
use crate::school::repository;

#[test]
fn a_folder_of_many_schools_is_a_row_each_and_the_same_bytes_again() {
    let number = if everything() { 40 } else { 6 };
    let folder = Sandbox::empty("report-forty");
    folder.copy("packs", "packs");
    write_schools(&folder.path().join("schools"), number).unwrap();
    let paths = find_profiles(&[folder.path().join("schools")]).unwrap();
    let once = report(&paths);
    assert_eq!(once.schools.len(), number);
    assert!(once.schools.iter().all(|school| school.is_read && tally(school).law == 0));
    assert!(once.parts.iter().any(|(part, _)| *part == Part::Required), "their trust's pack requires something");
    assert_eq!(written(&once, "report-forty-once"), written(&report(&paths), "report-forty-again"));
}

#[test]
fn a_report_on_no_school_says_so() {
    let none = report(&[]);
    assert!(render_html(&none).contains("There are no schools."));
    assert!(render_json(&none).contains("\"schools\":[]"));
    assert!(write_workbook(&sheets(&none)).is_ok());
}

#[test]
fn two_schools_of_one_name_are_two_rows_that_can_be_told_apart() {
    let folder = Sandbox::empty("report-namesakes");
    let other = ("urn: \"999201\"", "urn: \"999299\"");
    folder.write("north.yaml", starter("harbour-view-school", &[]));
    folder.write(
        "south.yaml",
        starter("harbour-view-school", &[other, ("  grounds_to_refuse:", "  # grounds_to_refuse:")]),
    );
    let both = report_on(&folder);
    let grounds = |label: &str| cell(&both, label, Part::Statutory, "education-act-42b/grounds-to-refuse").state;
    assert_eq!(grounds("Harbour View School (north.yaml)"), State::Found);
    assert_eq!(grounds("Harbour View School (south.yaml)"), State::Missing);
    assert_ne!(both.schools[0].key, both.schools[1].key);
    // Without a number they are one school in two files, and each says so.
    let none = ("  urn: \"999201\"\n", "");
    folder.write("north.yaml", starter("harbour-view-school", &[none]));
    folder.write("south.yaml", starter("harbour-view-school", &[none]));
    let twins = report_on(&folder);
    for school in &twins.schools {
        assert!(school.entries.iter().any(|entry| entry.code == "CP024") && tally(school).mistakes > 0);
    }
    assert_ne!(twins.schools[0].key, twins.schools[1].key);
}

#[test]
fn a_trusts_schools_are_rows_with_their_own_careers_leaders_and_the_trusts_name() {
    let report = report(&[repository("profiles/tidewater-schools-trust.yaml")]);
    assert!(report.schools.len() > 3);
    assert!(report.schools.iter().all(|school| school.trust.as_deref() == Some("Tidewater Schools Trust")));
    let school = named(&report, "Saltings Academy");
    assert!(school.leader.is_some() && school.file.ends_with("tidewater-schools-trust.yaml"));
    // What the trust's own policy says for its schools is found there.
    let said = school.cells.values().filter_map(|cell| cell.proof.as_ref());
    let documents: Vec<&str> = said.map(|(document, _)| document.as_str()).collect();
    assert!(
        documents.contains(&"trust-careers-policy") && documents.contains(&"provider-access-policy"),
        "{documents:?}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_a_row_that_says_so_and_stops_no_other() {
    let paths = ["fixtures/troubled/many-mistakes.yaml", "profiles/oakfield-academy.yaml", "profiles/none.yaml"]
        .map(repository);
    let libraries = careers_policy::job::Libraries::new(Vec::new(), Vec::new());
    let mut failed = 0;
    let report =
        careers_policy::job::report_all(&paths, &Twins::default(), &libraries, crate::school::today(), |_, came| {
            failed += usize::from(came.is_err());
        });
    assert_eq!((report.schools.len(), failed), (3, 1));
    let unread: Vec<bool> = report.schools.iter().map(|school| school.is_read).collect();
    assert_eq!(unread, [false, true, false]);
    // It is known by what the file says of itself even so.
    assert_eq!(report.schools[0].label, "Mill Lane School");
    assert!(report.schools[0].entries.iter().any(|entry| entry.line.is_some()));
    assert_eq!(
        cell(&report, "Mill Lane School", Part::Statutory, "education-act-42b/statement").state,
        State::NotKnown
    );
    assert!(report.schools[2].entries[0].title.contains("there is no such file"));
}
