//! What falls due: the list, and the calendar and the table made of it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use careers_policy::job::{Due, Status, Twins, due_all, due_csv, due_drafts, due_ics, find_profiles, sort_due};

use crate::school::{library, repository, today};

fn due(paths: &[PathBuf]) -> Vec<Due> {
    let mut list = Vec::new();
    due_all(paths, &Twins::default(), library(), today(), |path, looked| match looked {
        Ok((_, due)) => list.extend(due),
        Err(failure) => panic!("{}: {failure}", path.display()),
    });
    sort_due(&mut list);
    list
}

fn starters() -> Vec<PathBuf> {
    find_profiles(&[repository("profiles")]).unwrap()
}

/// A school in a folder of its own.
fn school(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// A school with an awkward name, written once: tests that run beside one another must not find it half written.
fn awkward() -> PathBuf {
    static AWKWARD: LazyLock<PathBuf> = LazyLock::new(|| {
        school(
            "due-awkward.yaml",
            "setting:\n  name: '=Ysgol Môn; \"Y Bont\", a\\b – an uncommonly long name for a school that folds'\n  \
         type: academy\n  year_groups: 7-11\npolicy:\n  next_review: 2026-08-31\n",
        )
    });
    AWKWARD.clone()
}

#[test]
fn every_starter_reviews_its_documents_and_each_review_is_listed_once() {
    let list = due(&starters());
    let marks: BTreeSet<_> = list.iter().map(|due| (&due.file, &due.school, due.document)).collect();
    assert_eq!(marks.len(), list.len());
    assert!(list.is_sorted_by_key(|due| due.due));
    for path in starters() {
        assert!(list.iter().any(|due| due.document == "careers-policy" && repository(&due.file) == path));
    }
}

#[test]
fn a_document_without_a_date_stands_last_and_an_overdue_one_first() {
    let list = due(&[awkward(), repository("profiles/harbour-view-school.yaml")]);
    assert_eq!((list[0].status, list[0].days), (Status::Overdue, Some(-1)));
    let last = list.last().unwrap();
    assert_eq!((last.status, last.document, last.days), (Status::NoDate, "provider-access-policy", None));
    assert_eq!(list.len(), 5);
}

#[test]
fn a_calendar_is_lines_of_75_octets_with_one_entry_a_date() {
    let mut paths = starters();
    paths.push(awkward());
    let list = due(&paths);
    let calendar = due_ics(&list, today());
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let lines: Vec<String> = calendar.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect();
    let count = |words: &str| lines.iter().filter(|line| line.as_str() == words).count();
    let dated = list.iter().filter(|due| due.due.is_some()).count();
    assert_eq!([count("BEGIN:VEVENT"), count("END:VEVENT"), count("BEGIN:VALARM")], [dated, dated, 3 * dated]);
    let uids: BTreeSet<_> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), dated);
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20260831".to_owned()));
    let name = "=Ysgol Môn\\; \"Y Bont\"\\, a\\\\b – an uncommonly long name for a school that folds";
    assert!(lines.contains(&format!("SUMMARY:Review the careers policy\\, {name}")), "{lines:#?}");
}

#[test]
fn a_calendar_knows_a_review_again_when_its_day_has_moved_and_its_file_lies_elsewhere() {
    let uid = |folder: &str, day: &str| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("school.yaml");
        let text = format!("setting: {{name: A, type: academy, year_groups: 7-11}}\npolicy: {{next_review: {day}}}\n");
        std::fs::write(&path, text).unwrap();
        let calendar = due_ics(&due(&[path]), today());
        calendar.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
    };
    assert_eq!(uid("due-a", "2026-10-01"), uid("due-b", "2027-10-01"));
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_runs_nothing() {
    let table = due_csv(&due(&[awkward()]));
    let rows: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(rows[0], "\u{feff}due,status,days,school,document,file,field,owner,email");
    assert!(rows[1].starts_with("2026-08-31,overdue,-1,\"'=Ysgol Môn; \"\"Y Bont\"\", a\\b – "), "{}", rows[1]);
    assert!(rows[2].starts_with(",no date,,"));
}

#[test]
fn a_message_holds_any_name_in_short_lines_of_letters_and_goes_once_to_each_address() {
    let leader = |name: &str, email: &str| {
        format!(
            "setting:\n  name: 'Ysgol Môn = y Bont, an uncommonly long name for a school that does not fit on a line'\n  \
             type: academy\n  year_groups: 7-11\nroles:\n  careers_leader:\n    name: '{name}'\n    email: {email}\n"
        )
    };
    let long = "Zoë ".repeat(30);
    let one = school("due-message-one.yaml", &leader(long.trim(), "Zoe@ysgol.example"));
    let two = school("due-message-two.yaml", &leader(long.trim(), "zoe@ysgol.example"));
    let drafts = due_drafts(&due(&[one, two, awkward()]), today());
    assert_eq!(drafts.unaddressed, 2);
    let [(name, text)] = &drafts.files[..] else { panic!("{} messages", drafts.files.len()) };
    assert_eq!(name, "zoe-ysgol-example.eml");
    assert!(text.starts_with("X-Unsent: 1\r\n") && text.is_ascii(), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])), "{text}");
    assert!(text.contains("\r\n <zoe@ysgol.example>\r\n"), "{text}");
    let (_, body) = text.split_once("\r\n\r\n").unwrap();
    let body = body.replace("=\r\n", "");
    assert_eq!(body.matches("- Ysgol M=C3=B4n =3D y Bont, an uncommonly").count(), 4, "{body}");
}
