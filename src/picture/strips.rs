//! A picture in strips: parts that stay whole, so that a picture can go on from sheet to sheet.
//!
//! In: a height and what draws it. Out: a [`Strip`]; and [`Strips`], those of a whole picture.

use super::canvas::Canvas;

/// Draws a strip with its upper edge at that height; told whether it is the last on its sheet.
pub(super) type Brush<'a> = Box<dyn Fn(&mut Canvas<'_>, f64, bool) + 'a>;

/// A part of a picture that stays whole.
pub(super) struct Strip<'a> {
    pub(super) height: f64,
    pub(super) brush: Brush<'a>,
}

/// A picture in strips: what stands at the top of every sheet, what stands at the foot of the last, and what lies between.
pub(super) struct Strips<'a> {
    pub(super) head: Strip<'a>,
    pub(super) rows: Vec<Strip<'a>>,
    pub(super) foot: Strip<'a>,
    /// Whether each strip can be read without the others, so that nothing is lost where a page ends between them.
    pub(super) stand_alone: bool,
}

impl<'a> Strip<'a> {
    pub(super) fn new(height: f64, brush: impl Fn(&mut Canvas<'_>, f64, bool) + 'a) -> Strip<'a> {
        Strip { height, brush: Box::new(brush) }
    }

    /// Strips below one another that are not to be parted.
    pub(super) fn joined(strips: Vec<Strip<'a>>) -> Strip<'a> {
        Strip::new(strips.iter().map(|strip| strip.height).sum(), move |canvas, top, is_last| {
            let mut top = top;
            for strip in &strips {
                (strip.brush)(canvas, top, is_last);
                top += strip.height;
            }
        })
    }

    pub(super) fn nothing() -> Strip<'a> {
        Strip::new(0.0, |_, _, _| ())
    }
}
