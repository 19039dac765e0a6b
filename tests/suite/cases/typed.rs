//! What people type: read where it has one meaning, and otherwise told in words that say what to write.

use std::fs;
use std::path::PathBuf;

use careers_policy::finding::{Code, Finding, Severity, render_human};
use careers_policy::job::{Intake, Unfixed, fix_profile};

use crate::case::tried;
use crate::sandbox::Sandbox;
use crate::school::repository;

fn lines_of(printed: &str, code: Code) -> Vec<&str> {
    printed.split("\n\n").filter(|finding| finding.contains(code.id())).collect()
}

#[test]
fn words_behind_a_sign_are_not_lost_in_silence() {
    let tried = tried("number-sign");
    let [said] = lines_of(&tried.printed, Code::CP019)[..] else { panic!("{}", tried.printed) };
    assert!(said.contains("number-sign.yaml:5:23"), "{said}");
    assert!(said.contains("what is read is `In Room`") && said.contains("\"In Room #4 at lunch\""), "{said}");
}

#[test]
fn what_people_type_with_one_meaning_is_read_and_said_once() {
    let tried = tried("as-people-type");
    let read: Vec<&str> = tried.found(Code::CP020).into_iter().map(|finding| finding.title.as_str()).collect();
    assert_eq!(
        read,
        [
            "this is read as https://www.lowfield.example/careers",
            "this is read as 1 September 2026",
            "this is read as 1 September 2028",
            "this is read as 1 September 2026",
            "this is read as 1 September 2027",
            "this is read as a list, [5, 6]",
            "this is read as Years 7 to 11",
            "this is read as a list, [3, 8]",
            "this is read as its `title`",
        ]
    );
    assert!(tried.found(Code::CP020).iter().all(|finding| finding.severity == Severity::Note));
    for text in tried.texts("careers-policy") {
        let text = text.replace('\u{a0}', " ");
        assert!(text.contains("1 September 2028") && text.contains("Safeguarding policy"), "{text}");
    }
}

#[test]
fn what_has_two_meanings_or_none_is_told_in_plain_words() {
    let tried = tried("not-understood");
    assert!(tried.files.is_empty());
    for said in [
        "September has 30 days",
        "if 1 September 2026 is meant, write 2026-09-01",
        "there is no month 13; if 13 September 2028 is meant, write 2028-09-13",
        "1 September 2026 is a Tuesday",
        "the day of the month is missing",
        "if `approved_by` is meant, it is there already",
        "entry 1 of `programme.activities` is words alone",
        "- title: Careers fair in the hall",
    ] {
        assert!(tried.printed.contains(said), "{said} is not in\n{}", tried.printed);
    }
}

#[test]
fn a_term_and_a_benchmark_may_be_called_what_they_are() {
    let tried = tried("named-terms");
    let read: Vec<&str> = tried.found(Code::CP020).into_iter().map(|finding| finding.title.as_str()).collect();
    assert_eq!(
        read[..5],
        [
            "this is read as autumn",
            "this is read as 4",
            "this is read as Years 7 to 11",
            "this is read as all_year",
            "this is read as a list, [5, 7]",
        ]
    );
    let [said] = tried.found(Code::CP021)[..] else { panic!("{}", tried.printed) };
    assert!(said.title.contains("`n/a`"), "{}", said.title);
    assert!(tried.texts("careers-policy").iter().all(|text| !text.contains("n/a")));
}

#[test]
fn a_date_that_is_still_to_come_stops_a_document_and_not_a_draft() {
    let tried = tried("date-to-come");
    assert_eq!(tried.found(Code::CP021).len(), 2, "{}", tried.printed);
    assert!(tried.found(Code::CP021).iter().all(|finding| finding.severity == Severity::Error));
    for text in tried.texts("careers-policy") {
        assert!(!text.contains("TBC"), "{text}");
    }
}

/// The findings of a file, as they are printed, with their text.
fn said_of(path: &str) -> (Vec<Finding>, String) {
    let intake = Intake::read(&repository(path)).unwrap();
    let printed = render_human(&intake.findings, &intake.context(), Default::default());
    (intake.findings, printed)
}

#[test]
fn blanks_that_are_no_spaces_are_told_at_their_own_place() {
    let (findings, said) = said_of("fixtures/cases/no-break-space-indentation.yaml");
    assert_eq!(findings.len(), 1, "{said}");
    assert!(said.contains("indentation.yaml:4:1") && said.contains("type spaces instead"), "{said}");
}

#[test]
fn a_named_answer_is_not_to_be_put_in_quotation_marks() {
    let (_, said) = said_of("fixtures/cases/anchor.yaml");
    assert!(said.contains("take out `&sl`") && said.contains("write here what stands behind `&sl`"), "{said}");
    assert!(!said.contains("quotation marks"), "{said}");
}

#[test]
fn a_quotation_in_braces_is_told_by_its_own_words() {
    let (_, said) = said_of("fixtures/cases/quote-in-braces.yaml");
    assert!(said.contains("of the other kind: \"'Governors' choice\""), "{said}");
}

#[test]
fn a_word_file_is_called_a_word_file() {
    let (_, said) = said_of("fixtures/cases/no-header.docx");
    assert!(said.contains("this is a Word file, and a profile is a text file"), "{said}");
}

/// The case of what people type, in a folder of its own with what it shares.
fn as_people_type(name: &str, change: impl FnOnce(String) -> Vec<u8>) -> (Sandbox, PathBuf) {
    let sandbox = Sandbox::empty(name);
    sandbox.copy("fixtures/cases", "cases");
    let path = sandbox.path().join("cases/as-people-type.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, change(text)).unwrap();
    (sandbox, path)
}

#[test]
fn what_is_read_otherwise_is_written_as_it_is_read_and_nothing_else_changes() {
    let (_sandbox, path) = as_people_type("fix", |text| text.into());
    let before = Intake::read(&path).unwrap();
    let fixed = fix_profile(&path).unwrap();
    assert_eq!(fixed.said.len(), 9, "{:?}", fixed.said);
    assert_eq!(fixed.said[1], "line 10: 1/9/2026 is now 2026-09-01");
    fixed.text.write().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    for line in [
        "  year_groups: Yr 7-11",
        "  website: https://www.lowfield.example/careers",
        "  approved_on: 2026-09-01   # by the governors",
        "  next_review: 2027-09-01",
        "      benchmarks: [5, 6]",
        "    - year_groups: 7-11",
        "  - title: Safeguarding policy",
    ] {
        assert!(text.lines().any(|own| own == line), "{line} is not in\n{text}");
    }
    let after = Intake::read(&path).unwrap();
    assert_eq!(before.profile(), after.profile());
    assert!(after.findings.iter().all(|finding| finding.code != Code::CP020));
    assert_eq!(fix_profile(&path).unwrap().said, [] as [&str; 0]);
}

#[test]
fn line_ends_and_the_mark_at_the_beginning_stay_as_they_were() {
    let windows = |text: String| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    let (_sandbox, path) = as_people_type("fix-windows", windows);
    fix_profile(&path).unwrap().text.write().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}# What people type"), "{text:?}");
    assert!(!text.replace("\r\n", "").contains(['\n', '\r']), "{text:?}");
    assert!(text.contains("approved_on: 2026-09-01   # by the governors\r\n"), "{text:?}");
}

#[test]
fn a_profile_that_cannot_be_read_and_a_shared_file_are_left_as_they_are() {
    let unread = fix_profile(&repository("fixtures/cases/not-understood.yaml"));
    assert!(matches!(unread, Err(Unfixed::Unread(_))), "{unread:?}");

    let (sandbox, path) = as_people_type("fix-shared", |text| text.into());
    sandbox.write("cases/school.yaml", "extends: as-people-type.yaml\nsetting: {website: www.a.example}\n");
    let fixed = fix_profile(&sandbox.path().join("cases/school.yaml")).unwrap();
    assert_eq!(fixed.said, ["line 2: www.a.example is now https://www.a.example"]);
    assert_eq!(fixed.notes.len(), 8, "{:?}", fixed.notes);
    assert!(fixed.notes[0].contains("as-people-type.yaml: write 2026-09-01 there"), "{:?}", fixed.notes);
    assert!(fs::read_to_string(path).unwrap().contains("approved_on: 1/9/2026"));
}

#[test]
fn an_entry_whose_date_is_still_to_come_is_told_what_to_do() {
    let tried = tried("entry-without-date");
    assert!(tried.files.is_empty());
    assert_eq!(tried.findings.len(), 1, "{}", tried.printed);
    assert!(tried.printed.contains("take all of it out until the day is known"), "{}", tried.printed);
}

#[test]
fn a_hyphen_with_a_blank_that_is_no_space_opens_no_entry_and_that_is_told() {
    let (findings, said) = said_of("fixtures/cases/no-break-space-in-list.yaml");
    assert_eq!(findings.len(), 1, "{said}");
    assert!(said.contains("in-list.yaml:5:5") && said.contains("type a space instead"), "{said}");
}
