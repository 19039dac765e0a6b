//! Where some words of a value's text stand in its file.
//!
//! In: a value as it is written, how it is written, its text, and a part of that text. Out: the bytes of the writing that hold the part.
//!
//! YAML folds lines, takes indentation away and reads escapes, so the text is not what is written. But it keeps every character that is
//! no space, in order: the two are read beside one another, and where they differ after all there is no place, never a wrong one.

use std::ops::Range;

use super::tree::Style;

/// The part of `written` that holds the part `words` of `text`, but for spaces at its ends.
pub(super) fn find(written: &str, style: Style, text: &str, words: Range<usize>) -> Option<Range<usize>> {
    let mut letters = Letters::of(written, style);
    let mut found: Option<Range<usize>> = None;
    for (at, c) in text.char_indices().filter(|(at, c)| *at < words.end && !is_space(*c)) {
        let (letter, range) = letters.next()?;
        if letter != c {
            return None;
        }
        if at >= words.start {
            let start = found.map_or(range.start, |found| found.start);
            found = Some(start..range.end);
        }
    }
    found
}

/// What YAML may add or take away between words.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The characters of a value that are no spaces, each with the bytes in which it is written.
struct Letters<'a> {
    written: &'a str,
    at: usize,
    quotation: Option<char>,
}

impl Letters<'_> {
    fn of(written: &str, style: Style) -> Letters<'_> {
        let quotation = written.chars().next().filter(|_| style == Style::Quoted);
        Letters { written, at: quotation.map_or(0, char::len_utf8), quotation }
    }

    /// The character that an escape stands for, and the bytes of the escape; `rest` begins with a backslash.
    fn escaped(rest: &str) -> Option<(char, usize)> {
        let sign = rest[1..].chars().next()?;
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => {
                let c = match sign {
                    'n' | 't' | 'r' => ' ',
                    'N' => '\u{85}',
                    '_' => '\u{a0}',
                    'L' => '\u{2028}',
                    'P' => '\u{2029}',
                    other => other,
                };
                return Some((c, 1 + sign.len_utf8()));
            }
        };
        let number = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
        Some((char::from_u32(number)?, 2 + digits))
    }
}

impl Iterator for Letters<'_> {
    type Item = (char, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = &self.written[self.at..];
            let (c, length) = match (rest.chars().next()?, self.quotation) {
                ('\\', Some('"')) => Self::escaped(rest)?,
                ('\'', Some('\'')) if rest.starts_with("''") => ('\'', 2),
                (c, Some(mark)) if c == mark => return None,
                (c, _) => (c, c.len_utf8()),
            };
            let start = self.at;
            self.at += length;
            if !is_space(c) {
                return Some((c, start..self.at));
            }
        }
    }
}
