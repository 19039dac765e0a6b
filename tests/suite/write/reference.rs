//! Word files with the look of a school's own: what comes along, what stays ours, and what is refused.
//!
//! The reference document is an invented trust's: letter size with wide margins, a logo on the first page, fonts of its own,
//! and styles whose ids are translated. What is hostile is in `reference_bounds`.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use careers_policy::doc::Document;
use careers_policy::picture::draw_all;
use careers_policy::write::{Extras, Reference, ReferenceError, write_docx_with};
use zip::write::SimpleFileOptions;

use crate::school::{School, library, repository};

pub(super) type Parts = BTreeMap<String, Vec<u8>>;

pub(super) fn unzip(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

pub(super) fn zip(parts: &Parts) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn letterhead() -> Vec<u8> {
    std::fs::read(repository("fixtures/reference/larkspur-trust.docx")).unwrap()
}

/// The letterhead with something in one of its parts replaced.
pub(super) fn with(part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut parts = unzip(&letterhead());
    let text = String::from_utf8(parts[part].clone()).unwrap();
    assert!(text.contains(from), "{part} has no {from}: {text}");
    parts.insert(part.to_owned(), text.replace(from, to).into_bytes());
    zip(&parts)
}

pub(super) fn policy() -> Document {
    School::starter("harbour-view-school").document("careers-policy")
}

pub(super) fn with_look(document: &Document, reference: &[u8]) -> (BTreeMap<String, String>, Vec<String>) {
    let reference = Reference::read(reference).unwrap_or_else(|error| panic!("{error}"));
    let extras = Extras { reference: Some(&reference), ..Extras::default() };
    let bytes = write_docx_with(document, &library().catalogue.theme, extras).unwrap();
    let parts = unzip(&bytes).into_iter().map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()));
    (parts.collect(), reference.notes().to_vec())
}

/// The values of `w:val` on elements of that name.
fn values<'a>(part: &'a str, element: &str) -> Vec<&'a str> {
    let start = format!("<{element} w:val=\"");
    part.split(start.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The words of a part.
pub(super) fn words(part: &str) -> String {
    let runs = part.split("<w:t").skip(1).filter(|rest| rest.starts_with([' ', '>']));
    runs.filter_map(|rest| rest.split_once('>')?.1.split("</w:t>").next()).collect()
}

#[test]
fn header_footer_logo_fonts_and_page_are_the_trusts() {
    let (parts, notes) = with_look(&policy(), &letterhead());
    assert_eq!(notes, Vec::<String>::new());
    let headers: String =
        parts.iter().filter(|(name, _)| name.contains("header")).map(|(_, part)| words(part)).collect();
    assert_eq!(headers, "Larkspur Learning Trust");
    let first = parts.iter().find(|(_, part)| part.contains("<a:blip")).unwrap().0;
    let logo = &parts[&first.replace("word/", "word/_rels/").replace(".xml", ".xml.rels")];
    assert!(logo.contains("media/reference-001.png") && parts.contains_key("word/media/reference-001.png"), "{logo}");
    let main = &parts["word/document.xml"];
    assert!(main.contains("<w:pgSz w:w=\"12240\" w:h=\"15840\"/>") && main.contains("w:left=\"2160\""), "page");
    assert!(main.contains("<w:titlePg/>") && main.matches("Reference w:type=").count() == 4);
    assert!(parts["word/styles.xml"].contains("w:ascii=\"Georgia\""));
    assert!(parts["word/theme/theme1.xml"].contains("<a:theme"));
    // Tables fit between its margins: 8.5 inches less 3.
    assert!(main.contains("<w:tblW w:w=\"7920\" w:type=\"dxa\"/>"));
    assert!(!main.contains("The text of the template"));
}

#[test]
fn styles_are_known_by_their_names_whatever_their_ids() {
    let (parts, _) = with_look(&policy(), &letterhead());
    let (main, styles) = (&parts["word/document.xml"], &parts["word/styles.xml"]);
    let used = values(main, "w:pStyle");
    assert!(used.contains(&"berschrift1") && !used.contains(&"Heading1"), "{used:?}");
    let defined: Vec<&str> = styles.split("w:styleId=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let all: String = parts.iter().filter(|(name, _)| name.ends_with(".xml")).map(|(_, part)| part.as_str()).collect();
    for naming in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"] {
        for id in values(&all, naming) {
            assert_eq!(defined.iter().filter(|known| **known == id).count(), 1, "{naming} {id}");
        }
    }
    // Its running text is its own Normal.
    assert!(!defined.contains(&"BodyText") && defined.contains(&"TOC1") && defined.contains(&"PolicyTable"));
}

#[test]
fn headings_and_lists_count_as_ours_do_beside_its_own_lists() {
    let (parts, _) = with_look(&policy(), &letterhead());
    let (styles, numbering) = (&parts["word/styles.xml"], &parts["word/numbering.xml"]);
    let heading = styles.split("<w:style ").find(|style| style.contains("styleId=\"berschrift1\"")).unwrap();
    let list = values(heading, "w:numId")[0];
    let number = numbering.split("<w:num ").find(|number| number.starts_with(&format!("w:numId=\"{list}\""))).unwrap();
    let kind = values(number, "w:abstractNumId")[0];
    let start = format!("<w:abstractNum w:abstractNumId=\"{kind}\"");
    let levels = numbering.split(start.as_str()).nth(1).unwrap().split("</w:abstractNum>").next().unwrap();
    assert_eq!(values(levels, "w:pStyle"), ["berschrift1", "berschrift2", "Heading3"]);
    assert_eq!(values(levels, "w:lvlText"), ["%1", "%1.%2", "%1.%2.%3"]);
    let ids: Vec<&str> =
        numbering.split("<w:num w:numId=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
    let used = values(&parts["word/document.xml"], "w:numId");
    assert!(used.iter().all(|id| *id == "0" || ids.contains(id)), "{used:?}");
}

#[test]
fn the_language_is_the_documents_and_a_draft_says_so_on_every_page() {
    let document = Document { draft: true, ..policy() };
    let (parts, _) = with_look(&document, &letterhead());
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"en-GB\""));
    assert!(!parts["word/styles.xml"].contains("de-DE"));
    let headers: Vec<String> = parts
        .iter()
        .filter(|(name, _)| name.starts_with("word/reference-header"))
        .map(|(_, part)| words(part))
        .collect();
    assert_eq!(headers.len(), 2);
    assert!(headers.iter().all(|words| words.starts_with("DRAFT")), "{headers:?}");
}

#[test]
fn a_document_says_the_same_words_with_another_look() {
    let plain = write_docx_with(&policy(), &library().catalogue.theme, Extras::default()).unwrap();
    let plain = String::from_utf8(unzip(&plain)["word/document.xml"].clone()).unwrap();
    assert_eq!(words(&with_look(&policy(), &letterhead()).0["word/document.xml"]), words(&plain));
    assert_eq!(with_look(&policy(), &letterhead()), with_look(&policy(), &letterhead()));
}

#[test]
fn what_cannot_be_used_is_refused_with_what_to_do() {
    let refused = |bytes: &[u8]| Reference::read(bytes).err();
    assert_eq!(refused(b"%PDF-1.7"), Some(ReferenceError::NotWord));
    assert_eq!(refused(b""), Some(ReferenceError::NotWord));
    assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Some(ReferenceError::Protected));
    let whole = letterhead();
    assert!(matches!(refused(&whole[..whole.len() / 2]), Some(ReferenceError::Damaged(_))));
    assert_eq!(refused(&zip(&Parts::from([("mimetype".to_owned(), b"text".to_vec())]))), Some(ReferenceError::NotWord));
    let types = "[Content_Types].xml";
    let (plain, main) = ("wordprocessingml.document.main+xml", "officedocument.wordprocessingml.document.main+xml");
    let macros = with(types, plain, "macros.macroEnabled.main+xml");
    assert_eq!(refused(&macros), Some(ReferenceError::Macros));
    assert_eq!(
        refused(&with(types, main, "officedocument.spreadsheetml.sheet.main+xml")),
        Some(ReferenceError::NotWord)
    );
    assert!(Reference::read(&with(types, plain, "wordprocessingml.template.main+xml")).is_ok());
    let entity = with("word/styles.xml", "<w:styles", "<!DOCTYPE w [<!ENTITY a \"a\">]><w:styles");
    assert!(matches!(refused(&entity), Some(ReferenceError::Unusual(_))));
}

#[test]
fn a_file_that_grows_without_end_is_refused() {
    let mut parts = unzip(&letterhead());
    parts.insert("word/styles.xml".to_owned(), vec![b' '; 40 << 20]);
    assert!(matches!(Reference::read(&zip(&parts)).err(), Some(ReferenceError::TooLarge(_))));
}

#[test]
fn a_page_without_room_is_not_taken_over() {
    let narrow = with("word/document.xml", "w:left=\"2160\"", "w:left=\"9000\"");
    let (parts, notes) = with_look(&policy(), &narrow);
    assert!(notes[0].starts_with("its page size and margins, which leave 1.9 cm for the text"), "{notes:?}");
    assert!(parts["word/document.xml"].contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
}

fn case(name: &str) -> Vec<u8> {
    std::fs::read(repository(&format!("fixtures/cases/{name}.docx"))).unwrap()
}

#[test]
fn our_header_never_stands_at_the_edge_of_the_paper() {
    let (parts, _) = with_look(&policy(), &case("no-header"));
    let main = &parts["word/document.xml"];
    assert!(main.contains("w:left=\"1134\"") && main.contains("w:header=\"623\" w:footer=\"623\""), "{main}");
    // Where the file has its own, it stands where the file has it.
    let (parts, _) = with_look(&policy(), &letterhead());
    assert!(parts["word/document.xml"].contains("w:header=\"720\""));
}

#[test]
fn words_too_pale_to_be_read_are_told_with_their_contrast() {
    let reference = Reference::read(&case("pale-headings")).unwrap();
    let remark = reference.remarks().iter().find(|remark| remark.contains("“heading 1”")).unwrap();
    assert!(remark.contains("have a contrast of 1."), "{remark}");
    assert!(Reference::read(&letterhead()).unwrap().remarks().is_empty());
    let small = Reference::read(&with("word/styles.xml", "<w:sz w:val=\"24\"/>", "<w:sz w:val=\"2\"/>")).unwrap();
    assert!(
        small.remarks()[0].starts_with("the words of its style “Normal” are 1.0 points high"),
        "{:?}",
        small.remarks()
    );
}

#[test]
fn what_a_header_says_of_another_document_is_told() {
    let told = |from: &str, to: &str| Reference::read(&with("word/header2.xml", from, to)).unwrap().remarks().to_vec();
    let words = "<w:r><w:t>Larkspur Learning Trust</w:t></w:r>";
    let old = "<w:r><w:t>Attendance policy, version 3</w:t></w:r>";
    assert!(told(words, old)[0].contains("its header says “Attendance policy, version 3”"));
    let field = "<w:fldSimple w:instr=\" TITLE \"><w:r><w:t>Old title</w:t></w:r></w:fldSimple>";
    assert!(
        told(words, field)[0].contains("fields (TITLE) that go on showing what they showed in the file, “Old title”")
    );
    let mark = format!("{words}<w:r><w:pict><v:shape><v:textpath string=\"CONFIDENTIAL\"/></v:shape></w:pict></w:r>");
    assert!(told(words, &mark)[0].contains("its header has a watermark (“CONFIDENTIAL”)"));
}

#[test]
fn every_page_has_its_number_and_a_picture_the_room_it_needs() {
    let mut parts = unzip(&letterhead());
    let without = |part: &[u8]| String::from_utf8(part.to_vec()).unwrap().replace("PAGE", "SECTION").into_bytes();
    let footers: Vec<String> = parts.keys().filter(|name| name.contains("footer")).cloned().collect();
    for name in &footers {
        let part = without(&parts[name]);
        parts.insert(name.clone(), part);
    }
    let (made, _) = with_look(&policy(), &zip(&parts));
    let footers: Vec<&String> =
        made.iter().filter(|(name, _)| name.starts_with("word/reference-footer")).map(|(_, part)| part).collect();
    assert!(!footers.is_empty() && footers.iter().all(|part| part.contains("\"PAGE\"")), "{footers:#?}");

    let landscape = with("word/document.xml", "w:w=\"12240\" w:h=\"15840\"", "w:w=\"15840\" w:h=\"12240\"");
    let mut document = policy();
    draw_all(&mut document, &library().catalogue.theme);
    let (made, _) = with_look(&document, &landscape);
    let heights = made["word/document.xml"]
        .split("<wp:extent ")
        .skip(1)
        .map(|extent| extent.split("cy=\"").nth(1).unwrap().split('"').next().unwrap().parse::<u64>().unwrap());
    // 635 units to a twentieth of a point; the margins are not less than an inch.
    assert!(heights.max().unwrap() < (12_240 - 2 * 1_440) * 635);
}
