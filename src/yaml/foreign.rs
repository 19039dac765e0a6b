//! Files of other programs that are given as text: Word, Excel, PDF, ZIP.
//!
//! In: a path and the beginning of what is in it. Out: what the file is, and a finding that says what belongs there.

use std::path::Path;

use crate::finding::{Code, Finding};

/// The finding for a file that another program made, if it is one. `shown` is its content as text, however garbled.
pub(super) fn not_a_text(path: &Path, name: &str, shown: &str) -> Option<Finding> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let word = "a Word file";
    let excel = "an Excel file";
    // A ZIP file, as Office files are since 2007; and the beginning of older ones, D0 CF 11 E0, as an old Windows encoding shows it.
    let what = if shown.starts_with("PK\u{3}\u{4}") {
        match ending.as_str() {
            "docx" | "docm" | "dotx" => word,
            "xlsx" | "xlsm" => excel,
            "pptx" => "a PowerPoint file",
            "odt" | "ods" => "a LibreOffice file",
            "zip" => "a ZIP folder",
            _ => "a Word, Excel or ZIP file, whatever its name ends in",
        }
    } else if shown.starts_with("ÐÏ\u{11}à") {
        if ending == "xls" { excel } else { word }
    } else if shown.starts_with("%PDF-") {
        "a PDF file"
    } else if shown.starts_with("{\\rtf") {
        "a document in Rich Text Format"
    } else {
        return None;
    };
    let finding = Finding::error(Code::CP023, format!("this is {what}, and a profile is a text file"))
        .at_file(name)
        .with_help("`careers-policy new` asks what it must know and writes a profile to fill in")
        .with_help("open it in Notepad or another text editor, and copy your answers into it from this file");
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_program_is_known_by_its_beginning() {
        let said = |path: &str, shown: &str| not_a_text(Path::new(path), path, shown).map(|finding| finding.title);
        let is = |what: &str| Some(format!("this is {what}, and a profile is a text file"));
        assert_eq!(said("a.docx", "PK\u{3}\u{4}\u{14}"), is("a Word file"));
        assert_eq!(said("a.XLSX", "PK\u{3}\u{4}\u{14}"), is("an Excel file"));
        assert_eq!(said("a.yaml", "PK\u{3}\u{4}\u{14}"), is("a Word, Excel or ZIP file, whatever its name ends in"));
        assert_eq!(said("a.yaml", "%PDF-1.7"), is("a PDF file"));
        assert_eq!(said("a.doc", "ÐÏ\u{11}à¡±"), is("a Word file"));
        assert_eq!(said("a.rtf", "{\\rtf1"), is("a document in Rich Text Format"));
        assert_eq!(said("a.yaml", "PK: no"), None);
        assert_eq!(said("a.yaml", ""), None);
    }
}
