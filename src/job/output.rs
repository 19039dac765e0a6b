//! Puts finished files into a school's folder: the folder is replaced as a whole or not at all.
//!
//! In: names and bytes. Out: files. All of them are written into a new folder first, which then takes the place of the old
//! one, so that a full disk, a pulled plug or a second run leaves one whole set of documents. What else lies in the
//! folder, such as a file that the school put there itself, is moved along.
//!
//! The new and the old folder wait in `.careers-policy` inside the output folder, with a lock for each school: two runs
//! for one school follow each other. Whatever a run that was killed left there, the next run tidies up.

#![expect(clippy::disallowed_methods, reason = "this is the door through which finished files are placed")]

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::finding::Failure;

/// The folder inside the output folder in which new and old folders wait.
const WAITING: &str = ".careers-policy";

/// A school's place in the output folder, held against other runs until it is dropped.
pub(super) struct Place {
    folder: PathBuf,
    new: PathBuf,
    old: PathBuf,
    _lock: File,
}

impl Place {
    /// Waits until no other run writes there, and puts right what a killed run left.
    pub(super) fn hold(out: &Path, name: &str) -> Result<Place, Failure> {
        let waiting = out.join(WAITING);
        fs::create_dir_all(&waiting).map_err(|error| Failure::writing(&waiting, error))?;
        let path = waiting.join(format!("{name}.lock"));
        let lock = File::options().create(true).truncate(false).write(true).open(&path);
        let lock =
            lock.and_then(|lock| locked(&lock).map(|()| lock)).map_err(|error| Failure::writing(&path, error))?;
        let place = Place {
            folder: out.join(name),
            new: waiting.join(format!("{name}.new")),
            old: waiting.join(format!("{name}.old")),
            _lock: lock,
        };
        place.recover().map_err(|error| Failure::writing(&place.folder, error))?;
        Ok(place)
    }

    /// A run that was killed between its two moves left the folder waiting; one that was killed while writing left scraps.
    fn recover(&self) -> io::Result<()> {
        if self.old.is_dir() {
            if self.folder.is_dir() {
                self.carry_over(&[])?;
            } else {
                fs::rename(&self.old, &self.folder)?;
            }
        }
        remove(&self.new)
    }

    /// Replaces the folder by these files, and gives their paths in order. `ours` are the names of the files that an earlier run
    /// wrote, which go; every other file stays.
    pub(super) fn replace(&self, files: &[(String, Vec<u8>)], ours: &[String]) -> Result<Vec<PathBuf>, Failure> {
        fs::create_dir_all(&self.new).map_err(|error| Failure::writing(&self.new, error))?;
        for (name, bytes) in files {
            let path = self.new.join(name);
            write_one(&path, bytes).map_err(|error| Failure::writing(&self.folder.join(name), error))?;
        }
        let swapped = self.swap();
        if swapped.is_err() {
            // The old folder is in its place; what cannot be tidied away is never read, and the next run replaces it.
            drop(remove(&self.new));
        }
        let failed = |error| Failure::writing(&self.folder, error);
        swapped.map_err(failed)?;
        let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).chain(ours.iter().cloned()).collect();
        self.carry_over(&names).map_err(failed)?;
        Ok(files.iter().map(|(name, _)| self.folder.join(name)).collect())
    }

    fn swap(&self) -> io::Result<()> {
        let had = self.folder.exists();
        if had {
            fs::rename(&self.folder, &self.old)?;
        }
        fs::rename(&self.new, &self.folder).inspect_err(|_| {
            if had {
                drop(fs::rename(&self.old, &self.folder));
            }
        })
    }

    /// Moves what is not ours from the old folder into the new one, and lets the old one go.
    fn carry_over(&self, ours: &[String]) -> io::Result<()> {
        if !self.old.is_dir() {
            return Ok(());
        }
        for entry in fs::read_dir(&self.old)? {
            let entry = entry?;
            let place = self.folder.join(entry.file_name());
            if !place.exists() && !ours.iter().any(|name| entry.file_name() == name.as_str()) {
                fs::rename(entry.path(), place)?;
            }
        }
        remove(&self.old)
    }
}

/// Waits for a lock. Where the file system knows none, there is nothing to wait for.
fn locked(lock: &File) -> io::Result<()> {
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => lock.lock(),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
        Ok(()) => Ok(()),
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn write_one(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
