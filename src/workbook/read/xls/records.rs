//! The records of the stream of a workbook of before 2007.
//!
//! In: the stream. Out: its records one after the other, and the words in them, which may run on into records that only continue the one
//! before.
//!
//! Not here: what each record is for.

use super::super::fault::Fault;
use super::compound::{damaged, u16_at};

/// The record that continues the one before.
const CONTINUE: u16 = 0x003C;
/// The most records that continue one.
const MOST_CONTINUED: usize = 20_000;

/// A stream while it is read.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

/// A record, with those that continue it.
pub(super) struct Record<'a> {
    /// What it is for.
    pub(super) kind: u16,
    /// Its own bytes.
    pub(super) data: &'a [u8],
    more: Vec<&'a [u8]>,
}

impl<'a> Records<'a> {
    /// The records from some byte of a stream on.
    pub(super) fn from(stream: &'a [u8], at: usize) -> Result<Records<'a>, Fault> {
        stream.get(at..).map(|rest| Records { rest }).ok_or_else(damaged)
    }

    /// The next record; nothing at the end of the stream.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, Fault> {
        if self.rest.len() < 4 {
            return Ok(None);
        }
        let (kind, data) = self.one()?;
        let mut more = Vec::new();
        while self.rest.len() >= 4 && u16_at(self.rest, 0)? == CONTINUE {
            if more.len() == MOST_CONTINUED {
                return Err(damaged());
            }
            more.push(self.one()?.1);
        }
        Ok(Some(Record { kind, data, more }))
    }

    fn one(&mut self) -> Result<(u16, &'a [u8]), Fault> {
        let (kind, length) = (u16_at(self.rest, 0)?, usize::from(u16_at(self.rest, 2)?));
        let data = self.rest.get(4..4 + length).ok_or_else(damaged)?;
        self.rest = &self.rest[4 + length..];
        Ok((kind, data))
    }
}

impl<'a> Record<'a> {
    /// The words of a record from some byte of it on.
    pub(super) fn words(&'a self, at: usize) -> Result<Words<'a>, Fault> {
        let data = self.data.get(at..).ok_or_else(damaged)?;
        Ok(Words { data, more: &self.more })
    }
}

/// The words of a record while they are read.
pub(super) struct Words<'a> {
    data: &'a [u8],
    more: &'a [&'a [u8]],
}

impl Words<'_> {
    /// Whether there are no more.
    pub(super) fn is_empty(&self) -> bool {
        self.data.is_empty() && self.more.iter().all(|data| data.is_empty())
    }

    /// Words whose length is given in one byte.
    pub(super) fn short(&mut self) -> Result<String, Fault> {
        let length = usize::from(self.byte()?);
        let is_wide = self.byte()? & 1 != 0;
        self.characters(length, is_wide)
    }

    /// Words whose length is given in two bytes, and which may be followed by looks of their pieces and by how they are spoken.
    pub(super) fn long(&mut self) -> Result<String, Fault> {
        let length = usize::from(self.two()?);
        let flags = self.byte()?;
        let looks = if flags & 8 != 0 { usize::from(self.two()?) } else { 0 };
        let spoken = if flags & 4 != 0 { usize::from(self.two()?) | usize::from(self.two()?) << 16 } else { 0 };
        let words = self.characters(length, flags & 1 != 0)?;
        self.skip(looks * 4)?;
        self.skip(spoken)?;
        Ok(words)
    }

    fn characters(&mut self, length: usize, mut is_wide: bool) -> Result<String, Fault> {
        let mut units = Vec::with_capacity(length);
        while units.len() < length {
            if self.data.is_empty() {
                self.go_on()?;
                // The rest says anew how wide it is.
                is_wide = self.byte()? & 1 != 0;
            }
            units.push(if is_wide { self.two()? } else { self.byte()?.into() });
        }
        Ok(String::from_utf16_lossy(&units))
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        while self.data.is_empty() {
            self.go_on()?;
        }
        let (first, rest) = self.data.split_first().ok_or_else(damaged)?;
        self.data = rest;
        Ok(*first)
    }

    fn two(&mut self) -> Result<u16, Fault> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn skip(&mut self, mut length: usize) -> Result<(), Fault> {
        while length > self.data.len() {
            length -= self.data.len();
            self.go_on()?;
        }
        self.data = &self.data[length..];
        Ok(())
    }

    fn go_on(&mut self) -> Result<(), Fault> {
        let (first, rest) = self.more.split_first().ok_or_else(damaged)?;
        (self.data, self.more) = (first, rest);
        Ok(())
    }
}
