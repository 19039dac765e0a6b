//! Which dots a shape covers, and how much of each.
//!
//! In: a [`Shape`], and how many dots a point is. Out: runs of dots that are covered alike.
//!
//! Each edge adds to the dots it goes through by how much more of them is covered from there on to the right; the sum along a row is then
//! what is covered. Only plain arithmetic, in one order: the same on every computer.

use std::ops::Range;

use crate::doc::{Segment, Shape};

/// In how many steps a dot may be covered. Print shows no more, and a sheet needs few colours.
pub(super) const STEPS: u8 = 16;
/// How far a curve may be from the straight lines drawn in its place, in dots.
const CLOSE: f32 = 0.08;
/// The most straight lines in place of a curve.
const MOST_LINES: f32 = 64.0;

type Point = (f32, f32);

/// Finds the dots of shapes, one after the other; what it keeps between them is only room.
#[derive(Default)]
pub(super) struct Filler {
    lines: Lines,
    /// By how much more each dot is covered than the one to its left; all zero between two shapes.
    changes: Vec<f32>,
    /// Which of them are not zero, one bit each.
    changed: Vec<u64>,
}

impl Filler {
    /// Shows the runs of a shape inside a sheet of that many dots: the row, the dots in it, and in how many of [`STEPS`] they are covered.
    pub(super) fn fill(
        &mut self,
        shape: &Shape,
        resolution: f64,
        (width, height): (usize, usize),
        mut show: impl FnMut(usize, Range<usize>, u8),
    ) {
        self.lines.trace(shape, resolution);
        let Some(frame) = Frame::around(&self.lines) else { return };
        let dots = frame.width * frame.height;
        if self.changes.len() < dots {
            self.changes.resize(dots, 0.0);
        }
        if self.changed.len() < dots / 64 {
            self.changed.resize(dots / 64, 0);
        }
        for (from, to) in &self.lines.lines {
            let ends = (frame.inside(*from), frame.inside(*to));
            go_along(ends, |row, column, change| {
                let at = row * frame.width + column;
                self.changes[at] += change;
                self.changed[at / 64] |= 1 << (at % 64);
            });
        }
        for row in 0..frame.height {
            let y = frame.top + row as i64;
            let y = usize::try_from(y).ok().filter(|y| *y < height);
            self.sweep(&frame, row, |columns, steps| {
                let inside = |column: usize| usize::try_from(frame.left + column as i64).unwrap_or_default().min(width);
                let (columns, Some(y)) = (inside(columns.start)..inside(columns.end), y) else { return };
                if !columns.is_empty() {
                    show(y, columns, steps);
                }
            });
        }
    }

    /// Shows the runs of one row, and leaves the row empty.
    fn sweep(&mut self, frame: &Frame, row: usize, mut show: impl FnMut(Range<usize>, u8)) {
        let first = row * frame.width;
        let (mut start, mut covered) = (0, 0.0_f32);
        for word in first / 64..(first + frame.width) / 64 {
            let mut bits = std::mem::take(&mut self.changed[word]);
            while bits != 0 {
                let at = word * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                let steps = steps(covered);
                if steps > 0 {
                    show(start..at - first, steps);
                }
                covered += std::mem::take(&mut self.changes[at]);
                start = at - first;
            }
        }
    }
}

/// The lines of a shape in dots, with straight ones in place of curves.
#[derive(Default)]
struct Lines {
    /// Those that are not level: only they change anything in a row.
    lines: Vec<(Point, Point)>,
    /// The left and upper edge of them all.
    least: Point,
    /// The right and lower edge.
    most: Point,
    begin: Point,
    at: Point,
}

impl Lines {
    /// Takes a shape in place of the one before it.
    fn trace(&mut self, shape: &Shape, resolution: f64) {
        self.lines.clear();
        (self.least, self.most) = ((f32::INFINITY, f32::INFINITY), (f32::NEG_INFINITY, f32::NEG_INFINITY));
        (self.begin, self.at) = ((0.0, 0.0), (0.0, 0.0));
        let (left, top, scale) =
            ((shape.x * resolution) as f32, (shape.y * resolution) as f32, (shape.scale * resolution) as f32);
        let point = |x: f32, y: f32| (left + x * scale, top + y * scale);
        for segment in &shape.outline.0 {
            match *segment {
                Segment::Move(x, y) => {
                    self.line_to(self.begin);
                    (self.begin, self.at) = (point(x, y), point(x, y));
                }
                Segment::Line(x, y) => self.line_to(point(x, y)),
                Segment::Quad(x1, y1, x, y) => self.quad_to(point(x1, y1), point(x, y)),
                Segment::Curve(x1, y1, x2, y2, x, y) => self.curve_to(point(x1, y1), point(x2, y2), point(x, y)),
                Segment::Close => self.line_to(self.begin),
            }
        }
        self.line_to(self.begin);
    }

    fn line_to(&mut self, to: Point) {
        let from = std::mem::replace(&mut self.at, to);
        if from.1 != to.1 {
            for point in [from, to] {
                self.least = (self.least.0.min(point.0), self.least.1.min(point.1));
                self.most = (self.most.0.max(point.0), self.most.1.max(point.1));
            }
            self.lines.push((from, to));
        }
    }

    fn quad_to(&mut self, one: Point, to: Point) {
        let from = self.at;
        let count = lines_for(bend(from, one, to) / 4.0);
        for part in 1..count {
            let t = part as f32 / count as f32;
            let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
            self.line_to((a * from.0 + b * one.0 + c * to.0, a * from.1 + b * one.1 + c * to.1));
        }
        self.line_to(to);
    }

    fn curve_to(&mut self, one: Point, two: Point, to: Point) {
        let from = self.at;
        let count = lines_for(bend(from, one, two).max(bend(one, two, to)) * 0.75);
        for part in 1..count {
            let t = part as f32 / count as f32;
            let u = 1.0 - t;
            let (a, b, c, d) = (u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t);
            self.line_to((
                a * from.0 + b * one.0 + c * two.0 + d * to.0,
                a * from.1 + b * one.1 + c * two.1 + d * to.1,
            ));
        }
        self.line_to(to);
    }
}

/// How far the middle of three points is from the middle of the other two, twice.
fn bend(one: Point, two: Point, three: Point) -> f32 {
    let (across, down) = (one.0 - 2.0 * two.0 + three.0, one.1 - 2.0 * two.1 + three.1);
    (across * across + down * down).sqrt()
}

/// How many straight lines stay close to a curve that is so far from one.
fn lines_for(distance: f32) -> u32 {
    (distance / CLOSE).sqrt().ceil().clamp(1.0, MOST_LINES) as u32
}

/// Of how many steps so much is; lines that run the other way round count the same.
fn steps(covered: f32) -> u8 {
    (covered.abs().min(1.0) * f32::from(STEPS) + 0.5) as u8
}

/// The dots around a shape.
struct Frame {
    left: i64,
    top: i64,
    /// A whole number of words of bits.
    width: usize,
    height: usize,
}

impl Frame {
    fn around(lines: &Lines) -> Option<Frame> {
        if lines.lines.is_empty() {
            return None;
        }
        let (left, top) = (lines.least.0.floor() as i64, lines.least.1.floor() as i64);
        let (right, foot) = (lines.most.0.ceil() as i64, lines.most.1.ceil() as i64);
        // A dot more, for an edge changes the dot to its right as well.
        let side = |from: i64, to: i64| usize::try_from(to.saturating_sub(from).saturating_add(2)).ok();
        let (width, height) = (side(left, right)?.next_multiple_of(64), side(top, foot)?);
        (width <= MOST_DOTS && height <= MOST_DOTS).then_some(Frame { left, top, width, height })
    }

    fn inside(&self, (x, y): Point) -> Point {
        (x - self.left as f32, y - self.top as f32)
    }
}

/// The most dots on a side of what is looked at.
const MOST_DOTS: usize = 1 << 14;

/// The next whole number up, quicker than the processors that have no instruction for it find it.
fn up(length: f32) -> usize {
    let whole = length as usize;
    whole + usize::from((whole as f32) < length)
}

/// Goes along a line row by row, and shows what it changes in each dot: the row, the dot in it, and by how much.
fn go_along((from, to): (Point, Point), mut show: impl FnMut(usize, usize, f32)) {
    let (sign, (x, y), (end_x, end_y)) = if from.1 < to.1 { (1.0, from, to) } else { (-1.0, to, from) };
    let slope = (end_x - x) / (end_y - y);
    let mut x = x;
    for row in y as usize..up(end_y) {
        let part = end_y.min(row as f32 + 1.0) - y.max(row as f32);
        let next = x + slope * part;
        let change = sign * part;
        let (left, right) = if x < next { (x, next) } else { (next, x) };
        let left = left.max(0.0);
        let (first, last) = (left as usize, up(right));
        let start = first as f32;
        if last <= first + 1 {
            // Within one dot: what lies to the right of the line's middle is covered.
            let beyond = change * (0.5 * (left + right) - start);
            show(row, first, change - beyond);
            show(row, first + 1, beyond);
        } else {
            let per_dot = 1.0 / (right - left);
            let begun = 1.0 - (left - start);
            let first_part = 0.5 * per_dot * begun * begun;
            let ended = right - last as f32 + 1.0;
            let last_part = 0.5 * per_dot * ended * ended;
            show(row, first, change * first_part);
            if last == first + 2 {
                show(row, first + 1, change * (1.0 - first_part - last_part));
            } else {
                let second = per_dot * (1.5 - (left - start));
                show(row, first + 1, change * (second - first_part));
                for column in first + 2..last - 1 {
                    show(row, column, change * per_dot);
                }
                let so_far = second + (last - first - 3) as f32 * per_dot;
                show(row, last - 1, change * (1.0 - so_far - last_part));
            }
            show(row, last, change * last_part);
        }
        x = next;
    }
}
