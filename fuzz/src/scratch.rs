//! A folder for the files of one try, emptied before the next.
//!
//! It lies in the folder for temporary files (`TMPDIR`), which `run` sets and clears. Names that would lead out of it are passed over, for what
//! is tried here is the reading, not the fuzzer's own writing.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// The folder of this process.
pub fn scratch() -> PathBuf {
    std::env::temp_dir().join(format!("careers-policy-fuzz-{}", std::process::id()))
}

/// The folder with these files in it and no others. A name that cannot be written is left out.
pub fn scratch_with(files: &[(String, Vec<u8>)]) -> PathBuf {
    let folder = scratch();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    for (name, bytes) in files {
        let path = Path::new(name);
        if name.is_empty() || !path.components().all(|part| matches!(part, Component::Normal(_))) {
            continue;
        }
        let place = folder.join(path);
        if place.parent().is_some_and(|parent| fs::create_dir_all(parent).is_ok()) {
            let _ = fs::write(place, bytes);
        }
    }
    folder
}
