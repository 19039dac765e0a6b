//! The list as a workbook.
//!
//! In: [`Due`]s in order. Out: a [`Workbook`] of one sheet, in which the days are days, so that they can be sorted and reckoned with.

use super::list::Due;
use crate::workbook::{Cell, Sheet, Value, Workbook};

/// The columns and how wide they are.
const COLUMNS: [(&str, u16); 9] = [
    ("Due", 20),
    ("Status", 11),
    ("Days", 8),
    ("School", 36),
    ("Document", 32),
    ("Careers leader", 26),
    ("Email", 36),
    ("File", 36),
    ("Field", 32),
];

/// The list as a workbook.
pub fn due_workbook(list: &[Due]) -> Workbook {
    let of = |value| Cell { value, ..Cell::default() };
    let row = |due: &Due| {
        let [owner, email] = [&due.owner, &due.email].map(|words| words.as_deref().unwrap_or_default());
        let words = [&due.school, due.name, owner, email, &due.file, &due.field].map(Cell::from);
        let day = of(due.due.map_or(Value::Empty, Value::Day));
        let days = of(due.days.map_or(Value::Empty, |days| Value::Number(days.into())));
        [day, due.status.word().into(), days].into_iter().chain(words).collect()
    };
    let sheet = Sheet::table("Reviews", &COLUMNS, list.iter().map(row).collect());
    Workbook { title: "Reviews that fall due".to_owned(), sheets: vec![sheet] }
}
