//! An SVG that this program wrote, as a PNG.
//!
//! In: its text. Out: the bytes of a PNG, the same on every computer; nothing if it shows nothing.
//!
//! Not here: SVGs from elsewhere, which are written anew first (`vector`).

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// The SVG so many dots wide and high, on no ground.
pub(super) fn svg_to_png(svg: &str, (width, height): (u32, u32)) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let mut map = Pixmap::new(width, height)?;
    let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(across, down), &mut map.as_mut());
    if shows_nothing(&map) { None } else { map.encode_png().ok() }
}

/// Whether every dot of a picture is clear.
pub(super) fn shows_nothing(map: &Pixmap) -> bool {
    map.pixels().iter().all(|dot| dot.alpha() == 0)
}
