//! What the file says about itself: its properties and Word's settings.
//!
//! In: a [`Document`]. Out: `docProps/core.xml`, `docProps/app.xml`, `docProps/custom.xml` and `word/settings.xml`.
//!
//! The settings do not ask Word to update fields on opening: Word would ask the reader an alarming question first.

use std::io;

use super::look::Look;
use super::package::MAIN;
use super::xml::Xml;
use crate::doc::Document;

const CORE: [(&str, &str); 4] = [
    ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
];
const EXTENDED: (&str, &str) = ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
const CUSTOM: [(&str, &str); 2] = [
    ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
];

/// `docProps/core.xml`: title, author, subject, language and date.
pub(super) fn write_core(document: &Document, look: &Look) -> io::Result<Vec<u8>> {
    Xml::part("cp:coreProperties", &CORE, |xml| {
        let words = [
            ("dc:title", &document.title),
            ("dc:subject", &document.summary),
            ("dc:creator", &document.institution),
            ("cp:lastModifiedBy", &document.institution),
            ("dc:language", &look.language),
        ];
        words
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .try_for_each(|(name, words)| xml.words(name, &[], words))?;
        if !is_date(&document.made_on) {
            return Ok(());
        }
        let midnight = format!("{}T00:00:00Z", document.made_on);
        ["dcterms:created", "dcterms:modified"]
            .iter()
            .try_for_each(|name| xml.words(name, &[("xsi:type", "dcterms:W3CDTF")], &midnight))
    })
}

/// Whether a reader would take the words for a date: `2026-09-01`.
pub(super) fn is_date(words: &str) -> bool {
    let fits = |(shape, c): (char, char)| if shape == '0' { c.is_ascii_digit() } else { c == shape };
    words.len() == 10 && "0000-00-00".chars().zip(words.chars()).all(fits)
}

/// `docProps/app.xml`: what made the file, and for whom.
pub(super) fn write_app(document: &Document) -> io::Result<Vec<u8>> {
    Xml::part("Properties", &[EXTENDED], |xml| {
        xml.words("Application", &[], "careers-policy")?;
        xml.words("Company", &[], &document.institution)
    })
}

/// `docProps/custom.xml`: what the document was made from.
pub(super) fn write_custom(document: &Document) -> io::Result<Vec<u8>> {
    let origin = &document.origin;
    let facts = [("Catalogue", &origin.catalogue), ("Program", &origin.program), ("Profile SHA-256", &origin.profile)];
    Xml::part("Properties", &CUSTOM, |xml| {
        // The format id says "a property of the user's own"; numbers begin at 2.
        facts.iter().zip(2..).try_for_each(|((name, value), number)| {
            let format = ("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}");
            xml.element("property", &[format, ("pid", &format!("{number}")), ("name", name)], |xml| {
                xml.words("vt:lpwstr", &[], value)
            })
        })
    })
}

/// What of a reference document's settings concerns how the pages look.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    /// Left pages mirror right ones.
    pub(super) mirrored_margins: bool,
    /// Even pages have headers and footers of their own.
    pub(super) even_and_odd: bool,
    /// Which colour of the theme is used for what.
    pub(super) colours: Vec<(String, String)>,
}

/// `word/settings.xml`.
pub(super) fn write_settings(look: &Look, settings: &Settings) -> io::Result<Vec<u8>> {
    let compatibility = [
        // Word 2013 and later; without it the file opens in compatibility mode.
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    ];
    Xml::part("w:settings", &[MAIN], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")])?;
        xml.flag("w:mirrorMargins", settings.mirrored_margins)?;
        xml.value("w:defaultTabStop", 720)?;
        xml.flag("w:evenAndOddHeaders", settings.even_and_odd)?;
        xml.value("w:characterSpacingControl", "doNotCompress")?;
        xml.element("w:compat", &[], |xml| {
            compatibility.iter().try_for_each(|(name, value)| {
                let uri = ("w:uri", "http://schemas.microsoft.com/office/word");
                xml.empty("w:compatSetting", &[("w:name", name), uri, ("w:val", value)])
            })
        })?;
        xml.value("w:themeFontLang", &look.language)?;
        if !settings.colours.is_empty() {
            let colours: Vec<_> = settings.colours.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
            xml.empty("w:clrSchemeMapping", &colours)?;
        }
        xml.value("w:decimalSymbol", ".")?;
        xml.value("w:listSeparator", ",")
    })
}
