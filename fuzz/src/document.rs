//! What a finished document is held to, whatever it was made from.
//!
//! In: a case, or the bytes of a DOCX or of a web page. Out: nothing, or a panic that says what of it is broken.

use std::io::{Cursor, Read};

use careers_policy::Case;
use careers_policy::catalogue::Form;
use careers_policy::doc::Document;
use careers_policy::draft::{draft_all, remarks};
use careers_policy::picture::draw_all;
use careers_policy::write::{write_docx, write_fragment, write_html, write_html_review, write_markdown};
use zip::ZipArchive;

use crate::readers::{docx_text, html_text};
use crate::words::check_words;

/// Fields of Word that fetch, ask or act.
const ACTING: [&str; 14] = [
    "INCLUDEPICTURE",
    "INCLUDETEXT",
    "INCLUDE",
    "IMPORT",
    "LINK",
    "DDE",
    "DDEAUTO",
    "DATABASE",
    "RD",
    "MACROBUTTON",
    "GOTOBUTTON",
    "FILLIN",
    "ASK",
    "PRINT",
];

/// The parts of a DOCX that are text, each with its name.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a DOCX is a ZIP file");
    let mut parts = Vec::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).expect("each part can be read");
        let name = file.name().expect("a part has a name in Unicode").into_owned();
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            file.read_to_string(&mut text).expect("a part is UTF-8");
            parts.push((name, text));
        }
    }
    parts
}

/// Every part is well formed, and nothing in it fetches, acts or points outside the file but a link that a reader follows.
pub fn hold_docx(bytes: &[u8]) {
    let parts = parts(bytes);
    for (name, text) in &parts {
        let tree = match roxmltree::Document::parse(text) {
            Ok(tree) => tree,
            Err(error) => panic!("{name} is not well formed: {error}"),
        };
        if name.ends_with(".rels") {
            for link in tree.descendants().filter(|node| node.attribute("TargetMode") == Some("External")) {
                let target = link.attribute("Target").unwrap_or_default();
                let kind = link.attribute("Type").unwrap_or_default();
                let lower = target.to_ascii_lowercase();
                let is_link = ["https://", "http://", "mailto:", "tel:"].iter().any(|start| lower.starts_with(start));
                assert!(kind.ends_with("/hyperlink") && is_link, "{name} points to {target}");
            }
        }
        let said: String = tree
            .descendants()
            .filter(|node| matches!(node.tag_name().name(), "instrText" | "delInstrText"))
            .filter_map(|node| node.text())
            .chain(tree.descendants().filter_map(|node| {
                let is_field = node.tag_name().name() == "fldSimple";
                is_field.then(|| node.attributes().find(|one| one.name() == "instr").map_or("", |one| one.value()))
            }))
            .collect();
        let said = said.to_uppercase();
        let words = said.split(|c: char| !c.is_alphanumeric());
        for word in words.filter(|word| ACTING.contains(word)) {
            panic!("{name} holds the field {word}");
        }
    }
}

/// A web page and a Word document say every word of the document that they were made from, in its order, and no other.
pub fn hold_words(document: &Document, html: &str, docx: &[u8]) {
    check_words("html", document, &html_text(html));
    check_words("docx", document, &docx_text(docx));
}

/// The documents of a case are written in all formats but PDF, as drafts if need be, and held to all that is held here. The Word document is
/// written without pictures, for making dots of them would take most of the time.
pub fn hold_documents(case: &Case<'_>) {
    for publication in case.publications() {
        let (case, theme) = (publication.case, &publication.case.theme);
        for draft in draft_all(case).documents {
            let mut document = draft.document;
            if draft.outline.form == Form::Fragment {
                hold_html(&write_fragment(&document));
                continue;
            }
            write_markdown(&document);
            if let Ok(docx) = write_docx(&document, theme) {
                hold_docx(&docx);
            }
            draw_all(&mut document, theme);
            if let Ok(html) = write_html(&document, theme) {
                hold_html(&html);
            }
            if let Ok(review) = remarks(case, &document)
                && let Ok(html) = write_html_review(&document, theme, &review)
            {
                hold_html(&html);
            }
        }
    }
}

/// Elements that run, fetch or ask, none of which a document has.
const NEVER: [&str; 14] = [
    "script", "iframe", "object", "embed", "form", "input", "button", "link", "base", "frame", "video", "audio",
    "applet", "template",
];

/// No element of a web page runs anything, none has a handler, and no address but those that a reader may follow.
pub fn hold_html(html: &str) {
    for tag in html.split('<').skip(1) {
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        assert!(!NEVER.contains(&name.as_str()), "an element <{tag}");
        if name.is_empty() {
            continue;
        }
        let inside = attributes(tag);
        for (name, value) in inside {
            assert!(!name.starts_with("on"), "a handler in <{tag}");
            if matches!(name.as_str(), "href" | "src" | "xlink:href") {
                let lower = value.to_ascii_lowercase();
                let good = ["https://", "http://", "mailto:", "tel:", "#", "data:image/"];
                assert!(good.iter().any(|start| lower.starts_with(start)), "an address {value:?} in <{tag}");
            }
        }
    }
}

/// The attributes of a tag, each with its value; our own writer puts every value into double quotation marks.
fn attributes(tag: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    loop {
        rest = rest.trim_start();
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':')).collect();
        if name.is_empty() {
            return found;
        }
        rest = &rest[name.len()..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').unwrap_or(quoted.len());
            value = &quoted[..end];
            rest = quoted.get(end + 1..).unwrap_or_default();
        }
        found.push((name.to_ascii_lowercase(), value));
    }
}
