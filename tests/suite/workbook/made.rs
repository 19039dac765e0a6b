//! Workbooks put together part by part, as no program writes them.

use std::io::{Cursor, Write};

use careers_policy::workbook::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of an `.xlsx` file that a test may want otherwise.
pub(super) struct Book {
    /// The type of the workbook.
    pub(super) kind: String,
    /// What stands in the workbook before its sheets.
    pub(super) workbook: String,
    pub(super) sheets: String,
    pub(super) sheet: String,
    pub(super) strings: String,
    pub(super) styles: String,
}

impl Default for Book {
    fn default() -> Self {
        Book {
            kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml".to_owned(),
            workbook: String::new(),
            sheets: "<sheet name=\"S\" r:id=\"rId1\"/>".to_owned(),
            sheet: "<worksheet/>".to_owned(),
            strings: "<sst/>".to_owned(),
            styles: "<styleSheet/>".to_owned(),
        }
    }
}

impl Book {
    /// A workbook with these rows on its one sheet.
    pub(super) fn of_rows(rows: &str) -> Book {
        Book { sheet: format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), ..Book::default() }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let related = |of: &[(&str, &str)]| {
            let each = |(number, (name, target)): (usize, &(&str, &str))| {
                format!("<Relationship Id=\"rId{}\" Type=\"{kind}/{name}\" Target=\"{target}\"/>", number + 1)
            };
            format!("<Relationships>{}</Relationships>", of.iter().enumerate().map(each).collect::<String>())
        };
        let types = format!("<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"{}\"/></Types>", self.kind);
        let workbook = format!("<workbook>{}<sheets>{}</sheets></workbook>", self.workbook, self.sheets);
        let parts = [("worksheet", "s.xml"), ("sharedStrings", "t.xml"), ("styles", "u.xml")];
        packed(&[
            ("[Content_Types].xml", &types),
            ("_rels/.rels", &related(&[("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", &workbook),
            ("xl/_rels/workbook.xml.rels", &related(&parts)),
            ("xl/s.xml", &self.sheet),
            ("xl/t.xml", &self.strings),
            ("xl/u.xml", &self.styles),
        ])
    }
}

/// An `.ods` file with these rows on its one sheet.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

pub(super) fn text(words: &str) -> Value {
    Value::Words(words.to_owned())
}

pub(super) fn cells(words: &[&str]) -> Vec<Value> {
    words.iter().map(|words| text(words)).collect()
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(words.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An `.ods` file that says its content is encrypted.
pub(super) fn encrypted_ods() -> Vec<u8> {
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    packed(&[("mimetype", mimetype), ("META-INF/manifest.xml", manifest), ("content.xml", "?")])
}

/// A compound file with one stream of that name and nothing in it.
pub(super) fn compound(name: &str) -> Vec<u8> {
    let mut header = [0; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[30] = 9;
    // The table stands in sector 0, the list of streams in sector 1; there are no small sectors and no further tables.
    header[48] = 1;
    for at in [60, 68] {
        header[at..at + 4].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF]);
    }
    header[80..512].fill(0xFF);
    let mut table = [0xFF; 512];
    table[..8].copy_from_slice(&[0xFD, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF]);
    let entry = |name: &str, kind: u8| {
        let mut entry = [0; 128];
        for (at, byte) in name.encode_utf16().flat_map(u16::to_le_bytes).enumerate() {
            entry[at] = byte;
        }
        entry[66] = kind;
        entry[116..120].copy_from_slice(&[0xFE, 0xFF, 0xFF, 0xFF]);
        entry
    };
    let entries = [entry("Root Entry", 5), entry(name, 2), [0; 128], [0; 128]].concat();
    [&header[..], &table, &entries].concat()
}
