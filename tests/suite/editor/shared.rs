//! Answers that are shared from another file: shown, taken over, and given back.

use super::browser::{Browser, fields, put};
use crate::sandbox::Sandbox;

fn browser(name: &str) -> Browser {
    let folder = Sandbox::empty(&format!("editor-{name}"));
    folder.write(
        "trust-answers.yaml",
        "vision:\n  statement: The trust's vision.\ngovernance:\n  body: Board of trustees\n",
    );
    folder.write(
        "one.yaml",
        "extends: trust-answers.yaml\nsetting:\n  name: One School\n  type: academy\n  year_groups: 7-11\n",
    );
    Browser::of(folder)
}

#[test]
fn a_shared_answer_is_said_and_can_be_replaced_and_given_back() {
    let browser = browser("shared");
    let before = browser.file("one.yaml");
    let address = "/profile/one.yaml/vision";
    let page = browser.get(address);
    assert!(
        page.contains("Left empty, it is shared from another file") && page.contains("The trust&#x27;s vision."),
        "{page}"
    );
    let mut sent = fields(&page);
    assert!(sent.contains(&("vision.statement".to_owned(), String::new())));
    browser.send(address, &sent);
    assert_eq!(browser.file("one.yaml"), before, "what is left empty takes nothing back");
    put(&mut sent, "vision.statement", "Our own.");
    browser.send(address, &sent);
    assert!(browser.file("one.yaml").contains("statement: Our own."));
    let page = browser.get(address);
    assert!(page.contains("Back to the shared answer"));
    let mut sent = fields(&page);
    sent.push(("_do".to_owned(), "inherit:vision.statement".to_owned()));
    browser.send(address, &sent);
    assert_eq!(browser.file("one.yaml").trim_end(), before.trim_end(), "the heading goes with its only answer");
    assert!(browser.get(address).contains("Left empty, it is shared from another file"));
}

#[test]
fn the_shared_file_is_no_school_of_the_folder() {
    let page = browser("shared-list").get("/");
    assert!(page.contains("One School") && !page.contains("trust-answers.yaml"));
}
