//! Which words can be read by everybody: in letters that show, the way in which they are written, with nothing across them.
//!
//! In: words. Out: how many of them can be read; and whether a character hides or turns the words around it.
//!
//! Not here: what a character is called (`character`).

use super::character::{CharacterKind, right_to_left, shows_nothing, takes_joiners};

/// What makes the words after it run the other way, or stand for themselves: everything but the letters' own direction.
const TURNS: [std::ops::RangeInclusive<char>; 2] = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];
/// What is drawn across the letter before it.
const STRIKES: [std::ops::RangeInclusive<char>; 3] =
    ['\u{335}'..='\u{338}', '\u{20d2}'..='\u{20d3}', '\u{20d8}'..='\u{20f0}'];

fn is_in(ranges: &[std::ops::RangeInclusive<char>], c: char) -> bool {
    ranges.iter().any(|range| range.contains(&c))
}

/// Why a character cannot stand in wording, if it cannot: it shows nothing, turns words round or strikes them through.
pub fn misleads(c: char) -> Option<&'static str> {
    match CharacterKind::of(c) {
        _ if is_in(&TURNS, c) => Some("a sign that turns words round"),
        _ if is_in(&STRIKES, c) => Some("a stroke through the letter before it"),
        CharacterKind::Hidden(name) => Some(name),
        CharacterKind::Private => Some("a sign of one font alone"),
        _ if is_blank_letter(c) => Some("a letter that shows nothing"),
        _ => None,
    }
}

/// The first character of some wording that hides or turns words, with its place and what it is. A joiner does not that shapes the letter before it, nor does
/// a mark of direction in a line with words that are read from right to left.
pub fn misleading(text: &str) -> Option<(usize, char, &'static str)> {
    // Almost all texts are in plain letters.
    if text.is_ascii() {
        return None;
    }
    let mut start = 0;
    text.split_inclusive('\n').find_map(|line| {
        let is_right_to_left = !right_to_left(line).is_empty();
        let mut before = ' ';
        let found = line.char_indices().find_map(|(at, c)| {
            let before = std::mem::replace(&mut before, c);
            let is_meant = match c {
                '\u{200c}' | '\u{200d}' => takes_joiners(before),
                '\u{200e}' | '\u{200f}' | '\u{61c}' => is_right_to_left,
                _ => false,
            };
            let is_unseen = shows_nothing(c) || matches!(c, '\u{34f}' | '\u{61c}' | '\u{2028}' | '\u{2029}');
            let what = misleads(c).or_else(|| is_unseen.then_some("a sign that shows nothing"))?;
            (!is_meant).then_some((start + at, c, what))
        });
        start += line.len();
        found
    })
}

/// Letters that show nothing and that no block of their own tells: fillers of half width, the inherent vowels of Khmer, blanks among hieroglyphs.
fn is_blank_letter(c: char) -> bool {
    matches!(c, '\u{ffa0}' | '\u{17b4}' | '\u{17b5}' | '\u{13441}' | '\u{13442}' | '\u{16fe4}' | '\u{1d159}')
}

/// How many words of a text can be read. An address is no word, and what stands after a sign that turns words round is not read on.
pub fn readable_words(text: &str) -> usize {
    let straight = text.split(|c| is_in(&TURNS, c)).next().unwrap_or_default();
    let is_address = |word: &&str| word.contains("://") || word.contains('@') || word.starts_with("www.");
    let words = straight.split(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '\u{2800}'));
    words.filter(|word| !is_address(word) && word.contains(is_letter) && !word.contains(|c| is_in(&STRIKES, c))).count()
}

/// Whether a character is a letter that shows: of the scripts of Europe, or of one that the documents can hold.
fn is_letter(c: char) -> bool {
    let is_latin = |c: char| matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    match CharacterKind::of(c) {
        CharacterKind::Script("combining accent") => false,
        CharacterKind::Script(_) => c.is_alphabetic(),
        _ => is_latin(c) && c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::{misleading, misleads, readable_words};

    #[test]
    fn what_hides_or_turns_words_is_found_at_its_place_and_what_belongs_to_a_script_is_not() {
        for (text, at) in [
            ("Work\nour\u{200b}selves", 8),
            ("\u{202e}ruo", 0),
            ("A\u{200d}B", 1),
            ("soft\u{ad}ly", 4),
            ("one\u{2028}two", 3),
            ("ours\u{200f}", 4),
            ("a\u{feff}b", 1),
        ] {
            assert_eq!(misleading(text).map(|(at, ..)| at), Some(at), "{text:?}");
        }
        for text in ["Zoë’s café – £5", "क्\u{200d}ष", "بيت\u{200f}, Zoë", "plain"] {
            assert_eq!(misleading(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_shows_no_word_counts_for_none() {
        for (text, words) in [
            ("A provider writes to Ada Nowak.", 6),
            ("Ysgrifennwch atom; écrivez-nous", 3),
            ("ברוכים הבאים", 2),
            ("\u{3164} \u{ffa0}\u{115f} \u{2800} \u{200b} \u{13441} …", 0),
            ("\u{202e}.su ot setirw redivorp A", 0),
            ("A\u{336}s\u{336}k\u{336} u\u{336}s\u{336}", 0),
            ("https://a.example/ask ask@a.example www.a.example", 0),
            ("1. 2026 – 3", 0),
        ] {
            assert_eq!(readable_words(text), words, "{text}");
        }
    }

    #[test]
    fn a_character_that_hides_or_turns_is_named() {
        assert_eq!(misleads('\u{3164}'), Some("Hangul filler"));
        assert_eq!(misleads('\u{202e}'), Some("a sign that turns words round"));
        assert!("Année, ½ – “Ŵy” →".chars().all(|c| misleads(c).is_none()));
    }
}
