//! A form written: the plan as a workbook, with the answers of a profile.
//!
//! In: a [`View`]. Out: [`Written`]: the workbook, and what of the profile it does not show. What is written is read back here and held against the
//! profile, so that nothing is shown that would come back as something else.

use super::plan::{Body, View, sheets};
use super::read::read_form;
use super::rows::sheet;
use super::start::start_sheet;
use crate::profile::whole_schema;
use crate::workbook::{ReadSheet, Workbook};
use crate::yaml::{Node, differing, unmentioned};

/// A form as a workbook.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) workbook: Workbook,
    /// The fields of the profile that it does not show; they stay as they are when it is read.
    pub(crate) not_shown: Vec<String>,
}

/// A form as a workbook.
pub(crate) fn write_form(view: &View<'_>) -> Written {
    let workbook = workbook_of(view, &[]);
    let Some(root) = view.root else { return Written { workbook, not_shown: Vec::new() } };
    let kept = other_than_shown(&workbook, root);
    let workbook = if kept.is_empty() { workbook } else { workbook_of(view, &kept) };
    let answers = read_form(&as_read(&workbook), "", Some(root)).unwrap_or_default();
    Written { workbook, not_shown: unmentioned(root, &answers.meant, "") }
}

fn workbook_of(view: &View<'_>, kept: &[String]) -> Workbook {
    let plan = sheets(view);
    let mut written = vec![start_sheet(view, &plan)];
    written.extend(plan.iter().map(|planned| sheet(view, planned, kept)));
    Workbook { title: "Careers policy and provider access: a form to fill in".to_owned(), sheets: written }
}

/// A workbook as it is read back: values and their places.
fn as_read(workbook: &Workbook) -> Vec<ReadSheet> {
    let sheets = workbook.sheets.iter().map(|sheet| ReadSheet {
        name: Some(sheet.name.clone()),
        rows: sheet.rows.iter().map(|row| row.iter().map(|cell| cell.value.clone()).collect()).collect(),
    });
    sheets.collect()
}

/// The fields and lists of a profile that would come back as something else.
fn other_than_shown(workbook: &Workbook, root: &Node) -> Vec<String> {
    let answers = read_form(&as_read(workbook), "", Some(root)).unwrap_or_default();
    let plan = sheets(&View::default());
    let tables: Vec<&str> = plan
        .iter()
        .filter_map(|planned| match &planned.body {
            Body::Table(table) => Some(table.path),
            Body::Fields(_) => None,
        })
        .collect();
    let mut kept: Vec<String> = differing(root, &answers.meant, whole_schema())
        .into_iter()
        .map(|path| {
            let table = tables.iter().find(|table| path == **table || path.starts_with(&format!("{table}[")));
            let of_action = path.starts_with("gatsby.") && path.contains(".actions");
            match table {
                Some(table) => (*table).to_owned(),
                None if of_action => "gatsby.actions".to_owned(),
                // The first of several people has the path of one alone.
                None => path.replace("[0].", "."),
            }
        })
        .collect();
    kept.dedup();
    kept
}
