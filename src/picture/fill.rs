//! Which dots a shape covers, and how much of each.
//!
//! In: [`Shape`]s, and how many dots a point is. Out: runs of dots that are covered alike.
//!
//! Not here: what colour they get (`inks`).

use std::ops::Range;

use ab_glyph_rasterizer::{Point, Rasterizer, point};

use crate::doc::{Segment, Shape};

/// In how many steps a dot may be covered. Print shows no more, and a sheet needs few colours.
pub(super) const STEPS: u8 = 16;

/// Fills one shape after another on a sheet.
pub(super) struct Filler {
    /// How many dots a point is.
    resolution: f64,
    /// The dots of the sheet across and down.
    size: (i64, i64),
    /// One for all shapes, so that its memory is asked for once.
    raster: Rasterizer,
}

impl Filler {
    pub(super) fn new(resolution: f64, (across, down): (u32, u32)) -> Filler {
        Filler { resolution, size: (across.into(), down.into()), raster: Rasterizer::new(0, 0) }
    }

    /// Shows the runs of a shape on the sheet: the row, the dots in it, and in how many of [`STEPS`] they are covered.
    pub(super) fn fill(&mut self, shape: &Shape, mut show: impl FnMut(usize, Range<usize>, u8)) {
        let Some(frame) = Frame::of(shape, self.resolution) else { return };
        self.raster.reset(frame.across, frame.down);
        frame.draw(shape, &mut self.raster);
        let (left, top) = (frame.left, frame.top);
        let (width, height) = self.size;
        let mut show = |row: usize, columns: Range<usize>, steps: u8| {
            let row = usize::try_from(top + row as i64).ok().filter(|row| (*row as i64) < height);
            let inside = |column: usize| (left + column as i64).clamp(0, width) as usize;
            let columns = inside(columns.start)..inside(columns.end);
            if let Some(row) = row.filter(|_| !columns.is_empty()) {
                show(row, columns, steps);
            }
        };
        // The run that goes on: its first dot, counted over all rows, and its steps.
        let mut run = (0, 0);
        let mut end_of = |run: (usize, u8), end: usize| {
            if run.1 > 0 {
                let row = run.0 / frame.across;
                show(row, run.0 - row * frame.across..end - row * frame.across, run.1);
            }
        };
        let mut edge = frame.across;
        self.raster.for_each_pixel(|at, covered| {
            let steps = (covered * f32::from(STEPS) + 0.5) as u8;
            let steps = steps.min(STEPS);
            if steps != run.1 || at == edge {
                end_of(run, at);
                run = (at, steps);
                edge = if at == edge { edge + frame.across } else { edge };
            }
        });
        end_of(run, frame.across * frame.down);
    }
}

/// The dots in which a shape shows, on the sheet or beside it.
struct Frame {
    left: i64,
    top: i64,
    across: usize,
    down: usize,
    /// How the shape's own measures become dots of the frame: how much larger, and how far to the right and down.
    scale: f32,
    aside: (f32, f32),
}

impl Frame {
    /// None if the shape has no area.
    fn of(shape: &Shape, resolution: f64) -> Option<Frame> {
        let mut ends = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        let mut reach = |x: f32, y: f32| ends = [ends[0].min(x), ends[1].min(y), ends[2].max(x), ends[3].max(y)];
        for segment in &shape.outline.0 {
            match *segment {
                Segment::Move(x, y) | Segment::Line(x, y) => reach(x, y),
                Segment::Quad(x1, y1, x, y) => [(x1, y1), (x, y)].into_iter().for_each(|(x, y)| reach(x, y)),
                Segment::Curve(x1, y1, x2, y2, x, y) => {
                    [(x1, y1), (x2, y2), (x, y)].into_iter().for_each(|(x, y)| reach(x, y));
                }
                Segment::Close => {}
            }
        }
        let scale = shape.scale * resolution;
        let place = (shape.x * resolution, shape.y * resolution);
        let [left, top] = [f64::from(ends[0]) * scale + place.0, f64::from(ends[1]) * scale + place.1].map(f64::floor);
        let [right, foot] = [f64::from(ends[2]) * scale + place.0, f64::from(ends[3]) * scale + place.1].map(f64::ceil);
        // What is worked out may lie a little beyond the last dot, so there is one more.
        let side = |from: f64, to: f64| (from < to).then_some((to - from) as usize + 1);
        Some(Frame {
            left: left as i64,
            top: top as i64,
            across: side(left, right)?,
            down: side(top, foot)?,
            scale: scale as f32,
            aside: ((place.0 - left) as f32, (place.1 - top) as f32),
        })
    }

    /// The shape's outlines, each closed, as dots.
    fn draw(&self, shape: &Shape, raster: &mut Rasterizer) {
        let place = |x: f32, y: f32| point(x * self.scale + self.aside.0, y * self.scale + self.aside.1);
        let (mut start, mut at) = (Point::default(), Point::default());
        for segment in &shape.outline.0 {
            let to = match *segment {
                Segment::Move(x, y) => {
                    raster.draw_line(at, start);
                    start = place(x, y);
                    start
                }
                Segment::Line(x, y) => {
                    let to = place(x, y);
                    raster.draw_line(at, to);
                    to
                }
                Segment::Quad(x1, y1, x, y) => {
                    let to = place(x, y);
                    raster.draw_quad(at, place(x1, y1), to);
                    to
                }
                Segment::Curve(x1, y1, x2, y2, x, y) => {
                    let to = place(x, y);
                    raster.draw_cubic(at, place(x1, y1), place(x2, y2), to);
                    to
                }
                Segment::Close => {
                    raster.draw_line(at, start);
                    start
                }
            };
            at = to;
        }
        raster.draw_line(at, start);
    }
}
