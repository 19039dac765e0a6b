//! A drawing as a PNG, for formats that cannot show lines and curves.
//!
//! In: a [`Drawing`]. Out: the bytes of a PNG, the same for the same drawing on every computer.
//!
//! The sheet is made of numbered colours, of which a drawing has few: that is a fraction of the work and of the file that red, green, blue and
//! clearness for each dot would be.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

use super::fill::{Filler, STEPS};
use super::inks::Inks;
use crate::doc::Drawing;

/// Dots to an inch on paper: what Word itself keeps of a picture when it saves a document, so that it leaves these as they are.
const RESOLUTION: f64 = 220.0;
/// Points to an inch.
const POINTS: f64 = 72.0;

/// The drawing as a PNG for print; nothing if it has no size.
pub fn to_png(drawing: &Drawing) -> Option<Vec<u8>> {
    let resolution = RESOLUTION / POINTS;
    let side = |length: f64| Some((length * resolution).round() as u32).filter(|dots| *dots > 0);
    let (across, down) = (side(drawing.width)?, side(drawing.height)?);
    let (width, height) = (across as usize, down as usize);
    let mut dots = vec![0; width * height];
    // Most shapes are letters of the colour before them.
    let mut colours: Vec<[u8; 3]> = drawing.shapes.iter().map(|shape| shape.colour).collect();
    colours.dedup();
    let mut inks = Inks::of(colours.into_iter());
    let mut filler = Filler::new(resolution, (across, down));
    for shape in &drawing.shapes {
        let ink = inks.number(shape.colour);
        filler.fill(shape, |row, columns, steps| {
            let run = &mut dots[row * width..][columns];
            if steps == STEPS {
                run.fill(ink);
            } else {
                run.iter_mut().for_each(|dot| *dot = inks.over(*dot, ink, steps));
            }
        });
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, across, down);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(inks.parts());
    // Filters tell apart what differs by little; the numbers of colours do not. Level 1 takes two thirds of the time of level 2.
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(DeflateCompression::Level(1));
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&dots).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
