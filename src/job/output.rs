//! Puts finished files into a school's folder: the folder is replaced as a whole or not at all.
//!
//! In: names and bytes. Out: files. All of them are written into a new folder first, which then changes places with the old
//! one, so that a full disk, a pulled plug or a second run leaves one whole set of documents. What else lies in the
//! folder, such as a file that the school put there itself or a document that it changed, is moved along.
//!
//! The new and the old folder wait in `.careers-policy` inside the output folder, with a lock for each school: two runs
//! for one school follow each other. There `NAME.new` holds scraps and may be thrown away unread; `NAME.old` holds a whole set, with what
//! the school put into it if it is the old one. Whatever a run that was killed left there, the next run tidies up, whatever else it does.
//!
//! No link is followed below the output folder: what it leads to is not ours to replace.

#![expect(clippy::disallowed_methods, reason = "this is the door through which finished files are placed")]

use std::collections::BTreeMap;
use std::fs::{self, File, FileType, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::exchange::exchange;
use super::manifest::{LARGEST, MANIFEST, Manifest, Part};
use crate::finding::{Failure, visible_path};
use crate::text::read_unlinked;

/// The folder inside the output folder in which new and old folders wait.
pub(super) const WAITING: &str = ".careers-policy";

/// A school's place in the output folder, held against other runs until it is dropped.
pub(super) struct Place {
    folder: PathBuf,
    new: PathBuf,
    old: PathBuf,
    _lock: File,
}

/// What was put into a place.
pub(super) struct Placed {
    /// The files, in order.
    pub(super) files: Vec<PathBuf>,
    /// Files of the school's own that had the name of a new one, and documents that somebody changed by hand, each with the name under which
    /// it is kept.
    pub(super) kept: Vec<(String, String)>,
}

/// Completes what a run that was killed left for a school, and refuses a place in which nothing can be replaced safely. Where there is
/// nothing to complete, nothing is written.
pub(super) fn complete(out: &Path, name: &str) -> Result<(), Failure> {
    refuse_unsafe(out, name)?;
    let waiting = out.join(WAITING);
    let is_left = |ending: &str| kind(&waiting.join(format!("{name}.{ending}"))).is_some();
    if is_left("old") || is_left("new") { Place::hold(out, name).map(drop) } else { Ok(()) }
}

/// Puts files into a folder beside whatever else is there: each takes the place of the one of its name, once all of them are written. `name` is
/// what they wait under.
pub(super) fn put_beside(out: &Path, name: &str, files: &[(&str, Vec<u8>)]) -> Result<Vec<PathBuf>, Failure> {
    let waiting = out.join(WAITING);
    let targets: Vec<PathBuf> = files.iter().map(|(name, _)| out.join(name)).collect();
    for (path, fits) in std::iter::once((&waiting, FileType::is_dir as fn(&FileType) -> bool))
        .chain(targets.iter().map(|path| (path, FileType::is_file as fn(&FileType) -> bool)))
    {
        if kind(path).is_some_and(|kind| !fits(&kind)) {
            let what = "something else is in this place, or a link, and it is not replaced; move it away".to_owned();
            return Err(Failure::Unfit { path: visible_path(path), what });
        }
    }
    let place = Place::hold(out, name)?;
    fs::create_dir(&place.new).map_err(|error| Failure::writing(&place.new, error))?;
    for ((name, bytes), target) in files.iter().zip(&targets) {
        write_one(&place.new.join(name), bytes).map_err(|error| Failure::writing(target, error))?;
    }
    for ((name, _), target) in files.iter().zip(&targets) {
        fs::rename(place.new.join(name), target).map_err(|error| Failure::writing(target, error))?;
    }
    sync_folder(out);
    drop(remove(&place.new));
    Ok(targets)
}

/// Refuses a folder that would be another than it seems.
fn refuse_unsafe(out: &Path, name: &str) -> Result<(), Failure> {
    let unfit = |path: &Path, what: &str| Err(Failure::Unfit { path: visible_path(path), what: what.to_owned() });
    let (folder, waiting) = (out.join(name), out.join(WAITING));
    if matches!(name, "" | "." | "..") || name.eq_ignore_ascii_case(WAITING) {
        return unfit(&folder, "no folder of a school's can have this name; rename the profile");
    }
    for folder in [&folder, &waiting] {
        match kind(folder) {
            Some(kind) if kind.is_symlink() => {
                return unfit(
                    folder,
                    "this is a link, and what it leads to is not replaced; take the link away, or give another folder with `--out`",
                );
            }
            Some(kind) if !kind.is_dir() => {
                return unfit(folder, "this is a file, and a folder belongs here; move it away");
            }
            _ => {}
        }
    }
    let lock = waiting.join(format!("{name}.lock"));
    match kind(&lock) {
        Some(kind) if !kind.is_file() => unfit(&lock, "this is not a file that careers-policy made; take it away"),
        _ => Ok(()),
    }
}

impl Place {
    /// Waits until no other run writes there, and puts right what a killed run left.
    pub(super) fn hold(out: &Path, name: &str) -> Result<Place, Failure> {
        refuse_unsafe(out, name)?;
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

    /// A run that was killed while writing left scraps; one that was killed later left a whole set waiting: the old one, with what the school
    /// put into it, or the new one, in which all is ours.
    fn recover(&self) -> io::Result<()> {
        remove(&self.new)?;
        match kind(&self.old) {
            None => Ok(()),
            Some(kind) if !kind.is_dir() => remove(&self.old),
            Some(_) if self.is_there() => self.carry_over().map(drop),
            // The two folders could not change places in one step.
            Some(_) => fs::rename(&self.old, &self.folder),
        }
    }

    /// Replaces the folder by these files. The files that an earlier run wrote go, as its manifest names them; every other file stays.
    pub(super) fn replace(&self, files: &[(String, Vec<u8>)]) -> Result<Placed, Failure> {
        fs::create_dir(&self.new).map_err(|error| Failure::writing(&self.new, error))?;
        for (name, bytes) in files {
            let path = self.new.join(name);
            write_one(&path, bytes).map_err(|error| Failure::writing(&self.folder.join(name), error))?;
        }
        sync_folder(&self.new);
        let swapped = self.swap();
        if swapped.is_err() {
            // The old folder is in its place; what cannot be tidied away is never read, and the next run replaces it.
            drop(remove(&self.new));
        }
        let failed = |error| Failure::writing(&self.folder, error);
        swapped.map_err(failed)?;
        let kept = self.carry_over().map_err(failed)?;
        Ok(Placed { files: files.iter().map(|(name, _)| self.folder.join(name)).collect(), kept })
    }

    fn swap(&self) -> io::Result<()> {
        if !self.is_there() {
            return fs::rename(&self.new, &self.folder);
        }
        // From here on the name says that a whole set is in it, for in the next step it becomes the old one.
        fs::rename(&self.new, &self.old)?;
        if exchange(&self.old, &self.folder).is_ok() {
            return Ok(());
        }
        fs::rename(&self.old, &self.new)?;
        fs::rename(&self.folder, &self.old)?;
        fs::rename(&self.new, &self.folder).inspect_err(|_| drop(fs::rename(&self.old, &self.folder)))
    }

    /// Moves what is not ours from the folder that waits into the one in place, and lets the other one go.
    fn carry_over(&self) -> io::Result<Vec<(String, String)>> {
        let mut kept = Vec::new();
        if kind(&self.old).is_none() {
            return Ok(kept);
        }
        // Without a manifest that can be read, nothing is known to be ours but that file.
        let manifest = Manifest::read(&self.old).ok().flatten();
        let made: BTreeMap<String, Part> =
            manifest.into_iter().flat_map(|manifest| manifest.outputs).map(|part| (part.path.clone(), part)).collect();
        // A document that somebody changed by hand holds words that are nowhere else.
        let is_ours =
            |name: &str| name == MANIFEST || made.get(name).is_some_and(|part| part.is_unchanged_in(&self.old));
        for entry in fs::read_dir(&self.old)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_str().is_some_and(is_ours) && !entry.file_type()?.is_dir() {
                continue;
            }
            let mut place = self.folder.join(&name);
            if kind(&place).is_some() {
                if is_same(&entry.path(), &place) {
                    continue;
                }
                place = self.free_beside(&place);
                let told = |name: &Path| name.file_name().unwrap_or_default().to_string_lossy().into_owned();
                kept.push((told(Path::new(&name)), told(&place)));
            }
            fs::rename(entry.path(), place)?;
        }
        // A run that is killed while it removes the rest leaves scraps, and no half of a set.
        fs::rename(&self.old, &self.new)?;
        remove(&self.new)?;
        Ok(kept)
    }

    /// A name that nothing has yet, for a file of the school's own that has the name of one of ours.
    fn free_beside(&self, place: &Path) -> PathBuf {
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (stem, ending) = (part(place.file_stem()), part(place.extension()));
        let dot = if ending.is_empty() { "" } else { "." };
        let named = |number: usize| format!("{stem} (kept {number}){dot}{ending}");
        let is_free = |name: &String| [&self.folder, &self.old].iter().all(|folder| kind(&folder.join(name)).is_none());
        let name = (1..).map(named).find(is_free).unwrap_or_default();
        self.folder.join(name)
    }

    fn is_there(&self) -> bool {
        kind(&self.folder).is_some()
    }
}

/// What there is at a path, if anything; a link is a link.
fn kind(path: &Path) -> Option<FileType> {
    fs::symlink_metadata(path).ok().map(|about| about.file_type())
}

/// Whether two files hold the same, as far as that is soon said.
fn is_same(one: &Path, other: &Path) -> bool {
    let bytes = |path: &Path| read_unlinked(path, LARGEST).ok();
    bytes(one).is_some_and(|one| Some(one) == bytes(other))
}

/// Has the names in a folder written to the disk, where the system can; a pulled plug leaves them otherwise in any order.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        drop(File::open(folder).and_then(|folder| folder.sync_all()));
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

/// Removes a folder with all that is in it, or whatever else has its name.
fn remove(path: &Path) -> io::Result<()> {
    match kind(path) {
        None => Ok(()),
        Some(kind) if kind.is_dir() => fs::remove_dir_all(path),
        Some(_) => fs::remove_file(path),
    }
}

fn write_one(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
