//! What of a reference document is left out, to be told in one sentence.
//!
//! In: each thing as it is met. Out: the sentence. What is quoted of the file is short and has no characters that could fool a reader.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::shows_nothing;

/// The most things that are named of one part.
const MOST_NAMED: usize = 6;
/// The most characters of a name or an address that are shown.
const LONGEST: usize = 60;

/// What was left out, by the part of the file that it stood in: "header".
#[derive(Clone, Debug, Default)]
pub(super) struct LeftOut(BTreeMap<&'static str, BTreeSet<String>>);

impl LeftOut {
    /// Notes something of a part, in words such as "a picture that is linked from elsewhere".
    pub(super) fn note(&mut self, piece: &'static str, what: impl Into<String>) {
        let known = self.0.entry(piece).or_default();
        // Of a part full of oddities nobody reads more than the first.
        if known.len() <= MOST_NAMED {
            known.insert(what.into());
        }
    }

    /// All of it in one sentence; nothing if nothing was left out.
    pub(super) fn sentence(&self) -> Option<String> {
        let of_piece = |(piece, things): (&&str, &BTreeSet<String>)| {
            let mut named: Vec<&str> = things.iter().take(MOST_NAMED).map(String::as_str).collect();
            if things.len() > MOST_NAMED {
                named.push("and more");
            }
            format!("from its {piece}: {}", named.join(", "))
        };
        let pieces: Vec<String> = self.0.iter().map(of_piece).collect();
        (!pieces.is_empty()).then(|| pieces.join("; "))
    }
}

/// Words of the file as they can be shown.
pub(super) fn shown(words: &str) -> String {
    let plain = |c: char| if c.is_control() || c.is_whitespace() || shows_nothing(c) { '\u{fffd}' } else { c };
    let mut shown: String = words.chars().take(LONGEST).map(plain).collect();
    if words.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{LeftOut, shown};

    #[test]
    fn what_was_left_out_is_one_sentence() {
        let mut left = LeftOut::default();
        assert_eq!(left.sentence(), None);
        left.note("header", "the field DDE");
        left.note("footer", "a picture");
        left.note("header", "the field DDE");
        assert_eq!(left.sentence().as_deref(), Some("from its footer: a picture; from its header: the field DDE"));
        (0..50).for_each(|number| left.note("header", format!("x{number:02}")));
        assert!(left.sentence().unwrap().ends_with("x00, x01, x02, x03, x04, and more"));
    }

    #[test]
    fn what_is_quoted_is_short_and_plain() {
        assert_eq!(shown("file:\u{202e}//\u{1b}[0m"), "file:\u{fffd}//\u{fffd}[0m");
        assert_eq!(shown(&"a".repeat(500)).chars().count(), 61);
    }
}
