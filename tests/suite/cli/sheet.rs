//! The first walk with a form: written, filled in as Excel saves it, read into a profile, checked and built.

use std::fs;
use std::path::Path;
use std::process::Command;

use careers_policy::workbook::{Cell, Look, Sheet, Value, Workbook, read_workbook, write_workbook};

use crate::sandbox::Sandbox;
use crate::school::repository;

fn run(folder: &Path, words: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_careers-policy")).args(words).current_dir(folder).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
    (output.status.code(), said)
}

/// Fills in a form as somebody does in a spreadsheet program, which keeps the values and their places.
fn fill(path: &Path, answers: &[(&str, &str)]) {
    let sheets = read_workbook(&fs::read(path).unwrap(), "form.xlsx").unwrap();
    let mut left: Vec<&(&str, &str)> = answers.iter().collect();
    let sheets = sheets.into_iter().map(|sheet| {
        let rows = sheet.rows.into_iter().map(|mut row| {
            let field = row.get(5).cloned();
            if let Some(at) = left.iter().position(|(known, _)| field == Some(Value::Words((*known).to_owned()))) {
                row[1] = Value::Words(left.remove(at).1.to_owned());
            }
            row.into_iter().map(|value| Cell { value, look: Look::Plain, link: None }).collect()
        });
        Sheet { name: sheet.name.unwrap(), rows: rows.collect(), ..Sheet::default() }
    });
    let workbook = Workbook { title: String::new(), sheets: sheets.collect() };
    fs::write(path, write_workbook(&workbook).unwrap()).unwrap();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_form_is_written_filled_in_read_checked_and_built() {
    let folder = Sandbox::empty("sheet-walk");
    let at = folder.path();
    let (code, said) = run(at, &["sheet", "new", "--setting", "academy", "form.xlsx"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(run(at, &["sheet", "new", "--setting", "academy", "form.xlsx"]).0, Some(2));
    fill(
        &at.join("form.xlsx"),
        &[("setting.name", "Saltmarsh & Sons"), ("setting.type", "Academy"), ("policy.approved_on", "31/6/2026")],
    );
    let (code, said) = run(at, &["sheet", "read", "form.xlsx", "-o", "school.yaml"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("form.xlsx: Policy!B") && !at.join("school.yaml").exists(), "{said}");
    let answers = [
        ("setting.year_groups", "7-11"),
        ("setting.website", "https://www.saltmarsh.example"),
        ("policy.approved_on", "8 July 2026"),
        ("roles.careers_leader.name", "Priya Nair"),
        ("roles.careers_leader.email", "careers@saltmarsh.example"),
        ("roles.careers_leader.phone", "01632 960101"),
    ];
    fill(&at.join("form.xlsx"), &answers);
    let (code, said) = run(at, &["sheet", "read", "form.xlsx", "-o", "school.yaml"]);
    assert_eq!(code, Some(0), "{said}");
    let text = fs::read_to_string(at.join("school.yaml")).unwrap();
    assert!(text.contains("phone: \"01632 960101\"") && text.contains("approved_on: 2026-07-08"), "{text}");
    let (code, said) = run(at, &["check", "school.yaml", "--only", "mistakes", "--as-of", "2026-09-01"]);
    assert!(code != Some(2), "{said}");
    let build = ["build", "school.yaml", "--draft", "--formats", "md", "--as-of", "2026-09-01"];
    let (code, said) = run(at, &build);
    assert!(code != Some(2) && at.join("out/school/careers-policy.md").exists(), "{said}");
    assert_eq!(run(at, &["sheet", "from", "school.yaml", "again.xlsx"]).0, Some(0));
    assert_eq!(run(at, &["sheet", "read", "again.xlsx", "-o", "school.yaml"]).0, Some(0));
    assert_eq!(fs::read_to_string(at.join("school.yaml")).unwrap(), text);
}

#[test]
fn the_form_of_a_profile_is_the_same_bytes_after_it_was_read() {
    let folder = Sandbox::empty("sheet-bytes");
    folder.copy("profiles", ".");
    let at = folder.path();
    let profile = "harbour-view-school.yaml";
    assert_eq!(run(at, &["sheet", "from", profile, "one.xlsx"]).0, Some(0));
    assert_eq!(run(at, &["sheet", "read", "one.xlsx", "-o", profile]).0, Some(0));
    assert_eq!(run(at, &["sheet", "from", profile, "two.xlsx"]).0, Some(0));
    assert!(fs::read(at.join("one.xlsx")).unwrap() == fs::read(at.join("two.xlsx")).unwrap());
    assert_eq!(fs::read(at.join(profile)).unwrap(), fs::read(repository("profiles").join(profile)).unwrap());
}
