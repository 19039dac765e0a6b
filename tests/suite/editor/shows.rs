//! What stands beside the form: what is found, the documents, and where their sentences come from.

use careers_policy::editor::Method;
use careers_policy::job::{Intake, Library, make};
use careers_policy::write::Format;

use super::browser::{Browser, fields, plain, put, text};
use crate::amount::some;
use crate::sandbox::Sandbox;
use crate::school::{make_options, repository, starters};

#[test]
fn the_pages_beside_the_form_are_what_build_writes() {
    let library = Library::built_in(&[Format::Markdown, Format::Html]).unwrap();
    for name in some(6, starters()) {
        let path = repository("profiles").join(format!("{name}.yaml"));
        let intake = Intake::read(&path).unwrap();
        if !intake.packs().is_empty() {
            continue;
        }
        let file = format!("{name}.yaml");
        let browser = Browser::with(&format!("pages-{name}"), &file);
        let there = Intake::read(&browser.folder.path().join(&file)).unwrap();
        let made = make(&there, &library, &make_options(&[Format::Html]));
        // Starters whose logo or shared answers lie elsewhere are tried where they lie.
        let Some(files) = made.files else { continue };
        for (page, bytes) in files.files.iter().filter(|(page, _)| page.ends_with(".html")) {
            let answer = browser.ask(&browser.asked(Method::Get, &format!("/profile/{file}/page/{page}")));
            assert_eq!(answer.status, 200, "{page}");
            assert!(answer.body == *bytes, "{page} of {name} is another");
        }
    }
}

#[test]
fn what_is_found_stands_at_its_question_and_goes_when_it_is_answered() {
    let browser = Browser::empty("found");
    let begun = [("setting", "academy"), ("name", "Fell End Academy"), ("years", "7-11")];
    let begun: Vec<(String, String)> = begun.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let page = text(&browser.send("/new", &begun));
    assert!(page.contains("things are still needed"), "{page}");
    let address = "/profile/fell-end-academy.yaml/provider-access";
    let page = browser.get(address);
    let at = "id=\"q-provider_access-premises-found\"";
    let beside = page.split(at).nth(1).unwrap().split("</div>").next().unwrap();
    assert!(
        beside.contains("Asked by law:</strong> The rooms and equipment for providers are not described."),
        "{beside}"
    );
    assert!(page.contains("data-to=\"q-provider_access-premises\""));
    // What is needed stands on the page where it is answered; on others it is a press away.
    let summary =
        |page: &str| page.split("id=\"summary\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
    assert!(!summary(&page).contains("Needed in other sections"), "{page}");
    let elsewhere = summary(&browser.get("/profile/fell-end-academy.yaml/vision"));
    let (open, folded) = elsewhere.split_once("<details data-of=\"others\">").unwrap();
    assert!(!open.contains("<li") && folded.contains("Needed in other sections (8)"), "{elsewhere}");
    assert!(folded.contains("data-to=\"q-provider_access-premises\""), "{elsewhere}");
    let mut sent = fields(&page);
    put(&mut sent, "provider_access.premises", "The main hall and the careers room.");
    let values = browser.type_in(address, &sent);
    assert_eq!(values["fields"].get("q-provider_access-premises"), None);
    assert!(values["summary"].as_str().unwrap().contains("7 things are still needed"), "{values}");
    assert!(values.get("problem").is_none());
}

#[test]
fn a_value_that_cannot_be_read_is_kept_and_told_at_its_question() {
    let browser = Browser::with("unread", "harbour-view-school.yaml");
    let address = "/profile/harbour-view-school.yaml/policy";
    let mut sent = fields(&browser.get(address));
    put(&mut sent, "policy.next_review", "sometime soon");
    let values = browser.type_in(address, &sent);
    assert!(values["fields"]["q-policy-next_review"].as_str().unwrap().contains("is not a date"), "{values}");
    assert!(browser.file("harbour-view-school.yaml").contains("sometime soon"));
    let page = browser.get(address);
    assert!(fields(&page).contains(&("policy.next_review".to_owned(), "sometime soon".to_owned())));
    // The pages of the state before are still there, and it is said that they are.
    assert!(page.contains("The pages are of an earlier state"));
}

#[test]
fn a_sentence_leads_to_the_answer_or_the_clause_that_made_it() {
    let browser = Browser::with("origin", "harbour-view-school.yaml");
    let file = browser.file("harbour-view-school.yaml");
    let statement =
        file.lines().skip_while(|line| !line.starts_with("vision:")).find(|line| line.contains("statement:")).unwrap();
    let words: Vec<&str> =
        statement.split_whitespace().skip(1).filter(|word| word.chars().all(char::is_alphabetic)).take(4).collect();
    let words = if words.len() < 4 {
        file.lines()
            .skip_while(|line| !line.contains("statement:"))
            .nth(1)
            .unwrap()
            .split_whitespace()
            .take(6)
            .collect()
    } else {
        words
    };
    let page = browser.get(&format!("/profile/harbour-view-school.yaml/origin?words={}", words.join("+")));
    assert!(plain(&page).contains("/profile/harbour-view-school.yaml/vision#q-vision-statement"), "{words:?}\n{page}");
    let page = browser.get("/profile/harbour-view-school.yaml/origin?words=We+do+not+charge+providers+for+access");
    assert!(page.contains("Back to the profile"));
}

#[test]
fn what_is_found_in_a_line_of_a_list_stands_at_its_question() {
    let browser = Browser::with("lines", "harbour-view-school.yaml");
    let address = "/profile/harbour-view-school.yaml/vision";
    let mut sent = fields(&browser.get(address));
    put(&mut sent, "vision.aims", "to see\n[To complete: the second aim]");
    let values = browser.type_in(address, &sent);
    assert!(values["fields"].get("q-vision-aims").is_some(), "{values}");
}

#[test]
fn a_question_is_marked_as_asked_only_where_its_law_reaches_the_school() {
    let folder = Sandbox::empty("editor-reach");
    for (file, years) in [("primary.yaml", "3-6"), ("secondary.yaml", "7-11")] {
        folder.write(file, format!("setting:\n  name: A School\n  type: academy\n  year_groups: {years}\n"));
    }
    let browser = Browser::of(folder);
    let marked = |file: &str| {
        let page = browser.get(&format!("/profile/{file}/provider-access"));
        let asked = page.contains("id=\"q-provider_access-compliance-duty\"");
        assert_eq!(asked, page.contains("Education Act 1997"), "{file}: the mark and the law that it stands for");
        asked
    };
    assert_eq!((marked("primary.yaml"), marked("secondary.yaml")), (false, true));
}

#[test]
fn a_long_answer_is_shown_by_itself_as_a_document_would_and_nothing_is_saved() {
    let browser = Browser::with("look", "oakfield-academy.yaml");
    let before = browser.file("oakfield-academy.yaml");
    let page = browser.get("/profile/oakfield-academy.yaml/vision");
    let address = "/profile/oakfield-academy.yaml/look?field=vision.statement";
    assert!(page.contains(&format!("formaction=\"{address}\"")), "{page}");
    let mut sent = fields(&page);
    let words = "One **bold** word.[^1]\n\n* first\n* second\n\n<script>alert(1)</script>\n\n[^1]: A note.";
    put(&mut sent, "vision.statement", words);
    let answer = browser.send(address, &sent);
    let shown = text(&answer);
    for part in ["<strong>bold</strong>", "<li>first</li>", "A note.", "&lt;script&gt;"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert!(!shown.contains("<script"), "{shown}");
    let policy = answer.headers.iter().find(|(name, _)| *name == "content-security-policy").unwrap();
    assert!(policy.1.contains("sandbox") && policy.1.contains("default-src 'none'"), "{}", policy.1);
    assert_eq!(browser.file("oakfield-academy.yaml"), before);
}
