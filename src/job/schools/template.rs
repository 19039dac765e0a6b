//! The empty list of schools, to be filled in.
//!
//! In: nothing. Out: a workbook with the columns that most hubs have, and a sheet that says what can be written into them.

use super::columns::label;
use crate::law::Setting;
use crate::workbook::{At, Cell, Choices, Look, Sheet, Workbook};

/// The columns, each with its width.
const COLUMNS: [(&str, u16); 11] = [
    ("setting.urn", 10),
    ("setting.name", 32),
    ("setting.type", 28),
    ("setting.year_groups", 14),
    ("setting.website", 32),
    ("setting.phone", 18),
    ("roles.careers_leader.name", 24),
    ("roles.careers_leader.email", 32),
    ("roles.careers_leader.phone", 22),
    ("roles.head.name", 24),
    ("setting.local_authority", 26),
];
/// How many rows are laid out; more can be written below.
const ROWS: u32 = 200;

/// The empty list.
pub fn schools_template() -> Workbook {
    let headings = COLUMNS.map(|(field, _)| Cell::of(label(field), Look::Heading)).to_vec();
    let empty = vec![Cell { look: Look::Answer, ..Cell::default() }; COLUMNS.len()];
    let rows = std::iter::once(headings).chain((0..ROWS).map(|_| empty.clone())).collect();
    let kinds = Setting::kinds().filter(|kind| *kind != Setting::MultiAcademyTrust);
    let kind = Choices {
        from: At { row: 1, column: 2 },
        to: At { row: ROWS, column: 2 },
        of: kinds.map(|kind| kind.id().to_owned()).collect(),
    };
    let list = Sheet {
        name: "Schools".to_owned(),
        widths: COLUMNS.map(|(_, width)| width).to_vec(),
        rows,
        frozen: 1,
        filtered: Some(0),
        locked: false,
        choices: vec![kind],
    };
    let lines = [
        "One school to a row. What you leave empty the school fills in itself.",
        "URN: six digits. With the register of schools the URN alone is enough: careers-policy sheet schools schools.xlsx --register edubasealldata.csv",
        "Type: the kind of institution, one of the words to pick from. The law is different for each.",
        "Year groups: in words, 7 to 11. A spreadsheet makes a date of 7-11.",
        "More columns can be added: any field of a profile by its name, such as Careers leader title or Provider access url. careers-policy catalogue --fields lists them.",
        "When the list changes, run the command again: what differs is changed in the profiles, and nothing else in them.",
    ];
    let help = Sheet {
        name: "How to fill it in".to_owned(),
        widths: vec![110],
        rows: std::iter::once(Cell::of("A list of schools", Look::Title))
            .chain(lines.map(Cell::from))
            .map(|cell| vec![cell])
            .collect(),
        ..Sheet::default()
    };
    Workbook { title: "A list of schools".to_owned(), sheets: vec![list, help] }
}
