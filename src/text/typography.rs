//! Quotation marks and apostrophes as they are printed.
//!
//! In: a run of text as it was typed. Out: the same text, character for character, with ‘ ’ “ ” in place of ' and ". A double mark stays
//! double, a single one single. Feet, inches, minutes and seconds keep their straight marks, and so do web and email addresses.
//!
//! Not here: any other change to what somebody wrote; there is none.

/// Words that begin with an apostrophe, without it.
const CLIPPED: [&str; 8] = ["tis", "twas", "em", "til", "cause", "n", "bout", "round"];

/// The text with typographic quotation marks and apostrophes: as many characters as before.
pub fn with_quotes(text: &str) -> String {
    if !text.contains(['\'', '"']) {
        return text.to_owned();
    }
    let characters: Vec<char> = text.chars().collect();
    let mut set = characters.clone();
    let (mut single_open, mut double_open) = (false, false);
    let mut at = 0;
    while at < characters.len() {
        let end = characters[at..].iter().position(|c| c.is_whitespace()).map_or(characters.len(), |word| at + word);
        if is_address(&characters[at..end]) {
            at = end + 1;
            continue;
        }
        for index in at..end {
            let before = index.checked_sub(1).map(|before| set[before]);
            let after = characters.get(index + 1).copied();
            let opens = before.is_none_or(opens_after);
            match characters[index] {
                '"' if before.is_some_and(|c| c.is_ascii_digit()) && !double_open => {}
                '"' => {
                    // A mark between two spaces closes what is open.
                    double_open = opens && !(double_open && after.is_none_or(char::is_whitespace));
                    set[index] = if double_open { '“' } else { '”' };
                }
                '\'' if opens => {
                    let is_apostrophe = after.is_none_or(|c| c.is_whitespace() || c.is_ascii_digit())
                        || CLIPPED.contains(&word_from(&characters[index + 1..end]).as_str());
                    single_open = single_open || !is_apostrophe;
                    set[index] = if is_apostrophe { '’' } else { '‘' };
                }
                '\'' => {
                    let is_measure = before.is_some_and(|c| c.is_ascii_digit())
                        && after.is_none_or(|c| !c.is_alphabetic())
                        && !single_open;
                    let in_word = after.is_some_and(char::is_alphanumeric);
                    single_open = single_open && (in_word || is_measure);
                    if !is_measure {
                        set[index] = '’';
                    }
                }
                _ => {}
            }
        }
        at = end + 1;
    }
    set.into_iter().collect()
}

/// The text with straight marks in place of typographic ones, to compare two texts whatever their marks.
pub fn without_quotes(text: &str) -> String {
    let straight = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    };
    text.chars().map(straight).collect()
}

/// Whether a mark after this character opens a quotation.
fn opens_after(c: char) -> bool {
    c.is_whitespace() || "([{<‘“-–—/=".contains(c)
}

fn is_address(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    word.contains("://") || word.contains('@') || word.contains("www.")
}

/// The letters that the characters begin with, small.
fn word_from(characters: &[char]) -> String {
    characters.iter().take_while(|c| c.is_alphabetic()).flat_map(|c| c.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{with_quotes, without_quotes};

    #[test]
    fn marks_are_set_as_a_printer_would() {
        for (typed, printed) in [
            ("the pupil's, the pupils' and Siobhán O'Rourke's", "the pupil’s, the pupils’ and Siobhán O’Rourke’s"),
            ("\"We can,\" she said (\"and must\").", "“We can,” she said (“and must”)."),
            ("a 'week's worth' of days", "a ‘week’s worth’ of days"),
            ("rock 'n' roll in the '90s, 'tis said", "rock ’n’ roll in the ’90s, ’tis said"),
            ("\"'Yes,' he said,\" she said", "“‘Yes,’ he said,” she said"),
            ("5' 6\" tall, a 12\" ruler", "5' 6\" tall, a 12\" ruler"),
            ("'Year 7's choice' and \"Year 9\"", "‘Year 7’s choice’ and “Year 9”"),
            (
                "see https://a.example/o'neil or o'neil@a.example's",
                "see https://a.example/o'neil or o'neil@a.example's",
            ),
            ("already “set” and ‘set’", "already “set” and ‘set’"),
        ] {
            assert_eq!(with_quotes(typed), printed);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_marks_changes_and_nothing_changes_twice(text in "[a-z0-9 '\"(),.\u{2018}\u{201d}é-]{0,60}") {
            let printed = with_quotes(&text);
            prop_assert_eq!(without_quotes(&printed), without_quotes(&text));
            prop_assert_eq!(with_quotes(&printed), printed);
        }
    }
}
