//! Bytes into text, as schools' computers write them.
//!
//! In: the bytes of a file. Out: its text without a byte-order mark, or [`Undecodable`] with the first byte that is at
//! fault and the text as an old Windows program would have shown it, so that a finding can show the line.
//!
//! Not here: guessing. A file that is not UTF-8 is never read as something else; it is only shown that way.

/// Bytes that are not UTF-8, nor UTF-16 with a byte-order mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecodable {
    /// The text as Windows-1252 shows it.
    pub shown: String,
    /// Where in `shown` the first character stands whose byte is at fault.
    pub at: usize,
}

/// The text of some bytes.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

/// The text of some bytes that old programs on Windows wrote, each byte a character.
pub fn decode_windows(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| windows_1252(*byte)).collect()
}

/// The bytes of a text in the encoding of other bytes, with their byte-order mark if they have one.
pub(super) fn encode_like(other: &[u8], text: &str) -> Vec<u8> {
    match other {
        [0xEF, 0xBB, 0xBF, ..] => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        [0xFF, 0xFE, ..] => [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        [0xFE, 0xFF, ..] => [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        _ => text.as_bytes().to_vec(),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Undecodable> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let (good, bad) = bytes.split_at(error.valid_up_to());
        let mut shown = String::from_utf8_lossy(good).into_owned();
        let at = shown.len();
        shown.extend(bad.iter().map(|byte| windows_1252(*byte)));
        Undecodable { shown, at }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Undecodable> {
    let (pairs, left_over) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut first_bad = None;
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(character.unwrap_or_else(|_| {
            first_bad.get_or_insert(text.len());
            char::REPLACEMENT_CHARACTER
        }));
    }
    if !left_over.is_empty() {
        first_bad.get_or_insert(text.len());
        text.push(char::REPLACEMENT_CHARACTER);
    }
    match first_bad {
        None => Ok(text),
        Some(at) => Err(Undecodable { shown: text, at }),
    }
}

/// The character that a byte stands for in Windows-1252, the usual encoding of old Windows programs.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_left_out() {
        assert_eq!(decode(b"\xEF\xBB\xBFa: 1").as_deref(), Ok("a: 1"));
    }

    #[test]
    fn utf_16_with_a_mark_is_read_either_way_round() {
        assert_eq!(decode(b"\xFF\xFEa\0\xEB\0").as_deref(), Ok("aë"));
        assert_eq!(decode(b"\xFE\xFF\0a\0\xEB").as_deref(), Ok("aë"));
    }

    #[test]
    fn a_text_goes_back_into_the_bytes_it_came_from() {
        for bytes in [&b"\xEF\xBB\xBFa: 1"[..], b"\xFF\xFEa\0\xEB\0", b"\xFE\xFF\0a\0\xEB", b"plain"] {
            assert_eq!(decode(bytes).map(|text| encode_like(bytes, &text)).as_deref(), Ok(bytes));
        }
    }

    #[test]
    fn an_old_windows_file_is_refused_and_shown_as_it_was_meant() {
        let refused = decode(b"name: Zo\xEB \x96 head").expect_err("these bytes are not UTF-8");
        assert_eq!(refused.shown, "name: Zoë – head");
        assert_eq!(refused.at, 8);
    }

    #[test]
    fn half_a_character_of_utf_16_is_refused() {
        assert!(decode(b"\xFF\xFEa\0b").is_err());
        assert!(decode(b"\xFF\xFE\x00\xD8").is_err());
    }
}
