//! Reads documents back, so that goldens can be opened by a person and formats compared by their words.

use std::io::{Cursor, Read};

use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// A DOCX as a person can read it: its parts, then style and text of each paragraph.
pub(crate) fn docx_outline(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts: Vec<String> = package.file_names().map(str::to_owned).collect();
    parts.sort();
    let mut outline = format!("parts: {}\n\n", parts.join(", "));
    for (style, text) in paragraphs(&part(&mut package, "word/document.xml")) {
        outline.push_str(&format!("{style}: {text}\n"));
    }
    outline
}

/// The words of a DOCX.
pub(crate) fn docx_text(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let lines = paragraphs(&part(&mut package, "word/document.xml"));
    lines.into_iter().map(|(_, text)| text + "\n").collect()
}

fn part(package: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> String {
    let mut xml = String::new();
    package.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
    xml
}

fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut lines, mut style, mut text, mut in_text) = (Vec::new(), String::new(), String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == b"w:p" => (style, text) = ("Normal".into(), String::new()),
            Event::Empty(tag) if tag.name().as_ref() == b"w:pStyle" => {
                let value = tag.try_get_attribute("w:val").unwrap().unwrap();
                style = String::from_utf8(value.value.to_vec()).unwrap();
            }
            Event::Start(tag) if tag.name().as_ref() == b"w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == b"w:t" => in_text = false,
            Event::Empty(tag) if matches!(tag.name().as_ref(), b"w:br" | b"w:tab") => text.push(' '),
            Event::Text(words) if in_text => text.push_str(&words.decode().unwrap()),
            Event::GeneralRef(entity) if in_text => text.push_str(&character(&entity)),
            Event::End(tag) if tag.name().as_ref() == b"w:p" => lines.push((style.clone(), text.clone())),
            Event::Eof => return lines,
            _ => {}
        }
    }
}

fn character(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Some(c) = entity.resolve_char_ref().unwrap() {
        return c.to_string();
    }
    match entity.decode().unwrap().as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        other => panic!("&{other};"),
    }
    .to_owned()
}

/// The words of a web page's body.
pub(crate) fn html_text(html: &str) -> String {
    let body = &html[html.find("<body").unwrap()..];
    let mut reader = Reader::from_str(body);
    reader.config_mut().check_end_names = false;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(words) => text.push_str(&words.decode().unwrap()),
            Event::GeneralRef(entity) => text.push_str(&character(&entity)),
            Event::Start(tag) | Event::Empty(tag) if !matches!(tag.name().as_ref(), b"strong" | b"em" | b"a" | b"span") => {
                text.push(' ');
            }
            Event::End(tag) if !matches!(tag.name().as_ref(), b"strong" | b"em" | b"a" | b"span") => text.push(' '),
            Event::Eof => return text,
            _ => {}
        }
    }
}
