//! `new`: writes a starter profile.

use super::args::NewArgs;
use super::ending::Ending;
use super::error::CommandError;
use super::typed::{library, setting};
use crate::catalogue::starter_profile;
use crate::finding::{Failure, visible_path};
use crate::text::create_file;

pub(super) fn run(args: &NewArgs) -> Result<Ending, CommandError> {
    let setting = setting(&args.setting)?;
    let text = starter_profile(&library(&[])?.catalogue, setting);
    let path = &args.path;
    let shown = visible_path(path);
    if path.exists() {
        let why = format!("{shown} is there already and was left as it is; choose another name");
        return Err(CommandError::refused(why));
    }
    create_file(path, text.as_bytes()).map_err(|error| Failure::writing(path, error))?;
    say!("{shown} is ready to be filled in. Then: careers-policy check {shown}");
    Ok(Ending::Made)
}
