//! `--format xlsx`: the same findings, reviews and requirements as in the other forms, in cells.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use careers_policy::workbook::{ReadSheet, Value, read_workbook};

use crate::sandbox::Sandbox;

/// A school whose name is a formula, one without a date of review, and one that cannot be read.
fn schools(name: &str) -> Sandbox {
    let sandbox = Sandbox::empty(name);
    sandbox.copy("fixtures/troubled", "troubled");
    sandbox.copy("profiles", "profiles");
    sandbox.write("formula.yaml", "setting:\n  name: '=1+1 & \"Sons\"'\n  type: academy\n  year_groups: 7-11\npolicy:\n  next_review: 2026-08-31\n");
    sandbox
}

const SCHOOLS: &str = "formula.yaml troubled/many-mistakes.yaml profiles/harbour-view-school.yaml";

fn run(folder: &Path, command: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_careers-policy"));
    program.current_dir(folder).args(command.split_whitespace()).output().unwrap()
}

/// The sheets that a command writes.
fn sheets(folder: &Path, command: &str) -> Vec<ReadSheet> {
    let output = run(folder, &format!("{command} --format xlsx --output made.xlsx"));
    assert!(output.stdout.ends_with(b"made.xlsx is written.\n"), "{output:?}");
    read_workbook(&fs::read(folder.join("made.xlsx")).unwrap(), "made.xlsx").unwrap()
}

/// What a command prints as JSON.
fn json(folder: &Path, command: &str) -> serde_json::Value {
    serde_json::from_slice(&run(folder, &format!("{command} --format json")).stdout).unwrap()
}

/// The words of a column by its heading, below the heading.
fn column(sheet: &ReadSheet, heading: &str) -> Vec<String> {
    let at = sheet.rows[0].iter().position(|cell| cell.words() == heading).unwrap();
    sheet.rows[1..].iter().map(|row| row.get(at).map(|cell| cell.words().into_owned()).unwrap_or_default()).collect()
}

#[test]
fn a_workbook_holds_every_finding_and_every_school() {
    let sandbox = schools("workbook-check");
    let command = format!("check {SCHOOLS} --as-of 2026-09-01");
    let read = sheets(sandbox.path(), &command);
    let [findings, schools] = &read[..] else { panic!("{read:?}") };
    let found = json(sandbox.path(), &command);
    let told = |key: &str| -> Vec<String> {
        let mut told: Vec<String> =
            found.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap().to_owned()).collect();
        told.sort_unstable();
        told
    };
    for (heading, key) in [("What was found", "title"), ("Code", "code")] {
        let mut read = column(findings, heading);
        read.sort_unstable();
        assert_eq!(read, told(key));
    }
    assert!(column(findings, "Duty").contains(&"Statutory".to_owned()));
    assert_eq!(column(schools, "School"), ["=1+1 & \"Sons\"", "", "Harbour View School"]);
    let statutory = column(findings, "Duty").iter().filter(|duty| *duty == "Statutory").count();
    let counted: usize = column(schools, "Statutory").iter().map(|count| count.parse::<usize>().unwrap()).sum();
    assert_eq!(counted, statutory);
}

#[test]
fn a_workbook_of_reviews_has_days_for_days() {
    let sandbox = schools("workbook-due");
    let command = "due formula.yaml profiles --as-of 2026-09-01";
    let read = sheets(sandbox.path(), command);
    let found = json(sandbox.path(), command);
    let found = found.as_array().unwrap();
    assert_eq!(read[0].rows.len(), found.len() + 1);
    for (row, due) in read[0].rows[1..].iter().zip(found) {
        let day = due["due"].as_str().map_or(Value::Empty, |day| Value::Day(day.parse().unwrap()));
        assert_eq!(row[0], day);
        assert_eq!(row[3].words(), due["school"].as_str().unwrap());
    }
}

#[test]
fn a_workbook_of_the_catalogue_has_a_column_for_each_setting() {
    let sandbox = Sandbox::empty("workbook-catalogue");
    let all = json(sandbox.path(), "catalogue");
    let requirements = all["requirements"].as_array().unwrap();
    let read = sheets(sandbox.path(), "catalogue");
    let ids: Vec<&str> = requirements.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(column(&read[0], "Requirement"), ids);
    let academies = column(&read[0], "Academy");
    for (requirement, cell) in requirements.iter().zip(&academies) {
        let duty = requirement["duty"]["academy"].as_str().unwrap().replace('_', " ");
        assert!(cell.starts_with(&duty), "{cell}, {duty}");
    }
    let only = sheets(sandbox.path(), "catalogue --setting academy");
    assert!(
        only[0].rows.len() < read[0].rows.len()
            && !only[0].rows[0].contains(&Value::Words("Multi-academy trust".to_owned()))
    );
    for list in ["clauses", "codes", "fields"] {
        let rows = json(sandbox.path(), &format!("catalogue --{list}"));
        assert_eq!(
            sheets(sandbox.path(), &format!("catalogue --{list}"))[0].rows.len(),
            rows.as_array().unwrap().len() + 1
        );
    }
}

#[test]
fn a_workbook_is_never_printed() {
    let sandbox = schools("workbook-refused");
    for command in ["check formula.yaml", "due formula.yaml", "catalogue", "catalogue --codes"] {
        let output = run(sandbox.path(), &format!("{command} --format xlsx"));
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{command}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("`--output found.xlsx`"), "{command}");
    }
    let output = run(sandbox.path(), "catalogue --output x.json");
    assert_eq!(output.status.code(), Some(2));
    assert!(!sandbox.path().join("x.json").exists());
}
