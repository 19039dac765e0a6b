//! What the file of a PNG or JPEG says of the picture, as far as formats of documents could take it differently.
//!
//! In: the bytes of a file. Out: width and height, and of a PNG the parts that tell of its dots; or why the picture would not look the same
//! everywhere, in words that continue "the file …". A file is walked from part to part, so one that is cut short is seen.
//!
//! Not here: the dots themselves (`raster`).

/// How a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What is wrong with a file of which a part is missing.
const CUT_SHORT: &str = "is damaged or cut short: the picture in it does not come to its end";

/// The beginnings of other kinds of file that schools have logos in, with their names.
const OTHERS: [(usize, &[u8], &str); 11] = [
    (0, b"GIF8", "a GIF picture"),
    (8, b"WEBP", "a WebP picture"),
    (4, b"ftypavif", "an AVIF picture"),
    (4, b"ftyphei", "an HEIC photograph"),
    (4, b"ftypmif", "an HEIC photograph"),
    (0, b"BM", "a bitmap (BMP)"),
    (0, b"II*\0", "a TIFF picture"),
    (0, b"MM\0*", "a TIFF picture"),
    (0, b"%PDF", "a PDF"),
    (0, b"8BPS", "a Photoshop file"),
    (0, b"%!PS", "a PostScript file"),
];

/// The kind of file that some bytes are, if it is a known one that is no logo: "a GIF picture".
pub(super) fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    OTHERS
        .iter()
        .find(|(at, sign, _)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(sign)))
        .map(|(.., kind)| *kind)
}

pub(super) fn is_png(bytes: &[u8]) -> bool {
    bytes.starts_with(PNG)
}

pub(super) fn is_jpeg(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xd8, 0xff])
}

/// What a PNG is made of.
pub(super) struct PngParts {
    /// Width and height.
    pub(super) size: (u32, u32),
    /// A PNG of the parts that tell of its dots, and none of the others: no words, no profile of colours, no time.
    pub(super) shown: Vec<u8>,
}

/// The parts of a PNG.
pub(super) fn png_parts(bytes: &[u8]) -> Result<PngParts, String> {
    let mut at = PNG.len();
    let mut size = None;
    let mut shown = PNG.to_vec();
    let mut has_dots = false;
    loop {
        let (length, kind) = number(bytes, at).zip(bytes.get(at + 4..at + 8)).ok_or(CUT_SHORT)?;
        let start = at + 8;
        let data = start.checked_add(length as usize).and_then(|end| bytes.get(start..end)).ok_or(CUT_SHORT)?;
        // A checksum follows.
        let end = start + data.len() + 4;
        match (kind, size) {
            (b"IHDR", None) => size = Some(number(data, 0).zip(number(data, 4)).ok_or(CUT_SHORT)?),
            (_, None) => return Err(CUT_SHORT.to_owned()),
            (b"IDAT", _) => has_dots = true,
            (b"eXIf", _) => upright(data)?,
            (b"acTL", _) => return Err("moves: it holds several pictures that are shown in turn".to_owned()),
            _ => {}
        }
        if matches!(kind, b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND") {
            shown.extend(bytes.get(at..end).ok_or(CUT_SHORT)?);
        }
        match size {
            Some(size) if kind == b"IEND" && has_dots => return Ok(PngParts { size, shown }),
            _ if kind == b"IEND" => return Err(CUT_SHORT.to_owned()),
            _ => at = end,
        }
    }
}

/// The size of a JPEG.
pub(super) fn jpeg_size(bytes: &[u8]) -> Result<(u32, u32), String> {
    let mut at = 2;
    let mut size = None;
    loop {
        // Any number of these may stand before a mark.
        let fill = bytes.get(at..).ok_or(CUT_SHORT)?.iter().take_while(|byte| **byte == 0xff).count();
        let mark = *bytes.get(at + fill).filter(|_| fill > 0).ok_or(CUT_SHORT)?;
        at += fill + 1;
        if mark == 0xd9 {
            return size.ok_or_else(|| CUT_SHORT.to_owned());
        }
        if matches!(mark, 0x01 | 0xd0..=0xd7) {
            continue;
        }
        let length =
            bytes.get(at..at + 2).map(|two| usize::from(two[0]) << 8 | usize::from(two[1])).ok_or(CUT_SHORT)?;
        let data = bytes.get(at + 2..at + length).ok_or(CUT_SHORT)?;
        at += length;
        match mark {
            0xc0..=0xc2 => size = Some(frame_size(data)?),
            // Tables, not frames.
            0xc4 | 0xc8 | 0xcc => {}
            0xc3..=0xcf => return Err("is a JPEG of a rare kind that many programs cannot read".to_owned()),
            0xe1 => data.strip_prefix(b"Exif\0\0").map_or(Ok(()), upright)?,
            // The dots go on to the next mark.
            0xda => {
                let dots = bytes.get(at..).ok_or(CUT_SHORT)?;
                let is_mark = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
                at += dots.windows(2).position(is_mark).ok_or(CUT_SHORT)?;
            }
            _ => {}
        }
    }
}

/// The size in the head of a JPEG's frame.
fn frame_size(head: &[u8]) -> Result<(u32, u32), String> {
    let [depth, y1, y0, x1, x0, colours, ..] = *head else { return Err(CUT_SHORT.to_owned()) };
    match (depth, colours) {
        (8, 1 | 3) => Ok((u32::from(x1) << 8 | u32::from(x0), u32::from(y1) << 8 | u32::from(y0))),
        (8, 4) => Err("is a JPEG in the four inks of print (CMYK), which screens show in other colours".to_owned()),
        _ => Err("is a JPEG of a rare kind that many programs cannot read".to_owned()),
    }
}

/// Refuses a picture with the note of a camera that it is to be turned: some programs do so, and others do not.
fn upright(exif: &[u8]) -> Result<(), String> {
    let little = exif.starts_with(b"II");
    let two = |at: usize| {
        let bytes: [u8; 2] = exif.get(at..at + 2)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes: [u8; 4] = exif.get(at..at + 4)?.try_into().ok()?;
        Some(if little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) } as usize)
    };
    const ORIENTATION: u16 = 0x0112;
    let turned = || {
        let list = four(4)?;
        let entry = (0..usize::from(two(list)?)).map(|index| list.saturating_add(2 + 12 * index));
        let value =
            entry.into_iter().find(|entry| two(*entry) == Some(ORIENTATION)).and_then(|entry| two(entry + 8))?;
        (value > 1).then_some(())
    };
    match turned() {
        Some(()) => {
            Err("lies on its side or upside down, with a note to turn it that not every program heeds".to_owned())
        }
        None => Ok(()),
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
