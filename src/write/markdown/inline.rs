//! Running text as Markdown, with as few backslashes as will do.
//!
//! In: [`Inline`]s and the [`Place`] they stand in. Out: Markdown that reads back as exactly those words.
//!
//! Which characters need one is decided in `escape`. The text becomes a row of pieces first, so that each character can be looked at beside its neighbours, whether those are
//! words or markup: `2 * 3` and `year_group` need no backslash, `*note` does. Emphasis within a word or beside
//! punctuation (`St **(x)**y`) is not read as emphasis by Markdown's rules; there the letter beside the marker is
//! written as a character reference, which counts as punctuation and so makes the marker count.

use std::collections::BTreeMap;

use super::escape::{escapes, is_reference};
use super::pieces::{Piece, Place, first_char, last_char};
use crate::doc::{Inline, plain_text};
use crate::write::links::Links;

/// Writes running text for one document.
pub(super) struct Words<'a> {
    links: Links<'a>,
    slugs: BTreeMap<String, String>,
}

const STRONG: &str = "**";
const EMPHASIS: &str = "_";

/// What surrounds the inlines being flattened; markup does not nest in itself.
#[derive(Clone, Copy, Default)]
struct Around {
    strong: bool,
    emphasis: bool,
    link: bool,
}

impl<'a> Words<'a> {
    pub(super) fn new(links: Links<'a>, slugs: BTreeMap<String, String>) -> Self {
        Self { links, slugs }
    }

    /// Writes plain words.
    pub(super) fn literal(&self, text: &str, place: Place) -> String {
        self.write(&[Inline::Text(text.to_string())], place)
    }

    /// Writes running text. Only in a paragraph can the result have several lines.
    pub(super) fn write(&self, inlines: &[Inline], place: Place) -> String {
        let mut pieces = Vec::new();
        self.flatten(inlines, Around::default(), &mut pieces);
        tidy(&mut pieces, place);
        while free_markers(&mut pieces) {}
        let escaped = escapes(&pieces, place);
        let mut out = String::new();
        for (piece, escape) in pieces.iter().zip(escaped) {
            match piece {
                Piece::Char { c, as_reference: true, .. } => out.push_str(&format!("&#{};", u32::from(*c))),
                Piece::Char { c, .. } => {
                    if escape {
                        out.push('\\');
                    }
                    out.push(*c);
                }
                Piece::Open(marker) | Piece::Close(marker) => out.push_str(marker),
                Piece::Raw(markup) => out.push_str(markup),
                Piece::Break if place == Place::Cell => out.push_str("<br>"),
                Piece::Break => out.push_str("\\\n"),
            }
        }
        out
    }

    fn flatten(&self, inlines: &[Inline], around: Around, out: &mut Vec<Piece>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.extend(text.chars().filter_map(|c| words(c, around.link))),
                Inline::LineBreak => out.push(Piece::Break),
                Inline::Note { number, .. } => out.push(Piece::Raw(format!("[^{number}]"))),
                Inline::Strong(inner) if !around.strong => {
                    let inner = self.flattened(inner, Around { strong: true, ..around });
                    wrap(Piece::Open(STRONG), inner, Piece::Close(STRONG), out);
                }
                Inline::Emphasis(inner) if !around.emphasis => {
                    let inner = self.flattened(inner, Around { emphasis: true, ..around });
                    wrap(Piece::Open(EMPHASIS), inner, Piece::Close(EMPHASIS), out);
                }
                Inline::Link { target, text } if !around.link && self.links.live(target) => {
                    self.link(target, text, around, out);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                    self.flatten(inner, around, out);
                }
            }
        }
    }

    fn flattened(&self, inlines: &[Inline], around: Around) -> Vec<Piece> {
        let mut pieces = Vec::new();
        self.flatten(inlines, around, &mut pieces);
        pieces
    }

    fn link(&self, target: &str, text: &[Inline], around: Around, out: &mut Vec<Piece>) {
        if let [Inline::Text(words)] = text
            && is_autolink(words, target)
        {
            out.push(Piece::Raw(format!("<{words}>")));
            return;
        }
        let target = match self.links.anchor(target).and_then(|id| self.slugs.get(id)) {
            Some(slug) => format!("#{slug}"),
            None => destination(target),
        };
        // A link needs words to be clicked; a picture of nothing but spaces gets its target.
        let text = if plain_text(text).trim().is_empty() { vec![Inline::Text(target.clone())] } else { text.to_vec() };
        let inner = self.flattened(&text, Around { link: true, ..around });
        wrap(Piece::Raw("[".to_string()), inner, Piece::Raw(format!("]({target})")), out);
    }
}

/// True if the link can be written as `<target>`: its words are its target.
fn is_autolink(words: &str, target: &str) -> bool {
    let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "@:/.-_~?=%+,#".contains(c));
    let address = target.strip_prefix("mailto:") == Some(words)
        && words.split_once('@').is_some_and(|(_, host)| {
            host.contains('.') && !host.contains(['@', '/', ':', '_', '~', '?', '=', '%', '+', ',', '#'])
        });
    plain(words) && (address || (words == target && words.starts_with("http")))
}

/// A link's target with what would end it early escaped.
fn destination(target: &str) -> String {
    let mut out = String::new();
    for (at, c) in target.char_indices() {
        match c {
            '(' | ')' | '<' | '>' | '\\' | '*' | '$' => out.extend(['\\', c]),
            '`' => out.push_str("%60"),
            '|' => out.push_str("%7C"),
            '&' if is_reference(target[at + 1..].chars()) => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// A character as a piece: every white space a plain space, control characters dropped.
fn words(c: char, in_link: bool) -> Option<Piece> {
    let c = if matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}') { ' ' } else { c };
    (!c.is_control()).then_some(Piece::Char { c, in_link, as_reference: false })
}

fn is_blank(piece: &Piece) -> bool {
    matches!(piece, Piece::Break) || matches!(piece, Piece::Char { c, .. } if c.is_whitespace())
}

/// Adds the pieces between two markers, with the white space at either end put outside them.
fn wrap(open: Piece, mut inner: Vec<Piece>, close: Piece, out: &mut Vec<Piece>) {
    let start = inner.iter().position(|piece| !is_blank(piece)).unwrap_or(inner.len());
    let end = inner.iter().rposition(|piece| !is_blank(piece)).map_or(start, |last| last + 1);
    let after = inner.split_off(end);
    let mut middle = inner.split_off(start);
    out.extend(inner);
    if !middle.is_empty() {
        middle.insert(0, open);
        middle.push(close);
        // Two bold stretches in a row are one, and so are two italic ones within them.
        let joined = |last: Option<&Piece>, first: &Piece| matches!((last, first), (Some(Piece::Close(last)), Piece::Open(first)) if last == first);
        let mut joints = 0;
        while middle.get(joints).is_some_and(|first| joined(out.last(), first)) {
            out.pop();
            joints += 1;
        }
        out.extend(middle.drain(joints..));
    }
    out.extend(after);
}

/// One space where there were several, none at the ends of lines, no line break where there is no line after it.
fn tidy(pieces: &mut Vec<Piece>, place: Place) {
    let is_space = |piece: &Piece| matches!(piece, Piece::Char { c: ' ', .. });
    let mut tidied: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces.drain(..) {
        let piece = match piece {
            Piece::Break if place == Place::Heading => Piece::Char { c: ' ', in_link: false, as_reference: false },
            piece => piece,
        };
        if is_space(&piece) && tidied.last().is_none_or(|last| is_space(last) || *last == Piece::Break) {
            continue;
        }
        if piece == Piece::Break {
            while tidied.last().is_some_and(is_space) {
                tidied.pop();
            }
            if tidied.is_empty() {
                continue;
            }
        }
        tidied.push(piece);
    }
    while tidied.last().is_some_and(|last| is_space(last) || *last == Piece::Break) {
        tidied.pop();
    }
    *pieces = tidied;
}

/// True unless Markdown surely takes the character for white space or punctuation.
fn is_wordy(c: char) -> bool {
    !(c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'))
}

/// Turns one letter that keeps a marker from counting into a character reference; false when there is none left.
fn free_markers(pieces: &mut [Piece]) -> bool {
    for at in 0..pieces.len() {
        let (marker, outside, inside) = match &pieces[at] {
            Piece::Open(marker) => (*marker, at.wrapping_sub(1), first_char(pieces.get(at + 1))),
            Piece::Close(marker) => (*marker, at + 1, last_char(pieces.get(at.wrapping_sub(1)))),
            _ => continue,
        };
        if marker != EMPHASIS && inside.is_alphanumeric() {
            continue;
        }
        if let Some(Piece::Char { c, as_reference, .. }) = pieces.get_mut(outside)
            && !*as_reference
            && is_wordy(*c)
        {
            *as_reference = true;
            return true;
        }
    }
    false
}
