//! Running text as a row of pieces: its characters one by one, and the bits of markup between them.

/// Where running text stands, which decides what would be read as markup there.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// A block of its own: the start of each line matters.
    Paragraph,
    /// A single line after `#`, or the words of a contents entry.
    Heading,
    /// A table cell: a single line in which `|` matters.
    Cell,
}

/// One character of the words, or a bit of markup.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Char { c: char, in_link: bool, as_reference: bool },
    Open(&'static str),
    Close(&'static str),
    Raw(String),
    Break,
}

/// The character a reader of the Markdown sees at the end of a piece, or a newline where there is none.
pub(super) fn last_char(piece: Option<&Piece>) -> char {
    match piece {
        Some(Piece::Char { as_reference: true, .. }) => ';',
        Some(Piece::Char { c, .. }) => *c,
        Some(Piece::Open(marker) | Piece::Close(marker)) => marker.chars().next_back().unwrap_or('\n'),
        Some(Piece::Raw(markup)) => markup.chars().next_back().unwrap_or('\n'),
        Some(Piece::Break) | None => '\n',
    }
}

/// The character at the start of a piece, or a newline where there is none.
pub(super) fn first_char(piece: Option<&Piece>) -> char {
    match piece {
        Some(Piece::Char { as_reference: true, .. }) => '&',
        Some(Piece::Raw(markup)) => markup.chars().next().unwrap_or('\n'),
        piece => last_char(piece),
    }
}
