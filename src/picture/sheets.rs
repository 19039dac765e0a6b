//! Puts strips on sheets: one, if it fits on a page; otherwise a low one that begins where the text ends, and
//! as few more as hold the rest.
//!
//! In: the strips of a picture. Out: a [`Page`] for each sheet, to be drawn.

use std::rc::Rc;

use super::canvas::Canvas;
use super::size::{TALLEST, TALLEST_OF_SEVERAL};
use super::strips::{Strip, Strips};

/// One sheet of a picture in strips.
pub(super) struct Page<'a> {
    head: Rc<Strip<'a>>,
    rows: Vec<Strip<'a>>,
}

impl Page<'_> {
    /// Draws the sheet and gives its height.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>) -> f64 {
        (self.head.brush)(canvas, 0.0, false);
        let mut top = self.head.height;
        for (index, row) in self.rows.iter().enumerate() {
            (row.brush)(canvas, top, index + 1 == self.rows.len());
            top += row.height;
        }
        // Two decimals are finer than any printer.
        (top * 100.0).ceil() / 100.0
    }
}

/// Puts strips on sheets. Those that stand alone have one each, so that they fill what is left of a page; others are on one sheet if it
/// fits on a page.
pub(super) fn sheets(strips: Strips<'_>) -> Vec<Page<'_>> {
    let Strips { head, mut rows, foot, stand_alone } = strips;
    // What stands at the foot goes with the last row.
    let last: Vec<Strip<'_>> = rows.pop().into_iter().chain([foot]).collect();
    rows.push(Strip::joined(last));
    let heights: Vec<f64> = rows.iter().map(|row| row.height).collect();
    let counts = if stand_alone {
        vec![1; heights.len()]
    } else if head.height + heights.iter().sum::<f64>() <= TALLEST {
        vec![heights.len()]
    } else {
        joined(&low(&heights, TALLEST_OF_SEVERAL - head.height), &heights, TALLEST - head.height)
    };
    let head = Rc::new(head);
    let mut rows = rows.into_iter();
    let page = |count: usize| Page { head: Rc::clone(&head), rows: rows.by_ref().take(count).collect() };
    counts.into_iter().map(page).collect()
}

/// How many strips stand on each of as few low sheets as hold them, which are about as tall as one another.
fn low(heights: &[f64], room: f64) -> Vec<usize> {
    let fewest = breaks(heights, room).len();
    // The lowest height that needs no more sheets, to within a few points.
    let (mut low, mut high) = (0.0, room);
    while high - low > 4.0 {
        let middle = (low + high) / 2.0;
        if breaks(heights, middle).len() > fewest {
            low = middle;
        } else {
            high = middle;
        }
    }
    breaks(heights, high)
}

/// The same strips on sheets of which each two that fit on a page below one another are one, from the last on: the first is to stay low.
fn joined(counts: &[usize], heights: &[f64], room: f64) -> Vec<usize> {
    let mut joined = Vec::new();
    let (mut rest, mut end) = (counts, heights.len());
    while let Some((last, before)) = rest.split_last() {
        let two = last + before.last().copied().unwrap_or_default();
        let fit = !before.is_empty() && heights[end - two..end].iter().sum::<f64>() <= room;
        let taken = if fit { two } else { *last };
        rest = if fit { &before[..before.len() - 1] } else { before };
        joined.insert(0, taken);
        end -= taken;
    }
    joined
}

/// How many strips stand on each sheet if none is taller than the room there is; at least one.
fn breaks(heights: &[f64], room: f64) -> Vec<usize> {
    let mut counts: Vec<usize> = Vec::new();
    let mut used = f64::INFINITY;
    for height in heights {
        match counts.last_mut() {
            Some(count) if used + height <= room => {
                *count += 1;
                used += height;
            }
            _ => {
                counts.push(1);
                used = *height;
            }
        }
    }
    counts
}
