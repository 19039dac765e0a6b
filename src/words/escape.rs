//! Makes words of a profile safe to stand in Markdown, and lets the Markdown of longer answers through in a capsule.
//!
//! In: any text. Out: Markdown that shows exactly these characters; or the mark of a capsule, whose Markdown travels beside the text.
//!
//! A capsule keeps a school's own Markdown apart from the clause around it: an emphasis that was never closed, or a line
//! that looks like a table, cannot leak out. In the text stands only its mark: the number of the capsule between two control
//! characters. [`escape`] takes control characters out of every answer, and wording with one is refused, so nothing but a
//! capsule has a mark.

/// Opens the mark of a capsule.
const OPEN: char = '\u{2}';
/// Closes it.
const CLOSE: char = '\u{3}';

/// Markdown that shows exactly these characters on one line. White space at the ends goes; a new line becomes a space.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in one_line(text).chars() {
        match c {
            // A pipe would end a table cell even behind a backslash in some readers.
            '|' => escaped.push_str("&#124;"),
            c if c.is_control() => {}
            c if c.is_ascii_punctuation() => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The text on one line, with single spaces where lines were broken.
pub(super) fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether words hold a character that only the mark of a capsule may hold.
pub(super) fn holds_a_mark(words: &str) -> bool {
    words.contains([OPEN, CLOSE])
}

/// How the Markdown of an answer was let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As paragraphs, lists and tables of their own.
    Blocks,
    /// As running text, in a table cell.
    Inline,
    /// As lines under one another in the item of a list, each word as it was typed.
    Lines,
}

/// An answer whose Markdown was let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capsule {
    /// How.
    pub shape: Shape,
    /// Its Markdown.
    pub markdown: String,
}

/// The capsules of one piece of wording, in the order in which they were printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capsules(Vec<Capsule>);

impl Capsules {
    /// Keeps a capsule, and gives the mark that stands for it in the text.
    pub fn keep(&mut self, shape: Shape, markdown: String) -> String {
        self.0.push(Capsule { shape, markdown });
        format!("{OPEN}{}{CLOSE}", self.0.len() - 1)
    }

    /// The bytes of all of them.
    pub fn length(&self) -> usize {
        self.0.iter().map(|capsule| capsule.markdown.len()).sum()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Capsule> {
        self.0.iter()
    }

    /// Takes a text apart at the marks in it.
    pub fn open<'a>(&'a self, text: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, marked)) = rest.split_once(OPEN) {
            let (number, after) = marked.split_once(CLOSE).unwrap_or((marked, ""));
            if !before.is_empty() {
                pieces.push(Piece::Words(before));
            }
            pieces.extend(number.parse().ok().and_then(|number: usize| self.0.get(number)).map(Piece::Capsule));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest));
        }
        pieces
    }
}

/// A piece of a text with capsules in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain words.
    Words(&'a str),
    /// What was let through.
    Capsule(&'a Capsule),
}

#[cfg(test)]
mod tests {
    use super::{Capsule, Capsules, Piece, Shape, escape, holds_a_mark};

    #[test]
    fn a_capsule_gives_back_what_went_in() {
        let mut capsules = Capsules::default();
        let inline = capsules.keep(Shape::Inline, "*x* | é\u{e000}61\u{e002}".into());
        let blocks = capsules.keep(Shape::Blocks, "- a\n- \u{2}0\u{3}".into());
        let text = format!("a {inline} b{blocks}");
        let capsule = |shape, markdown: &str| Capsule { shape, markdown: markdown.into() };
        let (first, second) =
            (capsule(Shape::Inline, "*x* | é\u{e000}61\u{e002}"), capsule(Shape::Blocks, "- a\n- \u{2}0\u{3}"));
        let pieces = [Piece::Words("a "), Piece::Capsule(&first), Piece::Words(" b"), Piece::Capsule(&second)];
        assert_eq!(capsules.open(&text), pieces);
    }

    #[test]
    fn words_are_escaped_onto_one_line_and_cannot_forge_a_mark() {
        assert_eq!(escape(" *a*\n_b_ "), r"\*a\* \_b\_");
        assert_eq!(escape("\u{2}0\u{3}"), "0");
        assert!(!holds_a_mark(&escape("\u{2}0\u{3}\u{e000}")));
    }
}
