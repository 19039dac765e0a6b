//! A report on many schools: that its three files agree, what it says is found, what changed since an earlier one, and words of strangers.

mod agree;
mod found;
mod hostile;
mod schools;
mod since;

use std::fs;
use std::path::PathBuf;

use careers_policy::job::{Libraries, Twins, find_profiles, report_all, write_report};
use careers_policy::report::{Cell, Part, Report, School};
use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::school::{repository, today};

/// The report on some profiles.
fn report(paths: &[PathBuf]) -> Report {
    let libraries = Libraries::new(Vec::new(), Vec::new());
    report_all(paths, &Twins::among(paths), &libraries, today(), |_, _| ())
}

/// The report on the profiles of a folder.
fn report_on(folder: &Sandbox) -> Report {
    report(&find_profiles(&[folder.path().to_owned()]).unwrap())
}

/// A report as it is written: the page, the JSON and the workbook's bytes.
fn written(report: &Report, name: &str) -> (String, Value, Vec<u8>) {
    let folder = Sandbox::empty(name);
    write_report(report, &folder.path().join("hub")).unwrap();
    let bytes = |file: &str| fs::read(folder.path().join("hub").join(file)).unwrap();
    let page = String::from_utf8(bytes("report.html")).unwrap();
    (page, serde_json::from_slice(&bytes("report.json")).unwrap(), bytes("report.xlsx"))
}

/// A starter with pieces of its text replaced, each of which must stand there.
fn starter(name: &str, changes: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(repository(&format!("profiles/{name}.yaml"))).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{name} has no {from:?}");
        text = text.replacen(from, to, 1);
    }
    text
}

fn named<'r>(report: &'r Report, label: &str) -> &'r School {
    let labels: Vec<&str> = report.schools.iter().map(|school| school.label.as_str()).collect();
    report.schools.iter().find(|school| school.label == label).unwrap_or_else(|| panic!("no {label} among {labels:?}"))
}

fn cell(report: &Report, school: &str, part: Part, column: &str) -> Cell {
    named(report, school).cell(part, column)
}
