//! The first sheet of a form: how it is filled in, and what each sheet is for.
//!
//! In: the sheets. Out: a sheet with a line for each, which leads there.

use super::plan::{Asked, Body, FormSheet, View};
use crate::catalogue::Duty;
use crate::law::Setting;
use crate::workbook::{Cell, Look, Sheet};

/// Its name.
pub(super) const START: &str = "Start here";

/// How a form is filled in.
const HOW: [&str; 8] = [
    "Write in the light yellow boxes of the column \"Your answer\", and in the rows of the lists. The rest is locked, so that nothing is lost by accident.",
    "What is marked \"asked by law\" your documents must say. \"Recommended\" is what the statutory guidance asks. The rest is yours to use or to leave empty.",
    "Some of it is asked only where it applies, of a school with a sixth form for instance.",
    "Some boxes have a list to pick from: click on the box, then on the small arrow beside it.",
    "Dates can be typed as 8 July 2026 or 08/07/2026. Telephone numbers keep their first 0.",
    "An answer that you empty is taken away. A box that you leave empty stays empty.",
    "Several answers to one question have a row each; more rows can be put in between. In a box of a list, a new line is made with Alt and Enter.",
    "When you are done, save the file and send it back, or type: careers-policy sheet read THIS-FILE.xlsx -o OUR-SCHOOL.yaml",
];

/// The first sheet.
pub(super) fn start_sheet(view: &View<'_>, sheets: &[FormSheet]) -> Sheet {
    let mut rows = vec![vec![Cell::of("Careers policy and provider access: a form to fill in", Look::Title)]];
    if let Some(setting) = view.setting {
        rows.push(vec![Cell::of(format!("Made for {}.", setting.with_article()), Look::Remark)]);
    }
    if view.setting == Some(Setting::MultiAcademyTrust) {
        let line = "The schools of the trust are named in its profile, under \"schools\", and not here.";
        rows.push(vec![Cell::of(line, Look::Remark)]);
    }
    rows.push(Vec::new());
    rows.push(vec![Cell::of("How to fill it in", Look::Heading)]);
    rows.extend(HOW.iter().map(|line| vec![Cell::from(*line)]));
    rows.push(Vec::new());
    let headings = ["The sheets", "Asked by law", "Recommended"];
    rows.push(headings.iter().map(|heading| Cell::of(*heading, Look::Heading)).collect());
    for sheet in sheets {
        let to = format!("#'{}'!A1", sheet.name);
        let name =
            Cell { link: Some(to), ..Cell::from(format!("{}: {}", sheet.name, first_sentence(&sheet.about)).as_str()) };
        let count = |duty: Duty| number(asked_in(sheet, duty));
        rows.push(vec![name, count(Duty::Statutory), count(Duty::Recommended)]);
    }
    Sheet { name: START.to_owned(), widths: vec![110, 14, 14], rows, locked: true, ..Sheet::default() }
}

fn first_sentence(words: &str) -> &str {
    words.find(". ").map_or(words, |end| &words[..=end])
}

fn number(count: usize) -> Cell {
    if count == 0 { Cell::default() } else { Cell::from(count.to_string().as_str()) }
}

/// How many questions of a sheet are asked so strongly.
fn asked_in(sheet: &FormSheet, duty: Duty) -> usize {
    let is = |asked: Asked| usize::from(asked == Asked::By(duty));
    match &sheet.body {
        Body::Fields(groups) => groups
            .iter()
            .map(|group| is(group.asked) + group.fields.iter().map(|field| is(field.asked)).sum::<usize>())
            .sum(),
        Body::Table(table) => is(table.asked) + table.columns.iter().map(|column| is(column.asked)).sum::<usize>(),
    }
}
