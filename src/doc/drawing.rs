//! One sheet of a picture as it is drawn, for every format: as the elements of an SVG, and as the shapes that dots are made of.
//!
//! In: what the canvas draws. Out: a [`Drawing`], as a whole SVG if one is asked for.
//!
//! Not here: how it is drawn, and how shapes become dots (`picture`).

use std::fmt;
use std::sync::Arc;

/// One sheet of a picture as it is drawn, its letters as outlines.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What it shows, for those who cannot see it; it differs between the sheets of a picture.
    pub alt: String,
    /// The elements inside an `<svg>` of this width and height, ids unique in the document.
    pub markup: String,
    /// What the elements show on white paper, the lowest shape first.
    pub shapes: Vec<Shape>,
    /// In points.
    pub width: f64,
    /// In points.
    pub height: f64,
}

/// An outline filled with one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The outline, which letters that are alike share.
    pub outline: Arc<Outline>,
    /// How far to the right of the sheet's left edge its own middle of axes stands, in points.
    pub x: f64,
    /// How far below the sheet's upper edge.
    pub y: f64,
    /// How many points one of its units is.
    pub scale: f64,
    /// Red, green and blue.
    pub colour: [u8; 3],
}

/// Closed lines around an area; what any of them goes round is inside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline(pub Vec<Segment>);

/// A piece of an outline, from where the piece before it ends; y counts downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// A new line begins there.
    Move(f32, f32),
    /// Straight to there.
    Line(f32, f32),
    /// A curve with one control point, given first.
    Quad(f32, f32, f32, f32),
    /// A curve with two control points, given first.
    Curve(f32, f32, f32, f32, f32, f32),
    /// Back to where the line began.
    Close,
}

impl Drawing {
    /// The drawing as SVG, with further attributes on its root.
    pub fn svg(&self, attributes: &str) -> String {
        let Drawing { markup, width, height, .. } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}width=\"{width}pt\" height=\"{height}pt\" \
             viewBox=\"0 0 {width} {height}\">{markup}</svg>"
        )
    }
}

/// As the data of an SVG path.
impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|segment| match segment {
            Segment::Move(x, y) => write!(f, "M{x} {y}"),
            Segment::Line(x, y) => write!(f, "L{x} {y}"),
            Segment::Quad(x1, y1, x, y) => write!(f, "Q{x1} {y1} {x} {y}"),
            Segment::Curve(x1, y1, x2, y2, x, y) => write!(f, "C{x1} {y1} {x2} {y2} {x} {y}"),
            Segment::Close => f.write_str("Z"),
        })
    }
}
