//! Which dots a shape covers, and how much of each.
//!
//! In: a [`Shape`], and how many dots a point is. Out: runs of dots that are covered alike.
//!
//! Not here: what colour they get (`inks`).

use std::ops::Range;

use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Rect, Transform};

use crate::doc::{Segment, Shape};

/// In how many steps a dot may be covered. Print shows no more, and a sheet needs few colours.
pub(super) const STEPS: u8 = 16;

/// Shows the runs of a shape inside a sheet of that many dots: the row, the dots in it, and in how many of [`STEPS`] they are covered.
pub(super) fn fill(
    shape: &Shape,
    resolution: f64,
    (width, height): (u32, u32),
    mut show: impl FnMut(usize, Range<usize>, u8),
) {
    let Some(path) = path_in_dots(shape, resolution) else { return };
    let Some((left, top, across, down)) = frame(path.bounds(), width, height) else { return };
    let Some(mut mask) = Mask::new(across, down) else { return };
    mask.fill_path(&path, FillRule::Winding, true, Transform::from_translate(-(left as f32), -(top as f32)));
    for (row, covered) in mask.data().chunks_exact(across as usize).enumerate() {
        let mut start = left as usize;
        for run in covered.chunk_by(|one, other| steps(*one) == steps(*other)) {
            let end = start + run.len();
            match run.first().map_or(0, |covered| steps(*covered)) {
                0 => {}
                steps => show(top as usize + row, start..end, steps),
            }
            start = end;
        }
    }
}

/// The outline of a shape where it stands on the sheet; none if it has no area.
fn path_in_dots(shape: &Shape, resolution: f64) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in &shape.outline.0 {
        match *segment {
            Segment::Move(x, y) => path.move_to(x, y),
            Segment::Line(x, y) => path.line_to(x, y),
            Segment::Quad(x1, y1, x, y) => path.quad_to(x1, y1, x, y),
            Segment::Curve(x1, y1, x2, y2, x, y) => path.cubic_to(x1, y1, x2, y2, x, y),
            Segment::Close => path.close(),
        }
    }
    let scale = (shape.scale * resolution) as f32;
    let place = ((shape.x * resolution) as f32, (shape.y * resolution) as f32);
    path.finish()?.transform(Transform::from_row(scale, 0.0, 0.0, scale, place.0, place.1))
}

/// The dots of the sheet in which a shape of these bounds may show: left, top, width and height; none if it lies outside.
fn frame(bounds: Rect, width: u32, height: u32) -> Option<(u32, u32, u32, u32)> {
    // A number below zero becomes zero, one past the edge is cut to it.
    let (left, top) = (bounds.left().floor() as u32, bounds.top().floor() as u32);
    let (right, foot) = ((bounds.right().ceil() as u32).min(width), (bounds.bottom().ceil() as u32).min(height));
    (left < right && top < foot).then(|| (left, top, right - left, foot - top))
}

/// Of how many steps so much of 255 is.
fn steps(covered: u8) -> u8 {
    u8::try_from((u32::from(covered) * u32::from(STEPS) + 127) / 255).unwrap_or(STEPS)
}
