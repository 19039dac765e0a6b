//! Which characters of running text need a backslash in Markdown.
//!
//! In: the pieces of some running text and where it stands. Out: for each piece, whether Markdown would read it as
//! markup between its neighbours or at the start of its line.
//!
//! Not here: what the pieces are (`inline`).

use super::pieces::{Piece, Place, first_char, last_char};

/// For each piece, whether it is a character that needs a backslash.
pub(super) fn escapes(pieces: &[Piece], place: Place) -> Vec<bool> {
    // Many readers of Markdown take what stands between two of these for mathematics; one alone is a price.
    let is_dollar = |piece: &&Piece| matches!(piece, Piece::Char { c: '$', .. });
    let has_mathematics = pieces.iter().filter(is_dollar).nth(1).is_some();
    let mut escaped: Vec<bool> = (0..pieces.len())
        .map(|at| is_markup(pieces, at, place) || has_mathematics && is_dollar(&&pieces[at]))
        .collect();
    if place == Place::Paragraph {
        let starts = (0..pieces.len()).filter(|at| *at == 0 || pieces[at - 1] == Piece::Break);
        for at in starts {
            if let Some(offset) = line_start(&literal_line(&pieces[at..])) {
                escaped[at + offset] = true;
            }
        }
    }
    if place == Place::Heading && last_char(pieces.last()) == '#' {
        // A `#` at the end of a heading is taken for its closing mark.
        if let Some(last) = escaped.last_mut() {
            *last = matches!(pieces.last(), Some(Piece::Char { .. }));
        }
    }
    escaped
}

/// True if the piece is a character that Markdown would read as markup between these neighbours.
fn is_markup(pieces: &[Piece], at: usize, place: Place) -> bool {
    let Piece::Char { c, in_link, as_reference: false } = &pieces[at] else { return false };
    let (previous, next) = (at.checked_sub(1).and_then(|at| pieces.get(at)), pieces.get(at + 1));
    // In a cell a line is broken by `<br>`, whose angle brackets are no white space.
    let in_cell = place == Place::Cell;
    let before = if in_cell && previous == Some(&Piece::Break) { '>' } else { last_char(previous) };
    let after = if in_cell && next == Some(&Piece::Break) { '<' } else { first_char(next) };
    let alone = before.is_whitespace() && after.is_whitespace();
    match c {
        '`' => true,
        '*' | '~' => !alone,
        '_' => !(alone || before.is_alphanumeric() && after.is_alphanumeric()),
        '\\' => after.is_ascii_punctuation() || after == '\n',
        '<' => !after.is_whitespace(),
        '&' => is_reference(literal_line(&pieces[at + 1..]).chars()),
        '[' => *in_link || after == '^',
        ']' => *in_link || matches!(after, '(' | '[' | ':'),
        '!' => matches!(pieces.get(at + 1), Some(Piece::Raw(markup)) if markup.starts_with('[')),
        '|' => place == Place::Cell,
        // After a reference to a note it would make its text of what follows.
        ':' => matches!(previous, Some(Piece::Raw(markup)) if markup.starts_with("[^")),
        _ => false,
    }
}

/// The words up to the first markup or line break.
fn literal_line(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map_while(|piece| match piece {
            Piece::Char { c, as_reference: false, .. } => Some(*c),
            _ => None,
        })
        .collect()
}

/// True if what follows an `&` makes it a character reference: `amp;`, `#38;`.
pub(super) fn is_reference(following: impl Iterator<Item = char>) -> bool {
    let mut letters = 0;
    for c in following {
        match c {
            ';' => return letters > 0,
            c if c.is_ascii_alphanumeric() || (c == '#' && letters == 0) => letters += 1,
            _ => return false,
        }
    }
    false
}

/// Where in a line of words a backslash keeps it from opening a list, a heading, a quotation, a rule or a table.
fn line_start(line: &str) -> Option<usize> {
    let made_of = |allowed: &str| line.chars().all(|c| allowed.contains(c));
    let spaced = |at: usize| line.get(at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let first = line.chars().next()?;
    let opens = match first {
        '>' => true,
        '#' => (1..=6).any(|run| line.get(..run).is_some_and(|hashes| hashes.chars().all(|c| c == '#')) && spaced(run)),
        '+' | '-' | '*' | ':' if spaced(1) => true,
        '-' | '_' | '*' | '=' if made_of(&format!("{first} ")) => true,
        '|' | '-' | ':' => line.contains('-') && made_of("|:- "),
        '[' => ["[ ]", "[x]", "[X]", "[!"].iter().any(|box_| line.starts_with(box_)),
        _ => false,
    };
    if opens {
        return Some(0);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=9).contains(&digits) && line[digits..].starts_with(['.', ')']) && spaced(digits + 1);
    numbered.then_some(digits)
}
