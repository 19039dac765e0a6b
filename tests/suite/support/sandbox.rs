//! A folder of its own for a test, gone afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use careers_policy::catalogue::starter_pack;

use crate::school::repository;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

/// A folder of its own.
pub(crate) struct Sandbox(PathBuf);

impl Sandbox {
    /// An empty one. The name is the test's.
    pub(crate) fn empty(name: &str) -> Sandbox {
        let path = std::env::temp_dir().join(format!("careers-policy-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Sandbox(path)
    }

    /// One that holds the starter pack, called `our-hub`, over the built-in pack, with its examples put in their places.
    pub(crate) fn pack(name: &str) -> Sandbox {
        Sandbox::pack_over(name, "base")
    }

    /// The same over another pack.
    pub(crate) fn pack_over(name: &str, below: &str) -> Sandbox {
        let sandbox = Sandbox::empty(name);
        for (path, bytes) in starter_pack("our-hub", below).unwrap() {
            sandbox.write(path.strip_prefix("examples/").unwrap_or(&path), bytes);
        }
        sandbox
    }

    /// Copies a folder of the repository into it, under another name.
    pub(crate) fn copy(&self, folder: &str, name: &str) {
        copy(&repository(folder), &self.0.join(name));
    }

    /// Copies all that is in a folder into it.
    pub(crate) fn copy_from(&self, folder: &Path) {
        copy(folder, &self.0);
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders that lead to it.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let place = self.0.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
