//! A logo: a small picture with the words that stand for it.
//!
//! In: the bytes of a PNG, JPEG or SVG file. Out: a [`Logo`] with its size, or why it cannot be used. Its kind is read
//! from the bytes, for a name may say anything. A picture that formats would show differently is refused.
//!
//! Not here: where the file lies (`job`), and where a logo stands on the page (`write`).

use std::sync::Arc;

use super::raster_file::{is_jpeg, is_png, jpeg_size, other_kind, png_size};
use super::vector_file::svg_size;

/// The largest file that is taken, in bytes.
const LARGEST: usize = 2 << 20;
/// The most dots on a side: many times what the width of a page can show.
const MOST_DOTS: u32 = 6000;

/// The kinds of picture that every format of document can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// SVG.
    Svg,
}

/// A logo.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// What kind of file it is.
    pub kind: PictureKind,
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Width and height in the file's own units.
    pub size: (f64, f64),
    /// What it says to those who do not see it.
    pub alt: String,
}

impl PictureKind {
    /// The ending of its files: `png`.
    pub fn extension(self) -> &'static str {
        match self {
            PictureKind::Png => "png",
            PictureKind::Jpeg => "jpg",
            PictureKind::Svg => "svg",
        }
    }

    /// What programs call it: `image/png`.
    pub fn media_type(self) -> &'static str {
        match self {
            PictureKind::Png => "image/png",
            PictureKind::Jpeg => "image/jpeg",
            PictureKind::Svg => "image/svg+xml",
        }
    }
}

impl Logo {
    /// Takes a file for a logo.
    ///
    /// # Errors
    /// Why it cannot be one, in words that continue "the file …".
    pub fn new(bytes: &[u8], alt: &str) -> Result<Logo, String> {
        if bytes.len() > LARGEST {
            return Err(format!("is larger than {} MB", LARGEST >> 20));
        }
        let (kind, size) = kind_and_size(bytes)?;
        let (short, long) = (size.0.min(size.1), size.0.max(size.1));
        if !(short >= 1.0 && long.is_finite() && long <= 20.0 * short) {
            return Err("is empty, or more than twenty times as long as it is wide".to_owned());
        }
        Ok(Logo { kind, bytes: bytes.into(), size, alt: alt.to_owned() })
    }

    /// Width and height, as large as they can be in a frame.
    pub fn fitted(&self, width: f64, height: f64) -> (f64, f64) {
        let scale = (width / self.size.0).min(height / self.size.1);
        (self.size.0 * scale, self.size.1 * scale)
    }
}

/// What kind of picture some bytes are, and its width and height.
fn kind_and_size(bytes: &[u8]) -> Result<(PictureKind, (f64, f64)), String> {
    let dots = |kind, (width, height): (u32, u32)| match width.max(height) {
        longest if longest > MOST_DOTS => {
            Err(format!("is {width} by {height} dots large, and at most {MOST_DOTS} are taken"))
        }
        _ => Ok((kind, (f64::from(width), f64::from(height)))),
    };
    if is_png(bytes) {
        return dots(PictureKind::Png, png_size(bytes)?);
    }
    if is_jpeg(bytes) {
        return dots(PictureKind::Jpeg, jpeg_size(bytes)?);
    }
    match other_kind(bytes) {
        Some(kind) => Err(format!("is {kind}, whatever its name says")),
        None => Ok((PictureKind::Svg, svg_size(bytes)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Logo, PictureKind};

    const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>"#;

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        let logo = Logo::new(&png(256, 128), "A ship").unwrap();
        assert_eq!((logo.kind, logo.size), (PictureKind::Png, (256.0, 128.0)));
        // With bytes to fill the room before a mark, and the dots of two scans.
        let logo = Logo::new(&jpeg(3, &[]), "A ship").unwrap();
        assert_eq!((logo.kind, logo.size), (PictureKind::Jpeg, (30.0, 10.0)));
        let logo = Logo::new(SVG.as_bytes(), "A ship").unwrap();
        assert_eq!((logo.kind, logo.fitted(60.0, 20.0)), (PictureKind::Svg, (40.0, 20.0)));
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let part = |kind: &[u8], data: &[u8]| [&(data.len() as u32).to_be_bytes(), kind, data, &[0; 4]].concat();
        let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
        [b"\x89PNG\r\n\x1a\n", &part(b"IHDR", &head)[..], &part(b"IDAT", b"..."), &part(b"IEND", b"")].concat()
    }

    /// A JPEG of so many colours, 30 wide and 10 high, with another part before its frame.
    fn jpeg(colours: u8, part: &[u8]) -> Vec<u8> {
        let frame = [0xff, 0xff, 0xff, 0xc2, 0, 9, 8, 0, 10, 0, 30, colours, 0];
        let scan = [0xff, 0xda, 0, 3, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
        [&[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], part, &frame, &scan, &scan, &[0xff, 0xd9]].concat()
    }

    #[test]
    fn a_picture_that_formats_would_show_differently_is_refused_in_plain_words() {
        let why = |bytes: &[u8]| Logo::new(bytes, "A ship").unwrap_err();
        assert!(why(&jpeg(4, &[])).contains("CMYK"));
        let note = |turn| {
            let exif = [b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[turn, 0, 0]].concat();
            [&[0xff, 0xe1, 0, exif.len() as u8 + 2][..], &exif].concat()
        };
        assert!(why(&jpeg(3, &note(6))).contains("lies on its side"));
        assert!(Logo::new(&jpeg(3, &note(1)), "A ship").is_ok());
        assert!(why(&png(20_000, 20_000)).contains("at most 6000"));
        assert!(why(&png(20, 20)[..40]).contains("cut short"));
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
        assert!(!refused(SVG.replace("<path", "<path fill='url(#a)' href=\"#b\"").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 40").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 4000 2").as_bytes()));
        assert!(refused(SVG.replace("</svg>", "").as_bytes()) && refused(SVG.replace("svg", "html").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 inf inf").as_bytes()));
        assert!(refused(&[b' '; super::LARGEST + 1]));
        assert!(refused("<svg>".repeat(100_000).as_bytes()));
    }
}
