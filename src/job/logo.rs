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
use crate::text::{Sources, read_at_most, sha256};
use crate::yaml::Index;

/// The most that is read of a file, however large it is.
const MOST: u64 = 4 << 20;

/// What to do about a file that is not there.
const NAME_IT: &str =
    "write the path to a PNG, JPEG or SVG file from the folder of this file, such as `logo: crest.png`";

/// How many drawn logos are kept at most.
const MOST_DRAWN: usize = 8;

/// Logos as they were drawn, or why they cannot be, by the fingerprints of their files: a profile that is read again and again has its logo drawn
/// once.
#[derive(Debug, Default)]
pub(crate) struct DrawnLogos(BTreeMap<String, Result<Logo, String>>);

impl DrawnLogos {
    fn draw(&mut self, bytes: &[u8]) -> Result<Logo, String> {
        let fingerprint = sha256(bytes);
        if let Some(drawn) = self.0.get(&fingerprint) {
            return drawn.clone();
        }
        if self.0.len() >= MOST_DRAWN {
            self.0.clear();
        }
        let drawn = Logo::new(bytes, "");
        self.0.insert(fingerprint, drawn.clone());
        drawn
    }
}

/// The logos read so far, by their files, each with what to do about one that was refused. Many schools of a trust have one, and it is
/// read once.
pub(super) struct Logos<'a> {
    read: BTreeMap<PathBuf, Result<Logo, (String, &'static str)>>,
    drawn: &'a mut DrawnLogos,
}

impl Logos<'_> {
    /// None read so far.
    pub(super) fn new(drawn: &mut DrawnLogos) -> Logos<'_> {
        Logos { read: BTreeMap::new(), drawn }
    }

    /// Reads the logo of a profile, by the way to it from the file that names it.
    pub(super) fn read(
        &mut self,
        profile: &Profile,
        index: &Index,
        sources: &Sources,
    ) -> Result<Option<Logo>, Box<Finding>> {
        let (Some(name), Some(alt)) = (&profile.brand.logo, &profile.brand.logo_alt) else { return Ok(None) };
        let path = index.file_named("brand.logo", name, sources);
        match self.read.entry(path.clone()).or_insert_with(|| logo_in(&path, self.drawn)) {
            Ok(logo) => Ok(Some(Logo { alt: alt.to_string(), ..logo.clone() })),
            Err((why, help)) => {
                let title = format!("the logo `{}` {why}", visible(name));
                Err(Box::new(Finding::error(Code::CP112, title).at_field("brand.logo").with_help(*help)))
            }
        }
    }
}

/// The logo in a file, or why it cannot be used and what to do about it.
fn logo_in(path: &Path, drawn: &mut DrawnLogos) -> Result<Logo, (String, &'static str)> {
    read_at_most(path, MOST)
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => ("is not there".to_owned(), NAME_IT),
            ErrorKind::InvalidInput | ErrorKind::IsADirectory => {
                ("is a folder or a device, not a picture".to_owned(), NAME_IT)
            }
            _ => (format!("cannot be read: {error}"), NAME_IT),
        })
        .and_then(|bytes| drawn.draw(&bytes).map_err(|why| (why, SAVE_ANEW)))
}
