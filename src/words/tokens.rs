//! Takes a tag of the wording apart into its words and signs.
//!
//! In: the text of a tag or a condition. Out: [`Token`]s.
//!
//! Not here: what wording may use (`bounds`), and which names it gives (`names`).

use std::iter::Peekable;
use std::str::CharIndices;

/// Words of the language itself, which stand for no value.
pub(super) const KEYWORDS: [&str; 10] = ["if", "else", "and", "or", "not", "in", "is", "true", "false", "none"];
/// A piece of a tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A name, a number or a word of the language.
    Word(String),
    /// Words in quotation marks.
    Text,
    /// Any other sign.
    Sign(char),
}

/// The tokens up to the end of the tag, and how many bytes they and the end take. `closing` is the sign before the last brace.
pub(super) fn tokens(text: &str, closing: Option<char>) -> (Vec<Token>, usize) {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    // A dictionary's braces close before the tag does.
    let mut braces = 0_usize;
    while let Some((at, c)) = chars.next() {
        match c {
            '"' | '\'' => {
                skip_text(&mut chars, c);
                tokens.push(Token::Text);
            }
            '{' => {
                braces += 1;
                tokens.push(Token::Sign(c));
            }
            '}' if braces > 0 => {
                braces -= 1;
                tokens.push(Token::Sign(c));
            }
            c if Some(c) == closing && chars.peek().is_some_and(|(_, next)| *next == '}') => return (tokens, at + 2),
            c if c.is_alphanumeric() || c == '_' => {
                let mut word = String::from(c);
                while let Some((_, next)) = chars.next_if(|(_, next)| next.is_alphanumeric() || *next == '_') {
                    word.push(next);
                }
                tokens.push(Token::Word(word));
            }
            c if c.is_whitespace() => {}
            c => tokens.push(Token::Sign(c)),
        }
    }
    (tokens, text.len())
}

fn skip_text(chars: &mut Peekable<CharIndices<'_>>, quote: char) {
    while let Some((_, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == quote => return,
            _ => {}
        }
    }
}
