//! Whatever would stop `build` is found by `check`, at its place.

use careers_policy::finding::{Code, Severity};

use crate::case::tried;
use crate::readers::docx_names;

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

/// The refusal of a case's logo.
fn refusal(name: &str) -> String {
    let tried = tried(name);
    let found = tried.found(Code::CP112);
    assert_eq!(found.len(), 1, "{}", tried.printed);
    assert!(tried.files.is_empty());
    assert!(tried.printed.contains(&format!("{name}.yaml:3:15")), "{}", tried.printed);
    assert!(tried.printed.contains("save it again as PNG"), "{}", tried.printed);
    found[0].title.clone()
}

#[test]
fn a_logo_that_formats_would_show_differently_is_refused_where_it_is_named() {
    assert!(refusal("cmyk-logo").contains("the logo `cmyk.jpg` is a JPEG in the four inks of print (CMYK)"));
    assert!(refusal("logo-on-its-side").contains("lies on its side"));
    assert!(refusal("svg-logo").contains("letters in a font"));
}

/// Cases whose logos look the same everywhere: dots of 16 bits that come in turns, a JPEG in passes with bytes to fill, paths.
const SOUND: [&str; 3] = ["deep-logo", "progressive-logo", "logo-in-paths"];

#[test]
fn a_logo_that_is_taken_stands_in_each_format_as_a_picture_that_every_program_shows() {
    for name in SOUND {
        let tried = tried(name);
        assert!(tried.found(Code::CP112).is_empty(), "{}", tried.printed);
        assert!(tried.text("careers-policy.html").contains("<img src=\"data:image/"));
        let logos = docx_names(&tried.files["careers-policy.docx"], "word/media/logo.");
        let expected = if name == "progressive-logo" { "word/media/logo.jpg" } else { "word/media/logo.png" };
        assert_eq!(logos, [expected]);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn a_logo_that_is_taken_stands_in_the_pdf() {
    for name in SOUND {
        let tried = crate::case::tried_in_pdf(name);
        assert!(tried.files.contains_key("careers-policy.pdf"), "{}", tried.printed);
    }
}
