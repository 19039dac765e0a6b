//! The room that a picture has on a page.

/// The width of every picture in points: 160 mm, the width of the text.
pub const WIDTH: f64 = 453.5;
/// The greatest height of a sheet: less than half a page, so that a picture on several sheets begins where the text before it ends and
/// leaves no great gap there.
pub const TALLEST: f64 = 330.0;
