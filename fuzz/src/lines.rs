//! Changes a text by its lines, so that what is tried stays YAML or XML more often than bytes changed anywhere would.
//!
//! In: the fuzzer's input and a number to choose by. Out: the input with one line doubled, moved, taken out or given another value; or as
//! libFuzzer itself would change it. The same number makes the same change.

use libfuzzer_sys::fuzzer_mutate;

/// Values that have been trouble, or ask for it: ends of types, what shows nothing, markup of every kind, ways out of a folder.
const VALUES: [&str; 60] = [
    "9999-12-31",
    "0001-01-01",
    "-9999-01-01",
    "2206-09-01",
    "9026-02-29",
    "31/2/2026",
    "1/9/2026",
    "September 9999",
    "0",
    "-1",
    "0-14",
    "0-99999999",
    "all years",
    "99999999999999999999",
    "1e400",
    "NaN",
    "~",
    "''",
    "\"\"",
    "no",
    "[]",
    "{}",
    "[[[[]]]]",
    "|",
    ">",
    "\"***\"",
    "\"---\"",
    "\"<br>\"",
    "\"<!-- x -->\"",
    "\"> \"",
    "\"| a |\\n| - |\"",
    "\"```\"",
    "\"[^1]\"",
    "\"# \"",
    "\"\\u200b\"",
    "\"\\u3164\"",
    "\"\\u202e evil\"",
    "\"\\ufeff=1+1\"",
    "\"\\ud7ff\"",
    "\"\\U0010FFFF\"",
    "\".\"",
    "\"{{ setting.name }}\"",
    "\"{% raw %}\"",
    "\"{# x #}\"",
    "\"$x$\"",
    "\"&amp;\"",
    "\"]]>\"",
    "\"</w:t>\"",
    "a@b?subject=x",
    "mailto:a@b",
    "a@b..example",
    "https://x.example/?a=b&c=d#e",
    "javascript:x",
    "file:///etc/passwd",
    "../../x",
    "/dev/null",
    "oakfield-academy.png",
    "meadowbank-trust.yaml",
    "multi_academy_trust",
    "0161 496 0000 ext 12",
];

/// Changes an input in place and gives its new length.
pub fn mutate_lines(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut choice = Choice(u64::from(seed) | 1 << 40);
    if choice.of(2) == 0 || size == 0 {
        return fuzzer_mutate(data, size, most);
    }
    let mut lines: Vec<Vec<u8>> = data[..size].split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    for _ in 0..=choice.of(3) {
        change(&mut lines, &mut choice);
    }
    let changed = lines.concat();
    let length = changed.len().min(most);
    data[..length].copy_from_slice(&changed[..length]);
    length
}

fn change(lines: &mut Vec<Vec<u8>>, choice: &mut Choice) {
    if lines.is_empty() {
        return;
    }
    let (at, other) = (choice.of(lines.len()), choice.of(lines.len()));
    match choice.of(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => {
            let end = (at + 1 + choice.of(12)).min(lines.len());
            let block = lines[at..end].to_vec();
            lines.splice(other..other, block);
        }
        4 => drop(lines.drain(at..(at + 1 + choice.of(12)).min(lines.len()))),
        5 => {
            let times = choice.of(6);
            lines[at].splice(0..0, std::iter::repeat_n(b' ', times));
        }
        _ => {
            // Another value behind the colon or the hyphen; a line without either is replaced but for its indentation.
            let line = &mut lines[at];
            let behind =
                |mark: &[u8]| line.windows(mark.len()).position(|part| part == mark).map(|place| place + mark.len());
            let indentation = line.iter().take_while(|byte| **byte == b' ').count();
            let from = behind(b": ").or_else(|| behind(b"- ")).unwrap_or(indentation);
            let value = VALUES[choice.of(VALUES.len())].as_bytes();
            line.truncate(from);
            line.extend_from_slice(value);
            line.push(b'\n');
        }
    }
}

/// A row of numbers that looks like chance (xorshift).
struct Choice(u64);

impl Choice {
    /// A number below another, which is not 0.
    fn of(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }
}
