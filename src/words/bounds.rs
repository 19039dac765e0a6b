//! Keeps wording small: what it may use, so that nothing it makes can grow without end.
//!
//! In: a clause or a condition as text. Out: the names that it gives and puts into lists, or the line and the reason why it is refused.
//!
//! Anybody can write a pack. Steps are counted when wording runs, but a few steps are enough to double a text again and again.
//! So wording has no way to build a longer text or a deeper list out of one that it built before: it prints pieces one
//! after another, and what is printed is counted. The rules here leave the language of the README and nothing beside it.
//!
//! Not here: whether a name that is put into a list stands for an answer, which only all wording together tells (`names`), the count of steps
//! and of what is printed (`engine`, `budget`), and the filters there are (`filters`).

use super::escape::holds_a_mark;
use super::names::Names;
use super::tokens::{KEYWORDS, Token, tokens};

/// The tags that wording may use.
const TAGS: [&str; 8] = ["if", "elif", "else", "endif", "for", "endfor", "set", "include"];
/// The longest wording of one file, in bytes.
const LONGEST: usize = 100_000;
/// What one clause may print, in bytes.
pub(super) const MOST_OUTPUT: usize = 400_000;

/// The most pieces of one tag, and the most `elif` of one file: what is read stands in trees as deep as these are long.
const MOST_TOKENS: usize = 1_000;
const MOST_ELIFS: usize = 100;

/// Checks a template, and gives the names in it. The error is the line, from 1, and the reason.
pub(super) fn check_wording(wording: &str) -> Result<Names, (usize, String)> {
    let line_of = |at: usize| wording.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    if wording.len() > LONGEST {
        return Err((1, format!("the wording is longer than {LONGEST} characters")));
    }
    if holds_a_mark(wording) {
        return Err((
            1,
            "the wording holds a control character; delete it and type the words around it again".to_owned(),
        ));
    }
    let mut at = 0;
    let mut elifs = 0;
    let mut names = Names::default();
    while let Some(found) = wording[at..].find("{") {
        let start = at + found;
        let rest = &wording[start..];
        at = if rest.starts_with("{#") {
            rest.find("#}").map_or(wording.len(), |end| start + end + 2)
        } else if rest.starts_with("{%") || rest.starts_with("{{") {
            let is_block = rest.starts_with("{%");
            let (tokens, length) = tokens(&rest[2..], Some(if is_block { '%' } else { '}' }));
            let line = line_of(start);
            check_tokens(&tokens, is_block, line, &mut names).map_err(|reason| (line, reason))?;
            elifs += usize::from(tokens.contains(&Token::Word("elif".to_owned())));
            if elifs > MOST_ELIFS {
                return Err((line_of(start), format!("there are more than {MOST_ELIFS} `elif` in one file")));
            }
            start + 2 + length
        } else {
            start + 1
        };
    }
    Ok(names)
}

/// Checks a condition, which stands without a tag around it.
pub(super) fn check_condition(condition: &str) -> Result<(), (usize, String)> {
    // A condition gives no names, so every place in it is an answer's.
    check_tokens(&tokens(condition, None).0, false, 1, &mut Names::default()).map_err(|reason| (1, reason))
}

/// An open bracket: a list or a dictionary that is being built, or one that belongs to a name, as in `about[row.kind]`.
#[derive(Clone, Copy, PartialEq)]
enum Bracket {
    Builds,
    Belongs,
    Groups,
}

fn check_tokens(tokens: &[Token], is_block: bool, line: usize, names: &mut Names) -> Result<(), String> {
    if tokens.len() > MOST_TOKENS {
        return Err(format!("one tag or condition holds more than {MOST_TOKENS} words and signs"));
    }
    let mut tokens = tokens;
    // `{%-` and `-%}` and their like steer white space.
    if let [Token::Sign('-' | '+'), rest @ ..] = tokens {
        tokens = rest;
    }
    if let [rest @ .., Token::Sign('-' | '+')] = tokens {
        tokens = rest;
    }
    if is_block {
        let Some(Token::Word(tag)) = tokens.first() else { return Err("there is a tag without a name".to_owned()) };
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("wording cannot use the tag `{tag}`"));
        }
        if tag == "set" && !tokens.contains(&Token::Sign('=')) {
            return Err("`set` gives a name to a value: write `{% set name = … %}`".to_owned());
        }
        names.note_given(tag, &tokens[1..], line);
    }
    let mut open: Vec<Bracket> = Vec::new();
    let mut gives = false;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        match token {
            Token::Sign(sign @ ('~' | '*' | '+')) => {
                return Err(format!("wording cannot use `{sign}`; print the pieces one after another"));
            }
            Token::Sign('[') => open.push(if is_value(before) { Bracket::Belongs } else { Bracket::Builds }),
            Token::Sign('{') => open.push(Bracket::Builds),
            Token::Sign('(') => open.push(if is_value(before) { Bracket::Belongs } else { Bracket::Groups }),
            Token::Sign(']' | '}' | ')') => drop(open.pop()),
            Token::Sign(',') if open.last() == Some(&Bracket::Groups) || (open.is_empty() && gives) => {
                return Err("a list is written in square brackets".to_owned());
            }
            Token::Sign('=') if open.is_empty() => gives = true,
            Token::Word(word) if word == "in" && open.is_empty() && is_block => gives = true,
            Token::Word(word)
                if open.contains(&Bracket::Builds) && names_a_value(word, before, tokens.get(index + 1)) =>
            {
                return Err(format!(
                    "a list can hold answers by their place, as `roles.senco`, and words in quotes, but not `{word}`"
                ));
            }
            Token::Word(word) if open.contains(&Bracket::Builds) && begins_a_place(before, tokens.get(index + 1)) => {
                names.note_used(word, line);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether a bracket after this token belongs to it.
fn is_value(token: Option<&Token>) -> bool {
    match token {
        Some(Token::Word(word)) => !KEYWORDS.contains(&word.as_str()),
        Some(Token::Sign(sign)) => matches!(sign, ']' | ')'),
        _ => false,
    }
}

/// Whether a word is a name by itself: not a number, a word of the language, a part of a place, a filter or a test.
fn names_a_value(word: &str, before: Option<&Token>, after: Option<&Token>) -> bool {
    let is_part = matches!(before, Some(Token::Sign('.' | '|'))) || after == Some(&Token::Sign('.'));
    let is_test = matches!(before, Some(Token::Word(before)) if before == "is");
    !(is_part || is_test || KEYWORDS.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a word is the beginning of a place: `roles` in `roles.senco`.
fn begins_a_place(before: Option<&Token>, after: Option<&Token>) -> bool {
    !matches!(before, Some(Token::Sign('.' | '|'))) && after == Some(&Token::Sign('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::names::AllNames;

    #[test]
    fn the_language_of_the_readme_is_let_through() {
        for wording in [
            "{% set people = [[\"Lead\", roles.careers_leader], [roles.senco.title or term.x | upper_first if law.x is defined else \"y\", roles.senco]] %}",
            "{% for term_name, list in [[\"Autumn\", row.autumn]] if list %}{{ about[row.kind] | join(\"; \") }}{% endfor %}",
            "{%- if a.b in [\"x\", \"y\"] and (c or d) -%} * a + b ~ {# {{ a ~ a }} #} {%+ endif +%}",
            "{{ link(a.b, \"a ~ 'b'\") }} {{ {\"a\": \"b\"}[row.kind] }} {{ section(\"roles\") }}",
        ] {
            let names = check_wording(wording).unwrap_or_else(|refused| panic!("{wording}: {refused:?}"));
            assert_eq!(names.clash(&AllNames::default()), None, "{wording}");
        }
        assert_eq!(check_condition("setting.type in [\"a\", \"b\"] or not law.x"), Ok(()));
    }

    #[test]
    fn nothing_can_be_doubled() {
        for wording in [
            "{{ a ~ a }}",
            "{{ a + a }}",
            "{{ \"x\" * 1000000 }}",
            "{% set a %}{{ a }}{{ a }}{% endset %}",
            "{% macro f(x) %}{{ x }}{{ x }}{% endmacro %}",
            "{% set a = [a, a] %}",
            "{% set a = {\"x\": a} %}",
            "{% set a = (a, a) %}",
            "{% set a = a, a %}",
            "{% for b in [[a, a]] %}{% endfor %}",
            "{% for b in a, a %}{% endfor %}",
            "{% with a = [1] %}{% endwith %}",
            "{% raw %}{% endraw %}",
            "{{ [f(a)] }}",
        ] {
            assert!(check_wording(&format!("one\n{wording}")).is_err_and(|(line, _)| line == 2), "{wording}");
        }
        // A place in something that wording built is no answer.
        for wording in [
            "{% set a = {\"x\": [a.x, a.x]} %}",
            "{% for a in [{\"x\": [b.c]}] %}{% for a in [{\"x\": [a.x, a.x]}] %}{% endfor %}{% endfor %}",
            "{% set a = [b.c, b.d] %}{% set d = a | first %}{% for e in d.x if e %}{{ [e.x, e.x] }}{% endfor %}",
            "{% for x in [b.c] %}{{ [loop.previtem, loop.previtem] }}{% endfor %}",
        ] {
            let names = check_wording(&format!("one\n{wording}")).unwrap_or_default();
            assert!(names.clash(&AllNames::default()).is_some_and(|(line, _)| line == 2), "{wording}");
        }
        assert!(check_condition("[x, x] == y").is_err());
    }

    #[test]
    fn an_open_tag_or_quote_ends_with_the_text() {
        for wording in ["{{ a", "{% if \"", "{", "{{ '\\", "{#", "{% }", "{{ { }}"] {
            let _ = check_wording(wording);
        }
    }
}
