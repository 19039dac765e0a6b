//! What a character is to a person who has to replace it: letters of a script, a bullet, a tick, a picture, or nothing that can be seen.
//!
//! In: a character outside the common ones. Out: its [`CharacterKind`], by the blocks of Unicode.
//!
//! Not here: whether a font has it (`picture`), or what to do about it (`check`).

use std::ops::Range;

/// What a character is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CharacterKind {
    /// A letter, digit or mark of a script, by its name in English.
    Script(&'static str),
    /// A letter or digit of the English alphabet in another dress: joined, of full width, or made for mathematics.
    Disguised,
    /// A sign that begins the lines of a list.
    Bullet,
    /// A tick or a cross.
    Tick,
    /// A little picture.
    Picture,
    /// A sign that only one font has, such as those that Word takes for its bullets.
    Private,
    /// Nothing that can be seen, by its name.
    Hidden(&'static str),
    /// Any other sign.
    Sign,
}

use CharacterKind::{Bullet, Disguised, Hidden, Picture, Private, Script, Tick};

/// The first block that holds a character says what it is.
const BLOCKS: [(u32, u32, CharacterKind); 45] = [
    (0x0300, 0x036f, Script("combining accent")),
    (0x0370, 0x03ff, Script("Greek")),
    (0x0400, 0x052f, Script("Cyrillic")),
    (0x0530, 0x058f, Script("Armenian")),
    (0x0590, 0x05ff, Script("Hebrew")),
    (0x0600, 0x07bf, Script("Arabic")),
    (0x08a0, 0x08ff, Script("Arabic")),
    (0x0900, 0x097f, Script("Devanagari")),
    (0x0980, 0x09ff, Script("Bengali")),
    (0x0a00, 0x0a7f, Script("Gurmukhi")),
    (0x0a80, 0x0aff, Script("Gujarati")),
    (0x0b80, 0x0bff, Script("Tamil")),
    (0x0d80, 0x0dff, Script("Sinhala")),
    (0x0e00, 0x0e7f, Script("Thai")),
    (0x10a0, 0x10ff, Script("Georgian")),
    (0x115f, 0x1160, Hidden("Hangul filler")),
    (0x1200, 0x139f, Script("Ethiopic")),
    (0x180b, 0x180f, Hidden("Mongolian separator")),
    (0x2022, 0x2023, Bullet),
    (0x2043, 0x204d, Bullet),
    (0x2190, 0x21ff, Bullet),
    (0x25a0, 0x25ff, Bullet),
    (0x2605, 0x2606, Bullet),
    (0x2611, 0x2612, Tick),
    (0x2705, 0x2705, Tick),
    (0x2713, 0x2718, Tick),
    (0x2721, 0x274d, Bullet),
    (0x2756, 0x2756, Bullet),
    (0x2794, 0x27bf, Bullet),
    (0x2800, 0x2800, Hidden("blank Braille pattern")),
    (0x2b00, 0x2b5f, Bullet),
    (0x3040, 0x30ff, Script("Japanese")),
    (0x3164, 0x3164, Hidden("Hangul filler")),
    (0x3400, 0x9fff, Script("Chinese")),
    (0xac00, 0xd7a3, Script("Korean")),
    (0xe000, 0xf8ff, Private),
    (0xfb00, 0xfb06, Disguised),
    (0xfb1d, 0xfb4f, Script("Hebrew")),
    (0xfb50, 0xfeff, Script("Arabic")),
    (0xff01, 0xff5e, Disguised),
    (0xfff0, 0xffff, Hidden("replacement character")),
    (0x1d400, 0x1d7ff, Disguised),
    (0x1f000, 0x1faff, Picture),
    (0x20000, 0x3ffff, Script("Chinese")),
    (0xe0000, 0xe0fff, Hidden("tag or variation selector")),
];

impl CharacterKind {
    /// What a character is.
    pub fn of(c: char) -> CharacterKind {
        let c = u32::from(c);
        let block = BLOCKS.iter().find(|(first, last, _)| (*first..=*last).contains(&c));
        match block {
            Some((_, _, kind)) => *kind,
            None if c >= 0xf_0000 => Private,
            None => CharacterKind::Sign,
        }
    }
}

/// The language of a text, as far as its letters tell, and the way in which it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// A BCP 47 tag.
    pub tag: &'static str,
    /// Whether it is read from right to left.
    pub right_to_left: bool,
}

/// The letters that Urdu has and Arabic and Persian have not.
const URDU: [char; 7] = ['ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ', 'ھ'];
/// The letters that Persian has and Arabic has not.
const PERSIAN: [char; 5] = ['پ', 'چ', 'ژ', 'گ', 'ی'];

/// The language that a text begins in; none where that is a script of Europe, or one that says too little.
pub fn language_of(text: &str) -> Option<Language> {
    let Script(script) = CharacterKind::of(text.chars().find(|c| c.is_alphabetic())?) else { return None };
    let (tag, right_to_left) = match script {
        "Hebrew" => ("he", true),
        "Arabic" if text.contains(URDU) => ("ur", true),
        "Arabic" if text.contains(PERSIAN) => ("fa", true),
        "Arabic" => ("ar", true),
        "Devanagari" => ("hi", false),
        "Bengali" => ("bn", false),
        "Gurmukhi" => ("pa", false),
        "Gujarati" => ("gu", false),
        "Tamil" => ("ta", false),
        _ => return None,
    };
    Some(Language { tag, right_to_left })
}

/// Whether a joiner after this character has a meaning: in Arabic and the scripts of India it shapes the letters beside it.
pub fn takes_joiners(c: char) -> bool {
    matches!(CharacterKind::of(c), Script("Arabic" | "Devanagari" | "Bengali" | "Gurmukhi" | "Gujarati" | "Tamil"))
}

/// Where the words of a text stand that are written from right to left: from the first to the last letter of each such row.
pub fn right_to_left(text: &str) -> Vec<Range<usize>> {
    let is_letter = |c: &char| matches!(CharacterKind::of(*c), Script("Hebrew" | "Arabic"));
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_letter(c)) {
        let end = at + c.len_utf8();
        match rows.last_mut().filter(|row| !text[row.end..at].contains(char::is_alphanumeric)) {
            Some(row) => row.end = end,
            None => rows.push(at..end),
        }
    }
    rows
}

/// True for a character that shows nothing and only steers layout: a byte-order mark, a joiner, a direction mark. They
/// come along when text is pasted. Few fonts have them, and PDF/UA-1 forbids some, so the PDF leaves them out.
pub fn shows_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_known_by_its_block() {
        for (c, kind) in [
            ('ב', Script("Hebrew")),
            ('س', Script("Arabic")),
            ('➢', Bullet),
            ('★', Bullet),
            ('✓', Tick),
            ('\u{f0b7}', Private),
            ('\u{fffc}', Hidden("replacement character")),
            ('𝐂', Disguised),
            ('🎓', Picture),
            ('☎', CharacterKind::Sign),
            ('\u{10fffd}', Private),
        ] {
            assert_eq!(CharacterKind::of(c), kind, "{c}");
        }
    }

    #[test]
    fn words_from_right_to_left_are_found_with_what_stands_between_them() {
        let text = "Beis Chana (בית חנה) and بيت.";
        let rows: Vec<&str> = right_to_left(text).into_iter().map(|row| &text[row]).collect();
        assert_eq!(rows, ["בית חנה", "بيت"]);
        assert!(right_to_left("Zoë’s café").is_empty());
    }

    #[test]
    fn the_language_is_that_of_the_first_letter() {
        let tag = |text| language_of(text).map(|language| (language.tag, language.right_to_left));
        assert_eq!(tag("2026: ברוכים הבאים to us"), Some(("he", true)));
        assert_eq!(tag("مرحبا"), Some(("ar", true)));
        assert_eq!(tag("خوش آمدید ہمارے"), Some(("ur", true)));
        assert_eq!(tag("ਜੀ ਆਇਆਂ ਨੂੰ"), Some(("pa", false)));
        assert_eq!(tag("Beis Chana (בית חנה)"), None);
        assert_eq!(tag("★ 12"), None);
    }

    #[test]
    fn the_blocks_stand_in_order_and_apart() {
        assert!(BLOCKS.iter().all(|(first, last, _)| first <= last));
        assert!(BLOCKS.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
