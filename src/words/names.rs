//! The names that wording gives to values, and those that it puts into lists.
//!
//! In: the tags of each piece of wording. Out: [`Names`], and a clash where a name that was given to something which wording built itself is
//! put into a list: lists of lists of such things would double with every line.
//!
//! A name is safe while it stands for an answer: `{% for row in programme_table %}` gives `row` to one, and `{% set x = [row.autumn] %}` gives
//! `x` to something built. What is included shares the names of what includes it, so all wording is looked at together.

use std::collections::BTreeSet;

use super::tokens::{KEYWORDS, Token};

/// Filters that give back an answer, or a part of one, as it was.
const PICKING: [&str; 5] = ["first", "last", "list", "select", "selectattr"];
/// What a loop knows of itself, the items before and after among it.
const LOOP: &str = "loop";

/// The names in one piece of wording.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// Those that it gives, with the line, and the name of the answer that each stands for a part of, if it does.
    given: Vec<(String, usize, Option<String>)>,
    /// Those whose parts it puts into lists, with the line.
    used: Vec<(String, usize)>,
}

impl Names {
    /// Notes what `set` or `for` gives a name to. `tokens` are those after the tag's own name.
    pub(super) fn note_given(&mut self, tag: &str, tokens: &[Token], line: usize) {
        let ends_names = |token: &Token| match tag {
            "set" => *token == Token::Sign('='),
            "for" => matches!(token, Token::Word(word) if word == "in"),
            _ => false,
        };
        let Some(at) = tokens.iter().position(ends_names) else { return };
        let root = root_of(&tokens[at + 1..]);
        let words = tokens[..at].iter().filter_map(|token| match token {
            Token::Word(word) => Some(word.clone()),
            Token::Text | Token::Sign(_) => None,
        });
        self.given.extend(words.map(|word| (word, line, root.clone())));
    }

    /// Notes that a part of a name is put into a list.
    pub(super) fn note_used(&mut self, word: &str, line: usize) {
        self.used.push((word.to_owned(), line));
    }

    /// The line of the first clash in this piece of wording, with all others, and the name.
    pub(super) fn clash<'a>(&'a self, all: &AllNames) -> Option<(usize, &'a str)> {
        if self.given.is_empty() && self.used.is_empty() {
            return None;
        }
        let built = all.built_with(self);
        let used = self.used.iter().find(|(name, _)| name == LOOP || built.contains(name.as_str()));
        let is_used = |name: &String| all.used.contains(name) || self.used.iter().any(|(used, _)| used == name);
        let given = || self.given.iter().find(|(name, ..)| built.contains(name.as_str()) && is_used(name));
        used.map(|(name, line)| (*line, name.as_str()))
            .or_else(|| given().map(|(name, line, _)| (*line, name.as_str())))
    }
}

/// The names of all wording together.
#[derive(Clone, Debug, Default)]
pub(super) struct AllNames {
    /// What each name is given to, anywhere.
    given: BTreeSet<(String, Option<String>)>,
    /// Those whose parts are put into lists, anywhere.
    used: BTreeSet<String>,
}

impl AllNames {
    /// Adds those of one piece of wording.
    pub(super) fn add(&mut self, names: &Names) {
        self.given.extend(names.given.iter().map(|(name, _, root)| (name.clone(), root.clone())));
        self.used.extend(names.used.iter().map(|(name, _)| name.clone()));
    }

    /// The names that stand for something built, here or in one more piece of wording: those given to it, and those given to parts of these.
    fn built_with<'a>(&'a self, names: &'a Names) -> BTreeSet<&'a str> {
        let here = names.given.iter().map(|(name, _, root)| (name.as_str(), root.as_deref()));
        let given: BTreeSet<(&str, Option<&str>)> =
            self.given.iter().map(|(name, root)| (name.as_str(), root.as_deref())).chain(here).collect();
        let mut built: BTreeSet<&str> = BTreeSet::from([LOOP]);
        loop {
            let before = built.len();
            built.extend(
                given
                    .iter()
                    .filter(|(_, root)| root.is_none_or(|root| built.contains(root)))
                    .map(|(name, _)| *name)
                    .collect::<Vec<_>>(),
            );
            if built.len() == before {
                return built;
            }
        }
    }
}

/// The name with which a place begins, where the tokens are nothing but a place, with filters that pick from it: `schools` in
/// `schools | selectattr("law.guidance_years") | first`.
fn root_of(tokens: &[Token]) -> Option<String> {
    let (Token::Word(root), mut rest) = tokens.split_first()? else { return None };
    if KEYWORDS.contains(&root.as_str()) || root.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    loop {
        rest = match rest {
            [] => return Some(root.clone()),
            [Token::Word(word), ..] if word == "if" => {
                // `a if b` is a or nothing; only after `else` stands something else.
                let other = |token: &Token| matches!(token, Token::Word(word) if word == "else");
                return (!rest.iter().any(other)).then(|| root.clone());
            }
            [Token::Sign('.'), Token::Word(_), rest @ ..] => rest,
            [Token::Sign('|'), Token::Word(filter), rest @ ..] if PICKING.contains(&filter.as_str()) => match rest {
                [Token::Sign('('), ..] => after_bracket(rest)?,
                _ => rest,
            },
            [Token::Sign('['), ..] => after_bracket(rest)?,
            _ => return None,
        };
    }
}

/// What stands after the bracket with which the tokens begin.
fn after_bracket(tokens: &[Token]) -> Option<&[Token]> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return tokens.get(at + 1..);
                }
            }
            _ => {}
        }
    }
    None
}
