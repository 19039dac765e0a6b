//! What wording prints as it stands: everything but its tags and remarks.
//!
//! In: the wording of a clause or a partial. Out: its [`Literal`]s, each with its line, cut where a tag, a link or a cell begins or ends; and
//! the words of a text, as they are compared.
//!
//! Not here: whether wording can be run (`words`).

use crate::text::range_of;

/// A piece of wording within one line.
pub struct Literal<'a> {
    /// The line of the wording, from 1.
    pub line: usize,
    /// Where in that line it begins, in bytes.
    pub column: usize,
    /// The words.
    pub text: &'a str,
}

/// Wording with blanks for its tags and remarks, so that every word of it stays where it stands.
pub(super) fn without_tags(wording: &str) -> String {
    let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    let mut words = String::with_capacity(wording.len());
    for literal in literals(wording) {
        let at = range_of(literal.text, wording).map_or(words.len(), |range| range.start);
        words.extend(wording.as_bytes()[words.len()..at].iter().copied().map(blank));
        words.push_str(literal.text);
    }
    words
}

/// What opens something that is not printed as it stands, and what closes it.
const TAGS: [(&str, &str); 4] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->")];
/// Where words that stand beside one another are not printed beside one another.
const CUTS: [char; 8] = ['[', ']', '(', ')', '|', '<', '>', '`'];

/// The pieces of a wording that are printed as they stand.
pub fn literals(wording: &str) -> Vec<Literal<'_>> {
    let mut literals = Vec::new();
    let (mut rest, mut line, mut column) = (wording, 1, 0);
    loop {
        let opening = TAGS.iter().filter_map(|(opens, closes)| Some((rest.find(opens)?, opens.len(), *closes))).min();
        let (printed, after) = match opening {
            Some((at, length, closes)) => (&rest[..at], Some((at + length, closes))),
            None => (rest, None),
        };
        for text in printed.split_inclusive(|c| c == '\n' || CUTS.contains(&c)) {
            literals.push(Literal { line, column, text });
            (line, column) = if text.ends_with('\n') { (line + 1, 0) } else { (line, column + text.len()) };
        }
        let Some((inside, closes)) = after else { return literals };
        let end = rest[inside..].find(closes).map_or(rest.len(), |at| inside + at + closes.len());
        let tag = &rest[printed.len()..end];
        line += tag.matches('\n').count();
        column = tag.rfind('\n').map_or(column + tag.len(), |at| tag.len() - at - 1);
        rest = &rest[end..];
    }
}

/// The words of a text, runs of letters and digits, each with where it begins.
pub fn words_of(text: &str) -> Vec<(usize, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter_map(|word| Some((range_of(word, text)?.start, word))).collect()
}

#[cfg(test)]
mod tests {
    use super::{literals, without_tags, words_of};

    #[test]
    fn only_what_is_printed_as_it_stands_is_literal_and_knows_its_place() {
        let wording =
            "Our {{ term.x }} and {# not\nthis #} pupils\nlearn ([more](https://x.example)).<!-- no -->\n{% if a";
        let found: Vec<(usize, usize, &str)> = literals(wording)
            .iter()
            .flat_map(|piece| words_of(piece.text).into_iter().map(|(at, word)| (piece.line, piece.column + at, word)))
            .collect();
        let words = [(1, 0, "Our"), (1, 17, "and"), (2, 8, "pupils"), (3, 0, "learn"), (3, 8, "more")];
        assert_eq!(found[..5], words);
        assert_eq!(
            without_tags(wording),
            "Our              and       \n        pupils\nlearn ([more](https://x.example)).           \n"
        );
        assert_eq!(found[5..].iter().map(|(.., word)| *word).collect::<Vec<_>>(), ["https", "x", "example"]);
    }
}
