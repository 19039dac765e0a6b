//! The logo that a profile names.
//!
//! In: a profile, and where its answers stand. Out: a [`Logo`], or a finding (CP112) that says why it cannot be used.
//!
//! Not here: whether the logo has words beside it (`check`).

use std::io::ErrorKind;

use crate::finding::{Code, Finding, visible};
use crate::picture::{is_sound_png, svg_to_png};
use crate::profile::Profile;
use crate::text::{Sources, read_at_most};
use crate::theme::{Logo, PictureKind};
use crate::yaml::Index;

/// The most that is read of a file, however large it is.
const MOST: u64 = 4 << 20;

/// Reads the logo of a profile, by the way to it from the file that names it.
pub(super) fn read_logo(profile: &Profile, index: &Index, sources: &Sources) -> Result<Option<Logo>, Box<Finding>> {
    let (Some(name), Some(alt)) = (&profile.brand.logo, &profile.brand.logo_alt) else { return Ok(None) };
    let logo = read_at_most(&index.file_named("brand.logo", name, sources), MOST)
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => "is not there".to_owned(),
            ErrorKind::InvalidInput | ErrorKind::IsADirectory => "is a folder or a device, not a picture".to_owned(),
            _ => format!("cannot be read: {error}"),
        })
        .and_then(|bytes| Logo::new(&bytes, alt))
        .and_then(drawn);
    logo.map(Some).map_err(|why| {
        let title = format!("the logo `{}` {why}", visible(name));
        let finding = Finding::error(Code::CP112, title).at_field("brand.logo");
        Box::new(
            finding
                .with_help("name a PNG, JPEG or SVG file by the way to it from this file, such as `logo: crest.png`")
                .with_help("a picture that is there and refused: open it in any picture editor, turn it as it should stand, and save it again as PNG"),
        )
    })
}

/// A logo that can be drawn, tried where that is sooner done than said of the file.
fn drawn(logo: Logo) -> Result<Logo, String> {
    let why = match logo.kind {
        PictureKind::Png if !is_sound_png(&logo.bytes) => "is damaged: the dots of the picture cannot be read",
        PictureKind::Svg if svg_to_png(&logo.bytes, 400, 400).is_none() => "is an SVG that shows nothing",
        _ => return Ok(logo),
    };
    Err(why.to_owned())
}
