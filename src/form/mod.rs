//! A school's form: its profile as a workbook that anybody can fill in, and the answers in one that was.
//!
//! In: the schema of the profile, the duties of a setting, the tree of a profile if there is one. Out: a [`Workbook`](crate::workbook::Workbook)
//! ([`write_form`]); and from the sheets of one that was filled in, [`Answers`] with the cell of each ([`read_form`]).
//!
//! Rows and columns are found by the name of their field, which stands small beside each, or by their labels, never by their place. What is shown and
//! what is read are one plan (`plan`), made from the schema, so that no field is listed by hand.
//!
//! Not here: the files of spreadsheet programs (`workbook`), whether answers are right (`profile`), or putting them into a profile's text (`yaml`).

mod cells;
mod found;
mod labels;
mod plan;
mod read;
mod rows;
mod start;
mod tables;
mod tree;
mod write;

pub(crate) use plan::View;
pub(crate) use read::{Answers, CellPlace, read_form};
pub(crate) use write::write_form;
