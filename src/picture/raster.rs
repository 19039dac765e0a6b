//! A drawing as a PNG, for formats that cannot show lines and curves: the only user of resvg.
//!
//! In: a [`Drawing`], or the file of a logo. Out: the bytes of a PNG, the same for the same drawing; or whether a file can be drawn.

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

/// An SVG from elsewhere as a PNG so many dots wide and high, on no ground; nothing if it shows nothing.
pub fn svg_to_png(svg: &[u8], width: u32, height: u32) -> Option<Vec<u8>> {
    let tree = Tree::from_data(svg, &Options::default()).ok()?;
    let mut map = Pixmap::new(width, height)?;
    let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(across, down), &mut map.as_mut());
    let shows = map.pixels().iter().any(|dot| dot.alpha() > 0);
    if shows { map.encode_png().ok() } else { None }
}

/// Whether the dots of a PNG can be read to their end.
pub fn is_sound_png(bytes: &[u8]) -> bool {
    Pixmap::decode_png(bytes).is_ok()
}
