//! Words of a stranger made safe to print.
//!
//! In: any text. Out: the same text, in which control characters are shown and have no power over a terminal.

use std::path::Path;

use crate::text::display_path;

/// A text with its control characters made visible: `␛` for the escape character, and so on. Newlines and tabs stay.
pub fn visible(text: &str) -> String {
    text.chars().map(visible_character).collect()
}

/// The same of a name or a path, which stands on one line: no name can begin a line of its own and pass for words of ours.
pub fn visible_line(text: &str) -> String {
    // Almost all names are in plain letters.
    if text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    visible(text).replace('\n', "␊").replace('\t', "␉")
}

/// A path as it is printed.
pub fn visible_path(path: &Path) -> String {
    visible_line(&display_path(path))
}

/// A path as it is typed behind a command: in quotation marks where a blank stands in it.
pub fn typed_path(path: &Path) -> String {
    let shown = visible_path(path);
    if shown.contains(' ') { format!("\"{shown}\"") } else { shown }
}

fn visible_character(character: char) -> char {
    match character {
        '\n' | '\t' => character,
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '␡',
        // The second block of control characters, line separators, marks that turn text round, and hidden joiners.
        '\u{80}'..='\u{9f}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_line};

    #[test]
    fn control_characters_lose_their_power() {
        assert_eq!(visible("a\u{1b}[31mb\u{7}\u{202e}c"), "a␛[31mb␇\u{fffd}c");
        assert_eq!(visible("Zoë – “x”\n\ty"), "Zoë – “x”\n\ty");
        assert_eq!(visible_line("a\nb: 9 files\t\u{1b}"), "a␊b: 9 files␉␛");
    }
}
