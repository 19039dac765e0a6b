//! The streams within a compound file: what Office wrote before 2007, and what it writes around an encrypted document.
//!
//! In: bytes. Out: the names of its streams, and a stream by its name. The chains of sectors that a file describes may run in circles or
//! past its end; none is followed for longer than the file has sectors, so that nothing takes more memory than the file itself.
//!
//! Not here: what stands in the streams.

use super::super::fault::Fault;

/// How such a file begins.
pub(in crate::workbook::read) const BEGIN: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// The end of a chain, and the first number that is no sector.
const END: u32 = 0xFFFF_FFFE;
const NO_SECTOR: u32 = 0xFFFF_FFFA;
/// Streams shorter than this are kept in small sectors within one long stream.
const SMALL_STREAM: usize = 4_096;
/// The size of a small sector.
const SMALL_SECTOR: usize = 64;
/// The size of an entry of the list of streams.
const ENTRY: usize = 128;
/// The kind of an entry that is a stream.
const STREAM: u8 = 2;

/// A compound file.
pub(super) struct Compound<'a> {
    /// All but its header.
    sectors: Vec<&'a [u8]>,
    next: Vec<u32>,
    next_small: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

impl Compound<'_> {
    /// Opens a file.
    pub(super) fn open(bytes: &[u8]) -> Result<Compound<'_>, Fault> {
        let header = bytes.get(..512).ok_or_else(damaged)?;
        let size = match u16_at(header, 30)? {
            9 => 512,
            12 => 4_096,
            _ => return Err(damaged()),
        };
        let sectors: Vec<&[u8]> = bytes.get(size..).ok_or_else(damaged)?.chunks(size).collect();
        let mut file =
            Compound { sectors, next: Vec::new(), next_small: Vec::new(), small: Vec::new(), entries: Vec::new() };
        file.next = file.table(header)?;
        let list = file.chain(u32_at(header, 48)?, usize::MAX)?;
        file.entries = list.chunks_exact(ENTRY).map(entry).collect::<Result<_, _>>()?;
        let table = file.chain(u32_at(header, 60)?, usize::MAX)?;
        file.next_small = numbers(&table);
        let (start, size) = file.entries.first().map(|root| (root.start, root.size)).ok_or_else(damaged)?;
        file.small = file.chain(start, size)?;
        Ok(file)
    }

    /// Whether there is a stream or a folder of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream's bytes; nothing if there is no such stream.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let is_it = |entry: &&Entry| entry.kind == STREAM && entry.name.eq_ignore_ascii_case(name);
        let Some(entry) = self.entries.iter().find(is_it) else { return Ok(None) };
        if entry.size >= SMALL_STREAM {
            return self.chain(entry.start, entry.size).map(Some);
        }
        let sectors: Vec<&[u8]> = self.small.chunks(SMALL_SECTOR).collect();
        follow(&sectors, &self.next_small, entry.start, entry.size).map(Some)
    }

    fn chain(&self, start: u32, size: usize) -> Result<Vec<u8>, Fault> {
        follow(&self.sectors, &self.next, start, size)
    }

    /// Which sector follows on which. The sectors that say so are named in the header, and then in a chain of their own.
    fn table(&self, header: &[u8]) -> Result<Vec<u32>, Fault> {
        let mut named = numbers(header.get(76..).unwrap_or_default());
        let mut more = u32_at(header, 68)?;
        let mut left = self.sectors.len();
        while more < NO_SECTOR {
            left = left.checked_sub(1).ok_or_else(damaged)?;
            let mut numbers = numbers(self.sector(more)?);
            more = numbers.pop().ok_or_else(damaged)?;
            named.extend(numbers);
        }
        named.retain(|sector| *sector < NO_SECTOR);
        if named.len() > self.sectors.len() {
            return Err(damaged());
        }
        let mut next = Vec::new();
        for sector in named {
            next.extend(numbers(self.sector(sector)?));
        }
        Ok(next)
    }

    fn sector(&self, number: u32) -> Result<&[u8], Fault> {
        self.sectors.get(number as usize).copied().ok_or_else(damaged)
    }
}

/// The bytes of a chain of sectors, as many as are asked for at most.
fn follow(sectors: &[&[u8]], next: &[u32], start: u32, size: usize) -> Result<Vec<u8>, Fault> {
    let (mut bytes, mut sector, mut left) = (Vec::new(), start, sectors.len());
    while sector < NO_SECTOR && bytes.len() < size {
        left = left.checked_sub(1).ok_or_else(damaged)?;
        bytes.extend_from_slice(sectors.get(sector as usize).ok_or_else(damaged)?);
        sector = next.get(sector as usize).copied().unwrap_or(END);
    }
    bytes.truncate(size);
    Ok(bytes)
}

fn entry(bytes: &[u8]) -> Result<Entry, Fault> {
    let units = bytes.get(..64).unwrap_or_default().as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair));
    let name =
        char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Ok(Entry {
        name: name.collect(),
        kind: bytes.get(66).copied().unwrap_or_default(),
        start: u32_at(bytes, 116)?,
        size: u32_at(bytes, 120)? as usize,
    })
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

/// A number of two bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let two = bytes.get(at..).and_then(|from| from.first_chunk()).ok_or_else(damaged)?;
    Ok(u16::from_le_bytes(*two))
}

/// A number of four bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let four = bytes.get(at..).and_then(|from| from.first_chunk()).ok_or_else(damaged)?;
    Ok(u32::from_le_bytes(*four))
}

pub(super) fn damaged() -> Fault {
    Fault::damaged("it is cut off, or its parts do not fit together")
}
