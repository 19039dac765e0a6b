//! One line of YAML as a person sees it: how far it is indented, its heading, its value.
//!
//! In: a text and a byte in it. Out: [`SourceLine`]. It serves messages about text that YAML cannot follow, so it guesses
//! where it must; nothing is ever read through it.

use std::ops::Range;

/// A line, with the places of its parts as bytes of the whole text.
#[derive(Clone, Debug)]
pub(super) struct SourceLine<'a> {
    words: &'a str,
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends, before the line ending.
    pub(super) end: usize,
    /// Where its first visible character stands.
    pub(super) content: usize,
    /// Its heading, if it has one followed by a colon and a space or by nothing more.
    pub(super) name: Option<&'a str>,
    /// Its value: what follows the heading, or the hyphen of a list, without a comment at the end.
    pub(super) value: Range<usize>,
}

impl<'a> SourceLine<'a> {
    /// The line that holds a byte.
    pub(super) fn at(words: &'a str, byte: usize) -> SourceLine<'a> {
        let byte = byte.min(words.len());
        let start = words.as_bytes()[..byte].iter().rposition(|b| *b == b'\n').map_or(0, |newline| newline + 1);
        let length = words.as_bytes()[start..].iter().position(|b| *b == b'\n').unwrap_or(words.len() - start);
        let text = words[start..start + length].trim_end();
        let end = start + text.len();
        let content = end - text.trim_start().len();
        let mut value = content;
        while words[value..end].starts_with("- ") {
            value = end - words[value + 2..end].trim_start().len();
        }
        let rest = &words[value..end];
        let colon = if rest.starts_with(['"', '\'']) { None } else { heading_end(rest) };
        let name = colon.map(|colon| &rest[..colon]);
        if let Some(colon) = colon {
            value = end - rest[colon + 1..].trim_start().len();
        }
        let comment = words[value..end].find(" #").filter(|_| !words[value..end].starts_with(['"', '\'']));
        let value_end = comment.map_or(end, |comment| value + words[value..value + comment].trim_end().len());
        SourceLine { words, start, end, content, name, value: value..value_end }
    }

    /// The nearest line above that is neither empty nor a comment.
    pub(super) fn above(&self) -> Option<SourceLine<'a>> {
        let mut line = SourceLine::at(self.words, self.start.checked_sub(1)?);
        while line.is_blank() {
            line = SourceLine::at(line.words, line.start.checked_sub(1)?);
        }
        Some(line)
    }

    /// The line below, if there is one.
    pub(super) fn below(&self) -> Option<SourceLine<'a>> {
        let newline = self.words[self.end..].find('\n')? + self.end;
        (newline + 1 < self.words.len()).then(|| SourceLine::at(self.words, newline + 1))
    }

    fn is_blank(&self) -> bool {
        self.content().is_empty() || self.content().starts_with('#')
    }

    /// What it says, without its indentation.
    pub(super) fn content(&self) -> &'a str {
        &self.words[self.content..self.end]
    }

    /// The words of its value.
    pub(super) fn value(&self) -> &'a str {
        &self.words[self.value.clone()]
    }

    /// The white space it begins with.
    pub(super) fn indentation(&self) -> &'a str {
        &self.words[self.start..self.content]
    }

    /// The byte after the colon of `name:Oakfield`, where the space is missing.
    pub(super) fn missing_space(&self) -> Option<usize> {
        let content = self.content();
        let colon = content.find(':').filter(|colon| *colon > 0 && !content[*colon..].starts_with("://"))?;
        let name_like = content[..colon].chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        // Blanks that are no spaces do not end a heading.
        let follows = content[colon + 1..].starts_with(|c: char| !matches!(c, ' ' | '\t'));
        (self.name.is_none() && name_like && follows).then_some(self.content + colon + 1)
    }

    /// The mark that opens its value without closing it on the same line, if there is one.
    pub(super) fn open_quotation(&self) -> Option<usize> {
        let value = self.value();
        let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        (value.matches(mark).count() % 2 == 1).then_some(self.value.start)
    }
}

/// Whether a character is blank and no space, tab or line ending.
pub(super) fn is_odd(character: char) -> bool {
    (character.is_whitespace() && !character.is_ascii()) || matches!(character, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Where the colon stands that ends a heading.
fn heading_end(text: &str) -> Option<usize> {
    text.char_indices()
        .map(|(at, _)| at)
        .find(|at| text[*at..].strip_prefix(':').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_taken_apart() {
        let text = "a: 1\r\n\n# x\n  - name: Zoë # head\r\nb: 2";
        let line = SourceLine::at(text, text.find("Zoë").expect("Zoë is there"));
        assert_eq!((line.name, line.value(), line.indentation()), (Some("name"), "Zoë", "  "));
        assert_eq!(line.above().expect("there is a line above").content(), "a: 1");
        assert_eq!(line.below().expect("there is a line below").content(), "b: 2");
    }

    #[test]
    fn a_missing_space_after_the_colon_is_seen_but_not_in_a_web_address() {
        assert_eq!(SourceLine::at("name:Oak", 0).missing_space(), Some(5));
        assert_eq!(SourceLine::at("https://a.example", 0).missing_space(), None);
    }
}
