//! How much an SVG may ask for: many times what logos do, and little for a computer.
//!
//! In: nothing. Out: numbers.

/// The largest file, in bytes.
pub(super) const LARGEST: usize = 1 << 20;
/// The most nodes of the file, of whatever kind.
pub(super) const MOST_NODES: u32 = 50_000;
/// The most equals signs between one sign that opens a tag and the next: an element has fewer attributes.
pub(super) const MOST_EQUALS: usize = 500;
/// The most elements that are looked at; one that is used again is counted again.
pub(super) const MOST_ELEMENTS: usize = 10_000;
/// The most elements within one another, with those that are used again.
pub(super) const DEEPEST: usize = 48;
/// The most groups within one another that have to be drawn apart, because they are cut or half clear.
pub(super) const DEEPEST_APART: usize = 8;
/// The most lines and curves.
pub(super) const MOST_SEGMENTS: usize = 60_000;
/// The most bytes of values that are read, with those of styles for each element that has them.
pub(super) const MOST_BYTES: usize = 8 << 20;
/// The most rules of styles, and the most values in them.
pub(super) const MOST_RULES: usize = 2_000;
/// The most steps of a colour gradient, and of a list of turns and shifts.
pub(super) const MOST_STEPS: usize = 64;
/// How long a chain of gradients may be in which each has what the next says.
pub(super) const LONGEST_CHAIN: usize = 8;

/// The most work of drawing; to fill the whole frame once is 1.
pub(super) const MOST_WORK: f64 = 75.0;
/// The work of an edge that goes once from the top to the bottom of the frame.
pub(super) const EDGE: f64 = 0.0025;
/// How much more work it is to draw something apart.
pub(super) const APART: f64 = 2.0;
/// How much more work it is to fill something with a gradient.
pub(super) const GRADIENT: f64 = 8.0;
/// How much more work a line is than the edge of what is filled.
pub(super) const LINE: f64 = 3.0;

/// The longest side of the frame, and the largest number, in units of the file.
pub(super) const LONGEST_SIDE: f64 = 100_000.0;
pub(super) const LARGEST_NUMBER: f64 = 1e7;
/// How far outside the frame something may be, and how wide a line, as a multiple of the frame's longer side.
pub(super) const FARTHEST: f64 = 100.0;
/// The longest point of a corner, as a multiple of the line's width.
pub(super) const LONGEST_POINT: f64 = 100.0;
