//! Whatever would stop `build` is found by `check`, at its place.

use careers_policy::finding::{Code, Severity};

use crate::case::tried;

#[test]
fn characters_that_the_pdf_cannot_show_are_named_all_at_once_where_they_stand_and_the_other_formats_are_made() {
    let tried = tried("other-scripts");
    let found = tried.found(Code::CP501);
    assert_eq!(found.len(), 1, "{}", tried.printed);
    assert_eq!(found[0].severity, Severity::Warning);
    for words in ["other-scripts.yaml:3:34", "‘בית חנה’", "Hebrew", "U+27A2", "U+2605", "--formats md,html,docx"]
    {
        assert!(tried.printed.contains(words), "no {words} in\n{}", tried.printed);
    }
    for text in tried.texts("careers-policy") {
        assert!(text.contains("Beis Chana (בית חנה) teaches courtesy."), "{text}");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn nothing_is_made_of_a_pdf_whose_fonts_lack_a_character() {
    let tried = crate::case::tried_in_pdf("other-scripts");
    assert!(tried.files.is_empty());
    let found = tried.found(Code::CP501);
    assert_eq!(found.len(), 1, "{}", tried.printed);
    assert_eq!(found[0].severity, Severity::Error);
    assert!(tried.printed.contains("other-scripts.yaml:3:34"), "{}", tried.printed);
}
