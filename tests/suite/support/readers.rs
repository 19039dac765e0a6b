//! Reads documents back, so that goldens can be opened by a person and formats compared by their words.

use std::io::{Cursor, Read};

use pulldown_cmark::{Event as MarkdownEvent, Options, Parser, Tag, TagEnd};
use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// A web page with a link in place of its style sheet, which a golden of its own keeps, and that style sheet.
pub(crate) fn part_style_sheet(html: &str) -> (String, String) {
    let (before, rest) = html.split_once("<style>\n").unwrap();
    let (style_sheet, after) = rest.split_once("</style>").unwrap();
    let link = "<!-- The document itself holds this style sheet: --><link rel=\"stylesheet\" href=\"../page.css\">";
    (format!("{before}{link}{after}"), style_sheet.to_owned())
}

/// A DOCX as a person can read it: its parts, then style and text of each paragraph.
pub(crate) fn docx_outline(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts: Vec<String> = package.file_names().map(|name| name.unwrap().into_owned()).collect();
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

/// One part of a DOCX.
pub(crate) fn docx_part(bytes: &[u8], name: &str) -> String {
    part(&mut zip::ZipArchive::new(Cursor::new(bytes)).unwrap(), name)
}

/// The names of the parts of a DOCX that begin so.
pub(crate) fn docx_names(bytes: &[u8], beginning: &str) -> Vec<String> {
    let package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names = package.file_names().map(|name| name.unwrap().into_owned());
    names.filter(|name| name.starts_with(beginning)).collect()
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
            Event::Start(tag) if tag.name().as_ref() == "w:p" => (style, text) = ("Normal".into(), String::new()),
            Event::Empty(tag) if tag.name().as_ref() == "w:pStyle" => {
                let value = tag.try_get_attribute("w:val").unwrap().unwrap();
                style = value.value.into_owned();
            }
            Event::Start(tag) if tag.name().as_ref() == "w:t" => in_text = true,
            Event::End(tag) if tag.name().as_ref() == "w:t" => in_text = false,
            Event::Empty(tag) if matches!(tag.name().as_ref(), "w:br" | "w:tab") => text.push(' '),
            Event::Empty(tag) if tag.name().as_ref() == "wp:docPr" => text.push_str(&spoken(&tag, "descr")),
            Event::Text(words) if in_text => text.push_str(&words),
            Event::GeneralRef(entity) if in_text => text.push_str(&character(&entity)),
            Event::End(tag) if tag.name().as_ref() == "w:p" => lines.push((style.clone(), text.clone())),
            Event::Eof => return lines,
            _ => {}
        }
    }
}

/// What is read out instead of an element.
fn spoken(tag: &quick_xml::events::BytesStart<'_>, attribute: &str) -> String {
    let value = tag.try_get_attribute(attribute).unwrap().unwrap().value;
    quick_xml::escape::unescape(&value).unwrap().into_owned()
}

fn character(entity: &quick_xml::events::BytesRef<'_>) -> String {
    if let Some(c) = entity.resolve_char_ref().unwrap() {
        return c.to_string();
    }
    match &**entity {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        other => panic!("&{other};"),
    }
    .to_owned()
}

/// The words of a Markdown text, with a space between its blocks.
pub(crate) fn markdown_text(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            MarkdownEvent::Text(words) | MarkdownEvent::Code(words) => text.push_str(&words),
            MarkdownEvent::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })
            | MarkdownEvent::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => {}
            _ => text.push(' '),
        }
    }
    text
}

/// The words of a web page's body.
pub(crate) fn html_text(html: &str) -> String {
    let body = &html[html.find("<body").unwrap()..];
    let mut reader = Reader::from_str(body);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(words) => text.push_str(&words),
            Event::GeneralRef(entity) => text.push_str(&character(&entity)),
            Event::Start(tag) if tag.name().as_ref() == "svg" => text.push_str(&spoken(&tag, "aria-label")),
            Event::Start(tag) | Event::Empty(tag)
                if !matches!(tag.name().as_ref(), "strong" | "em" | "a" | "span" | "wbr") =>
            {
                text.push(' ');
            }
            Event::End(tag) if !matches!(tag.name().as_ref(), "strong" | "em" | "a" | "span" | "wbr") => text.push(' '),
            Event::Eof => return text,
            _ => {}
        }
    }
}

/// A PDF as a person can read it: its title, language and number of pages, then the words of each page.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_outline(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    let language = String::from_utf8_lossy(catalog.get(b"Lang").unwrap().as_str().unwrap()).into_owned();
    let tagged = catalog.get(b"MarkInfo").is_ok() && catalog.get(b"StructTreeRoot").is_ok();
    let bookmarks = catalog.get(b"Outlines").is_ok();
    let pages = pdf.get_pages();
    let mut outline =
        format!("language: {language}\ntagged: {tagged}\nbookmarks: {bookmarks}\npages: {}\n", pages.len());
    for number in pages.keys() {
        outline.push_str(&format!("\n--- page {number}\n{}\n", pdf.extract_text(&[*number]).unwrap().trim()));
    }
    outline
}

/// The lines of each page of a PDF, those without words left out.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_lines(bytes: &[u8]) -> Vec<Vec<String>> {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let lines =
        |text: String| text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    pdf.get_pages().into_keys().map(|number| lines(pdf.extract_text(&[number]).unwrap())).collect()
}

/// The keywords among a PDF's properties.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_keywords(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let info = pdf.trailer.get(b"Info").and_then(|info| pdf.dereference(info)).unwrap().1.as_dict().unwrap();
    lopdf::decode_text_string(info.get(b"Keywords").unwrap()).unwrap()
}

/// What is read out instead of the pictures of a PDF, in no order.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_alternatives(bytes: &[u8]) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let dictionaries = pdf.objects.values().filter_map(|object| object.as_dict().ok());
    let words = dictionaries.filter_map(|dictionary| dictionary.get(b"Alt").ok());
    words.map(|words| lopdf::decode_text_string(words).unwrap()).collect()
}

/// The words of a PDF.
#[cfg(feature = "pdf")]
pub(crate) fn pdf_text(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).unwrap()
}
