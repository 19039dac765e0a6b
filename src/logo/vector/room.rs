//! What has been read of an SVG so far, and what drawing it will cost, held against its bounds.
//!
//! In: each element, segment and shape as it is read. Out: nothing, or that it is too much.

use super::limits::{APART, EDGE, FARTHEST, GRADIENT, LINE, MOST_BYTES, MOST_ELEMENTS, MOST_SEGMENTS, MOST_WORK};

/// Why a file is refused.
pub(super) type Refusal = &'static str;

pub(super) const TOO_MUCH: Refusal = "is an SVG with more in it than a logo needs";
const TOO_FAR: Refusal = "is an SVG that draws far outside its own frame";

/// A place, across and down.
pub(super) type Point = (f64, f64);

/// A turn, stretch and shift, as SVG writes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const NONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First the inner, then this one.
    pub(super) fn over(self, inner: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, inner.0);
        Matrix([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f])
    }

    fn moved(self, (x, y): Point) -> Point {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How many times longer it can make something.
    fn stretch(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a.abs() + c.abs()).max(b.abs() + d.abs())
    }
}

/// The frame of the picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl View {
    fn longest(self) -> f64 {
        self.width.max(self.height)
    }

    /// What a hundredth is a hundredth of where it is neither across nor down.
    pub(super) fn diagonal(self) -> f64 {
        ((self.width * self.width + self.height * self.height) / 2.0).sqrt()
    }

    /// The part of the frame that a shape covers at most.
    fn covered(self, bounds: Bounds) -> f64 {
        let along = |from: f64, to: f64, start: f64, length: f64| {
            (to.min(start + length) - from.max(start)).clamp(0.0, length) / length
        };
        along(bounds.left, bounds.right, self.left, self.width)
            * along(bounds.top, bounds.bottom, self.top, self.height)
    }
}

/// The least frame round some points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Bounds {
    /// The frame round nothing.
    pub(super) const EMPTY: Bounds =
        Bounds { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };

    pub(super) fn with(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn of(points: &[Point]) -> Bounds {
        let point = |(x, y): &Point| Bounds { left: *x, top: *y, right: *x, bottom: *y };
        points.iter().map(point).fold(Bounds::EMPTY, Bounds::with)
    }

    fn widened(self, by: f64) -> Bounds {
        Bounds { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }
}

/// What a shape is drawn with, as far as it costs more or less.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// How wide its line is; none without one.
    pub(super) line: Option<f64>,
    /// Whether it is filled or lined with a gradient.
    pub(super) gradient: bool,
}

/// What has been read so far.
pub(super) struct Room {
    pub(super) view: View,
    elements: usize,
    segments: usize,
    bytes: usize,
    work: f64,
}

impl Room {
    pub(super) fn of(view: View) -> Room {
        Room { view, elements: 0, segments: 0, bytes: 0, work: 0.0 }
    }

    pub(super) fn element(&mut self) -> Result<(), Refusal> {
        self.elements += 1;
        if self.elements > MOST_ELEMENTS { Err(TOO_MUCH) } else { Ok(()) }
    }

    pub(super) fn bytes(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.bytes += bytes;
        if self.bytes > MOST_BYTES { Err(TOO_MUCH) } else { Ok(()) }
    }

    pub(super) fn segment(&mut self) -> Result<(), Refusal> {
        self.segments += 1;
        if self.segments > MOST_SEGMENTS { Err(TOO_MUCH) } else { Ok(()) }
    }

    fn work(&mut self, work: f64) -> Result<(), Refusal> {
        self.work += work;
        if self.work <= MOST_WORK { Ok(()) } else { Err(TOO_MUCH) }
    }

    /// Takes a shape with the points of its outline as they stand in the frame.
    pub(super) fn shape(&mut self, points: &[Point], matrix: Matrix, look: Look) -> Result<Bounds, Refusal> {
        let Look { line, gradient } = look;
        let points: Vec<Point> = points.iter().map(|point| matrix.moved(*point)).collect();
        let view = self.view;
        let far = FARTHEST * view.longest();
        let is_near = |(x, y): &Point| (x - view.left).abs() <= far && (y - view.top).abs() <= far;
        let line = line.map(|width| width * matrix.stretch());
        if !points.iter().all(is_near) || line.is_some_and(|line| !(0.0..=far).contains(&line)) {
            return Err(TOO_FAR);
        }
        // Twice its width is as far as a line goes but for the points of its corners.
        let bounds = Bounds::of(&points).widened(2.0 * line.unwrap_or_default());
        let within = |y: f64| y.clamp(view.top, view.top + view.height);
        let climbed: f64 = points.windows(2).map(|pair| (within(pair[1].1) - within(pair[0].1)).abs()).sum();
        let edges = EDGE * climbed / view.height * if line.is_some() { LINE } else { 1.0 };
        self.work(view.covered(bounds) * if gradient { GRADIENT } else { 1.0 } + edges)?;
        Ok(bounds)
    }

    /// Takes something that is drawn apart, so large.
    pub(super) fn apart(&mut self, bounds: Bounds) -> Result<(), Refusal> {
        self.work(APART * self.view.covered(bounds))
    }
}
