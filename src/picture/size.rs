//! The room that a picture has on a page.

/// The width of every picture in points: 160 mm, the width of the text.
pub const WIDTH: f64 = 453.5;
/// The greatest height of a sheet, so that a heading and a caption fit above it on a page.
pub const TALLEST: f64 = 580.0;
