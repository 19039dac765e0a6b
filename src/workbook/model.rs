//! What a workbook is made of, for writing one and after reading one.
//!
//! A workbook that is written says how it looks: widths, headings, what may be filled in. One that was read is values and their places alone,
//! since programs keep little of a look. Not here: the files that programs open.

use std::fmt;

use crate::law::Date;

/// A workbook to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its title, among the properties of the file.
    pub title: String,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// How wide each column is, in characters.
    pub widths: Vec<u16>,
    /// Its rows, from the first on.
    pub rows: Vec<Vec<Cell>>,
    /// The number of rows at its top that stay in sight and are printed on each page.
    pub frozen: u32,
    /// The row of headings whose rows below can be filtered, counted from 0, if any.
    pub filtered: Option<u32>,
    /// True if only cells of [`Look::Answer`] can be changed.
    pub locked: bool,
    /// Cells for which there are choices to pick from.
    pub choices: Vec<Choices>,
}

/// Cells whose answer is one of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The first cell.
    pub from: At,
    /// The last cell: to its right and below.
    pub to: At,
    /// What can be picked. Something else may still be typed.
    pub of: Vec<String>,
}

/// A cell to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// What it is for, which decides how it looks.
    pub look: Look,
    /// Where it leads: an address, or a cell of this workbook as `#'Sheet'!A1`. Only words lead anywhere.
    pub link: Option<String>,
}

/// What a cell is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Plain words, not to be changed.
    #[default]
    Plain,
    /// The title of a sheet.
    Title,
    /// The heading of a column or of a group of rows.
    Heading,
    /// A cell to be filled in.
    Answer,
    /// Remarks, smaller than what they are about.
    Remark,
    /// Something that the law asks for is found missing, or a field that the law asks for.
    Statutory,
    /// Something that guidance recommends is found missing, or a field that it recommends.
    Recommended,
    /// Something that is there as it should be.
    Found,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words. Written, they are words to every program, whatever sign they begin with.
    Words(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Truth(bool),
}

/// A sheet that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadSheet {
    /// Its name; nothing in a CSV file.
    pub name: Option<String>,
    /// Its rows from the first row of the sheet on, each from its first column on, without empty ones at their ends.
    pub rows: Vec<Vec<Value>>,
}

/// Where a cell is in its sheet; both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
}

impl fmt::Display for At {
    /// As spreadsheets name it: `B12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = String::new();
        let mut left = self.column + 1;
        while left > 0 {
            let digit = u8::try_from((left - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + digit));
            left = (left - 1) / 26;
        }
        write!(f, "{letters}{}", self.row + 1)
    }
}

impl Sheet {
    /// A table: a row of headings that stays in sight and by which the rows below can be filtered, with the width of each column.
    pub fn table(name: &str, columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Sheet {
        let headings = columns.iter().map(|(heading, _)| Cell::of(*heading, Look::Heading)).collect();
        Sheet {
            name: name.to_owned(),
            widths: columns.iter().map(|(_, width)| *width).collect(),
            rows: std::iter::once(headings).chain(rows).collect(),
            frozen: 1,
            filtered: Some(0),
            ..Sheet::default()
        }
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self { value: Value::Words(words.to_owned()), ..Self::default() }
    }
}

impl Cell {
    /// Words that look like what they are for.
    pub fn of(words: impl Into<String>, look: Look) -> Self {
        Self { value: Value::Words(words.into()), look, link: None }
    }
}
