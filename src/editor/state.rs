//! The editor itself: a folder of profiles, those that are open, and what all pages share.
//!
//! In: [`EditorOptions`]. Out: [`Editor`]. Not here: what it answers (`entry`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::guard::Guard;
use super::names::{file_name, files_in};
use super::opened::Opened;
use super::pages::Pages;
use super::summaries::Summaries;
use crate::finding::Failure;
use crate::job::{Libraries, Packing};
use crate::law::Date;
use crate::text::is_left_behind;
use crate::write::Format;

/// How many profiles are kept open at most; the rest is read again.
const MOST_OPEN: usize = 8;

/// What an editor works on.
pub struct EditorOptions {
    /// The folder of the profiles.
    pub folder: PathBuf,
    /// The profile to begin with, by the name of its file; none to begin with the folder.
    pub first: Option<String>,
    /// The catalogues, for all formats that are written.
    pub libraries: Libraries,
    /// The folder in which each school's documents get a folder.
    pub out: PathBuf,
    /// The formats.
    pub formats: Vec<Format>,
    /// How documents are packed.
    pub packing: Packing,
    /// Today.
    pub today: Box<dyn Fn() -> Date + Send + Sync>,
    /// The port that is listened on.
    pub port: u16,
    /// Two secrets that nobody can guess: for the address, and for the cookie.
    pub secrets: [String; 2],
}

/// The editor of a folder of profiles.
pub struct Editor {
    pub(super) options: EditorOptions,
    pub(super) guard: Guard,
    pub(super) pages: Pages,
    pub(super) state: Mutex<State>,
}

/// What changes while it runs.
#[derive(Default)]
pub(super) struct State {
    opened: BTreeMap<String, Opened>,
    /// The names of the open ones, the one used last at the end.
    used: Vec<String>,
    pub(super) summaries: Summaries,
}

impl Editor {
    /// An editor.
    pub fn new(options: EditorOptions) -> Editor {
        let [token, secret] = options.secrets.clone();
        let guard = Guard::new(options.port, token, secret);
        Editor { options, guard, pages: Pages::new(), state: Mutex::default() }
    }

    /// A file of the folder with this ending, if it has one of that name: nothing outside the folder has.
    pub(super) fn file(&self, name: &str, endings: &[&str]) -> Option<PathBuf> {
        let known = files_in(&self.options.folder).into_iter().find(|path| file_name(path) == name)?;
        let ending = known.extension()?.to_string_lossy().to_lowercase();
        (endings.contains(&ending.as_str()) && !is_left_behind(name)).then_some(known)
    }

    /// Today.
    pub(super) fn today(&self) -> Date {
        (self.options.today)()
    }
}

impl State {
    /// A profile, as it is on the disk now.
    pub(super) fn profile(&mut self, path: &Path) -> Result<&mut Opened, Failure> {
        let name = file_name(path);
        self.used.retain(|used| *used != name);
        self.used.push(name.clone());
        if self.used.len() > MOST_OPEN {
            let oldest = self.used.remove(0);
            self.opened.remove(&oldest);
        }
        if !self.opened.contains_key(&name) {
            self.opened.insert(name.clone(), Opened::open(path)?);
        }
        let Some(opened) = self.opened.get_mut(&name) else { return Err(Failure::fault(path, "it is not open")) };
        opened.refresh()?;
        Ok(opened)
    }

    /// Forgets a profile that is no longer there.
    pub(super) fn forget(&mut self, path: &Path) {
        self.opened.remove(&file_name(path));
    }
}
