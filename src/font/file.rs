//! The file of a font: its tables, and a file of those of them that are needed.
//!
//! In: the bytes of a file. Out: [`Tables`], each whole and as its checksum says; and the bytes of a file of some tables.
//!
//! Tables that are not on the list are left behind: pictures in colour, axes along which shapes vary, and whatever else a program might run.

use std::collections::BTreeMap;

/// The tables that are taken over where a font has them.
const TAKEN: [&[u8; 4]; 15] = [
    b"GDEF", b"GPOS", b"GSUB", b"OS/2", b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca",
    b"maxp", b"name", b"post",
];
/// Those that it must have.
const NEEDED: [&[u8; 4]; 8] = [b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name"];

/// What is wrong with a file that is not as it says.
pub(super) const DAMAGED: &str = "is damaged: its parts do not fit together";
const NO_FONT: &str = "is not a TrueType font, whatever its name says";

/// The list of the tables of a font comes first: 12 bytes, and 16 for each.
const HEAD: usize = 12;
const ENTRY: usize = 16;

/// The tables of a font by their names.
pub(super) struct Tables<'a>(BTreeMap<[u8; 4], &'a [u8]>);

impl<'a> Tables<'a> {
    /// Reads the list of tables, and holds each against its checksum.
    pub(super) fn of(file: &'a [u8]) -> Result<Tables<'a>, String> {
        match file.get(..4) {
            Some([0, 1, 0, 0] | b"true") => {}
            Some(b"OTTO") => {
                return Err("has its shapes in another way than TrueType (CFF), which cannot be tried out".to_owned());
            }
            Some(b"ttcf") => return Err("is a collection of several fonts".to_owned()),
            Some(b"wOFF" | b"wOF2") => return Err("is a font for web pages (WOFF)".to_owned()),
            _ => return Err(NO_FONT.to_owned()),
        }
        let count = two(file, 4).ok_or(DAMAGED)?;
        let mut tables = BTreeMap::new();
        let mut bytes = 0;
        for entry in (0..usize::from(count)).map(|index| HEAD + ENTRY * index) {
            let name: [u8; 4] = file.get(entry..entry + 4).and_then(|name| name.try_into().ok()).ok_or(DAMAGED)?;
            let [sum, start, length] = [4, 8, 12].map(|at| four(file, entry + at).unwrap_or(u32::MAX));
            let end = start.checked_add(length).ok_or(DAMAGED)?;
            let table = file.get(start as usize..end as usize).ok_or(DAMAGED)?;
            if !TAKEN.contains(&&name) {
                continue;
            }
            bytes += table.len();
            // Were they to lie over one another, a small file could be as large as it likes.
            if bytes > file.len() || checksum(&name, table) != sum || tables.insert(name, table).is_some() {
                return Err(DAMAGED.to_owned());
            }
        }
        if NEEDED.iter().any(|name| !tables.contains_key(*name)) {
            return Err(DAMAGED.to_owned());
        }
        Ok(Tables(tables))
    }

    /// A table; empty if the font has none of that name.
    pub(super) fn get(&self, name: &[u8; 4]) -> &'a [u8] {
        self.0.get(name).copied().unwrap_or_default()
    }

    /// A file of these tables, with others in the place of those of their names.
    pub(super) fn with(&self, others: &[([u8; 4], &[u8])]) -> Vec<u8> {
        let mut tables: BTreeMap<[u8; 4], &[u8]> = self.0.clone();
        tables.extend(others.iter().copied());
        let count = u16::try_from(tables.len()).unwrap_or_default();
        // How those who search the list by halves begin.
        let steps = count.checked_ilog2().unwrap_or_default() as u16;
        let range = 16 << steps;
        let mut file = vec![0, 1, 0, 0];
        for number in [count, range, steps, count * 16 - range] {
            file.extend(number.to_be_bytes());
        }
        let mut start = HEAD + ENTRY * tables.len();
        for (name, table) in &tables {
            file.extend(name);
            for number in [checksum(name, table), start as u32, table.len() as u32] {
                file.extend(number.to_be_bytes());
            }
            start += table.len().next_multiple_of(4);
        }
        for table in tables.values() {
            file.extend(*table);
            file.resize(file.len().next_multiple_of(4), 0);
        }
        file
    }
}

/// The sum of a table's numbers of four bytes; in the head of the font, but for the sum of the whole.
fn checksum(name: &[u8; 4], table: &[u8]) -> u32 {
    let mut sum = 0_u32;
    for (index, bytes) in table.chunks(4).enumerate() {
        let mut number = [0; 4];
        number[..bytes.len()].copy_from_slice(bytes);
        if !(name == b"head" && index == 2) {
            sum = sum.wrapping_add(u32::from_be_bytes(number));
        }
    }
    sum
}

pub(super) fn two(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

pub(super) fn four(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
