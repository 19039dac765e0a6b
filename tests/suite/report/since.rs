//! What is otherwise than in an earlier report.

use careers_policy::report::{Changes, Earlier, Report, State, Turn, changes, render_json};

use super::{report_on, starter, written};
use crate::sandbox::Sandbox;

fn since(now: &Report, then: &Report) -> Changes {
    changes(now, &Earlier::read(render_json(then).as_bytes()).unwrap())
}

/// The turns and schools of what is about one thing, or of schools as a whole.
fn told<'c>(changes: &'c Changes, what: Option<&str>) -> Vec<(Turn, &'c str, Option<State>, Option<State>)> {
    let is_meant = |title: &Option<_>| title.as_ref().map(|(_, title): &(_, String)| title.as_str()) == what;
    let list = changes.list.iter().filter(|change| is_meant(&change.what));
    list.map(|change| (change.turn, change.school.as_str(), change.was, change.is)).collect()
}

#[test]
fn what_got_better_and_worse_and_what_is_new_and_gone_is_told() {
    let folder = Sandbox::empty("report-since");
    let refuse = ("  grounds_to_refuse:", "  # grounds_to_refuse:");
    folder.write("the-bridge.yaml", starter("the-bridge-pru", &[refuse]));
    folder.write("harbour.yaml", starter("harbour-view-school", &[]));
    folder.write("riverside.yaml", starter("riverside-college", &[]));
    let then = report_on(&folder);
    folder.write("the-bridge.yaml", starter("the-bridge-pru", &[]));
    folder.write("harbour.yaml", starter("harbour-view-school", &[refuse]));
    folder.write("wexcombe.yaml", starter("wexcombe-school", &[]));
    std::fs::remove_file(folder.path().join("riverside.yaml")).unwrap();
    let now = report_on(&folder);
    let changed = since(&now, &then);
    let (missing, found) = (Some(State::Missing), Some(State::Found));
    let grounds = told(&changed, Some("Grounds to refuse"));
    assert_eq!(
        grounds,
        [(Turn::Worse, "Harbour View School", found, missing), (Turn::Better, "The Bridge", missing, found)]
    );
    let schools = told(&changed, None);
    assert_eq!(schools, [(Turn::New, "Wexcombe School", None, None), (Turn::Gone, "Riverside College", None, None)]);
    let back = since(&then, &now);
    assert_eq!(
        told(&back, Some("Grounds to refuse")).iter().map(|told| told.0).collect::<Vec<_>>(),
        [Turn::Better, Turn::Worse]
    );
    assert_eq!(since(&now, &now).list, []);
}

#[test]
fn the_three_files_tell_the_same_changes() {
    let folder = Sandbox::empty("report-since-files");
    folder.write("harbour.yaml", starter("harbour-view-school", &[("  grounds_to_refuse:", "  # grounds_to_refuse:")]));
    let then = report_on(&folder);
    folder.write("harbour.yaml", starter("harbour-view-school", &[]));
    let mut now = report_on(&folder);
    now.changes = Some(since(&now, &then));
    let (page, json, workbook) = written(&now, "report-since-written");
    let first = &json["changes"]["list"][0];
    assert_eq!((first["turn"].as_str(), first["what"].as_str()), (Some("better"), Some("Grounds to refuse")));
    assert!(
        page.contains("<td>better</td><td>What the law asks: Grounds to refuse</td><td>missing</td><td>found</td>")
    );
    let sheets = careers_policy::workbook::read_workbook(&workbook, "report.xlsx").unwrap();
    let sheet = sheets.iter().find(|sheet| sheet.name.as_deref() == Some("Changes")).unwrap();
    let words = |words: &str| careers_policy::workbook::Value::Words(words.to_owned());
    assert_eq!(sheet.rows[3][1..], ["better", "What the law asks", "Grounds to refuse", "missing", "found"].map(words));
}

#[test]
fn a_file_that_is_no_report_is_refused() {
    for bytes in ["", "{}", "[]", "not JSON", r#"{"format": "other", "day": "2026-09-01", "parts": [], "schools": []}"#]
    {
        assert!(Earlier::read(bytes.as_bytes()).is_err(), "{bytes}");
    }
    assert!(Earlier::read(&[0xff, 0xfe, 0]).is_err());
}
