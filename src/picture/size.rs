//! The room that a picture has on a page.

/// The width of every picture in points: 160 mm, the width of the text.
pub const WIDTH: f64 = 453.5;
/// The greatest height of a sheet: it fits on a page below a heading and its caption.
pub const TALLEST: f64 = 610.0;
/// The height up to which several sheets are filled at first: less than half a page, so that a picture too tall for one page begins where the text
/// before it ends and leaves no great gap there.
pub(super) const TALLEST_OF_SEVERAL: f64 = 330.0;
