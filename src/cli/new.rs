//! `new`: writes a starter profile.

use std::fs::OpenOptions;
use std::io::Write;

use super::args::NewArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::typed::{library, setting};
use crate::catalogue::starter_profile;
use crate::finding::Failure;

#[expect(clippy::disallowed_methods, reason = "the starter profile is written where it was asked for")]
pub(super) fn run(args: &NewArgs) -> Result<Ending, CommandError> {
    let setting = setting(&args.setting)?;
    let text = starter_profile(&library(&[])?.catalogue, setting);
    let path = &args.path;
    if path.exists() {
        let why = format!("{} is there already and was left as it is; choose another name", path.display());
        return Err(CommandError::refused(why));
    }
    let written =
        OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| Failure::writing(path, error))?;
    let shown = crate::text::display_path(path);
    say!("{shown} is ready to be filled in. Then: careers-policy check {shown}");
    Ok(Ending::Made)
}
