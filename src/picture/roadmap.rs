//! The roadmap: a road down the page with a stop for each decision, when it comes on the left, what it is and who helps on the right.
//!
//! In: entries of one level: the strong words say when, the words what, the stressed words who helps. Out: a strip for each stop.

use super::canvas::Canvas;
use super::parts::Parts;
use super::shaper::{Shaper, Style, Weight};
use super::size::WIDTH;
use super::strips::{Strip, Strips};
use crate::doc::{Entry, Picture};

/// The width of the column that says when.
const WHEN: f64 = 104.0;
/// The middle of the road.
const ROAD: f64 = 130.0;
/// The width of the road.
const BROAD: f64 = 15.0;
/// The left edge of the cards.
const CARD: f64 = 156.0;
/// Around the words of a card.
const PADDING: f64 = 6.0;
/// Between two cards.
const GAP: f64 = 5.0;
/// The radius of a stop.
const STOP: f64 = 9.5;
/// The lines that each part of a stop may take.
const MOST_LINES: usize = 9;

/// The strips of a roadmap.
pub(super) fn strips<'a>(picture: &Picture, shaper: &'a Shaper<'a>) -> Strips<'a> {
    let last = picture.entries.len();
    let stops = picture.entries.iter().enumerate();
    let rows = stops.map(|(index, entry)| stop(entry, index == 0, index + 1 == last, shaper)).collect();
    Strips { head: Strip::nothing(), rows, foot: Strip::nothing(), stand_alone: false }
}

fn stop<'a>(entry: &Entry, is_first: bool, is_last: bool, shaper: &'a Shaper<'a>) -> Strip<'a> {
    let Parts { marks, text, aside } = Parts::of(entry);
    let style = |weight: Weight, size: f64, colour: &str| Style { weight, size, colour: colour.to_owned() };
    let colours = &shaper.colours;
    let when = shaper.set(&marks.join(" "), &style(Weight::Bold, 10.0, &colours.accent), WHEN, MOST_LINES);
    let width = WIDTH - CARD - 2.0 * PADDING;
    let what = shaper.set(&text, &style(Weight::Bold, 10.5, &colours.text), width, MOST_LINES);
    let help = shaper.set(&aside, &style(Weight::Regular, 9.2, &colours.text), width, MOST_LINES);
    let between = if help.lines.is_empty() { 0.0 } else { 2.5 };
    let inner = what.height() + between + help.height();
    let height = (inner + 2.0 * PADDING).max(when.height() + 4.0).max(2.0 * STOP + 8.0);
    // The road goes on below the last stop, to where it leads next.
    let below = if is_last { 22.0 } else { GAP };
    Strip::new(height + below, move |canvas: &mut Canvas<'_>, top, _| {
        let colours = canvas.colours();
        let middle = top + height / 2.0;
        let from = if is_first { middle } else { top - 0.5 };
        let end = top + height + below;
        if is_last {
            let neck = end - 14.0;
            canvas.line((ROAD, from), (ROAD, neck + 0.5), BROAD, &colours.accent, None);
            let (left, right) = (ROAD - BROAD, ROAD + BROAD);
            canvas.triangle([(left, neck), (right, neck), (ROAD, end - 1.0)], &colours.accent);
            canvas.line((ROAD, from), (ROAD, neck), 1.6, &colours.on_accent, Some((6.0, 5.0)));
        } else {
            canvas.line((ROAD, from), (ROAD, end), BROAD, &colours.accent, None);
            canvas.line((ROAD, from), (ROAD, end), 1.6, &colours.on_accent, Some((6.0, 5.0)));
        }
        // A pointer from the card to its stop.
        let (left, point) = (CARD + 0.5, CARD - 7.0);
        canvas.triangle([(left, middle - 6.0), (point, middle), (left, middle + 6.0)], &colours.tint);
        canvas.rect(CARD, top, WIDTH - CARD, height, 5.0, &colours.tint);
        canvas.disc(ROAD, middle, STOP, super::shaper::PAPER, Some((4.0, &colours.accent)));
        canvas.ending(WHEN, middle - when.height() / 2.0, &when);
        let first = middle - inner / 2.0;
        canvas.words(CARD + PADDING, first, &what);
        canvas.words(CARD + PADDING, first + what.height() + between, &help);
    })
}
