//! What becomes of answers: each stands unchanged in a document, or the school is told that it does not.

use crate::case::tried;

/// Asserts that each of some words stands in a document, in every format.
fn assert_printed(case: &str, document: &str, words: &[&str]) {
    for text in tried(case).texts(document) {
        // Markdown puts a backslash before a mark that would be read as markup.
        let text = text.replace('\\', "");
        for words in words {
            assert!(text.contains(words), "{case}: `{words}` is not in\n{text}");
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
