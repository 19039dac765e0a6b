//! Files that are no workbooks, or are meant to do harm: each ends in one fault that says what to do, or in the words of its cells.

use careers_policy::workbook::{Value, WorkbookFault, read_workbook};

use super::made::{Book, cells, compound, encrypted_ods, ods, text};
use crate::amount::everything;
use crate::school::repository;

fn fault(bytes: &[u8]) -> WorkbookFault {
    read_workbook(bytes, "a.xlsx").expect_err("it is not read").fault
}

fn place(bytes: &[u8]) -> (String, WorkbookFault) {
    let error = read_workbook(bytes, "a.xlsx").expect_err("it is not read");
    (error.place.expect("a cell is named"), error.fault)
}

fn rows(bytes: &[u8]) -> Vec<Vec<Value>> {
    read_workbook(bytes, "a.xlsx").expect("it is read").remove(0).rows
}

/// What LibreOffice saved for Excel 97.
fn old_workbook() -> Vec<u8> {
    std::fs::read(repository("fixtures/workbooks/written.xls")).unwrap()
}

#[test]
fn what_is_no_workbook_is_told_apart() {
    for (bytes, what) in [
        (&b"%PDF-1.7\n"[..], "a PDF"),
        (b"{\\rtf1", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"a\0b\0c", "no file of a spreadsheet"),
    ] {
        assert!(matches!(fault(bytes), WorkbookFault::NotWorkbook(told) if told.contains(what)), "{what}");
    }
    for page in ["  <!DOCTYPE html><table><tr><td>1", "<?xml version=\"1.0\"?><Workbook/>"] {
        assert!(matches!(fault(page.as_bytes()), WorkbookFault::Unread(told) if told.contains("a web page")), "{page}");
    }
    assert_eq!(fault(b""), WorkbookFault::Empty);
    assert_eq!(fault(b" \r\n"), WorkbookFault::Empty);
    assert!(matches!(fault(b"PK\x03\x04 cut off"), WorkbookFault::Damaged(_)));
    let word = std::fs::read(repository("fixtures/reference/larkspur-trust.docx")).unwrap();
    assert_eq!(fault(&word), WorkbookFault::NotWorkbook("a Word document"));
}

#[test]
fn macros_and_forms_of_excel_that_are_not_read_are_told_apart() {
    let of = |kind: &str| fault(&Book { kind: kind.to_owned(), ..Book::default() }.bytes());
    assert_eq!(of("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), WorkbookFault::Macros);
    assert!(matches!(of("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), WorkbookFault::Unread(_)));
    assert!(matches!(of("application/x-other"), WorkbookFault::NotWorkbook(_)));
}

#[test]
fn a_password_is_told_of() {
    assert_eq!(fault(&encrypted_ods()), WorkbookFault::Protected);
    // What Office encrypts lies in a compound file.
    assert_eq!(fault(&compound("EncryptedPackage")), WorkbookFault::Protected);
    let mut old = old_workbook();
    // The record that names the code page, made the one that says the rest is encrypted.
    let at = old.windows(4).position(|record| record == [0x42, 0, 2, 0]).unwrap();
    old[at] = 0x2F;
    assert_eq!(fault(&old), WorkbookFault::Protected);
}

#[test]
fn what_else_lies_in_a_compound_file_is_told_apart() {
    for (name, told) in [
        ("WordDocument", WorkbookFault::NotWorkbook("a Word document")),
        ("PowerPoint Document", WorkbookFault::NotWorkbook("a presentation")),
        ("_VBA_PROJECT_CUR", WorkbookFault::Macros),
        ("Book", WorkbookFault::Unread("a workbook in a format from before Excel 97")),
        ("x", WorkbookFault::NotWorkbook("a file of another program")),
    ] {
        assert_eq!(fault(&compound(name)), told, "{name}");
    }
}

/// A part that grows without end is given up when it has grown too large, whatever the file says of its size.
#[test]
fn what_expands_beyond_bounds_is_refused() {
    let size = if everything() { 1 << 30 } else { 48 << 20 };
    let spaces = Book { sheet: " ".repeat(size), ..Book::default() }.bytes();
    assert!(spaces.len() < 2 << 20);
    assert!(matches!(fault(&spaces), WorkbookFault::TooLarge(_)));
    let empty = "<row/>".repeat(1_000_000);
    assert!(matches!(fault(&Book::of_rows(&empty.repeat(6)).bytes()), WorkbookFault::TooLarge(_)));
    assert!(matches!(fault(&ods(&"<table:table-row/>".repeat(3_000_000))), WorkbookFault::TooLarge(_)));
}

#[test]
fn what_a_file_says_of_its_size_sets_no_memory_aside() {
    let book = Book {
        strings: "<sst count=\"99999999999\" uniqueCount=\"99999999999\"><si><t>one</t></si></sst>".to_owned(),
        ..Book::of_rows("<row><c t=\"s\"><v>0</v></c></row>")
    };
    let said = format!("<dimension ref=\"A1:XFD1048576\"/>{}", book.sheet);
    assert_eq!(rows(&Book { sheet: said, ..book }.bytes()), [[text("one")]]);
}

#[test]
fn a_cell_far_from_the_others_is_named() {
    let far =
        Book::of_rows("<row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>");
    assert_eq!(place(&far.bytes()), ("S!A1048576".to_owned(), WorkbookFault::FarOff("below", "rows")));
    let right = Book::of_rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>");
    assert_eq!(place(&right.bytes()), ("S!XFD1".to_owned(), WorkbookFault::FarOff("to the right of", "columns")));
    // Empty ones are none of anybody's business.
    let empty: String = (1..=200_000).map(|row| format!("<row r=\"{row}\"><c s=\"1\"/></row>")).collect();
    assert_eq!(rows(&Book::of_rows(&empty).bytes()), Vec::<Vec<Value>>::new());
}

#[test]
fn words_that_many_cells_share_are_counted_for_each() {
    let long = "x".repeat(32_000);
    let book = Book {
        strings: format!("<sst><si><t>{long}</t></si></sst>"),
        ..Book::of_rows(&"<row><c t=\"s\"><v>0</v></c></row>".repeat(1_000))
    };
    assert!(matches!(fault(&book.bytes()), WorkbookFault::TooLarge(_)));
    let many = Book { strings: format!("<sst>{}</sst>", "<si/>".repeat(400_000)), ..Book::of_rows("") };
    assert!(matches!(fault(&many.bytes()), WorkbookFault::TooLarge(_)));
    let wide: String = (1..=600).map(|row| format!("<row r=\"{row}\"><c r=\"ALL{row}\"><v>1</v></c></row>")).collect();
    assert!(matches!(fault(&Book::of_rows(&wide).bytes()), WorkbookFault::TooLarge(_)));
}

#[test]
fn a_formula_gives_what_it_last_came_to_and_is_never_worked_out() {
    let book = Book::of_rows(
        "<row><c t=\"str\"><f>HYPERLINK(\"http://x.example\",\"press\")</f><v>press</v></c><c><f>1+1</f><v>2</v></c>\
         <c t=\"str\"><f>\"\"</f><v></v></c><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>",
    );
    assert_eq!(rows(&book.bytes()), [[text("press"), Value::Number(2.0), Value::Empty, text("#DIV/0!")]]);
    let unsaved = Book::of_rows("<row r=\"3\"><c r=\"B3\"><f>1+1</f></c></row>");
    assert_eq!(place(&unsaved.bytes()), ("S!B3".to_owned(), WorkbookFault::NotWorkedOut));
}

#[test]
fn a_cell_that_holds_too_much_or_a_hidden_character_is_named() {
    let long = Book::of_rows(&format!("<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "x".repeat(32_768)));
    assert_eq!(place(&long.bytes()), ("S!A1".to_owned(), WorkbookFault::TooLong(32_768)));
    let hidden = Book::of_rows("<row><c r=\"C1\" t=\"inlineStr\"><is><t>a_x0007_b</t></is></c></row>");
    assert_eq!(place(&hidden.bytes()), ("S!C1".to_owned(), WorkbookFault::Hidden(7)));
    let lines = Book::of_rows("<row><c t=\"inlineStr\"><is><t>a_x000D_\nb_x000B_c_x000D_d</t></is></c></row>");
    assert_eq!(rows(&lines.bytes()), [[text("a\nb\nc\nd")]]);
    assert_eq!(place(b"a,b\nc,\x01\n"), ("B2".to_owned(), WorkbookFault::Hidden(1)));
}

#[test]
fn days_are_days_by_either_count_and_other_numbers_are_numbers() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-809]d mmmm yyyy;@\"/></numFmts>\
                  <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                  <xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let row = "<row><c s=\"1\"><v>44804</v></c><c s=\"2\"><v>44804.5</v></c><c><v>44804</v></c><c t=\"d\"><v>2026-09-01T00:00:00</v></c></row>";
    let of = |from_1904: bool| {
        let workbook = if from_1904 { "<workbookPr date1904=\"1\"/>" } else { "" }.to_owned();
        rows(&Book { styles: styles.to_owned(), workbook, ..Book::of_rows(row) }.bytes())
    };
    let day = |day: &str| Value::Day(day.parse().unwrap());
    let other = [Value::Number(44_804.0), day("2026-09-01")];
    assert_eq!(of(true)[0][..2], [day("2026-09-01"), day("2026-09-01")]);
    assert_eq!(of(false)[0][..2], [day("2022-08-31"), day("2022-08-31")]);
    assert_eq!(of(true)[0][2..], other);
}

#[test]
fn xml_that_is_meant_to_grow_or_is_cut_off_is_refused() {
    for sheet in [
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"?\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
    ] {
        assert!(
            matches!(fault(&Book { sheet: sheet.to_owned(), ..Book::default() }.bytes()), WorkbookFault::Damaged(_)),
            "{sheet}"
        );
    }
    let deep = Book { sheet: format!("{}{}", "<a>".repeat(300), "</a>".repeat(300)), ..Book::default() };
    assert!(matches!(fault(&deep.bytes()), WorkbookFault::Damaged(_)));
}

#[test]
fn many_sheets_of_one_part_are_read_once_too_often_and_no_more() {
    let sheets: String = (0..200).map(|number| format!("<sheet name=\"S{number}\" r:id=\"rId1\"/>")).collect();
    let row = "<row><c><v>1</v></c></row>".repeat(40_000);
    let book = Book { sheets, ..Book::of_rows(&row) };
    assert!(matches!(fault(&book.bytes()), WorkbookFault::TooLarge(_)));
}

#[test]
fn repeated_cells_of_open_document_are_bounded() {
    let cell = |more: &str| {
        format!("<table:table-cell office:value-type=\"string\" {more}><text:p>x</text:p></table:table-cell>")
    };
    let row = |more: &str, cells: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    let rows_repeated = row("table:number-rows-repeated=\"1048576\"", &cell(""));
    assert!(matches!(fault(&ods(&rows_repeated)), WorkbookFault::FarOff("below", _)));
    let columns_repeated = row("", &cell("table:number-columns-repeated=\"4294967295\""));
    assert!(matches!(fault(&ods(&columns_repeated)), WorkbookFault::FarOff("to the right of", _)));
    let empty =
        row("table:number-rows-repeated=\"1048000\"", "<table:table-cell table:number-columns-repeated=\"16384\"/>");
    assert_eq!(rows(&ods(&(row("", &cell("")) + &empty))), [[text("x")]]);
    let spaces = row(
        "",
        "<table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"4294967295\"/></text:p></table:table-cell>",
    );
    assert!(matches!(fault(&ods(&spaces)), WorkbookFault::TooLong(_)));
    assert!(matches!(fault(&ods("<table:table-row>")), WorkbookFault::Damaged(_)));
}

#[test]
fn lists_are_read_in_any_encoding_and_with_any_separator() {
    let lines = "Name;Town\r\n\"Ysgol; Môn\";Llangefni\r\n00123;\"two\nlines\"\r\n";
    let expected = [cells(&["Name", "Town"]), cells(&["Ysgol; Môn", "Llangefni"]), cells(&["00123", "two\nlines"])];
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(lines.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = lines.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = format!("\u{feff}{lines}");
    for bytes in [lines.as_bytes(), marked.as_bytes(), &utf16, &windows] {
        assert_eq!(rows(bytes), expected);
    }
    assert_eq!(rows(lines.replace(';', "\t").as_bytes())[0], cells(&["Name", "Town"]));
    assert_eq!(rows(b"sep=,\r\na,b"), [cells(&["a", "b"])]);
    assert!(matches!(fault(b"\xFF\xFEa\0b"), WorkbookFault::Damaged(_)));
    assert!(matches!(fault(b"a,\"b\nc"), WorkbookFault::Damaged(_)));
}

#[test]
fn a_list_that_never_ends_is_refused() {
    assert!(matches!(fault(&b",".repeat(1_100)), WorkbookFault::TooLarge(_)));
    let below = [&b"\n".repeat(200_000)[..], b"x"].concat();
    assert_eq!(place(&below), ("A200001".to_owned(), WorkbookFault::FarOff("below", "rows")));
}

/// Each byte of an old workbook's structure turned: read, or refused, and nothing else.
#[test]
fn an_old_workbook_that_is_damaged_anywhere_ends_in_words_or_a_fault() {
    let bytes = old_workbook();
    assert!(read_workbook(&bytes, "a.xls").is_ok());
    let step = if everything() { 1 } else { 7 };
    for at in (0..bytes.len()).step_by(step) {
        for value in [0x00, 0xFF, 0x7F] {
            let mut turned = bytes.clone();
            turned[at] = value;
            let _ = read_workbook(&turned, "a.xls");
        }
    }
    for length in (0..bytes.len()).step_by(97) {
        let _ = read_workbook(&bytes[..length], "a.xls");
    }
}

#[test]
fn chains_of_an_old_workbook_that_run_in_circles_are_refused() {
    let mut bytes = old_workbook();
    let number = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    // Each sector of the table that the header names is followed by itself.
    let table = 512 + number(&bytes, 76) as usize * 512;
    for sector in 0..128_u32 {
        bytes[table + sector as usize * 4..][..4].copy_from_slice(&sector.to_le_bytes());
    }
    assert!(matches!(fault(&bytes), WorkbookFault::Damaged(_)));
}
