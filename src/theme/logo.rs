//! A logo: a small picture with the words that stand for it.
//!
//! In: the bytes of a PNG, JPEG or SVG file. Out: a [`Logo`] with its size, or why it cannot be used. Its kind is read
//! from the bytes, for a name may say anything.
//!
//! Not here: where the file lies (`job`), and where a logo stands on the page (`write`).

use std::sync::Arc;

use imagesize::ImageType;

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
        let (kind, size) = kind_and_size(bytes)
            .ok_or_else(|| "is not a whole PNG, JPEG or SVG picture, whatever its name says".to_owned())?;
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
fn kind_and_size(bytes: &[u8]) -> Option<(PictureKind, (f64, f64))> {
    let kind = match imagesize::image_type(bytes) {
        Ok(ImageType::Png) if is_whole_png(bytes) => PictureKind::Png,
        Ok(ImageType::Jpeg) => PictureKind::Jpeg,
        _ => return Some((PictureKind::Svg, svg_size(std::str::from_utf8(bytes).ok()?)?)),
    };
    let size = imagesize::blob_size(bytes).ok()?;
    Some((kind, (size.width as f64, size.height as f64)))
}

/// Whether a PNG begins as it must and has its end.
fn is_whole_png(bytes: &[u8]) -> bool {
    let begins = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR");
    begins && bytes.windows(4).rev().take(64).any(|part| part == b"IEND")
}

/// The size of an SVG: its view box, or else its width and height. One that could bring in anything from outside is refused.
fn svg_size(text: &str) -> Option<(f64, f64)> {
    let refused = ["<script", "<!entity", "<!doctype", "<foreignobject", "@import", "xml-stylesheet"];
    let small = text.to_ascii_lowercase();
    if refused.iter().any(|part| small.contains(part)) || reaches_out(&small) {
        return None;
    }
    let svg = roxmltree::Document::parse(text).ok()?;
    let root = svg.root_element();
    if root.tag_name().name() != "svg" || !root.has_children() {
        return None;
    }
    // Once more as it is read: in the text a letter can be written as `&#114;`.
    let values =
        svg.descendants().flat_map(|node| node.attributes().map(|attribute| attribute.value()).chain(node.text()));
    if values.map(str::to_ascii_lowercase).any(|value| value.contains("@import") || reaches_out(&value)) {
        return None;
    }
    if let Some(view) = root.attribute("viewBox") {
        let numbers: Vec<f64> = view.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
        return if let [_, _, width, height] = numbers[..] { Some((width, height)) } else { None };
    }
    let length = |name| root.attribute(name)?.trim_end_matches(char::is_alphabetic).parse().ok();
    Some((length("width")?, length("height")?))
}

/// Whether some words of an SVG, in small letters, refer to anything but a part of the picture itself or a picture within it.
fn reaches_out(words: &str) -> bool {
    let is_own = |at: usize, sign: &str| {
        let to = words[at + sign.len()..].trim_start_matches(['=', '"', '\'', ' ', '\n', '\t', '\r']);
        to.starts_with('#') || to.starts_with("data:image/")
    };
    ["href", "url("].iter().any(|sign| words.match_indices(sign).any(|(at, _)| !is_own(at, sign)))
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
