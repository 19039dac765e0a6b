//! A logo: a small picture with the words that stand for it.
//!
//! In: the bytes of a PNG, JPEG or SVG file. Out: a [`Logo`] with its size, or why it cannot be used. What kind a file is, is
//! read from its bytes: its name may say anything.
//!
//! Not here: where the file lies (`job`), and where a logo stands on the page (`write`).

use std::sync::Arc;

/// The largest file that is taken, in bytes.
const LARGEST: usize = 2 << 20;

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
        let (kind, size) = png_size(bytes)
            .map(|size| (PictureKind::Png, size))
            .or_else(|| jpeg_size(bytes).map(|size| (PictureKind::Jpeg, size)))
            .or_else(|| svg_size(bytes).map(|size| (PictureKind::Svg, size)))
            .ok_or_else(|| "is not a whole PNG, JPEG or SVG picture, whatever its name says".to_owned())?;
        if !(size.0 >= 1.0 && size.1 >= 1.0 && size.0.max(size.1) <= 20.0 * size.0.min(size.1)) {
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

fn number(bytes: &[u8]) -> Option<f64> {
    bytes.iter().try_fold(0_u32, |sum, byte| sum.checked_mul(256)?.checked_add(u32::from(*byte))).map(f64::from)
}

/// The size of a PNG that has its end.
fn png_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let whole = rest.get(4..8)? == b"IHDR" && bytes.windows(4).rev().take(64).any(|part| part == b"IEND");
    whole.then_some((number(rest.get(8..12)?)?, number(rest.get(12..16)?)?))
}

/// The size of a JPEG, from the first segment that states it.
fn jpeg_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let (mark, after) = (*rest.get(1)?, rest.get(2..)?);
        if rest[0] != 0xFF {
            return None;
        }
        if mark == 0xFF {
            rest = &rest[1..];
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*after.first()?, *after.get(1)?]));
        if matches!(mark, 0xC0..=0xCF) && !matches!(mark, 0xC4 | 0xC8 | 0xCC) {
            return Some((number(after.get(5..7)?)?, number(after.get(3..5)?)?));
        }
        rest = after.get(length.max(2)..)?;
    }
}

/// The size of an SVG: its view box, or else its width and height. One that could bring in anything from outside is refused.
fn svg_size(bytes: &[u8]) -> Option<(f64, f64)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.find("<svg").filter(|_| text.trim_start_matches('\u{feff}').trim_start().starts_with('<'))?;
    let small = text.to_ascii_lowercase();
    let refused = ["<script", "<!entity", "<!doctype", "<foreignobject", "@import", "xml-stylesheet"];
    // Every reference is to a part of the picture itself, or to a picture within it.
    let own = |at: usize, sign: &str| {
        let to = small[at + sign.len()..].trim_start_matches(['=', '"', '\'', ' ', '\n', '\t', '\r']);
        to.starts_with('#') || to.starts_with("data:image/")
    };
    let reaches_out = ["href", "url("].iter().any(|sign| small.match_indices(sign).any(|(at, _)| !own(at, sign)));
    let is_whole = text.trim_end().ends_with('>') && text.contains("</svg");
    if !is_whole || reaches_out || refused.iter().any(|part| small.contains(part)) {
        return None;
    }
    let tag = &text[start..start + text[start..].find('>')?];
    let value = |name: &str| {
        let after = tag.split_once(&format!(" {name}="))?.1;
        after.get(1..)?.split(['"', '\'']).next()
    };
    if let Some(view) = value("viewBox") {
        let numbers: Vec<f64> = view.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        return if let [_, _, width, height] = numbers[..] { Some((width, height)) } else { None };
    }
    let length = |name| value(name)?.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok();
    Some((length("width")?, length("height")?))
}

#[cfg(test)]
mod tests {
    use super::{Logo, PictureKind};

    const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>"#;

    #[test]
    fn a_picture_is_known_by_its_bytes() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\0\0\0\0\x80\x08\x06\0\0\0....\0\0\0\0IEND\xaeB`\x82";
        let logo = Logo::new(png, "A ship").unwrap();
        assert_eq!((logo.kind, logo.size), (PictureKind::Png, (256.0, 128.0)));
        let jpeg = [&[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0, 10, 0, 30, 3][..], &[0; 9]].concat();
        let logo = Logo::new(&jpeg, "A ship").unwrap();
        assert_eq!((logo.kind, logo.size), (PictureKind::Jpeg, (30.0, 10.0)));
        let logo = Logo::new(SVG.as_bytes(), "A ship").unwrap();
        assert_eq!((logo.kind, logo.fitted(60.0, 20.0)), (PictureKind::Svg, (40.0, 20.0)));
    }

    #[test]
    fn what_is_no_picture_or_reaches_outside_itself_is_refused() {
        let refused = |bytes: &[u8]| Logo::new(bytes, "A ship").is_err();
        assert!(refused(b"") && refused(b"GIF89a") && refused(b"\x89PNG\r\n\x1a\n") && refused(b"%PDF-1.7"));
        assert!(refused(&[0xFF; 40]) && refused(&[0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0]));
        assert!(refused(SVG.replace("<path", "<script/><path").as_bytes()));
        for outside in
            ["href=\"//x.example/a\"", "xlink:href='file:///etc/passwd'", "style=\"fill:url(https://x.example)\""]
        {
            assert!(refused(SVG.replace("<path", &format!("<path {outside}")).as_bytes()), "{outside}");
        }
        assert!(!refused(SVG.replace("<path", "<path fill='url(#a)' href=\"#b\"").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 40").as_bytes()));
        assert!(refused(SVG.replace("0 0 40 20", "0 0 4000 2").as_bytes()));
        assert!(refused(&[b' '; super::LARGEST + 1]));
    }
}
