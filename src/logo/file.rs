//! A logo: a small picture with the words that stand for it.
//!
//! In: the bytes of a PNG, JPEG or SVG file. Out: a [`Logo`] with its size, in bytes of this program's own, or why it cannot be used. Its kind
//! is read from the bytes, for a name may say anything. A picture that formats would show differently is refused.
//!
//! Not here: what is read of the files (`raster_file`, `vector`), and how they are written (`raster`, `draw`).

use std::sync::Arc;

use super::draw::svg_to_png;
use super::raster::{jpeg_anew, png_anew};
use super::raster_file::{PngParts, is_jpeg, is_png, jpeg_size, other_kind, png_parts};
use super::vector::{Vector, written_anew};
use crate::text::sha256;

/// The largest file that is taken, in bytes.
const LARGEST: usize = 2 << 20;
/// The most dots on a side: many times what the width of a page can show.
const MOST_DOTS: u32 = 6000;
/// The most dots in all of a PNG: room for them is made before the first is read.
const MOST_DOTS_OF_PNG: u64 = 25_000_000;
/// The most of a JPEG, which takes longer to read.
const MOST_DOTS_OF_JPEG: u64 = 8_000_000;

/// What to do about a picture that is refused.
pub const SAVE_ANEW: &str = "open it in a picture editor, see that it stands upright, and save it again as PNG (in most programs: File, then \
                             Export or Save as, then PNG), about 1500 dots on its longer side and at most 2 MB";

/// The frame that a logo fits into on paper, in millimetres.
const FRAME: (f64, f64) = (64.0, 24.0);
/// Dots to an inch of what has edges: as good printers have.
const SHARP: f64 = 600.0;
/// Dots to an inch of a photograph.
const SOFT: f64 = 300.0;
/// Millimetres to an inch.
const INCH: f64 = 25.4;

/// The kinds of picture that a logo is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG.
    Png,
    /// SVG.
    Svg,
}

/// A logo.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// What it is kept as: an SVG for formats that show lines, if it was one, or else a PNG.
    pub kind: PictureKind,
    /// The picture of that kind, as this program wrote it.
    pub bytes: Arc<[u8]>,
    /// The picture as a PNG, for formats that show no lines.
    pub png: Arc<[u8]>,
    /// Width and height in the file's own units.
    pub size: (f64, f64),
    /// What it says to those who do not see it.
    pub alt: String,
    /// The SHA-256 of the file that it was read from.
    pub fingerprint: String,
}

impl PictureKind {
    /// The ending of its files: `png`.
    pub fn extension(self) -> &'static str {
        match self {
            PictureKind::Png => "png",
            PictureKind::Svg => "svg",
        }
    }

    /// What programs call it: `image/png`.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureKind::Png => "image/png",
            PictureKind::Svg => "image/svg+xml",
        }
    }
}

impl Logo {
    /// Takes a file for a logo, and writes it anew.
    ///
    /// # Errors
    /// Why it cannot be one, in words that continue "the file …".
    pub fn new(bytes: &[u8], alt: &str) -> Result<Logo, String> {
        if bytes.len() > LARGEST {
            return Err(format!("is larger than {} MB", LARGEST >> 20));
        }
        let anew = Anew::of(bytes)?;
        let (kind, own) = match &anew.svg {
            Some(svg) => (PictureKind::Svg, svg.as_bytes()),
            None => (PictureKind::Png, &anew.png[..]),
        };
        let (bytes, fingerprint) = (own.into(), sha256(bytes));
        Ok(Logo { kind, bytes, png: anew.png.as_slice().into(), size: anew.size, alt: alt.to_owned(), fingerprint })
    }

    /// Width and height, as large as they can be in a frame.
    pub fn fitted(&self, width: f64, height: f64) -> (f64, f64) {
        fitted(self.size, (width, height))
    }

    /// Width and height on paper, in millimetres.
    pub fn on_paper(&self) -> (f64, f64) {
        fitted(self.size, FRAME)
    }
}

fn fitted(size: (f64, f64), frame: (f64, f64)) -> (f64, f64) {
    let scale = (frame.0 / size.0).min(frame.1 / size.1);
    (size.0 * scale, size.1 * scale)
}

/// How many dots the frame has, at so many to an inch.
fn dots_of_frame(to_an_inch: f64) -> (f64, f64) {
    (FRAME.0 * to_an_inch / INCH, FRAME.1 * to_an_inch / INCH)
}

/// A picture written anew.
struct Anew {
    /// As an SVG, if it was one.
    svg: Option<String>,
    png: Vec<u8>,
    size: (f64, f64),
}

impl Anew {
    /// Looks at a file from outside, and opens it only if it is no larger than can be.
    fn of(bytes: &[u8]) -> Result<Anew, String> {
        if is_png(bytes) {
            let PngParts { size, shown } = png_parts(bytes)?;
            let size = sound_dots(size, MOST_DOTS_OF_PNG)?;
            return Ok(Anew { svg: None, png: png_anew(&shown, dots_of_frame(SHARP))?, size });
        }
        if is_jpeg(bytes) {
            let size = sound_dots(jpeg_size(bytes)?, MOST_DOTS_OF_JPEG)?;
            return Ok(Anew { svg: None, png: jpeg_anew(bytes, dots_of_frame(SOFT))?, size });
        }
        if let Some(kind) = other_kind(bytes) {
            return Err(format!("is {kind}, whatever its name says"));
        }
        let Vector { svg, size } = written_anew(bytes)?;
        let size = sound_shape(size)?;
        let (width, height) = fitted(size, dots_of_frame(SHARP));
        let dots = |length: f64| length.round().max(1.0) as u32;
        let png = svg_to_png(&svg, (dots(width), dots(height))).ok_or("is an SVG that shows nothing")?;
        Ok(Anew { svg: Some(svg), png, size })
    }
}

fn sound_dots((width, height): (u32, u32), most: u64) -> Result<(f64, f64), String> {
    if width.max(height) > MOST_DOTS || u64::from(width) * u64::from(height) > most {
        let most = most / 1_000_000;
        return Err(format!(
            "is {width} by {height} dots large; at most {MOST_DOTS} on a side and {most} million in all are taken, and 1500 on the longer side are enough"
        ));
    }
    sound_shape((f64::from(width), f64::from(height)))
}

fn sound_shape(size: (f64, f64)) -> Result<(f64, f64), String> {
    let (short, long) = (size.0.min(size.1), size.0.max(size.1));
    if !(short >= 1.0 && long.is_finite() && long <= 20.0 * short) {
        return Err("is empty, or more than twenty times as long as it is wide".to_owned());
    }
    Ok(size)
}

#[cfg(test)]
mod tests {
    use super::{Logo, PictureKind, svg_to_png};

    const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>"#;
    /// In passes, with bytes to fill the room before a mark.
    const JPEG: &[u8] = include_bytes!("../../fixtures/cases/logo-progressive.jpg");

    fn png(width: u32, height: u32) -> Vec<u8> {
        svg_to_png(SVG, (width, height)).unwrap()
    }

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        let logo = Logo::new(&png(256, 128), "A ship").unwrap();
        assert_eq!((logo.kind, logo.size), (PictureKind::Png, (256.0, 128.0)));
        assert_eq!(Logo::new(JPEG, "A ship").unwrap().kind, PictureKind::Png);
        let logo = Logo::new(SVG.as_bytes(), "A ship").unwrap();
        assert_eq!((logo.kind, logo.fitted(60.0, 20.0)), (PictureKind::Svg, (40.0, 20.0)));
    }

    /// What a picture says beside its dots stays behind, and so do dots that no print shows.
    #[test]
    fn only_dots_are_taken_over_and_no_more_than_print_shows() {
        let file = png(3000, 1500);
        let words = [&[0, 0, 0, 6][..], b"tEXt", b"secret", &[0; 4]].concat();
        let file = [&file[..33], &words, &file[33..]].concat();
        let logo = Logo::new(&file, "A ship").unwrap();
        assert!(!logo.bytes.windows(6).any(|bytes| bytes == b"secret"));
        assert_eq!(logo.size, (3000.0, 1500.0));
        assert_eq!(&logo.bytes[16..24], [0, 0, 0x04, 0x6e, 0, 0, 0x02, 0x37], "1134 by 567");
    }

    /// A JPEG with another part before all others.
    fn jpeg_with(part: &[u8]) -> Vec<u8> {
        [&JPEG[..2], part, &JPEG[2..]].concat()
    }

    #[test]
    fn a_picture_that_formats_would_show_differently_is_refused_in_plain_words() {
        let why = |bytes: &[u8]| Logo::new(bytes, "A ship").unwrap_err();
        let inks = [0xff, 0xd8, 0xff, 0xc2, 0, 9, 8, 0, 10, 0, 30, 4, 0, 0xff, 0xda, 0, 3, 0, 1, 2, 0xff, 0xd9];
        assert!(why(&inks).contains("CMYK"));
        let note = |turn| {
            let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[turn, 0, 0]].concat();
            [&[0xff, 0xe1, 0, exif.len() as u8 + 2][..], &exif].concat()
        };
        assert!(why(&jpeg_with(&note(6))).contains("lies on its side"));
        assert!(Logo::new(&jpeg_with(&note(1)), "A ship").is_ok());
        let file = png(20, 20);
        let large = [&file[..16], &20_000_u32.to_be_bytes(), &20_000_u32.to_be_bytes(), &file[24..]].concat();
        assert!(why(&large).contains("at most 6000"));
        assert!(why(&file[..40]).contains("cut short"));
        assert!(why(b"RIFF....WEBPVP8 ").contains("is a WebP picture"));
        assert!(why(b"GIF89a").contains("is a GIF picture"));
        assert!(why(SVG.replace("<path", "<text>Oak</text><path").as_bytes()).contains("with letters in a font"));
        assert!(why(SVG.replace("viewBox", "width='40' height='40' viewBox").as_bytes()).contains("do not fit"));
    }

    #[test]
    fn what_is_no_picture_or_reaches_outside_itself_is_refused() {
        let refused = |bytes: &[u8]| Logo::new(bytes, "A ship").is_err();
        assert!(refused(b"") && refused(b"GIF89a") && refused(b"\x89PNG\r\n\x1a\n") && refused(b"%PDF-1.7"));
        assert!(refused(&[0xFF; 40]) && refused(&[0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0]));
        assert!(refused(SVG.replace("<path", "<script/><path").as_bytes()));
        for outside in [
            "href=\"//x.example/a\"",
            "xlink:href='file:///etc/passwd'",
            "style=\"fill:url(https://x.example)\"",
            "style=\"fill:u&#114;l(https://x.example)\"",
        ] {
            assert!(refused(SVG.replace("<path", &format!("<path {outside}")).as_bytes()), "{outside}");
        }
        assert!(!refused(SVG.replace("<path", "<path stroke='red' fill='url(#a)' href=\"#b\"").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 40").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 4000 2").as_bytes()));
        assert!(refused(SVG.replace("</svg>", "").as_bytes()) && refused(SVG.replace("svg", "html").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 inf inf").as_bytes()));
        assert!(refused(&[b' '; super::LARGEST + 1]));
        assert!(refused("<svg>".repeat(100_000).as_bytes()));
    }
}
