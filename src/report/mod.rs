//! A hub's or a trust's report: every school beside every other, with what is found in its documents and what is not.
//!
//! In: the case of each school with its drafts and findings ([`look`]). Out: a [`Report`], which is values alone, and its three renderings:
//! a web page ([`render_html`]), the sheets of a workbook ([`sheets`]) and JSON ([`render_json`]). All three say the same, cell by cell.
//!
//! A cell says found, thin, missing or does not apply. "Found" is proved by the drafted document, which holds the words that meet the
//! requirement, and never by the catalogue's own word.
//!
//! Not here: reading profiles, and putting the files in place (`job`).

mod gather;
mod html;
mod json;
mod look;
mod message;
mod model;
mod owed;
mod planned;
mod proof;
mod sheets;
mod sight;
mod since;
mod tally;

pub use gather::Gathering;
pub use html::render_html;
pub use json::render_json;
pub use look::{Looked, look, unread};
pub use message::{Message, message};
pub use model::{Cell, Change, Changes, Column, Entry, Part, Report, School, State, Turn};
pub use sheets::sheets;
pub use since::{Earlier, NoReport, changes};
pub use tally::{Tally, tally};
