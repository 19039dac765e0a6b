//! The sheets of an `.xls` file, as Excel 97 to 2003 wrote them.

mod compound;
mod kind;
mod records;
mod sheets;

pub(super) use compound::BEGIN;
pub(super) use sheets::read;
