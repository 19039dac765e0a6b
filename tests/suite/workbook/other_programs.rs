//! What is written, opened and saved by another program, is read again as it was.
//!
//! `fixtures/workbooks/written.xlsx` is what the tests of this folder write; LibreOffice has opened it and saved it in each form. The folder
//! that `CAREERS_POLICY_WORKBOOKS` names is read in its place, which is how `.ci/judge/workbook` tries the LibreOffice that is installed.

use std::path::PathBuf;

use careers_policy::workbook::{Value, read_workbook, write_workbook};

use super::round_trip::{full, values};
use crate::school::repository;

fn folder() -> PathBuf {
    std::env::var_os("CAREERS_POLICY_WORKBOOKS").map_or_else(|| repository("fixtures/workbooks"), PathBuf::from)
}

#[test]
fn the_workbook_that_other_programs_are_given_is_the_one_that_is_written() {
    let (written, path) = (write_workbook(&full()).unwrap(), repository("fixtures/workbooks/written.xlsx"));
    if std::fs::read(&path).unwrap() == written {
        return;
    }
    let blessing = std::env::var("SNAPSHOTS").is_ok_and(|action| action == "overwrite");
    assert!(blessing, "written.xlsx is another: `cargo bless`, then let LibreOffice save it in each form again");
    std::fs::write(path, written).unwrap();
}

#[test]
fn what_libre_office_opened_and_saved_is_read_as_it_was_written() {
    for name in ["saved.xlsx", "written.ods", "written.xls"] {
        let bytes = std::fs::read(folder().join(name)).unwrap();
        let read = read_workbook(&bytes, name).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.len(), 2, "{name}: {:?}", read.iter().map(|sheet| &sheet.name).collect::<Vec<_>>());
        for (written, read) in full().sheets.iter().zip(&read) {
            assert_eq!(read.name.as_deref(), Some(&*written.name), "{name}");
            assert_eq!(read.rows, values(written), "{name}, {}", written.name);
        }
    }
}

#[test]
fn what_libre_office_saved_as_text_is_read_as_words() {
    let bytes = std::fs::read(folder().join("written.csv")).unwrap();
    let read = read_workbook(&bytes, "written.csv").unwrap();
    let shown = |value: &Value| Value::Words(value.words().into_owned());
    let rows: Vec<Vec<Value>> = values(&full().sheets[0]).iter().map(|row| row.iter().map(shown).collect()).collect();
    assert_eq!(read[0].rows, rows);
}
