//! The dots of a PNG or JPEG, decoded and written anew.
//!
//! In: a file whose size was read from its head and found small enough. Out: a PNG of those dots and nothing else, with no more of them than
//! print shows; or why the dots cannot be read.
//!
//! Only the scaler and the decoders of the typesetter's own crates are used, without the parts of them that differ from computer to computer,
//! so that a file gives the same bytes everywhere.
//!
//! Not here: the parts of a file beside its dots (`raster_file`).

use resvg::tiny_skia::{FilterQuality, IntSize, Pixmap, PixmapPaint, Transform};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::draw::shows_nothing;

/// What is wrong with a file whose dots come to no end.
const DAMAGED: &str = "is damaged: the dots of the picture cannot be read";
/// What is wrong with a picture of clear dots.
const EMPTY: &str = "shows nothing: every dot of it is clear";
/// The most passes in which a JPEG comes; programs write about ten.
const MOST_PASSES: usize = 40;

/// A PNG written anew, as large as fits into so many dots.
pub(super) fn png_anew(file: &[u8], most: (f64, f64)) -> Result<Vec<u8>, &'static str> {
    written(Pixmap::decode_png(file).map_err(|_| DAMAGED)?, most)
}

/// A JPEG as a PNG, as large as fits into so many dots.
pub(super) fn jpeg_anew(file: &[u8], most: (f64, f64)) -> Result<Vec<u8>, &'static str> {
    let options = DecoderOptions::new_safe().jpeg_set_out_colorspace(ColorSpace::RGBA).jpeg_set_max_scans(MOST_PASSES);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    let dots = decoder.decode().map_err(|_| DAMAGED)?;
    let (width, height) = decoder.dimensions().ok_or(DAMAGED)?;
    let side = |length: usize| u32::try_from(length).ok();
    let size = side(width).zip(side(height)).and_then(|(width, height)| IntSize::from_wh(width, height));
    written(size.and_then(|size| Pixmap::from_vec(dots, size)).ok_or(DAMAGED)?, most)
}

fn written(map: Pixmap, most: (f64, f64)) -> Result<Vec<u8>, &'static str> {
    if shows_nothing(&map) {
        return Err(EMPTY);
    }
    shrunk(map, most).and_then(|map| map.encode_png().ok()).ok_or(DAMAGED)
}

/// A picture no larger than so many dots: halved as often as it can be, so that every dot has its part in the result, then fitted.
fn shrunk(mut map: Pixmap, most: (f64, f64)) -> Option<Pixmap> {
    loop {
        let (width, height) = (f64::from(map.width()), f64::from(map.height()));
        let scale = (most.0 / width).min(most.1 / height);
        if scale >= 1.0 {
            return Some(map);
        }
        let scale = if scale < 0.5 { 0.5 } else { scale };
        map = scaled(&map, (width * scale).round().max(1.0) as u32, (height * scale).round().max(1.0) as u32)?;
        if scale > 0.5 {
            return Some(map);
        }
    }
}

fn scaled(map: &Pixmap, width: u32, height: u32) -> Option<Pixmap> {
    let mut smaller = Pixmap::new(width, height)?;
    let (across, down) = (width as f32 / map.width() as f32, height as f32 / map.height() as f32);
    let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
    smaller.draw_pixmap(0, 0, map.as_ref(), &paint, Transform::from_scale(across, down), None);
    Some(smaller)
}
