//! Two windows, or a window and another program: neither takes away what the other wrote.

use careers_policy::editor::{Asked, Method};

use super::browser::{Browser, Fields, fields, header, put, text};

const FILE: &str = "harbour-view-school.yaml";
const ADDRESS: &str = "/profile/harbour-view-school.yaml/vision";

fn with(fields: &Fields, name: &str, words: &str) -> Fields {
    let mut fields = fields.clone();
    put(&mut fields, name, words);
    fields
}

#[test]
fn different_answers_of_two_windows_are_both_kept() {
    let browser = Browser::with("two-windows", FILE);
    let (one, two) = (fields(&browser.get(ADDRESS)), fields(&browser.get(ADDRESS)));
    assert_eq!(browser.send(ADDRESS, &with(&one, "vision.statement", "From the first window.")).status, 200);
    let values = browser.type_in(ADDRESS, &with(&two, "vision.endorsed_by", "From the second window"));
    assert_eq!((&values["stale"], &values["clash"]), (&true.into(), &"".into()));
    let file = browser.file(FILE);
    assert!(file.contains("From the first window.") && file.contains("From the second window"), "{file}");
}

#[test]
fn the_same_answer_of_two_windows_is_shown_in_both_versions_and_none_is_lost() {
    let browser = Browser::with("clash", FILE);
    let (one, two) = (fields(&browser.get(ADDRESS)), fields(&browser.get(ADDRESS)));
    browser.send(ADDRESS, &with(&one, "vision.statement", "From the first window."));
    let before = browser.file(FILE);
    let mine = with(&two, "vision.statement", "From the second window.");
    let values = browser.type_in(ADDRESS, &mine);
    let clash = values["clash"].as_str().unwrap();
    assert!(clash.contains("From the first window.") && clash.contains("From the second window."), "{values}");
    assert_eq!(browser.file(FILE), before);
    let answer = browser.ask(&Asked { fields: mine, ..browser.asked(Method::Post, ADDRESS) });
    assert_eq!((answer.status, header(&answer, "location")), (409, None));
    let page = text(&answer);
    assert!(page.contains("From the first window.") && page.contains("From the second window."));
    // The button of the page sends what it holds.
    let version = page.split("name=\"_version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let chosen: Fields = vec![
        ("_version".to_owned(), version.to_owned()),
        ("vision.statement".to_owned(), "From the second window.".to_owned()),
    ];
    assert_eq!(browser.send(ADDRESS, &chosen).status, 200);
    assert!(browser.file(FILE).contains("From the second window."));
}

#[test]
fn what_another_program_writes_is_taken_up_and_never_overwritten() {
    let browser = Browser::with("another-program", FILE);
    let sent = fields(&browser.get(ADDRESS));
    let theirs = browser.file(FILE).replace("vision:\n", "vision:\n  # A remark from elsewhere.\n");
    browser.folder.write(FILE, &theirs);
    assert_eq!(browser.send(ADDRESS, &with(&sent, "vision.endorsed_by", "Somebody else")).status, 200);
    let file = browser.file(FILE);
    assert!(file.contains("# A remark from elsewhere.") && file.contains("Somebody else"));
    // An answer that both have changed is nobody's to overwrite.
    let sent = fields(&browser.get(ADDRESS));
    browser.folder.write(FILE, file.replace("Somebody else", "Another program"));
    let answer = browser.ask(&Asked {
        fields: with(&sent, "vision.endorsed_by", "This window"),
        ..browser.asked(Method::Post, ADDRESS)
    });
    assert_eq!(answer.status, 409);
    assert!(browser.file(FILE).contains("Another program"));
    assert!(text(&answer).contains("This window"));
}

#[test]
fn a_file_that_is_no_longer_yaml_is_left_as_it_is() {
    let browser = Browser::with("broken", FILE);
    let sent = fields(&browser.get(ADDRESS));
    let broken = format!("{}\n: [ :\n", browser.file(FILE));
    browser.folder.write(FILE, &broken);
    let answer =
        browser.ask(&Asked { fields: with(&sent, "vision.endorsed_by", "X"), ..browser.asked(Method::Post, ADDRESS) });
    assert_eq!(answer.status, 409);
    assert_eq!(browser.file(FILE), broken);
    assert!(browser.get(ADDRESS).contains("cannot be read"));
}

#[test]
fn a_file_with_windows_line_ends_and_a_mark_keeps_them() {
    let browser = Browser::with("windows", FILE);
    let text = format!("\u{feff}{}", browser.file(FILE).replace('\n', "\r\n"));
    browser.folder.write(FILE, &text);
    let sent = fields(&browser.get(ADDRESS));
    browser.send(ADDRESS, &sent);
    assert_eq!(browser.file(FILE), text);
    browser.send(ADDRESS, &with(&fields(&browser.get(ADDRESS)), "vision.statement", "One.\r\n\r\nTwo."));
    let after = browser.file(FILE);
    assert!(after.starts_with('\u{feff}') && after.contains("Two."));
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}
