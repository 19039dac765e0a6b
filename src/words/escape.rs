//! Makes words of a profile safe to stand in Markdown, and lets the Markdown of longer answers through in a capsule.
//!
//! In: any text. Out: Markdown that shows exactly these characters; or a capsule that the drafting opens again.
//!
//! A capsule keeps a school's own Markdown apart from the clause around it: an emphasis that was never closed, or a line
//! that looks like a table, cannot leak out. It is a private-use character, the text in hexadecimal digits, and a second one.

/// Opens a capsule of whole blocks: paragraphs and lists.
const BLOCKS: char = '\u{E000}';
/// Opens a capsule of running text.
const INLINE: char = '\u{E001}';
/// Closes a capsule.
const END: char = '\u{E002}';

/// Markdown that shows exactly these characters on one line. White space at the ends goes; a new line becomes a space.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in one_line(text).chars() {
        match c {
            BLOCKS | INLINE | END => escaped.push('\u{FFFD}'),
            // A pipe would end a table cell even behind a backslash in some readers.
            '|' => escaped.push_str("&#124;"),
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

/// A capsule of paragraphs and lists.
pub(super) fn blocks_capsule(markdown: &str) -> String {
    capsule(BLOCKS, markdown)
}

/// A capsule of running text.
pub(super) fn inline_capsule(markdown: &str) -> String {
    capsule(INLINE, markdown)
}

fn capsule(kind: char, markdown: &str) -> String {
    let digits: String = markdown.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("{kind}{digits}{END}")
}

/// A piece of text with capsules in it.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Words(String),
    /// Markdown of paragraphs and lists.
    Blocks(String),
    /// Markdown of running text.
    Inline(String),
}

/// Takes a text apart at its capsules.
pub fn open_capsules(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find([BLOCKS, INLINE]) {
        let (before, capsule) = rest.split_at(start);
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        let is_block = capsule.starts_with(BLOCKS);
        let inside = &capsule[BLOCKS.len_utf8()..];
        let (digits, after) = inside.split_once(END).unwrap_or((inside, ""));
        let markdown = from_digits(digits);
        pieces.push(if is_block { Piece::Blocks(markdown) } else { Piece::Inline(markdown) });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

fn from_digits(digits: &str) -> String {
    let bytes: Vec<u8> = digits
        .as_bytes()
        .chunks_exact(2)
        .filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Piece, blocks_capsule, escape, inline_capsule, open_capsules};

    #[test]
    fn a_capsule_gives_back_what_went_in() {
        let text = format!("a {} b", inline_capsule("*x* | é"));
        let pieces = open_capsules(&text);
        assert_eq!(pieces, [Piece::Words("a ".into()), Piece::Inline("*x* | é".into()), Piece::Words(" b".into())]);
        assert_eq!(open_capsules(&blocks_capsule("- a\n- b")), [Piece::Blocks("- a\n- b".into())]);
    }

    #[test]
    fn words_are_escaped_onto_one_line_and_cannot_forge_a_capsule() {
        assert_eq!(escape(" *a*\n_b_ "), r"\*a\* \_b\_");
        assert_eq!(escape("\u{E000}61\u{E002}"), "\u{FFFD}61\u{FFFD}");
    }
}
