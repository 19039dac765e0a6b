//! The logo that a profile names.
//!
//! In: a profile, and where its answers stand. Out: a [`Logo`], written anew, or a finding (CP112) that says why it cannot be used.
//!
//! Not here: whether the logo has words beside it (`check`).

use std::io::ErrorKind;

use crate::finding::{Code, Finding, visible};
use crate::logo::Logo;
use crate::profile::Profile;
use crate::text::{Sources, read_at_most};
use crate::yaml::Index;

/// The most that is read of a file, however large it is.
const MOST: u64 = 4 << 20;

/// What to do about a file that is not there.
const NAME_IT: &str = "name a PNG, JPEG or SVG file by the way to it from this file, such as `logo: crest.png`";
/// What to do about a picture that is refused.
const SAVE_IT: &str = "open it in a picture editor, see that it stands upright, and save it again as PNG (in most programs: File, then \
                       Export or Save as, then PNG), about 1500 dots on its longer side and at most 2 MB";

/// Reads the logo of a profile, by the way to it from the file that names it.
pub(super) fn read_logo(profile: &Profile, index: &Index, sources: &Sources) -> Result<Option<Logo>, Box<Finding>> {
    let (Some(name), Some(alt)) = (&profile.brand.logo, &profile.brand.logo_alt) else { return Ok(None) };
    let logo = read_at_most(&index.file_named("brand.logo", name, sources), MOST)
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => ("is not there".to_owned(), NAME_IT),
            ErrorKind::InvalidInput | ErrorKind::IsADirectory => {
                ("is a folder or a device, not a picture".to_owned(), NAME_IT)
            }
            _ => (format!("cannot be read: {error}"), NAME_IT),
        })
        .and_then(|bytes| Logo::new(&bytes, alt).map_err(|why| (why, SAVE_IT)));
    logo.map(Some).map_err(|(why, help)| {
        let title = format!("the logo `{}` {why}", visible(name));
        Box::new(Finding::error(Code::CP112, title).at_field("brand.logo").with_help(help))
    })
}
