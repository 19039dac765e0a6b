//! A profile that is being edited: its text as it is on the disk, earlier ones to go back to, and what is found in it.
//!
//! In: the path of a profile. Out: its text, with a mark that tells one state from another; and the same changed, saved at once.
//!
//! The file is read before each use: what another program wrote is taken up, and never overwritten. What is kept in memory is bounded.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::seen::{Seen, made_of};
use crate::finding::Failure;
use crate::job::{DrawnLogos, Intake, Libraries, PreviewPage};
use crate::law::Date;
use crate::text::{Unreadable, display_path, read_source, rewrite_source};

/// How many earlier states can be gone back to.
const MOST_UNDONE: usize = 100;
/// How many earlier states are known to which a page can belong that is still open.
const MOST_BASES: usize = 100;

/// A profile that is being edited.
pub(super) struct Opened {
    pub(super) path: PathBuf,
    pub(super) text: String,
    sha256: String,
    undone: VecDeque<Step>,
    redone: Vec<Step>,
    bases: VecDeque<(String, String)>,
    seen: Option<Seen>,
    /// The pages of the last state of which pages were made.
    pages: Arc<Vec<PreviewPage>>,
    pages_of: Option<Seen>,
    /// The logos that it has named.
    drawn: DrawnLogos,
}

/// A state to go back to.
struct Step {
    /// What was changed from there.
    what: String,
    /// The answer that was written into, by its path; nothing where more was changed than one.
    answer: Option<String>,
    text: String,
}

impl Opened {
    pub(super) fn open(path: &Path) -> Result<Opened, Failure> {
        let source = read(path)?;
        Ok(Opened {
            path: path.to_owned(),
            text: source.0,
            sha256: source.1,
            undone: VecDeque::new(),
            redone: Vec::new(),
            bases: VecDeque::new(),
            seen: None,
            pages: Arc::default(),
            pages_of: None,
            drawn: DrawnLogos::default(),
        })
    }

    /// Takes up what another program has written meanwhile.
    pub(super) fn refresh(&mut self) -> Result<(), Failure> {
        let (text, sha256) = read(&self.path)?;
        if sha256 != self.sha256 {
            self.keep_base();
            (self.text, self.sha256) = (text, sha256);
            // Going back would take away what somebody else wrote.
            self.undone.clear();
            self.redone.clear();
        }
        Ok(())
    }

    /// The mark of the state.
    pub(super) fn version(&self) -> String {
        self.sha256.chars().take(16).collect()
    }

    /// The text of an earlier state.
    pub(super) fn base(&self, version: &str) -> Option<&str> {
        if version == self.version() {
            return Some(&self.text);
        }
        self.bases.iter().find(|(known, _)| known == version).map(|(_, text)| text.as_str())
    }

    fn keep_base(&mut self) {
        let version = self.version();
        self.bases.retain(|(known, _)| *known != version);
        self.bases.push_back((version, self.text.clone()));
        if self.bases.len() > MOST_BASES {
            self.bases.pop_front();
        }
    }

    /// Saves another text. `what` says what was changed, `answer` is the path of the answer if it was one alone: what is typed into one answer bit
    /// by bit is gone back as one change.
    pub(super) fn save(&mut self, text: String, what: &str, answer: Option<&str>) -> Result<(), Failure> {
        if text == self.text {
            return Ok(());
        }
        let before = self.text.clone();
        self.write(text)?;
        self.redone.clear();
        let goes_on = answer.is_some() && self.undone.back().is_some_and(|last| last.answer.as_deref() == answer);
        if !goes_on {
            self.undone.push_back(Step { what: what.to_owned(), answer: answer.map(str::to_owned), text: before });
            if self.undone.len() > MOST_UNDONE {
                self.undone.pop_front();
            }
        }
        Ok(())
    }

    fn write(&mut self, text: String) -> Result<(), Failure> {
        rewrite_source(&self.path, &self.sha256, &text).map_err(|error| Failure::writing(&self.path, error))?;
        self.keep_base();
        (self.text, self.sha256) = read(&self.path)?;
        Ok(())
    }

    /// What would be undone, in words.
    pub(super) fn last_change(&self) -> Option<&str> {
        self.undone.back().map(|step| step.what.as_str())
    }

    /// What would be done again.
    pub(super) fn last_undone(&self) -> Option<&str> {
        self.redone.last().map(|step| step.what.as_str())
    }

    /// Goes back one change.
    pub(super) fn undo(&mut self) -> Result<(), Failure> {
        let Some(text) = self.undone.back().map(|step| step.text.clone()) else { return Ok(()) };
        let now = self.text.clone();
        self.write(text)?;
        self.redone.extend(self.undone.pop_back().map(|step| Step { text: now, ..step }));
        Ok(())
    }

    /// Does again what was undone.
    pub(super) fn redo(&mut self) -> Result<(), Failure> {
        let Some(text) = self.redone.last().map(|step| step.text.clone()) else { return Ok(()) };
        let now = self.text.clone();
        self.write(text)?;
        self.undone.extend(self.redone.pop().map(|step| Step { text: now, ..step }));
        Ok(())
    }

    /// What is found in it, worked out once for each state.
    pub(super) fn seen(&mut self, libraries: &Libraries, today: Date) -> Result<Seen, Failure> {
        let version = self.version();
        if let Some(seen) = self.seen.as_ref().filter(|seen| seen.is_of(&version, today) && seen.is_alone()) {
            return Ok(seen.clone());
        }
        let intake = Intake::of_text_again(&self.path, &self.text, &mut self.drawn)?;
        // What is shared, a logo or a trust's schools can change without this file.
        let made_of = made_of(&intake);
        if let Some(seen) = self.seen.as_ref().filter(|seen| seen.is_of(&version, today) && seen.made_of == made_of) {
            return Ok(seen.clone());
        }
        let before = self.seen.as_ref().map(|seen| seen.asked.clone()).unwrap_or_default();
        let seen = Seen::of(intake, made_of, version, &self.text, libraries, today, before);
        self.seen = Some(seen.clone());
        Ok(seen)
    }

    /// What was found when this state was looked at last: whether another file has changed since makes no difference to a page that was shown before.
    pub(super) fn seen_last(&mut self, libraries: &Libraries, today: Date) -> Result<Seen, Failure> {
        let version = self.version();
        match self.seen.as_ref().filter(|seen| seen.is_of(&version, today)) {
            Some(seen) => Ok(seen.clone()),
            None => self.seen(libraries, today),
        }
    }

    /// Its pages, made when they are first asked for; those of an earlier state where there are none of this one.
    pub(super) fn pages(&mut self, seen: &Seen) -> Arc<Vec<PreviewPage>> {
        if seen.has_pages && self.pages_of.as_ref().is_none_or(|known| !known.is_same(seen)) {
            self.pages = Arc::new(seen.preview());
            self.pages_of = Some(seen.clone());
        }
        self.pages.clone()
    }
}

fn read(path: &Path) -> Result<(String, String), Failure> {
    match read_source(path) {
        Ok(source) => Ok((source.text, source.sha256)),
        Err(Unreadable::World(error)) => Err(Failure::reading(path, error)),
        Err(Unreadable::NotText(_)) => Err(Failure::Unfit {
            path: display_path(path),
            what: "this file is no text that can be read; open it in Notepad and save it again as UTF-8".to_owned(),
        }),
    }
}
