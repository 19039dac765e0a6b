//! The pictures of a reference document: PNG and JPEG, written anew, and no other kind.
//!
//! In: the bytes of a picture. Out: the same picture as this program writes it, or why it is not carried over. A PNG is drawn and written
//! again; of a JPEG what its dots need is copied piece by piece, and nothing else. So no program that opens the document sees more of the
//! file than its dots.
//!
//! Not here: where a picture stands (`frames`).

use crate::picture::png_anew;

/// The most dots on a side, and the most of all pictures of a file together: those of a page in print, half as many again.
const MOST_ACROSS: u32 = 6_000;
const MOST_DOTS: u64 = 13_000_000;
/// The largest picture, in bytes.
const LARGEST: usize = 8 << 20;

/// How a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The parts of a PNG that its dots need.
const DRAWN: [&[u8]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// A picture as it is written.
#[derive(Clone, Debug)]
pub(super) struct Media {
    pub(super) content_type: &'static str,
    pub(super) ending: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// How many dots may still come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dots(u64);

impl Default for Dots {
    fn default() -> Dots {
        Dots(MOST_DOTS)
    }
}

impl Dots {
    fn take(&mut self, width: u32, height: u32) -> Option<()> {
        let dots = u64::from(width) * u64::from(height);
        let fits = (1..=MOST_ACROSS).contains(&width) && (1..=MOST_ACROSS).contains(&height);
        self.0 = fits.then(|| self.0.checked_sub(dots))??;
        Some(())
    }
}

/// The picture written anew; or why it is not, in words that follow "a picture that".
pub(super) fn anew(bytes: &[u8], left: &mut Dots) -> Result<Media, &'static str> {
    const DAMAGED: &str = "is damaged; save it again as a PNG";
    const TOO_LARGE: &str = "is larger than a page needs; make it smaller, 2000 dots across at most";
    if bytes.len() > LARGEST {
        return Err(TOO_LARGE);
    }
    if bytes.starts_with(PNG) {
        let (plain, width, height) = plain_png(bytes).ok_or(DAMAGED)?;
        left.take(width, height).ok_or(TOO_LARGE)?;
        let bytes = png_anew(&plain).ok_or(DAMAGED)?;
        return Ok(Media { content_type: "image/png", ending: "png", bytes });
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        let (bytes, width, height) = plain_jpeg(bytes).ok_or(DAMAGED)?;
        left.take(width, height).ok_or(TOO_LARGE)?;
        return Ok(Media { content_type: "image/jpeg", ending: "jpeg", bytes });
    }
    Err("is neither PNG nor JPEG; save it as a PNG and put that in its place")
}

/// The parts of a PNG that its dots need, with its width and height.
fn plain_png(bytes: &[u8]) -> Option<(Vec<u8>, u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?));
    let mut plain = PNG.to_vec();
    let mut at = PNG.len();
    let mut size = None;
    loop {
        let length = usize::try_from(number(at)?).ok()?;
        // Length, kind, content, checksum.
        let part = bytes.get(at..at.checked_add(length)?.checked_add(12)?)?;
        let kind = &part[4..8];
        if kind == b"IHDR" && length == 13 && size.is_none() {
            size = Some((number(at + 8)?, number(at + 12)?));
        }
        let (width, height) = size?;
        if DRAWN.contains(&kind) {
            plain.extend_from_slice(part);
        }
        if kind == b"IEND" {
            return Some((plain, width, height));
        }
        at += part.len();
    }
}

/// The parts of a JPEG that its dots need, with its width and height.
fn plain_jpeg(bytes: &[u8]) -> Option<(Vec<u8>, u32, u32)> {
    let mut plain = vec![0xff, 0xd8];
    let mut at = 2;
    let mut size = None;
    loop {
        let fill = bytes.get(at..)?.iter().take_while(|byte| **byte == 0xff).count();
        let mark = *bytes.get(at + fill).filter(|_| fill > 0)?;
        at += fill + 1;
        if mark == 0xd9 {
            plain.extend([0xff, 0xd9]);
            let (width, height) = size?;
            return Some((plain, width, height));
        }
        let two = bytes.get(at..at + 2)?;
        let part = bytes.get(at..at + (usize::from(two[0]) << 8 | usize::from(two[1])))?;
        at += part.len();
        let needed = match mark {
            // Frames of the common kinds: eight bits of one, three or four colours. Two of them are none.
            0xc0..=0xc2 => {
                let [_, _, 8, y1, y0, x1, x0, 1 | 3 | 4, ..] = *part else { return None };
                let two = |high, low| u32::from(high) << 8 | u32::from(low);
                size.replace((two(x1, x0), two(y1, y0))).is_none().then_some(true)?
            }
            // Tables, and where the dots begin anew.
            0xc4 | 0xda | 0xdb | 0xdd => true,
            // Which colours they are.
            0xe0 => part.get(2..7) == Some(b"JFIF\0") && part.len() == 16,
            0xee => part.get(2..7) == Some(b"Adobe") && part.len() == 14,
            // What programs note beside a picture.
            0xe1..=0xef | 0xfe => false,
            _ => return None,
        };
        if needed {
            plain.extend([0xff, mark]);
            plain.extend_from_slice(part);
        }
        if mark == 0xda {
            size?;
            let rest = bytes.get(at..)?;
            let is_mark = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
            let dots = rest.windows(2).position(is_mark)?;
            plain.extend_from_slice(&rest[..dots]);
            at += dots;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Dots, anew};

    /// A JPEG of three colours, with a note, and words after its end.
    fn jpeg(size: u8) -> Vec<u8> {
        let frame = [0xff, 0xc0, 0, 8, 8, 0, size, 0, size, 3];
        let scan = [0xff, 0xda, 0, 3, 0, 1, 2, 0xff, 0, 3];
        [&[0xff, 0xd8, 0xff, 0xe1, 0, 4, b'X', b'Y'][..], &frame, &scan, &[0xff, 0xd9], b"<script>"].concat()
    }

    #[test]
    fn of_a_jpeg_nothing_but_its_dots_comes_along() {
        let mut left = Dots::default();
        let made = anew(&jpeg(9), &mut left).unwrap().bytes;
        assert!(made.starts_with(&[0xff, 0xd8, 0xff, 0xc0]) && made.ends_with(&[0xff, 0, 3, 0xff, 0xd9]), "{made:x?}");
        assert!(anew(&jpeg(9)[..20], &mut left).is_err() && anew(&jpeg(0), &mut left).is_err());
    }

    #[test]
    fn other_kinds_and_pictures_beyond_all_bounds_are_refused() {
        let mut left = Dots::default();
        for bytes in [&b"GIF89a"[..], b"<svg/>", b"\x01\0\0\0EMF", b"\x89PNG\r\n\x1a\n", b"", &[0xff, 0xd8, 0xff]] {
            assert!(anew(bytes, &mut left).is_err(), "{bytes:?}");
        }
        let huge = [
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0....".as_slice(),
            b"\0\0\0\0IEND....",
        ]
        .concat();
        assert!(anew(&huge, &mut left).unwrap_err().contains("larger than a page needs"));
    }
}
