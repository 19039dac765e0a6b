//! From an empty folder to published documents, and on: approval, a copy, a sibling, the bin.

use super::browser::{Browser, Fields, fields, plain, put, text};
use careers_policy::editor::Method;

fn named(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

const ANSWERS: [(&str, &str); 9] = [
    ("provider_access.compliance", "Every pupil meets four providers."),
    ("provider_access.contact.name", "Priya Nair"),
    ("provider_access.contact.email", "careers@fell-end.example"),
    ("provider_access.procedure", "Write to our careers leader."),
    ("provider_access.grounds_to_grant", "the visit tells pupils about apprenticeships"),
    ("provider_access.grounds_to_refuse", "the date clashes with examinations"),
    ("provider_access.times", "Monday to Friday, 9am to 3pm"),
    ("provider_access.premises", "The main hall."),
    ("provider_access.url", "https://www.fell-end.example/provider-access"),
];

fn finished(name: &str) -> Browser {
    let browser = Browser::empty(name);
    assert!(browser.get("/").contains("There is no profile in this folder yet"));
    let begun = [("setting", "academy"), ("name", "Fell End Academy"), ("years", "7-11")];
    assert_eq!(browser.send("/new", &named(&begun)).status, 200);
    let address = "/profile/fell-end-academy.yaml/provider-access";
    let mut sent = fields(&browser.get(address));
    for (name, words) in ANSWERS {
        put(&mut sent, name, words);
    }
    assert_eq!(browser.send(address, &sent).status, 200);
    browser
}

#[test]
fn from_an_empty_folder_to_documents() {
    let browser = finished("whole-way");
    let publish = "/profile/fell-end-academy.yaml/publish";
    let page = browser.get(publish);
    assert!(page.contains("The documents hold all that the law asks of them."), "{page}");
    let page = text(&browser.send(publish, &named(&[("_do", "build")])));
    assert!(page.contains("files were written") && page.contains("careers-policy.html"), "{page}");
    let file = browser.ask(&browser.asked(Method::Get, "/profile/fell-end-academy.yaml/file/careers-policy.html"));
    assert_eq!(file.status, 200);
    assert_eq!(
        file.body,
        std::fs::read(browser.folder.path().join("out/fell-end-academy/careers-policy.html")).unwrap()
    );
    assert!(!text(&file).contains("not for publication"));
}

#[test]
fn an_approval_is_recorded_and_what_changes_after_it_is_shown() {
    let browser = finished("approval");
    let publish = "/profile/fell-end-academy.yaml/publish";
    assert!(browser.get(publish).contains("No approval has been recorded on this page yet"));
    let page = text(
        &browser.send(publish, &named(&[("_do", "approve"), ("on", "2026-08-31"), ("by", ""), ("what", "changes")])),
    );
    assert!(page.contains("Say who approved them"), "{page}");
    let nobody = [
        ("_do", "approve"),
        ("on", "2026-08-31"),
        ("by", "Governors"),
        ("what", "changes"),
        ("summary", "First issue"),
    ];
    let page = text(&browser.send(publish, &named(&nobody)));
    assert!(page.contains("write a name under “Changed by”") && !page.contains("--"), "{page}");
    let approval = [
        ("_do", "approve"),
        ("on", "2026-08-31"),
        ("by", "Full governing body"),
        ("what", "changes"),
        ("summary", "First issue"),
        ("author", "Priya Nair"),
    ];
    let page = text(&browser.send(publish, &named(&approval)));
    assert!(page.contains("A copy of what was approved is kept"), "{page}");
    assert!(page.contains("Nothing has changed in the documents."), "{page}");
    assert!(browser.file("fell-end-academy.yaml").contains("approved_by: Full governing body"));
    let address = "/profile/fell-end-academy.yaml/provider-access";
    let mut sent = fields(&browser.get(address));
    put(&mut sent, "provider_access.premises", "The main hall and the library.");
    browser.send(address, &sent);
    let page = browser.get(publish);
    assert!(page.contains("<ins>") && page.contains("library"), "{page}");
    // The copy is no school of the folder.
    assert_eq!(browser.get("/").matches("class=\"actions\"").count(), 1);
}

#[test]
fn a_profile_is_doubled_and_taken_away() {
    let browser = finished("double");
    let approval = [
        ("_do", "approve"),
        ("on", "2026-08-31"),
        ("by", "Full governing body"),
        ("what", "changes"),
        ("summary", "First issue"),
        ("author", "Priya Nair"),
    ];
    browser.send("/profile/fell-end-academy.yaml/publish", &named(&approval));
    let before = browser.file("fell-end-academy.yaml");
    let page = browser.send("/profile/fell-end-academy.yaml/double", &named(&[("name", "Fell Side School")]));
    assert_eq!(page.status, 200);
    let doubled = browser.file("fell-side-school.yaml");
    assert!(doubled.contains("name: Fell Side School") && doubled.contains("The main hall."));
    // What one school's governors approved, and where its pages are, is not so of the other.
    assert!(before.contains("Full governing body") && !doubled.contains("Full governing body"), "{doubled}");
    assert!(!doubled.contains("fell-end.example/provider-access") && !doubled.contains("2026-08-31"), "{doubled}");
    assert_eq!(browser.file("fell-end-academy.yaml"), before);
    let again = browser.send("/profile/fell-end-academy.yaml/double", &named(&[("name", "Fell Side School")]));
    assert!(again.status == 409 && text(&again).contains("already"));
    let page = plain(&text(&browser.send("/profile/fell-end-academy.yaml/bin", &[])));
    assert!(page.contains("was moved to the bin") && page.contains("bin/fell-end-academy.yaml.copy"), "{page}");
    assert_eq!(browser.file("bin/fell-end-academy.yaml.copy"), before);
    assert!(!browser.folder.path().join("fell-end-academy.yaml").exists());
}

#[test]
fn a_profile_is_made_of_a_form_and_its_slips_are_told_by_cell() {
    use careers_policy::job::form_of;
    use careers_policy::workbook::write_workbook;
    let made = finished("form-from");
    let workbook = form_of(&made.folder.path().join("fell-end-academy.yaml")).unwrap().workbook;
    let bytes = write_workbook(&workbook).unwrap();
    let browser = Browser::empty("form-to");
    let answer = browser.upload("/form", "Our form.xlsx", bytes);
    assert_eq!(answer.status, 200, "{}", text(&answer));
    assert!(browser.file("our-form.yaml").contains("Fell End Academy"));
    let refused = browser.upload("/form", "other.xlsx", b"no workbook at all".to_vec());
    assert_eq!(refused.status, 409);
    assert!(!browser.folder.path().join("other.yaml").exists());
}

#[test]
fn what_is_lacking_is_asked_for_and_nothing_is_written() {
    let browser = Browser::empty("lacking");
    for (begun, why) in [
        (vec![("name", "Fell End Academy")], "Choose what kind of institution it is."),
        (vec![("setting", "academy")], "Write the name of the institution"),
        (vec![("setting", "academy"), ("name", "A"), ("years", "banana")], "year groups"),
    ] {
        let page = browser.send("/new", &named(&begun));
        assert!(page.status == 409 && text(&page).contains(why), "{why}: {}", text(&page));
    }
    assert_eq!(std::fs::read_dir(browser.folder.path()).unwrap().count(), 0);
}
