//! Breaks words into lines.
//!
//! In: words, their style, how wide lines may be and how many. Out: a [`Paragraph`].

use std::ops::Range;

use super::shaper::{Line, Paragraph, Shaper, Style, Whole};
use crate::text::shows_nothing;

impl Shaper<'_> {
    /// Sets words in lines no wider than that, and no more lines than that: the last then ends with an ellipsis.
    pub(super) fn set(&self, words: &str, style: &Style, width: f64, most_lines: usize) -> Paragraph {
        if words.chars().any(|c| !shows_nothing(c) && !c.is_control() && !self.has(c, style.weight)) {
            self.leave_out();
        }
        let words: String = words.chars().filter(|c| self.has(*c, style.weight)).collect();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let measured = Measured { shaper: self, words: &words, style, whole: self.whole(&words, style) };
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for piece in measured.pieces(width) {
            match ranges.last_mut() {
                Some(line) if measured.width(&(line.start..piece.end)) <= width => line.end = piece.end,
                _ => ranges.push(piece),
            }
            if ranges.len() > most_lines + 1 {
                break;
            }
        }
        let is_too_long = ranges.len() > most_lines;
        ranges.truncate(most_lines);
        let mut lines: Vec<Line> = ranges.iter().map(|range| measured.line(range)).collect();
        if is_too_long {
            self.leave_out();
            if let Some(line) = lines.last_mut() {
                let mut last = std::mem::take(&mut line.words);
                while !last.is_empty() && self.width(&format!("{last}…"), style) > width {
                    last.pop();
                }
                last.truncate(last.trim_end().len());
                last.push('…');
                *line = self.line(&last, style);
            }
        }
        Paragraph { lines, style: style.clone() }
    }
}

/// Words with one space between each two, and how they are measured.
struct Measured<'a, 'f> {
    shaper: &'a Shaper<'f>,
    words: &'a str,
    style: &'a Style,
    /// Shaped once for all lines, where that gives what shaping each would.
    whole: Option<Whole<'a>>,
}

impl Measured<'_, '_> {
    fn width(&self, range: &Range<usize>) -> f64 {
        let of_whole = self.whole.as_ref().and_then(|whole| whole.width(range));
        of_whole.unwrap_or_else(|| self.shaper.width(&self.words[range.clone()], self.style))
    }

    fn line(&self, range: &Range<usize>) -> Line {
        let of_whole = self.whole.as_ref().and_then(|whole| whole.line(range));
        of_whole.unwrap_or_else(|| self.shaper.line(&self.words[range.clone()], self.style))
    }

    /// The pieces between which a line may be broken: at a space, after a hyphen or a stroke, and anywhere in a word too long for a line.
    fn pieces(&self, width: f64) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for part in self.words.split_inclusive([' ', '-', '–', '/', '@']) {
            let mut piece = at..at + part.trim_end_matches(' ').len();
            at += part.len();
            if piece.is_empty() {
                continue;
            }
            if self.width(&piece) > width {
                let (start, end) = (piece.start, piece.end);
                piece.end = start;
                for (index, c) in self.words[start..end].char_indices() {
                    let next = start + index + c.len_utf8();
                    if !piece.is_empty() && self.width(&(piece.start..next)) > width {
                        pieces.push(piece.clone());
                        piece.start = piece.end;
                    }
                    piece.end = next;
                }
            }
            pieces.push(piece);
        }
        pieces
    }
}
