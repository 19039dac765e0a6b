//! A picture that is no logo, such as one in a letterhead: within bounds of its own, and written anew all the same.
//!
//! In: the bytes of a PNG or JPEG file, and how many dots may still be read. Out: a PNG of its dots, or why there is none.
//!
//! Not here: SVG, and pictures that a document is to show at a size of its own (`file`).

use super::raster::{jpeg_anew, png_anew};
use super::raster_file::{PngParts, is_jpeg, is_png, jpeg_size, other_kind, png_parts};

/// The most dots on a side.
const MOST_DOTS: u32 = 6000;
/// The dots of a page of A4, at 300 to an inch for what has edges and at 150 for a photograph.
const SHARP: (f64, f64) = (2480.0, 3508.0);
const SOFT: (f64, f64) = (1240.0, 1754.0);
/// How many times as long as a PNG's a dot of a JPEG takes to read.
const JPEG_TAKES: u64 = 2;

/// How many dots of the pictures of a file are read, all together.
#[derive(Clone, Copy, Debug)]
pub struct Room(u64);

impl Default for Room {
    /// Those of a page in print.
    fn default() -> Room {
        Room(9_000_000)
    }
}

impl Room {
    fn take(&mut self, (width, height): (u32, u32), times: u64) -> Result<(), String> {
        let dots = u64::from(width) * u64::from(height) * times;
        let fits = (1..=MOST_DOTS).contains(&width) && (1..=MOST_DOTS).contains(&height);
        match self.0.checked_sub(dots).filter(|_| fits) {
            Some(left) => self.0 = left,
            None => return Err(format!("is {width} by {height} dots large, and 2000 on the longer side are enough")),
        }
        Ok(())
    }
}

/// The picture as a PNG with no more dots than a page shows.
///
/// # Errors
/// Why there is none, in words that continue "the picture …".
pub fn dots_anew(bytes: &[u8], room: &mut Room) -> Result<Vec<u8>, String> {
    if is_png(bytes) {
        let PngParts { size, shown } = png_parts(bytes)?;
        room.take(size, 1)?;
        return Ok(png_anew(&shown, SHARP)?);
    }
    if is_jpeg(bytes) {
        room.take(jpeg_size(bytes)?, JPEG_TAKES)?;
        return Ok(jpeg_anew(bytes, SOFT)?);
    }
    Err(format!("is {}", other_kind(bytes).unwrap_or("neither a PNG nor a JPEG")))
}
