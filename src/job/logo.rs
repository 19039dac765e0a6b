//! The logo that a profile names.
//!
//! In: a profile, and where its answers stand. Out: a [`Logo`], written anew, or a finding (CP112) that says why it cannot be used.
//!
//! Not here: whether the logo has words beside it (`check`).

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::finding::{Code, Finding, visible};
use crate::logo::{Logo, SAVE_ANEW};
use crate::profile::Profile;
use crate::text::{Sources, read_at_most};
use crate::yaml::Index;

/// The most that is read of a file, however large it is.
const MOST: u64 = 4 << 20;

/// What to do about a file that is not there.
const NAME_IT: &str =
    "write the path to a PNG, JPEG or SVG file from the folder of this file, such as `logo: crest.png`";
/// The logos read so far, by their files, each with what to do about one that was refused. Many schools of a trust have one, and it is
/// drawn once.
#[derive(Default)]
pub(super) struct Logos(BTreeMap<PathBuf, Result<Logo, (String, &'static str)>>);

impl Logos {
    /// Reads the logo of a profile, by the way to it from the file that names it.
    pub(super) fn read(
        &mut self,
        profile: &Profile,
        index: &Index,
        sources: &Sources,
    ) -> Result<Option<Logo>, Box<Finding>> {
        let (Some(name), Some(alt)) = (&profile.brand.logo, &profile.brand.logo_alt) else { return Ok(None) };
        let path = index.file_named("brand.logo", name, sources);
        match self.0.entry(path.clone()).or_insert_with(|| logo_in(&path)) {
            Ok(logo) => Ok(Some(Logo { alt: alt.to_string(), ..logo.clone() })),
            Err((why, help)) => {
                let title = format!("the logo `{}` {why}", visible(name));
                Err(Box::new(Finding::error(Code::CP112, title).at_field("brand.logo").with_help(*help)))
            }
        }
    }
}

/// The logo in a file, or why it cannot be used and what to do about it.
fn logo_in(path: &Path) -> Result<Logo, (String, &'static str)> {
    read_at_most(path, MOST)
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => ("is not there".to_owned(), NAME_IT),
            ErrorKind::InvalidInput | ErrorKind::IsADirectory => {
                ("is a folder or a device, not a picture".to_owned(), NAME_IT)
            }
            _ => (format!("cannot be read: {error}"), NAME_IT),
        })
        .and_then(|bytes| Logo::new(&bytes, "").map_err(|why| (why, SAVE_ANEW)))
}
