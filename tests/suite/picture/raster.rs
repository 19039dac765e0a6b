//! The dots of a picture: they show what its lines draw, crisp enough for print and in a small file.

use std::sync::Arc;

use careers_policy::doc::{BlockKind, Drawing, Outline, Segment, Shape};
use careers_policy::picture::{draw, to_png};
use careers_policy::profile::Detail;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::school::{School, library};

/// Word keeps 220 dots to an inch, so it neither makes these coarser nor finds fewer.
const WIDTH: u32 = 1386;

fn sheets_of(school: &School) -> Vec<Drawing> {
    let mut sheets = Vec::new();
    for id in school.ids() {
        for block in school.document(id).body {
            if let BlockKind::Picture(picture) = &block.kind {
                sheets.extend(draw(picture, &library().catalogue.theme, 1).into_iter().map(|sheet| sheet.drawing));
            }
        }
    }
    sheets
}

/// How the drawer of logos shows the same lines.
fn drawn(drawing: &Drawing) -> Pixmap {
    let svg = drawing.svg("").replacen("pt\"", "\"", 2);
    let tree = Tree::from_str(&svg, &Options::default()).unwrap();
    let scale = 220.0 / 72.0;
    let dots = |length: f64| (length * scale).round() as u32;
    let mut map = Pixmap::new(dots(drawing.width), dots(drawing.height)).unwrap();
    map.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut map.as_mut());
    map
}

/// How far apart two pictures are: the mean of all dots, and that of the worst square of 8 dots a side.
fn difference(one: &Pixmap, other: &Pixmap) -> (f64, f64) {
    assert_eq!((one.width(), one.height()), (other.width(), other.height()));
    let across = one.width() as usize;
    let mut squares = vec![0_u64; across.div_ceil(8) * (one.height() as usize).div_ceil(8)];
    for (index, (one, other)) in one.data().chunks(4).zip(other.data().chunks(4)).enumerate() {
        let square = index / across / 8 * across.div_ceil(8) + index % across / 8;
        squares[square] += one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum::<u64>();
    }
    let parts = |squares: u64| (squares * 64 * 3) as f64;
    (
        squares.iter().sum::<u64>() as f64 / parts(squares.len() as u64),
        squares.iter().max().copied().unwrap_or_default() as f64 / parts(1),
    )
}

#[test]
fn dots_show_what_the_lines_of_a_picture_draw() {
    let school = School::starter("oakfield-academy").with(|profile| profile.detail = Some(Detail::Full));
    let sheets = sheets_of(&school);
    assert!(sheets.len() > 3, "{}", sheets.len());
    for sheet in sheets {
        let dots = Pixmap::decode_png(&to_png(&sheet).unwrap()).unwrap();
        let (mean, worst) = difference(&dots, &drawn(&sheet));
        assert!(mean < 0.7 && worst < 14.0, "{}: {mean} {worst}", sheet.alt);
    }
}

#[test]
fn a_sheet_is_as_wide_as_word_keeps_it_in_numbered_colours_that_none_sees_through() {
    for sheet in sheets_of(&School::starter("oakfield-academy")) {
        let png = to_png(&sheet).unwrap();
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((&png[12..16], number(16)), (&b"IHDR"[..], WIDTH));
        assert_eq!(number(20), (sheet.height * 220.0 / 72.0).round() as u32);
        // Eight bits, each the number of a colour.
        assert_eq!(png[24..26], [8, 3]);
        assert!(!png.windows(4).any(|chunk| chunk == b"tRNS"));
        assert!(png.len() < 250_000, "{}", png.len());
        assert_eq!(to_png(&sheet).unwrap(), png);
    }
}

fn square(x: f64, y: f64, side: f32, colour: [u8; 3]) -> Shape {
    let corners =
        [Segment::Move(0.0, 0.0), Segment::Line(side, 0.0), Segment::Line(side, side), Segment::Line(0.0, side)];
    Shape { outline: Arc::new(Outline(corners.to_vec())), x, y, scale: 1.0, colour }
}

#[test]
fn more_colours_than_a_picture_can_number_are_the_nearest_of_them() {
    let shade = |index: usize| [(index % 20 * 12) as u8, (index / 20 * 12) as u8, 40];
    let shapes = (0..400).map(|index| square((index % 20 * 18) as f64, (index / 20 * 18) as f64, 18.0, shade(index)));
    let drawing =
        Drawing { alt: String::new(), markup: String::new(), shapes: shapes.collect(), width: 360.0, height: 360.0 };
    let dots = Pixmap::decode_png(&to_png(&drawing).unwrap()).unwrap();
    for index in 0..400 {
        let dot = dots.pixel((index % 20 * 55 + 20) as u32, (index / 20 * 55 + 20) as u32).unwrap();
        let shown = [dot.red(), dot.green(), dot.blue()];
        let distance: u32 = shown.iter().zip(shade(index)).map(|(one, other)| u32::from(one.abs_diff(other))).sum();
        // The first have their own.
        assert!(distance <= if index < 255 { 0 } else { 120 }, "{index}: {shown:?} for {:?}", shade(index));
    }
}

#[test]
fn what_reaches_over_the_edge_of_a_sheet_ends_there() {
    let drawing =
        |shapes: Vec<Shape>| Drawing { alt: String::new(), markup: String::new(), shapes, width: 36.0, height: 36.0 };
    let all = to_png(&drawing(vec![square(-10.0, -10.0, 60.0, [1, 2, 3])])).unwrap();
    let dots = Pixmap::decode_png(&all).unwrap();
    assert!(dots.pixels().iter().all(|dot| (dot.red(), dot.green(), dot.blue()) == (1, 2, 3)));
    let none = to_png(&drawing(vec![square(-70.0, 0.0, 60.0, [1, 2, 3]), square(0.0, 40.0, 60.0, [1, 2, 3])])).unwrap();
    assert!(Pixmap::decode_png(&none).unwrap().pixels().iter().all(|dot| dot.red() == 255));
    assert_eq!(to_png(&Drawing { height: 0.0, ..drawing(Vec::new()) }), None);
}
