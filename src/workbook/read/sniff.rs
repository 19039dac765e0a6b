//! What a file is, by its bytes.
//!
//! In: bytes. Out: the kind of workbook, with its text if it is text; or what else it is. Its name says little: a web page is often called
//! `.xls`, and a workbook `.csv`.
//!
//! Not here: reading it.

use super::fault::{Fault, WorkbookFault};
use super::xls::BEGIN;
use crate::text::{decode, decode_windows};

/// A kind of workbook.
pub(super) enum Kind {
    /// A ZIP file: `.xlsx` or `.ods`.
    Packed,
    /// A compound file: `.xls`.
    Compound,
    /// Text in columns: `.csv`.
    Text(String),
}

/// How files begin that are no workbooks, and what to call them.
const OTHERS: [(&[u8], &str); 9] = [
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a document in Rich Text Format"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"7z\xBC\xAF", "a packed folder"),
    (b"Rar!", "a packed folder"),
    (b"\x1F\x8B", "a packed file"),
];

/// How web pages and other markup begin, in small letters.
const MARKUP: [&str; 6] = ["<!doctype html", "<html", "<head", "<meta", "<table", "<?xml"];

/// What some bytes are.
pub(super) fn kind_of(bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(WorkbookFault::Empty.into());
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Packed);
    }
    if bytes.starts_with(BEGIN) {
        return Ok(Kind::Compound);
    }
    // A list may well begin with the two letters of one sort of picture.
    let is_other = |begin: &[u8]| bytes.starts_with(begin) && (begin.len() > 2 || bytes.contains(&0));
    if let Some((_, what)) = OTHERS.iter().find(|(begin, _)| is_other(begin)) {
        return Err(WorkbookFault::NotWorkbook(what).into());
    }
    let has_mark =
        bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || bytes.starts_with(b"\xEF\xBB\xBF");
    if bytes.contains(&0) && !has_mark {
        return Err(WorkbookFault::NotWorkbook("no file of a spreadsheet program").into());
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        // With a mark there is no doubt in what it was meant to be.
        Err(_) if has_mark => return Err(Fault::damaged("its text is cut off")),
        Err(_) => decode_windows(bytes),
    };
    let begin: String = text.trim_start().chars().take(20).collect::<String>().to_lowercase();
    if MARKUP.iter().any(|markup| begin.starts_with(markup)) {
        return Err(WorkbookFault::Unread("a web page, or a workbook that was saved as one").into());
    }
    Ok(Kind::Text(text))
}
