//! How much ink a shape of a font takes.
//!
//! In: the lines and curves of a shape. Out: [`Ink`]: its area, and the frame round it.

use rustybuzz::ttf_parser::OutlineBuilder;

/// The ink of a shape, in the font's own units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    /// Twice the area; outlines that turn the other way are holes.
    twice_area: f64,
    start: (f64, f64),
    last: (f64, f64),
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
    pub(super) top: f64,
}

impl Ink {
    pub(super) fn none() -> Ink {
        let (most, least) = (f64::INFINITY, f64::NEG_INFINITY);
        let start = (0.0, 0.0);
        Ink { twice_area: 0.0, start, last: start, left: most, right: least, bottom: most, top: least }
    }

    /// The area of the outlines less that of their holes.
    pub(super) fn area(&self) -> f64 {
        (self.twice_area / 2.0).abs()
    }

    fn to(&mut self, x: f32, y: f32) {
        let (x, y) = (f64::from(x), f64::from(y));
        self.twice_area += self.last.0 * y - self.last.1 * x;
        self.last = (x, y);
        (self.left, self.right) = (self.left.min(x), self.right.max(x));
        (self.bottom, self.top) = (self.bottom.min(y), self.top.max(y));
    }
}

impl OutlineBuilder for Ink {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = (f64::from(x), f64::from(y));
        self.last = self.start;
        self.to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.to(x, y);
    }

    // The corners of a curve are near enough.
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.to(x1, y1);
        self.to(x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.to(x1, y1);
        self.to(x2, y2);
        self.to(x, y);
    }

    fn close(&mut self) {
        let (x, y) = self.start;
        self.twice_area += self.last.0 * y - self.last.1 * x;
        self.last = self.start;
    }
}
