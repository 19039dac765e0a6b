//! A school's form: its profile as a workbook or a page that anybody can fill in, and the answers in one that was.
//!
//! In: the schema of the profile, the duties of a setting, the tree of a profile if there is one. Out: a [`Workbook`](crate::workbook::Workbook)
//! ([`write_form`]); and from the sheets of one that was filled in, [`Answers`] with the cell of each ([`read_form`]).
//!
//! Rows and columns are found by the name of their field, which stands small beside each, or by their labels, never by their place. What is shown and
//! what is read are one plan (`plan`), made from the schema, so that no field is listed by hand.
//!
//! A page asks the same in [`Section`]s with lists inside lists ([`section`]); its answers are [`Given`], of which only those that changed are meant.
//!
//! Not here: the files of spreadsheet programs (`workbook`), whether answers are right (`profile`), or putting them into a profile's text (`yaml`).

mod cells;
mod found;
mod labels;
mod plan;
mod questions;
mod read;
mod rows;
mod start;
mod tables;
mod tree;
mod values;
mod write;

pub(crate) use labels::{folded, label as field_label, without_signs};
pub(crate) use plan::{Asked, View};
pub(crate) use questions::{LineKind, Question, QuestionKind, Section, SectionName, section, section_names};
pub(crate) use read::{Answers, CellPlace, read_form};
pub(crate) use tree::{kind_in, node_at};
pub(crate) use values::{Given, Sent, alike, blank_entry, differing, laid_out, meant_by, sent, shown};
pub(crate) use write::write_form;
