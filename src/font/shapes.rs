//! How many points the shapes of a font have, before any is drawn.
//!
//! In: the tables of a font. Out: nothing, or that it is damaged or asks for too much.
//!
//! A shape can be put together of others, and those of others again, so that a few bytes could be as many points as they like.

use super::file::{DAMAGED, Tables, two};

/// The most points of one shape, and of all together: far more than any letter, and more than fonts of all Chinese have.
const MOST_POINTS: usize = 20_000;
const MOST_POINTS_IN_ALL: usize = 4_000_000;
/// The most shapes that one is put together of, and how often they are so themselves.
const MOST_PARTS: usize = 64;
const DEEPEST: usize = 6;

const TOO_MUCH: &str = "has shapes of more points than any letter needs";

/// Holds the shapes of a font against their bounds.
pub(super) fn check_shapes(tables: &Tables<'_>) -> Result<(), String> {
    let count = usize::from(two(tables.get(b"maxp"), 4).ok_or(DAMAGED)?);
    let places = Places { wide: two(tables.get(b"head"), 50) == Some(1), places: tables.get(b"loca") };
    let shapes = tables.get(b"glyf");
    let mut own = Vec::new();
    for glyph in 0..count {
        let range = places.of(glyph).zip(places.of(glyph + 1)).ok_or(DAMAGED)?;
        own.push(shape(shapes.get(range.0..range.1).ok_or(DAMAGED)?)?);
    }
    // Whole shapes first; then what is put together of them, and so on.
    let mut points: Vec<Option<usize>> = own.iter().map(|shape| shape.is_whole().then_some(shape.points)).collect();
    for _ in 0..DEEPEST {
        let whole = points.clone();
        for (shape, points) in own.iter().zip(&mut points).filter(|(_, points)| points.is_none()) {
            let parts = shape.parts.iter().map(|part| whole.get(*part).ok_or(DAMAGED));
            let parts = parts.collect::<Result<Vec<_>, _>>()?;
            *points = parts.into_iter().try_fold(0, |sum: usize, part| part.map(|part| sum.saturating_add(part)));
        }
    }
    let mut all = 0;
    for points in points {
        let points = points.ok_or(TOO_MUCH)?;
        all += points;
        if points > MOST_POINTS || all > MOST_POINTS_IN_ALL {
            return Err(TOO_MUCH.to_owned());
        }
    }
    Ok(())
}

/// Where each shape begins.
struct Places<'a> {
    /// Whether a place is a number of four bytes, or half of it one of two.
    wide: bool,
    places: &'a [u8],
}

impl Places<'_> {
    fn of(&self, glyph: usize) -> Option<usize> {
        match self.wide {
            true => super::file::four(self.places, 4 * glyph).map(|place| place as usize),
            false => two(self.places, 2 * glyph).map(|half| 2 * usize::from(half)),
        }
    }
}

/// A shape: its own points, or the others that it is put together of.
#[derive(Default)]
struct Shape {
    points: usize,
    parts: Vec<usize>,
}

impl Shape {
    fn is_whole(&self) -> bool {
        self.parts.is_empty()
    }
}

/// Whether the frame of a shape has its corners in order and a width and height that fit into two bytes, since readers of fonts work both out so.
fn has_frame(data: &[u8]) -> bool {
    let corner = |at: usize| two(data, at).map(|number| i16::from_be_bytes(number.to_be_bytes()));
    let is_side = |from: usize, to: usize| {
        corner(from).zip(corner(to)).is_some_and(|(from, to)| from <= to && to.checked_sub(from).is_some())
    };
    is_side(2, 6) && is_side(4, 8)
}

fn shape(data: &[u8]) -> Result<Shape, String> {
    if data.is_empty() {
        return Ok(Shape::default());
    }
    /// The number of outlines and the frame.
    const HEAD: usize = 10;
    let outlines = two(data, 0).ok_or(DAMAGED)?;
    if !has_frame(data) {
        return Err(DAMAGED.to_owned());
    }
    if i16::from_be_bytes(outlines.to_be_bytes()) >= 0 {
        let last = usize::from(outlines).checked_sub(1).map(|last| two(data, HEAD + 2 * last).ok_or(DAMAGED));
        let points = last.transpose()?.map_or(0, |last| usize::from(last) + 1);
        return Ok(Shape { points, parts: Vec::new() });
    }
    let mut parts = Vec::new();
    let mut at = HEAD;
    loop {
        let (flags, part) = two(data, at).zip(two(data, at + 2)).ok_or(DAMAGED)?;
        parts.push(usize::from(part));
        if parts.len() > MOST_PARTS {
            return Err(TOO_MUCH.to_owned());
        }
        let has = |flag: u16| flags & flag != 0;
        let moved = if has(0x0001) { 4 } else { 2 };
        let turned = [(0x0008, 2), (0x0040, 4), (0x0080, 8)].into_iter().find(|(flag, _)| has(*flag));
        at += 4 + moved + turned.map_or(0, |(_, bytes)| bytes);
        if !has(0x0020) {
            return Ok(Shape { points: 0, parts });
        }
    }
}
