//! Reviews and approvals: what is open is told before anything is written, and every date that is printed stays true.

use std::io::{Cursor, Read};

use careers_policy::finding::{Code, Finding};
use careers_policy::job::{
    Approval, Intake, Libraries, Library, MakeOptions, Recorded, Unrecorded, make, review_profile,
};
use careers_policy::profile::{Profile, Reviewed, read_profile_as};
use careers_policy::text::{Sources, unified_diff};
use careers_policy::write::Format;

use crate::case::tried;
use crate::school::{make_options, repository, today};

fn approval() -> Approval {
    Approval {
        documents: Vec::new(),
        on: "2026-08-20".parse().unwrap(),
        by: "Local governing body".to_owned(),
        no_changes: true,
        summary: None,
        author: None,
        version: None,
        next_review: None,
        despite_gaps: false,
        due_by: None,
    }
}

fn review(case: &str, approval: &Approval) -> Result<Recorded, Unrecorded> {
    let path = repository(&format!("fixtures/cases/{case}.yaml"));
    review_profile(&path, approval, &Libraries::new(Vec::new(), Vec::new()), today())
}

fn recorded(case: &str, approval: &Approval) -> Recorded {
    review(case, approval).unwrap_or_else(|why| match why {
        Unrecorded::Found { why, findings, .. } => panic!("{why} {findings:#?}"),
        Unrecorded::Refused(why) => panic!("{why}"),
        Unrecorded::NothingDue { .. } => panic!("nothing is due"),
        Unrecorded::Failure(failure) => panic!("{failure}"),
    })
}

fn refused(case: &str, approval: &Approval) -> String {
    match review(case, approval) {
        Err(Unrecorded::Refused(why)) => why,
        Err(Unrecorded::Found { why, findings, .. }) => panic!("{why} {findings:#?}"),
        _ => panic!("{case} is recorded"),
    }
}

/// The profile that a file with this text would be.
fn profile(case: &str, recorded: &Recorded) -> Profile {
    let path = repository(&format!("fixtures/cases/{case}.yaml"));
    read_profile_as(&path, &recorded.text.after, &mut Sources::default())
        .unwrap_or_else(|unread| panic!("{unread:#?}"))
        .value
}

#[test]
fn all_three_review_dates_are_set_anew_a_year_on_for_statement_and_website() {
    let recorded = recorded("review-half-year", &approval());
    let after = profile("review-half-year", &recorded);
    assert_eq!(after.policy.next_review.unwrap().to_string(), "2028-08-20");
    assert_eq!(after.provider_access.next_review.unwrap().to_string(), "2027-08-20");
    assert_eq!(after.programme.next_review.unwrap().to_string(), "2027-08-20");
    assert!(
        recorded
            .said
            .iter()
            .any(|said| said.starts_with("published careers information: next review by 20 August 2027"))
    );
    let half = recorded.notes.iter().find(|note| note.contains("was set 6 months after its approval"));
    assert!(half.is_some_and(|note| note.contains("12 months after")), "{:?}", recorded.notes);
}

#[test]
fn the_history_names_whoever_made_the_version_before_and_says_so() {
    let recorded = recorded("review-half-year", &approval());
    assert_eq!(profile("review-half-year", &recorded).policy.history[1].author.as_deref(), Some("Rowan Teasdale"));
    assert!(recorded.notes.iter().any(|note| note.contains("Rowan Teasdale") && note.contains("--author")));
}

#[test]
fn only_the_document_that_was_reviewed_is_changed() {
    let approval = Approval { documents: vec![Reviewed::WebsiteInformation], ..approval() };
    let recorded = recorded("review-half-year", &approval);
    let changed: Vec<String> = unified_diff("a", &recorded.text.before, &recorded.text.after)
        .lines()
        .filter(|line| line.starts_with('+') && !line.starts_with("+++"))
        .map(str::to_owned)
        .collect();
    assert_eq!(changed, ["+programme: {next_review: 2027-08-20}"]);
    assert!(!recorded.drafts_only);
}

#[test]
fn a_statutory_gap_is_told_before_anything_is_written() {
    let named = Approval { author: Some("Jo Ames".to_owned()), ..approval() };
    let Err(Unrecorded::Found { why, findings, .. }) = review("review-gaps", &named) else { panic!("recorded") };
    assert!(why.contains("--despite-gaps"), "{why}");
    let codes: Vec<Code> = findings.iter().map(|finding: &Finding| finding.code).collect();
    assert_eq!(codes, [Code::CP201], "{findings:#?}");
}

#[test]
fn an_approval_with_gaps_open_says_so_in_the_version_history() {
    let named = Approval { author: Some("Jo Ames".to_owned()), despite_gaps: true, ..approval() };
    let recorded = recorded("review-gaps", &named);
    let history = profile("review-gaps", &recorded).policy.history;
    assert_eq!(
        &*history[1].summary,
        "Reviewed, no changes. Approved with statutory gaps open: the statement does not say how a provider asks for access"
    );
    let open: Vec<&str> = recorded.open.iter().map(|finding| finding.title.as_str()).collect();
    assert!(open.contains(&"the statement does not say how a provider can complain"), "{open:?}");
    assert!(recorded.drafts_only, "no document can be built of it but a draft");
    assert!(!open.iter().any(|title| title.contains("approved")), "the approval itself is no longer missing: {open:?}");
}

#[test]
fn a_gap_in_the_statement_does_not_stop_the_policy() {
    let policy =
        Approval { documents: vec![Reviewed::CareersPolicy], author: Some("Jo Ames".to_owned()), ..approval() };
    let history = profile("review-gaps", &recorded("review-gaps", &policy)).policy.history;
    assert_eq!(&*history[1].summary, "Reviewed, no changes");
}

#[test]
fn nobody_is_left_out_of_the_version_history() {
    assert!(refused("review-gaps", &Approval { despite_gaps: true, ..approval() }).contains("--author"));
    for text in tried("review-gaps").texts("careers-policy") {
        assert!(!text.to_lowercase().contains("not recorded"), "{text}");
    }
    let known = tried("review-half-year").text("careers-policy.md");
    assert!(known.contains("| Version | Date | Changed by | What changed |"), "{known}");
    let unknown = tried("review-gaps").text("careers-policy.md");
    assert!(unknown.contains("| Version | Date | What changed |"), "{unknown}");
}

#[test]
fn the_chair_is_named_with_the_body_that_is_chaired() {
    for text in tried("line-to-sign-on").texts("provider-access-policy") {
        assert!(text.contains("Chair of the "), "{text}");
    }
}

#[test]
fn a_trust_records_the_statements_of_the_schools_that_its_file_describes() {
    let by = "Board of trustees".to_owned();
    let approval = Approval { documents: vec![Reviewed::ProviderAccessPolicy], by, ..approval() };
    let recorded = recorded("trust-of-all-kinds", &approval);
    assert!(
        recorded.said[0].contains("of Blue Middle, Coral High, Elm House, Fern College: version 1.1"),
        "{:?}",
        recorded.said
    );
    assert!(
        recorded.notes.iter().any(|note| note.contains("Dove Special has dates of its own")),
        "{:?}",
        recorded.notes
    );
    let after = profile("trust-of-all-kinds", &recorded);
    assert_eq!(after.provider_access.next_review.unwrap().to_string(), "2027-08-20");
    assert_eq!(after.policy.approved_on.unwrap().to_string(), "2026-07-15", "the trust's policy was not approved");
}

#[test]
fn the_piece_for_the_website_holds_the_summary_and_no_link_to_the_page_into_which_it_is_pasted() {
    let tried = tried("review-half-year");
    let piece = tried.text("website-information.html");
    assert!(piece.contains("Careers is taught in tutor time and in every subject."), "{piece}");
    assert!(piece.contains("<em>Year 9</em>"), "{piece}");
    assert!(piece.contains("<li>Autumn: Strengths and local jobs; Providers"), "{piece}");
    assert!(!piece.contains("href=\"https://www.school.example/careers\""), "{piece}");
}

#[test]
fn services_that_a_school_lists_are_not_called_free() {
    for text in tried("review-half-year").texts("careers-policy") {
        assert!(text.contains("National Careers Service") && !text.contains("free to use"), "{text}");
    }
}

/// The review copy of a case's careers policy as a page, and the words of the same in Word with those of its comments.
fn review_copy(case: &str) -> (String, String) {
    let formats = [Format::Html, Format::Docx];
    let library = Library::built_in(&formats).unwrap_or_else(|_| panic!("no library"));
    let intake = Intake::read(&repository(&format!("fixtures/cases/{case}.yaml"))).unwrap();
    let options = MakeOptions { draft: true, review: true, ..make_options(&formats) };
    let files = make(&intake, &library, &options).files.unwrap().files;
    let bytes = |name: &str| &files.iter().find(|(known, _)| known.ends_with(name)).unwrap().1;
    (
        String::from_utf8(bytes("careers-policy.review.html").clone()).unwrap(),
        comments(bytes("careers-policy.review.docx")),
    )
}

/// The words of a Word file's comments.
fn comments(docx: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name("word/comments.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The mark of the passage of a review copy in which these words stand: the last before them.
fn mark_of(page: &str, words: &str) -> String {
    let before =
        page.split(words).next().filter(|before| before.len() < page.len()).unwrap_or_else(|| panic!("{words}"));
    let mark = before.rsplit("<a class=\"mark\"").next().unwrap();
    mark.split("\">[").nth(1).unwrap().split(']').next().unwrap().to_owned()
}

#[test]
fn in_a_review_copy_each_promise_bears_the_mark_of_what_asks_for_it() {
    let (page, _) = review_copy("line-to-sign-on");
    for (words, mark) in [
        ("is given independent careers guidance. ", "Statutory"),
        ("follow it and keep it up to date", "Statutory"),
        ("so that we can improve it", "Recommended"),
        ("make it possible for them to take part, whatever", "Recommended"),
    ] {
        assert_eq!(mark_of(&page, words), mark, "{words}");
    }
}

#[test]
fn in_a_review_copy_a_schools_own_sections_are_marked_as_its_own() {
    let (page, comments) = review_copy("line-to-sign-on");
    assert_eq!(mark_of(&page, "First line."), "Own words");
    assert!(comments.contains("[Own words]"), "{comments}");
}

#[test]
fn a_governor_reads_no_code_in_the_remarks_of_a_review_copy() {
    let (page, comments) = review_copy("line-to-sign-on");
    let remarks: String =
        page.split("role=\"note\"").skip(1).map(|rest| rest.split("</div>").next().unwrap()).collect();
    assert!(remarks.contains("Why it is here"));
    for code in [
        "law.binds",
        "law.years",
        "law.is_",
        "programme.summary_url",
        "policy.approved",
        "setting.type",
        " == ",
        "selectattr",
        "{%",
        "<!--",
    ] {
        assert!(!remarks.contains(code) && !comments.contains(code), "{code}");
    }
}
