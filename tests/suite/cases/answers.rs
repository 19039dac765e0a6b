//! What becomes of answers: each stands unchanged in a document, or the school is told that it does not.

use careers_policy::finding::{Code, Place, Severity};
use careers_policy::text::without_quotes;

use crate::case::tried;
use crate::readers::html_text;

/// The words of a document of a case in Markdown, HTML and DOCX, as they are read.
fn texts(case: &str, document: &str) -> [String; 3] {
    let [markdown, html, docx] = tried(case).texts(document);
    // Markdown puts a backslash before a mark that would be read as markup.
    [markdown.replace('\\', ""), html_text(&html), docx].map(|text| without_quotes(&text.replace('\u{a0}', " ")))
}

/// Asserts that each of some words stands in a document, in every format.
fn assert_printed(case: &str, document: &str, words: &[&str]) {
    for text in texts(case, document) {
        for words in words {
            assert!(text.contains(&without_quotes(words)), "{case}: `{words}` is not in\n{text}");
        }
    }
}

/// Asserts that none of some words stands in a document, in any format.
fn assert_absent(case: &str, document: &str, words: &[&str]) {
    for text in texts(case, document) {
        for words in words {
            assert!(!text.contains(&without_quotes(words)), "{case}: `{words}` is in\n{text}");
        }
    }
}

#[test]
fn the_letters_and_the_stops_of_an_answer_are_the_schools() {
    let policy = [
        "Careers Leader training, Acme Co.",
        "iDEA gold award",
        "(Level 6 Dip.)",
        "Committee of Lowfield Co.",
        "School website.; iPads in Room 4.",
        "iCould quizzes each autumn",
        "Ms Patel calls each leaver.",
        "eSafety badge at Acme Co.",
        "iPads in tutor time",
        "Visit to Acme Co., with iDEA",
        "Minutes of Acme Co.",
        "eMails to staff",
        "Ofsted readiness group, every term.",
        "Ms Patel reports to governors each July.",
        "Year 11 survey in May",
        "iDEA forms, after visits.",
        "iCan meetings from Year 9",
    ];
    assert_printed("words-unchanged", "careers-policy", &policy);
    let statement = [
        "iDEA hours, 9am to 3pm",
        "eBulletin each term",
        "iPads with a teacher in the room",
        "Morning with Acme Co., with Harrow Lane Apprenticeships",
    ];
    assert_printed("words-unchanged", "provider-access-policy", &statement);
    let tried = tried("words-unchanged");
    for words in
        ["iPads in tutor time", "Ms Patel writes each term.", "INSET each September", "eMail our careers leader"]
    {
        assert!(tried.text("website-information.html").contains(words), "{words}");
    }
}

#[test]
fn answers_that_no_document_had_a_place_for_are_printed() {
    let policy = [
        "Lowfield School, Mill Lane, Lowfield, LF1 2AB",
        "01632 960599",
        "Curriculum Committee",
        "Level 7 certificate in careers leadership",
        "Careers for senior leaders, 2026",
        "Careers for governors, 2025",
        "Books visitors, rooms and work experience",
    ];
    assert_printed("answers-lost", "careers-policy", &policy);
    let statement = ["Lowfield School, Mill Lane, Lowfield, LF1 2AB", "01632 960599"];
    assert_printed("answers-lost", "provider-access-policy", &statement);
    assert!(tried("answers-lost").found(Code::CP121).is_empty());
}

#[test]
fn what_a_primary_school_says_of_providers_stands_nowhere_and_it_is_told_so_once() {
    let tried = tried("primary");
    let found = tried.found(Code::CP121);
    let of_providers = found.iter().filter(|finding| finding.title.contains("`provider_access`"));
    assert_eq!(of_providers.count(), 1, "{}", tried.printed);
}

#[test]
fn a_trust_speaks_to_providers_in_the_statements_of_its_schools() {
    assert_printed(
        "trust-own-sections",
        "wharf-school-provider-access-policy",
        &["Our shared coach", "from the station"],
    );
    assert_printed("trust-own-sections", "fellside-school-provider-access-policy", &["Park behind the barn."]);
}

#[test]
fn the_policy_of_a_trust_prints_what_the_trust_says_and_the_trust_is_told_of_the_rest() {
    let policy = [
        "Olwen Prys",
        "Schools Committee",
        "Dunshire Careers Hub",
        "Every adviser writes for the review.",
        "Fenside Supported Internships",
        "lessons follow the farming year.",
        "Fellside begins with the farms around it.",
    ];
    assert_printed("trust-own-sections", "trust-careers-policy", &policy);
    let tried = tried("trust-own-sections");
    let told: Vec<&str> = tried.found(Code::CP121).iter().map(|finding| finding.title.as_str()).collect();
    assert_eq!(told, ["Fellside School: what is written here under `gatsby` stands in none of your documents"]);
    assert!(tried.printed.contains("Write the lessons"), "{}", tried.printed);
}

#[test]
fn an_empty_answer_takes_a_shared_one_back() {
    assert_printed("empty-over-shared", "provider-access-policy", &["Jo Fell"]);
    // Neither another person's number beside the name, nor the shared notice.
    assert_absent("empty-over-shared", "provider-access-policy", &["01632 960201", "school days before"]);
}

#[test]
fn a_name_of_ones_own_beside_a_shared_address_is_pointed_out_with_both_places() {
    let tried = tried("empty-over-shared");
    let [mixed] = tried.found(Code::CP122)[..] else { panic!("{}", tried.printed) };
    assert!(mixed.title.starts_with("`role` and `email` are shared"), "{}", mixed.title);
    for place in ["empty-over-shared.yaml:3", "base-school.yaml:86"] {
        assert!(tried.printed.contains(place), "{}", tried.printed);
    }
    assert!(crate::case::tried("middle-telephone-only").found(Code::CP122).is_empty());
}

#[test]
fn a_school_without_an_email_address_for_providers_gives_another_way() {
    let [case, document] = ["middle-telephone-only", "provider-access-policy"];
    assert_printed(case, document, &["Mrs T Jessop", "01632 960311", "Potton Way, Ashby Brook, AB18 6QR"]);
    assert_absent(case, document, &["careers@school.example", "To complete"]);
    let tried = tried(case);
    let of_email = Place::Field("provider_access.contact.email".to_owned());
    assert!(tried.findings.iter().all(|finding| finding.at != of_email), "{}", tried.printed);
}

#[test]
fn notice_that_is_taken_back_is_not_asked_for() {
    assert_printed("two-notices", "provider-access-policy", &["6 weeks"]);
    assert_absent("two-notices", "provider-access-policy", &["school days before"]);
}

#[test]
fn notice_is_asked_for_in_weeks_and_for_each_kind_of_visit() {
    let [case, document] = ["notices-in-weeks", "provider-access-policy"];
    let notices = ["assemblies: six school weeks", "stalls: one week", "otherwise: ten school days"];
    assert_printed(case, document, &notices);
    assert_absent(case, document, &["before the visit. If"]);
}

#[test]
fn providers_are_given_every_contact_and_their_own_postal_address() {
    let [case, document] = ["notices-in-weeks", "provider-access-policy"];
    let contacts = ["Ade Moss, Careers Administrator; telephone", "Exams Officer"];
    assert_printed(case, document, &["Post: Careers Office, 2 Burleigh Gardens", "You can also contact:"]);
    assert_printed(case, document, &contacts);
}

#[test]
fn an_opportunity_without_a_term_is_open_in_each() {
    let statement = tried("notices-in-weeks").text("provider-access-policy.md");
    assert_eq!(statement.matches("Lunchtime stall").count(), 3, "{statement}");
}

#[test]
fn a_school_of_a_trust_takes_an_answer_of_the_trust_back() {
    let shared = ["Prospectuses stand in the library"];
    assert_absent("trust-own-sections", "fellside-school-provider-access-policy", &shared);
    assert_printed("trust-own-sections", "wharf-school-provider-access-policy", &shared);
}

#[test]
fn what_names_nobody_is_refused_and_told_by_its_field() {
    let tried = tried("names-of-nobody");
    let fields: Vec<_> = tried.found(Code::CP123).iter().map(|finding| finding.at.clone()).collect();
    let expected = [
        "governance.chair",
        "roles.careers_adviser.name",
        "roles.link_governor.name",
        "roles.head.name",
        "policy.approved_by",
    ];
    assert_eq!(fields, expected.map(|field| Place::Field(field.to_owned())), "{}", tried.printed);
    let [mark] = tried.found(Code::CP401)[..] else { panic!("{}", tried.printed) };
    assert_eq!(mark.at.field(), Some("impact.sharing"), "the mark of a draft is no answer");
}

#[test]
fn two_names_in_one_answer_are_pointed_out() {
    let one = tried("names-of-nobody");
    let [two] = one.found(Code::CP124)[..] else { panic!("{}", one.printed) };
    assert_eq!(two.title, "two people stand in one answer: Agnes Whitlow, and Mo Adeyemi");
    let line = tried("two-careers-leaders-in-one-line");
    assert!(line.printed.contains("only one address stands here"), "{}", line.printed);
}

#[test]
fn somebody_named_by_their_title_is_named_once() {
    let case = "title-without-name";
    assert_printed(case, "careers-policy", &["The Headteacher is our senior leader for careers"]);
    assert_printed(case, "provider-access-policy", &["The senior leader responsible for careers is The Headteacher."]);
    assert_absent(case, "careers-policy", &["The Headteacher, Headteacher"]);
    // Whoever has a title and no name is in the table by the title.
    assert_printed(case, "careers-policy", &["Chair of governors", "clerk@school.example"]);
    assert!(tried(case).found(Code::CP121).is_empty());
}

#[test]
fn two_people_who_share_a_role_are_both_named_in_sentences_and_each_has_a_row() {
    let case = "two-careers-leaders";
    let policy = [
        "Level 6; 2024",
        "Ana Lowther, Careers Leader (Mon-Wed)",
        "Bo Skelton, Careers Leader (Thu-Fri)",
        "a.lowther@priorymead.example",
        "b.skelton@priorymead.example",
        "01632 960381",
        "01632 960382 ext 4",
        "contact Bo Skelton, one of our careers leaders, at",
        "Ana Lowther and Bo Skelton, careers leaders",
    ];
    assert_printed(case, "careers-policy", &policy);
    assert_absent(case, "careers-policy", &["Skelton is our careers leader", "[To complete"]);
    assert!(tried(case).text("careers-policy.md").contains("- _Ana Lowther._ Level 6; 2024\n"));
    let website = tried(case).text("website-information.html");
    for words in ["Ana Lowther", "Bo Skelton", "b.skelton@priorymead.example"] {
        assert!(website.contains(words), "{website}");
    }
    let tried = tried(case);
    assert!(tried.found(Code::CP121).is_empty() && tried.found(Code::CP201).is_empty(), "{}", tried.printed);
}

#[test]
fn what_is_published_of_a_careers_leader_is_asked_of_each_who_shares_the_role() {
    let tried = tried("two-careers-leaders-one-without-telephone");
    let [missing] = tried.found(Code::CP201)[..] else { panic!("{}", tried.printed) };
    assert_eq!(missing.at, Place::Field("roles.careers_leader.also[0].phone".to_owned()));
    assert!(tried.printed.contains("one-without-telephone.yaml:6"), "{}", tried.printed);
    // An address that is not the school's own is found in the second entry, too.
    let elsewhere = tried.found(Code::CP254);
    assert!(elsewhere.iter().any(|found| found.title.contains("somemail.example")), "{}", tried.printed);
}

#[test]
fn sentences_read_rightly_where_every_role_is_shared() {
    let case = "every-role-shared";
    let policy = [
        "Level 7 certificate",
        "Cy Marsh and Di Oake are our senior leaders for careers, and are responsible for this policy",
        "Ed Pratt (Level 6 Diploma) gives personal guidance to our pupils and is on the UK Register",
        "Flo Quinn (Level 7 Diploma) gives personal guidance to our pupils.",
        "Ed Pratt, one of our careers advisers, works for Fairway Guidance and is not employed here.",
        "Gus Rowe and Hal Stone take a strategic interest in careers for our governing body and encourage links",
        "Careers for governors",
        "works with Ida Troy and Jan Upton, our special educational needs co-ordinators,",
        "works with Kay Vale and Lee Webb to support",
        "l.webb@school.example",
    ];
    // A paragraph goes on over the end of a line.
    for text in texts(case, "careers-policy") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('*', "");
        for words in policy {
            assert!(text.contains(&without_quotes(words)), "`{words}` is not in\n{text}");
        }
    }
    let markdown = tried(case).text("careers-policy.md");
    for words in ["- _Bo Skelton._ Level 7 certificate", "- _Ana Lowther._ "] {
        assert!(markdown.contains(words), "{markdown}");
    }
    let statement = ["The senior leaders responsible for careers are Cy Marsh and Di Oake."];
    assert_printed(case, "provider-access-policy", &statement);
    let tried = tried(case);
    let mistakes = [Code::CP121, Code::CP201, Code::CP251, Code::CP252];
    assert!(tried.findings.iter().all(|finding| !mistakes.contains(&finding.code)), "{}", tried.printed);
}

#[test]
fn a_line_to_sign_on_is_no_answer_and_accepting_it_does_not_print_it() {
    for case in ["line-to-sign-on", "accepted-line-to-sign-on"] {
        let tried = tried(case);
        let marks = tried.found(Code::CP401);
        assert!(!marks.is_empty() && marks.iter().all(|mark| mark.severity == Severity::Error), "{}", tried.printed);
    }
    assert_eq!(tried("accepted-line-to-sign-on").found(Code::CP103).len(), 1);
}
