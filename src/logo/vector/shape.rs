//! The shapes of an SVG: paths, rectangles, circles, ellipses and lines of points.
//!
//! In: an element. Out: the same as this program writes it, with the points round which it lies; none for a shape of no extent.

use roxmltree::Node;
use svgtypes::{PathParser, PathSegment, PointsParser, SimplePathSegment, SimplifyingPathParser};

use super::room::{Point, Refusal, Room};
use super::values::{UNREADABLE, length, number, sound};

/// A shape.
pub(super) struct Shape {
    /// Its name and its own attributes: `circle cx="1" cy="2" r="3"`.
    pub(super) markup: String,
    /// Points round which it lies.
    pub(super) points: Vec<Point>,
}

/// Whether an element of that name is a shape.
pub(super) fn is_shape(name: &str) -> bool {
    matches!(name, "path" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon")
}

/// The shape of an element.
pub(super) fn shape(node: Node<'_, '_>, room: &mut Room) -> Result<Option<Shape>, Refusal> {
    let name = node.tag_name().name();
    match name {
        "path" => path(node.attribute("d").unwrap_or_default(), room),
        "polyline" | "polygon" => points(name, node.attribute("points").unwrap_or_default(), room),
        _ => plain(node, name, room),
    }
}

/// A shape of a few numbers.
fn plain(node: Node<'_, '_>, name: &str, room: &mut Room) -> Result<Option<Shape>, Refusal> {
    let view = room.view;
    let names: &[&str] = match name {
        "rect" => &["x", "y", "width", "height", "rx", "ry"],
        "circle" => &["cx", "cy", "r"],
        "ellipse" => &["cx", "cy", "rx", "ry"],
        _ => &["x1", "y1", "x2", "y2"],
    };
    let mut values = Vec::new();
    let mut markup = name.to_owned();
    for attribute in names {
        room.segment()?;
        let whole = match *attribute {
            "x" | "cx" | "x1" | "x2" | "width" | "rx" => view.width,
            "r" => view.diagonal(),
            _ => view.height,
        };
        let given = node.attribute(*attribute).filter(|text| text.trim() != "auto");
        let value = given.map(|text| length(text, whole)).transpose()?;
        if let Some(value) = value {
            markup.push_str(&format!(" {attribute}=\"{}\"", number(value)));
        }
        values.push(value);
    }
    let at = |index: usize| values.get(index).copied().flatten().unwrap_or_default();
    let (first, second, sizes): (Point, Point, &[f64]) = match name {
        "rect" => ((at(0), at(1)), (at(0) + at(2), at(1) + at(3)), &[at(2), at(3)]),
        "circle" => ((at(0) - at(2), at(1) - at(2)), (at(0) + at(2), at(1) + at(2)), &[at(2)]),
        "ellipse" => ((at(0) - at(2), at(1) - at(3)), (at(0) + at(2), at(1) + at(3)), &[]),
        _ => ((at(0), at(1)), (at(2), at(3)), &[]),
    };
    let points = vec![first, (second.0, first.1), second, (first.0, second.1), first];
    Ok(sizes.iter().all(|size| *size > 0.0).then_some(Shape { markup, points }))
}

/// A line through points.
fn points(name: &str, text: &str, room: &mut Room) -> Result<Option<Shape>, Refusal> {
    let mut points: Vec<Point> = Vec::new();
    let mut list = Vec::new();
    for (x, y) in PointsParser::from(text) {
        room.segment()?;
        points.push((sound(x)?, sound(y)?));
        list.push(format!("{},{}", number(x), number(y)));
    }
    let markup = format!("{name} points=\"{}\"", list.join(" "));
    Ok((points.len() > 1).then_some(Shape { markup, points }))
}

/// A path.
fn path(text: &str, room: &mut Room) -> Result<Option<Shape>, Refusal> {
    let mut data = String::new();
    for segment in PathParser::from(text) {
        room.segment()?;
        let segment = segment.map_err(|_| UNREADABLE)?;
        let command = char::from(segment.command());
        data.push(command);
        for value in numbers(segment) {
            data.push_str(&format!("{} ", number(sound(value)?)));
        }
    }
    let mut points: Vec<Point> = Vec::new();
    let mut start = (0.0, 0.0);
    for segment in SimplifyingPathParser::from(text) {
        match segment.map_err(|_| UNREADABLE)? {
            SimplePathSegment::MoveTo { x, y } => {
                start = (x, y);
                points.push(start);
            }
            SimplePathSegment::LineTo { x, y } => points.push((x, y)),
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => points.extend([(x1, y1), (x2, y2), (x, y)]),
            SimplePathSegment::Quadratic { x1, y1, x, y } => points.extend([(x1, y1), (x, y)]),
            SimplePathSegment::ClosePath => points.push(start),
        }
    }
    let markup = format!("path d=\"{}\"", data.trim_end());
    Ok((points.len() > 1).then_some(Shape { markup, points }))
}

/// The numbers of a segment, in the order in which they are written.
fn numbers(segment: PathSegment) -> Vec<f64> {
    let bit = |set: bool| f64::from(u8::from(set));
    match segment {
        PathSegment::MoveTo { x, y, .. }
        | PathSegment::LineTo { x, y, .. }
        | PathSegment::SmoothQuadratic { x, y, .. } => vec![x, y],
        PathSegment::HorizontalLineTo { x, .. } => vec![x],
        PathSegment::VerticalLineTo { y, .. } => vec![y],
        PathSegment::CurveTo { x1, y1, x2, y2, x, y, .. } => vec![x1, y1, x2, y2, x, y],
        PathSegment::SmoothCurveTo { x2, y2, x, y, .. } => vec![x2, y2, x, y],
        PathSegment::Quadratic { x1, y1, x, y, .. } => vec![x1, y1, x, y],
        PathSegment::EllipticalArc { rx, ry, x_axis_rotation, large_arc, sweep, x, y, .. } => {
            vec![rx, ry, x_axis_rotation, bit(large_arc), bit(sweep), x, y]
        }
        PathSegment::ClosePath { .. } => Vec::new(),
    }
}
