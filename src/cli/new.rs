//! `new`: writes a starter profile.

use std::fs::OpenOptions;
use std::io::Write;

use super::MADE;
use super::args::NewArgs;
use super::terminal::{fail, setting, workshop};
use crate::catalogue::starter_profile;
use crate::finding::Failure;

pub(super) fn run(args: &NewArgs) -> u8 {
    let setting = match setting(&args.setting) {
        Ok(setting) => setting,
        Err(code) => return code,
    };
    let workshop = match workshop(&[]) {
        Ok(workshop) => workshop,
        Err(code) => return code,
    };
    let text = starter_profile(&workshop.catalogue, setting);
    let path = &args.path;
    if path.exists() {
        return fail(format!("{} is there already and was left as it is; choose another name", path.display()));
    }
    let written =
        OpenOptions::new().write(true).create_new(true).open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    if let Err(error) = written {
        return fail(Failure::writing(path, error));
    }
    let shown = crate::text::display_path(path);
    say!("{shown} is ready to be filled in. Then: careers-policy check {shown}");
    MADE
}
