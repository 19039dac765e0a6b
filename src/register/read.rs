//! Reads the files of the register for the schools that are wanted.
//!
//! In: the extract, and its file of links, as they come; which of them a file is, is told by the names of its columns. Out: a [`Register`].

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::ControlFlow;

use super::entry::{Columns, Entry};
use crate::workbook::{NoRows, Row, read_rows};

/// The schools that were wanted, as far as the files have them.
#[derive(Clone, Debug, Default)]
pub struct Register {
    entries: BTreeMap<u32, Vec<Entry>>,
    successors: BTreeMap<u32, Vec<(u32, String)>>,
}

/// Why a file could not be read as the register.
#[derive(Debug, thiserror::Error)]
pub enum NoRegister {
    /// Its rows could not be read.
    #[error(transparent)]
    Rows(NoRows),
    /// It is another file.
    #[error(
        "this is not the register of schools: its first row does not name the columns `URN` and `EstablishmentName`. Download \"All establishment \
         data\" as CSV from Get Information About Schools, and give the file edubasealldata with its date as it is"
    )]
    Other,
}

/// Why the register has no entry to give.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoEntry {
    /// The number is not in it.
    #[error("there is no school with the URN {0} in the register; look at the number, or take a newer extract")]
    Unknown(u32),
    /// The number is in it more than once.
    #[error("the register has the URN {0} in lines {1}: the file is not as it was published; download it again")]
    Twice(u32, String),
}

/// A unique reference number as somebody wrote it: six digits.
pub fn urn_of(words: &str) -> Option<u32> {
    let words = words.trim();
    let words = words.strip_suffix(".0").unwrap_or(words);
    (words.len() == 6 && words.bytes().all(|byte| byte.is_ascii_digit())).then(|| words.parse().ok()).flatten()
}

/// What a file is.
enum File {
    Extract(Columns, usize),
    Links(Columns, usize),
}

impl Register {
    /// Reads a file for these numbers; what is known already stays.
    ///
    /// # Errors
    /// If it cannot be read, or is no file of the register.
    pub fn read(&mut self, from: impl Read, wanted: &BTreeSet<u32>) -> Result<(), NoRegister> {
        let mut file = None;
        read_rows(from, |row| match &file {
            None => {
                file = file_of(row);
                if file.is_some() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            }
            Some(File::Extract(columns, urn)) => {
                if let Some(urn) = wanted_number(row.bytes(*urn), wanted) {
                    self.entries.entry(urn).or_default().push(Entry::of(row, urn, columns));
                }
                ControlFlow::Continue(())
            }
            Some(File::Links(columns, urn)) => {
                if let Some(urn) = wanted_number(row.bytes(*urn), wanted) {
                    self.successors.entry(urn).or_default().extend(successor(row, columns));
                }
                ControlFlow::Continue(())
            }
        })
        .map_err(NoRegister::Rows)?;
        file.map(drop).ok_or(NoRegister::Other)
    }

    /// What the register says of a school.
    ///
    /// # Errors
    /// If it is not in it, or more than once.
    pub fn entry(&self, urn: u32) -> Result<&Entry, NoEntry> {
        match self.entries.get(&urn).map(Vec::as_slice) {
            Some([entry]) => Ok(entry),
            Some([first, others @ ..]) => {
                let lines = std::iter::once(first).chain(others).map(|entry| entry.line.to_string());
                Err(NoEntry::Twice(urn, lines.collect::<Vec<_>>().join(", ")))
            }
            _ => Err(NoEntry::Unknown(urn)),
        }
    }

    /// The schools that followed one that closed, with their numbers; none without the file of links.
    pub fn successors(&self, urn: u32) -> &[(u32, String)] {
        self.successors.get(&urn).map(Vec::as_slice).unwrap_or_default()
    }
}

fn file_of(first: Row<'_>) -> Option<File> {
    let columns = Columns::of(first);
    let urn = columns.at("URN")?;
    if columns.at("EstablishmentName").is_some() {
        return Some(File::Extract(columns, urn));
    }
    columns.at("LinkURN").is_some().then_some(File::Links(columns, urn))
}

/// The number in a field, if it is wanted. Of fifty thousand rows nearly all are not, so no words are made of them.
fn wanted_number(bytes: &[u8], wanted: &BTreeSet<u32>) -> Option<u32> {
    let bytes = bytes.trim_ascii();
    let number = bytes.iter().try_fold(0u32, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(u32::from(digit))
    })?;
    (!bytes.is_empty() && wanted.contains(&number)).then_some(number)
}

/// The school that a row of links says to have followed: "Successor", "Successor - merged" and the like.
fn successor(row: Row<'_>, columns: &Columns) -> Option<(u32, String)> {
    let is_next = columns.words(row, "LinkType")?.to_lowercase().starts_with("successor");
    let urn = columns.words(row, "LinkURN")?.parse().ok()?;
    let name = columns.words(row, "LinkName").unwrap_or_else(|| "a school".to_owned());
    is_next.then_some((urn, name))
}
