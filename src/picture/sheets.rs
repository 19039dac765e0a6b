//! Puts strips on sheets: one, if it fits on a page; otherwise as few as hold them, each about as tall as the others.
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

/// Puts strips on as few sheets as hold them, and shares them out so that the sheets are about as tall as one another.
pub(super) fn sheets(strips: Strips<'_>) -> Vec<Page<'_>> {
    let Strips { head, mut rows, foot } = strips;
    // What stands at the foot goes with the last row.
    let last: Vec<Strip<'_>> = rows.pop().into_iter().chain([foot]).collect();
    rows.push(Strip::joined(last));
    let heights: Vec<f64> = rows.iter().map(|row| row.height).collect();
    let fits_on_one = head.height + heights.iter().sum::<f64>() <= TALLEST;
    let room = if fits_on_one { TALLEST } else { TALLEST_OF_SEVERAL } - head.height;
    let fewest = breaks(&heights, room).len();
    // The lowest height that needs no more sheets, to within a few points.
    let (mut low, mut high) = (0.0, room);
    while high - low > 4.0 {
        let middle = (low + high) / 2.0;
        if breaks(&heights, middle).len() > fewest {
            low = middle;
        } else {
            high = middle;
        }
    }
    let counts = breaks(&heights, high);
    let head = Rc::new(head);
    let mut rows = rows.into_iter();
    let page = |count: usize| Page { head: Rc::clone(&head), rows: rows.by_ref().take(count).collect() };
    counts.into_iter().map(page).collect()
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
