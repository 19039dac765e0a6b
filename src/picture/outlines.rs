//! The outlines of the shapes that pictures have beside letters.
//!
//! In: lengths in points. Out: an [`Outline`] about the place where the shape stands.

use crate::doc::{Outline, Segment};

/// How far from the end of a quarter of a circle its control points stand, as a share of the radius.
const ROUND: f64 = 0.552_284_75;

/// A rectangle with round corners from its upper left corner on.
pub(super) fn rounded(width: f64, height: f64, radius: f64) -> Outline {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius <= 0.0 {
        return polygon(&[(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]);
    }
    // The corners in turn: each from the end of one side over the corner itself to the start of the next.
    let corners = [
        ((width - radius, 0.0), (width, 0.0), (width, radius)),
        ((width, height - radius), (width, height), (width - radius, height)),
        ((radius, height), (0.0, height), (0.0, height - radius)),
        ((0.0, radius), (0.0, 0.0), (radius, 0.0)),
    ];
    let toward =
        |from: (f64, f64), to: (f64, f64)| (from.0 + (to.0 - from.0) * ROUND, from.1 + (to.1 - from.1) * ROUND);
    let mut segments = Vec::with_capacity(9);
    for (from, corner, to) in corners {
        let ((x1, y1), (x2, y2)) = (toward(from, corner), toward(to, corner));
        let begin = if segments.is_empty() { Segment::Move } else { Segment::Line };
        segments.push(begin(from.0 as f32, from.1 as f32));
        segments.push(Segment::Curve(x1 as f32, y1 as f32, x2 as f32, y2 as f32, to.0 as f32, to.1 as f32));
    }
    segments.push(Segment::Close);
    Outline(segments)
}

/// A disc about its middle.
pub(super) fn disc(radius: f64) -> Outline {
    let mut outline = rounded(2.0 * radius, 2.0 * radius, radius);
    let r = radius as f32;
    for segment in &mut outline.0 {
        *segment = match *segment {
            Segment::Move(x, y) => Segment::Move(x - r, y - r),
            Segment::Line(x, y) => Segment::Line(x - r, y - r),
            Segment::Curve(x1, y1, x2, y2, x, y) => Segment::Curve(x1 - r, y1 - r, x2 - r, y2 - r, x - r, y - r),
            other => other,
        };
    }
    outline
}

/// An area with these corners.
pub(super) fn polygon(corners: &[(f64, f64)]) -> Outline {
    let mut segments: Vec<Segment> = corners.iter().map(|(x, y)| Segment::Line(*x as f32, *y as f32)).collect();
    if let Some(Segment::Line(x, y)) = segments.first().copied() {
        segments[0] = Segment::Move(x, y);
        segments.push(Segment::Close);
    }
    Outline(segments)
}

/// A line of that width that ends flat where it ends; with dashes, those of that length so far apart, from its start on.
pub(super) fn stroke((x, y): (f64, f64), to: (f64, f64), width: f64, dashes: Option<(f64, f64)>) -> Outline {
    let (across, down) = (to.0 - x, to.1 - y);
    let length = (across * across + down * down).sqrt();
    if length <= 0.0 {
        return Outline::default();
    }
    let (ahead, aside) =
        ((across / length, down / length), (-down / length * width / 2.0, across / length * width / 2.0));
    let (dash, gap) = dashes.unwrap_or((length, length));
    let mut segments = Vec::new();
    let mut start = 0.0;
    while start < length {
        let end = f64::min(start + dash, length);
        let at = |along: f64, side: f64| (x + ahead.0 * along + aside.0 * side, y + ahead.1 * along + aside.1 * side);
        segments.extend(polygon(&[at(start, 1.0), at(end, 1.0), at(end, -1.0), at(start, -1.0)]).0);
        start += f64::max(dash + gap, 0.1);
    }
    Outline(segments)
}
