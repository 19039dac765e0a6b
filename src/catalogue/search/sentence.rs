//! Finds the clauses whose wording makes a sentence.
//!
//! In: a sentence as it stands in a document. Out: the clauses that share long runs of words with it, the best first. What an institution's
//! answers put into the wording is passed over: a value in the wording stands for any few words.
//!
//! Not here: whether the clause is in a certain school's document (`draft`).

use super::names::{Found, FoundKind};
use crate::catalogue::contents::Catalogue;

/// So few words in a row are shared by chance.
const SHORTEST_RUN: usize = 3;
/// So many words a value of the wording can stand for.
const LONGEST_VALUE: usize = 12;
/// So large a part of a sentence, in per cent, must be a clause's.
const LEAST: usize = 50;
/// What fits less well by so many in a hundred than the best is not named.
const WORSE: usize = 15;

/// A word of a wording, or a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Value,
}

/// The clauses whose wording makes the sentence.
pub fn find_sentence(catalogue: &Catalogue, sentence: &str) -> Vec<Found> {
    let words = words(sentence);
    if words.len() < SHORTEST_RUN {
        return Vec::new();
    }
    let mut scored: Vec<(usize, Found)> = Vec::new();
    for clause in catalogue.clauses.values() {
        let score = score(&words, &tokens(catalogue, &clause.wording, 0));
        if score >= LEAST {
            let title = clause.header.title.clone();
            scored.push((score, Found { kind: FoundKind::Clause, name: clause.id.clone(), title }));
        }
    }
    scored.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
    let best = scored.first().map_or(0, |(score, _)| *score);
    scored.into_iter().filter(|(score, _)| score + WORSE > best).map(|(_, found)| found).collect()
}

/// How much of a sentence a wording has in its own words, in per cent.
fn score(words: &[String], tokens: &[Token]) -> usize {
    let (mut at, mut matched, mut of_values) = (0, 0, 0);
    while at < words.len() {
        let runs = (0..tokens.len()).map(|from| run(&words[at..], &tokens[from..]));
        match runs.max_by_key(|run| run.matched).filter(|run| run.matched >= SHORTEST_RUN.min(words.len())) {
            Some(run) => {
                matched += run.matched;
                of_values += run.of_values;
                at += run.matched + run.of_values;
            }
            None => at += 1,
        }
    }
    100 * matched / (words.len() - of_values).max(1)
}

/// How far a sentence and a wording go together.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    /// The words that they share.
    matched: usize,
    /// The words of the sentence between them for which the wording has a value.
    of_values: usize,
}

fn run(words: &[String], tokens: &[Token]) -> Run {
    let mut run = Run::default();
    let (mut at, mut tokens) = (0, tokens.iter().peekable());
    while let Some(token) = tokens.next() {
        match token {
            Token::Word(word) if words.get(at) == Some(word) => {
                run.matched += 1;
                at += 1;
            }
            // A value stands for the words up to the next one that the wording has.
            Token::Value if run.matched > 0 => {
                let Some(Token::Word(next)) = tokens.peek() else { continue };
                let ahead = words.iter().skip(at).take(LONGEST_VALUE);
                let Some(passed) = ahead.into_iter().position(|word| word == next) else { break };
                run.of_values += passed;
                at += passed;
            }
            _ => break,
        }
    }
    run
}

/// The words and values of a wording, with those of the pieces that it takes in.
fn tokens(catalogue: &Catalogue, wording: &str, depth: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = wording;
    while let Some(open) = rest.find("{%").into_iter().chain(rest.find("{{")).chain(rest.find("{#")).min() {
        tokens.extend(words(&rest[..open]).into_iter().map(Token::Word));
        let close = match &rest[open..open + 2] {
            "{{" => "}}",
            "{#" => "#}",
            _ => "%}",
        };
        let end = rest[open..].find(close).map_or(rest.len(), |end| open + end + close.len());
        let tag = &rest[open..end];
        if tag.starts_with("{{") {
            tokens.push(Token::Value);
        } else if let Some(piece) = tag.split('"').nth(1).filter(|_| tag.contains("include"))
            && let Some(wording) = catalogue.partials.get(piece).filter(|_| depth < 4)
        {
            tokens.extend(self::tokens(catalogue, wording, depth + 1));
        }
        rest = &rest[end..];
    }
    tokens.extend(words(rest).into_iter().map(Token::Word));
    tokens
}

/// The words of a text in small letters, without apostrophes and marks.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\'', '’'], "");
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
