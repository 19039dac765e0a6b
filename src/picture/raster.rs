//! A drawing as a PNG, for formats that cannot show lines and curves.
//!
//! In: a [`Drawing`]. Out: the bytes of a PNG, the same for the same drawing.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::doc::Drawing;

/// Pixels to an inch on paper: what a good printer shows.
const RESOLUTION: f64 = 300.0;
/// Points to an inch.
const POINTS: f64 = 72.0;

/// The drawing as a PNG for print; nothing if it has no size.
pub fn to_png(drawing: &Drawing) -> Option<Vec<u8>> {
    // The root's size in plain units, so that one unit is one point whatever the reader thinks a point is.
    let svg = drawing.svg("").replacen("pt\"", "\"", 2);
    let tree = Tree::from_str(&svg, &Options::default()).ok()?;
    let scale = RESOLUTION / POINTS;
    let pixels = |length: f64| (length * scale).round() as u32;
    let mut map = Pixmap::new(pixels(drawing.width), pixels(drawing.height))?;
    map.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut map.as_mut());
    map.encode_png().ok()
}
