//! Whatever would stop `build` is found by `check`, at its place.

use std::sync::LazyLock;

use careers_policy::finding::{Code, Finding, Mark, Severity};
use careers_policy::job::{Intake, Libraries, Library, MakeOptions, Twins, check_all, check_intake, make};
use careers_policy::profile::Answers;
use careers_policy::write::Format;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use crate::amount::cases;
use crate::case::tried;
use crate::readers::{docx_names, docx_part};
use crate::school::{School, make_options, starters, today};

#[test]
fn characters_that_the_pdf_cannot_show_are_named_all_at_once_where_they_stand_and_the_other_formats_are_made() {
    let tried = tried("other-scripts");
    let found = tried.found(Code::CP501);
    assert_eq!(found.len(), 1, "{}", tried.printed);
    assert_eq!(found[0].severity, Severity::Warning);
    for words in ["other-scripts.yaml:3:61", "‘学校’", "Chinese", "U+1F393", "--formats md,html,docx"] {
        assert!(tried.printed.contains(words), "no {words} in\n{}", tried.printed);
    }
    for text in tried.texts("careers-policy") {
        assert!(text.contains("Beis Chana (בית חנה) teaches courtesy."), "{text}");
    }
    let main = docx_part(&tried.files["careers-policy.docx"], "word/document.xml");
    let turned = "<w:rtl/><w:lang w:bidi=\"he\"/></w:rPr><w:t xml:space=\"preserve\">בית חנה</w:t>";
    assert!(main.contains(turned), "{main}");
}

#[test]
fn words_of_other_scripts_stand_in_their_own_direction_and_language() {
    let tried = tried("many-languages");
    assert_eq!(tried.found(Code::CP501), Vec::<&Finding>::new(), "{}", tried.printed);
    let page = tried.text("careers-policy.html");
    for begins in [
        "<p lang=\"ar\" dir=\"rtl\">مرحبا بكم",
        "<p lang=\"he\" dir=\"rtl\">ברוכים",
        "<p lang=\"ur\" dir=\"rtl\">ہمارے",
        "<p lang=\"pa\"><strong>ਜੀ",
        "<p lang=\"hi\">हमारे",
        "<p lang=\"bn\">আমাদের",
        "<p>☎ 01632 960 001 ★ Bronze ● Silver ✓ Gold",
        "<li lang=\"he\" dir=\"rtl\">שלום",
        "<li>Peace: שלום",
        "<th scope=\"row\" lang=\"he\" dir=\"rtl\">עברית",
    ] {
        assert!(page.contains(begins), "no {begins} in\n{page}");
    }
    let main = docx_part(&tried.files["careers-policy.docx"], "word/document.xml");
    // One for each paragraph, item and cell that is read from the right.
    assert_eq!(main.matches("<w:bidi/>").count(), 3 + 3 + 3, "{main}");
    // The full stop at the end of a Hebrew sentence belongs to it.
    let stop = "<w:rtl/></w:rPr><w:t xml:space=\"preserve\">.</w:t></w:r></w:p>";
    assert!(main.contains(stop), "{main}");
}

#[cfg(feature = "pdf")]
#[test]
fn the_pdf_shows_the_scripts_and_signs_whose_fonts_it_has() {
    let tried = crate::case::tried_in_pdf("many-languages");
    assert!(tried.files.contains_key("careers-policy.pdf"), "{}", tried.printed);
}

#[cfg(feature = "pdf")]
#[test]
fn nothing_is_made_of_a_pdf_whose_fonts_lack_a_character() {
    let tried = crate::case::tried_in_pdf("other-scripts");
    assert!(tried.files.is_empty());
    let found = tried.found(Code::CP501);
    assert_eq!(found.len(), 1, "{}", tried.printed);
    assert_eq!(found[0].severity, Severity::Error);
    assert!(tried.printed.contains("other-scripts.yaml:3:61"), "{}", tried.printed);
}

#[cfg(feature = "pdf")]
#[test]
fn the_other_formats_are_made_where_a_pdf_lacks_a_character_and_its_absence_is_told() {
    let tried = crate::case::tried_in_every_format("other-scripts");
    let found = tried.found(Code::CP501);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Error), "{}", tried.printed);
    for name in ["careers-policy.md", "careers-policy.html", "careers-policy.docx", "provider-access-policy.pdf"] {
        assert!(tried.files.contains_key(name), "no {name}: {}", tried.printed);
    }
    assert!(!tried.files.contains_key("careers-policy.pdf"));
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
        assert_eq!(logos, ["word/media/logo.png"]);
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

/// What is pasted into answers: words, marks of Markdown, YAML and HTML, spaces and steering characters of all kinds.
const SCRAPS: [&str; 44] = [
    "word",
    "Zoë",
    "Łódź",
    "ŵyl",
    "naïve",
    "e\u{301}",
    "“so”",
    "’",
    "–",
    "…",
    "£4.50",
    "50%",
    "½",
    "№",
    "Жук",
    "αβγ",
    "*",
    "**",
    "_",
    "`",
    "~~",
    "[",
    "](",
    "](https://a.example/x?y=1&z=2)",
    "![a](b)",
    "[^1]",
    "<b>",
    "&amp;",
    "{{",
    "{%",
    "# ",
    "1. ",
    "- ",
    "> ",
    "\n",
    "\n\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "\u{a0}",
    "\u{200b}",
    "\u{ad}",
    "\u{2028}",
    "\u{202e}",
    "/*",
    "\\",
];

fn scraps() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&SCRAPS[..]), 1..12).prop_map(|scraps| scraps.join(" "))
}

/// A starter with scraps in some of its answers in words, as a profile's text, and made in these formats.
fn with_scraps(name: &str, changes: &[(Index, String)], library: &Library, formats: &[Format]) -> (Vec<Finding>, bool) {
    let school = School::starter(name);
    let mut answers = serde_json::to_value(&school.profile).unwrap();
    let is_words = |text: &str| text.contains(' ') && text.contains(char::is_lowercase) && !text.contains("://");
    let texts = Answers::of(&school.profile);
    let fields: Vec<String> = texts
        .texts()
        .filter(|(field, text)| is_words(text) && !field.starts_with("accept") && !field.starts_with("extends"))
        .map(|(field, _)| format!("/{}", field.replace(['.', '['], "/").replace(']', "")))
        .collect();
    for (which, scraps) in changes {
        *answers.pointer_mut(which.get(&fields).as_str()).unwrap() = scraps.as_str().into();
    }
    answers["brand"] = Value::Null;
    answers["pack"] = Value::Null;
    // A list without entries is a list that was not given.
    without_empty_lists(&mut answers);
    let intake = Intake::of_text("scraps.yaml".as_ref(), &serde_json::to_string_pretty(&answers).unwrap()).unwrap();
    let options = MakeOptions { draft: true, review: true, ..make_options(formats) };
    let checked = check_intake(&intake, library, today());
    let made = make(&intake, library, &options);
    (checked, made.files.is_some())
}

fn without_empty_lists(value: &mut Value) {
    match value {
        Value::Array(items) if items.is_empty() => *value = Value::Null,
        Value::Array(items) => items.iter_mut().for_each(without_empty_lists),
        Value::Object(fields) => fields.values_mut().for_each(without_empty_lists),
        _ => {}
    }
}

fn single_starters() -> Vec<String> {
    starters().into_iter().filter(|name| !name.contains("trust")).collect()
}

/// Whether what was found stands in the way even of a draft.
fn stops(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error && !finding.code.is(Mark::Draft))
}

proptest! {
    #![proptest_config(cases(3, 200))]
    #[test]
    fn what_check_lets_pass_is_made_whatever_was_pasted_into_the_answers(
        name in select(single_starters()),
        changes in prop::collection::vec((any::<Index>(), scraps()), 1..4),
    ) {
        static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::built_in(&PLAIN).unwrap());
        let (found, made) = with_scraps(&name, &changes, &LIBRARY, &PLAIN);
        prop_assert_eq!(made, !stops(&found), "{:#?}", found);
    }
}

/// The formats that need no typesetter.
const PLAIN: [Format; 3] = [Format::Markdown, Format::Html, Format::Docx];

#[cfg(feature = "pdf")]
proptest! {
    #![proptest_config(cases(6, 60))]
    #[test]
    fn what_check_lets_pass_is_made_as_pdf_too(
        name in select(single_starters()),
        changes in prop::collection::vec((any::<Index>(), scraps()), 1..4),
    ) {
        static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::built_in(&[Format::Pdf]).unwrap());
        let (found, made) = with_scraps(&name, &changes, &LIBRARY, &[Format::Pdf]);
        prop_assert_eq!(made, !stops(&found), "{:#?}", found);
    }
}

#[test]
fn a_picture_pasted_as_text_is_refused_before_a_pdf_stumbles_over_it() {
    let pasted = format!("See ![](data:image/png;base64,{})", "iVBOR".repeat(500));
    let school = School::starter("harbour-view-school");
    let school = school.with(|profile| profile.vision.statement = Some(pasted.as_str().into()));
    let found = school.findings();
    let finding = found.iter().find(|finding| finding.code == Code::CP504).unwrap();
    assert_eq!((finding.severity, finding.at.field()), (Severity::Error, Some("vision.statement")));
}

#[test]
fn two_files_of_one_name_are_told_when_they_are_checked_and_a_name_that_windows_keeps() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("same-folder");
    let paths = ["north/oakfield.yaml", "south/Oakfield.yaml", "south/aux.yaml"].map(|path| folder.join(path));
    let school = "setting: {name: Oakfield, type: academy, year_groups: 7-11}\n";
    for path in &paths {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, school).unwrap();
    }
    let mut told = Vec::new();
    check_all(&paths, &Twins::default(), &Libraries::new(Vec::new(), Vec::new()), today(), |_, outcome| {
        let found = outcome.unwrap().findings;
        told.push(found.into_iter().find(|finding| finding.code == Code::CP503).map(|finding| finding.title));
    });
    assert_eq!(told[0], None);
    assert!(told[1].as_ref().unwrap().contains("into the same folder as those of"), "{told:?}");
    assert!(told[2].as_ref().unwrap().contains("Windows keeps it for a device"), "{told:?}");
}

#[test]
fn a_trusts_school_whose_name_has_none_of_our_letters_has_files_of_its_own() {
    let mut trust = School::starter("meadowbank-learning-trust");
    trust.members[0].setting.name = "בית חנה".into();
    trust.members[1].setting.name = "Oak ".repeat(100).trim().into();
    let case = trust.case();
    let prefixes: Vec<String> = case.publications().into_iter().map(|publication| publication.prefix).collect();
    assert_eq!(prefixes[1], "school-1-");
    assert!(prefixes[2].starts_with("oak-oak-") && prefixes[2].len() < 90, "{prefixes:?}");
}
