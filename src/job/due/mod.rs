//! What falls due for review: the dates of many schools in one list, soonest first.
//!
//! In: profiles' paths and a day. Out: [`Due`], one for each document that a school has, a school that a trust's file describes
//! too; and the list as CSV, a workbook, JSON, a calendar, Markdown or messages.
//!
//! A document without a date is in the list too: nobody would otherwise notice that it is never reviewed. The website's
//! information is listed only where its date is given, for it is no document of its own.
//!
//! Not here: whether the dates are allowed (`check`), or what is printed on the terminal (`cli`).

mod csv;
mod eml;
mod ics;
mod list;
mod markdown;
mod workbook;

pub use csv::due_csv;
pub use eml::{Drafts, due_drafts};
pub use ics::due_ics;
pub use list::{Due, Status, due_all, due_json, sort_due};
pub use markdown::due_markdown;
pub use workbook::due_workbook;
