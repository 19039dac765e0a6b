//! Characters that turn round the words after them, so that a reader sees other words than a computer does.
//!
//! In: a text. Out: the first such character that does so beyond what it is for. Words in Hebrew or Arabic need none, for their letters say
//! themselves how they are read; what programs put around them ends where they end.

/// Whether a character begins or ends a stretch of words with a direction of its own.
pub fn is_turn(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first character that makes letters run against their own direction, or begins a direction that the same line does not end.
pub fn turned(text: &str) -> Option<char> {
    // Almost all texts are in plain letters.
    if text.is_ascii() {
        return None;
    }
    text.lines().find_map(|line| {
        let mut open = Vec::new();
        for c in line.chars().filter(|c| is_turn(*c)) {
            match c {
                '\u{202d}' | '\u{202e}' => return Some(c),
                '\u{202c}' => drop(open.pop_if(|begun| matches!(begun, '\u{202a}' | '\u{202b}'))),
                '\u{2069}' => drop(open.pop_if(|begun| matches!(begun, '\u{2066}'..='\u{2068}'))),
                begun => open.push(begun),
            }
        }
        open.first().copied()
    })
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn what_turns_words_round_is_found_and_what_ends_where_they_end_is_not() {
        assert_eq!(turned("Oak\u{202e}dleif"), Some('\u{202e}'));
        assert_eq!(turned("\u{202d}Oakfield\u{202c}"), Some('\u{202d}'));
        assert_eq!(turned("Beis \u{2067}בית\nmore\u{2069}"), Some('\u{2067}'));
        assert_eq!(turned("Beis \u{202b}בית\u{202c} and \u{2067}בית\u{2069}"), None);
        assert_eq!(turned("بيت, Zoë\u{200f}"), None);
    }
}
