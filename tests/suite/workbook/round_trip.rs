//! What is written is read again as it was.

use careers_policy::workbook::{
    At, Cell, Choices, Look, Sheet, Unwritable, Value, Workbook, read_workbook, write_workbook,
};

/// Words of schools that programs trip over.
const AWKWARD: [&str; 24] = [
    "St Mary’s & St John’s",
    "<b>Oak</b>",
    "“Quoted” and \"quoted\"",
    "O'Brien",
    "'leading apostrophe",
    "00123",
    "1e5",
    "1/2",
    "2026-09-01",
    "=1+1",
    "=HYPERLINK(\"https://example.org\",\"press\")",
    "+44 20 7946 0000",
    "-5",
    "@SUM(A1)",
    "https://example.org",
    "مدرسة النور",
    "Ysgol Gyfun Gŵyr",
    "🎓 Academy 👩🏽‍🔬",
    "two\nlines",
    "  spaces around  ",
    "_x000D_ as typed",
    "TRUE",
    "a,b;c\td",
    "\u{a0}hard space",
];

fn words(words: &str) -> Value {
    Value::Words(words.to_owned())
}

fn day(day: &str) -> Value {
    Value::Day(day.parse().unwrap())
}

/// A workbook with all that a workbook can hold.
pub(super) fn full() -> Workbook {
    let awkward = AWKWARD.iter().map(|words| vec![Cell::of(*words, Look::Answer)]);
    let long = "é".repeat(300);
    let looks = [
        Look::Plain,
        Look::Title,
        Look::Heading,
        Look::Answer,
        Look::Remark,
        Look::Statutory,
        Look::Recommended,
        Look::Found,
    ];
    let mut second: Vec<Vec<Cell>> = looks.iter().map(|look| vec![Cell::of("words", *look)]).collect();
    let value = |value| Cell { value, look: Look::Answer, link: None };
    let values = [
        day("2026-09-01"),
        // LibreOffice counts the two months before otherwise than Excel.
        day("1900-03-01"),
        day("2099-12-31"),
        Value::Number(12.5),
        Value::Number(7.0),
        Value::Truth(true),
    ];
    second.push(values.map(value).to_vec());
    second.push(vec![Cell { link: Some("https://example.org/a?b=c&d".to_owned()), ..Cell::from("page") }]);
    second.push(vec![Cell { link: Some("#'Answers & names'!A1".to_owned()), ..Cell::from("cell") }]);
    second.push(vec![Cell::default(), Cell::from(long.as_str()), Cell::default()]);
    Workbook {
        title: "A school & its <answers>".to_owned(),
        sheets: vec![
            Sheet {
                name: "Answers & names".to_owned(),
                widths: vec![40, 60],
                rows: awkward.collect(),
                frozen: 1,
                filtered: Some(0),
                locked: true,
                choices: vec![
                    Choices {
                        from: At { row: 1, column: 0 },
                        to: At { row: 1, column: 0 },
                        of: vec!["yes".into(), "no".into()],
                    },
                    Choices {
                        from: At { row: 2, column: 0 },
                        to: At { row: 9, column: 0 },
                        of: (0..60).map(|number| format!("Choice {number}, one of many")).collect(),
                    },
                ],
            },
            Sheet { name: "Lists".to_owned(), rows: second, ..Sheet::default() },
        ],
    }
}

/// The values of a sheet as they are read: without empty ends.
pub(super) fn values(sheet: &Sheet) -> Vec<Vec<Value>> {
    let row = |cells: &Vec<Cell>| {
        let mut values: Vec<Value> = cells.iter().map(|cell| cell.value.clone()).collect();
        while values.last() == Some(&Value::Empty) {
            values.pop();
        }
        values
    };
    sheet.rows.iter().map(row).collect()
}

#[test]
fn what_is_written_is_read_again() {
    let written = full();
    let read = read_workbook(&write_workbook(&written).unwrap(), "a.xlsx").unwrap();
    assert_eq!(read.len(), written.sheets.len(), "the lists to pick from are no sheet of anybody's");
    for (written, read) in written.sheets.iter().zip(&read) {
        assert_eq!(read.name.as_deref(), Some(&*written.name));
        assert_eq!(read.rows, values(written));
    }
}

#[test]
fn the_same_workbook_is_the_same_bytes() {
    assert_eq!(write_workbook(&full()).unwrap(), write_workbook(&full()).unwrap());
}

#[test]
fn a_cell_holds_as_much_as_a_spreadsheet_lets_it_and_no_more() {
    let of = |words: String| Workbook {
        title: String::new(),
        sheets: vec![Sheet {
            name: "S".to_owned(),
            rows: vec![vec![Cell::default(), words.as_str().into()]],
            ..Sheet::default()
        }],
    };
    let most = "é".repeat(32_767);
    let read = read_workbook(&write_workbook(&of(most.clone())).unwrap(), "a.xlsx").unwrap();
    assert_eq!(read[0].rows, [[Value::Empty, words(&most)]]);
    let at = At { row: 0, column: 1 };
    let refused = write_workbook(&of(format!("{most}!"))).unwrap_err();
    assert_eq!(refused, Unwritable::TooLong { sheet: "S".to_owned(), at, length: 32_768 });
    // A picture of a face takes two of the units in which spreadsheets count.
    assert!(write_workbook(&of("🎓".repeat(16_384))).is_err());
}

#[test]
fn a_sheet_has_a_name_that_spreadsheets_allow() {
    let of = |names: &[&str]| Workbook {
        title: String::new(),
        sheets: names.iter().map(|name| Sheet { name: (*name).to_owned(), ..Sheet::default() }).collect(),
    };
    for names in
        [&["a/b"][..], &[""], &["'a'"], &["A sheet with a name of over thirty"], &["Same", "same"], &["a\u{7}"]]
    {
        assert!(matches!(write_workbook(&of(names)), Err(Unwritable::SheetName(_))), "{names:?}");
    }
    assert!(write_workbook(&of(&["A & B", "“Ysgol”"])).is_ok());
}

#[test]
fn a_link_leads_to_a_page_a_mailbox_or_a_cell_only() {
    let of = |link: &str| {
        let cell = Cell { link: Some(link.to_owned()), ..Cell::from("words") };
        write_workbook(&Workbook {
            title: String::new(),
            sheets: vec![Sheet { name: "S".to_owned(), rows: vec![vec![cell]], ..Sheet::default() }],
        })
    };
    for link in ["https://example.org", "mailto:head@example.org", "#'S'!A1"] {
        assert!(of(link).is_ok(), "{link}");
    }
    let endless = format!("https://example.org/{}", "a".repeat(3_000));
    for link in ["file:///etc/passwd", "javascript:alert(1)", "\\\\server\\share", "", &endless] {
        assert!(matches!(of(link), Err(Unwritable::Link { .. })), "{link}");
    }
}

#[test]
fn a_hidden_character_is_shown_where_it_stood() {
    let workbook = Workbook {
        title: "t\u{1}".to_owned(),
        sheets: vec![Sheet { name: "S".to_owned(), rows: vec![vec!["a\u{7}b\r\nc".into()]], ..Sheet::default() }],
    };
    let read = read_workbook(&write_workbook(&workbook).unwrap(), "a.xlsx").unwrap();
    assert_eq!(read[0].rows, [[words("a\u{fffd}b\nc")]]);
}

#[test]
fn words_that_look_like_markup_of_the_writer_are_words() {
    let awkward = ["<r>=</r>", "<r><t>a & b</t></r>", "<r></r>"];
    let plain = awkward.map(|words| Cell::of(words, Look::Answer));
    let linked =
        awkward.map(|words| Cell { link: Some("https://example.org".to_owned()), ..Cell::of(words, Look::Plain) });
    let rows = plain.into_iter().chain(linked).map(|cell| vec![cell]).collect();
    let sheet = Sheet { name: "S".to_owned(), rows, ..Sheet::default() };
    let bytes = write_workbook(&Workbook { title: String::new(), sheets: vec![sheet] }).unwrap();
    let read = read_workbook(&bytes, "a.xlsx").unwrap();
    let expected: Vec<Vec<Value>> = awkward.iter().chain(&awkward).map(|awkward| vec![words(awkward)]).collect();
    assert_eq!(read[0].rows, expected);
}
