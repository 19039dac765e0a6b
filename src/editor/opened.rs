//! A profile that is being edited: its text as it is on the disk, earlier ones to go back to, and what is found in it.
//!
//! In: the path of a profile. Out: its text, with a mark that tells one state from another; and the same changed, saved at once.
//!
//! The file is read before each use: what another program wrote is taken up, and never overwritten. What is kept in memory is bounded.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::draft::is_asked;
use crate::finding::{Code, Failure, Finding};
use crate::job::{Intake, Libraries, Library, Preview, PreviewPage, preview};
use crate::law::Date;
use crate::logo::Logo;
use crate::text::{Sources, Unreadable, display_path, read_source, rewrite_source};
use crate::yaml::{Kind, Node, parse};

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
    /// The pages of the last state of which pages could be made.
    last_pages: Arc<Vec<PreviewPage>>,
    /// What was asked in the last state that could be read.
    asked: Arc<BTreeSet<String>>,
}

/// A state to go back to.
struct Step {
    /// What was changed from there.
    what: String,
    /// The answer that was written into, by its path; nothing where more was changed than one.
    answer: Option<String>,
    text: String,
}

/// What is found in a state of a profile.
#[derive(Clone)]
pub(super) struct Seen {
    version: String,
    day: Date,
    /// The fingerprints of the files that it was made of.
    made_of: Vec<String>,
    pub(super) intake: Arc<Intake>,
    pub(super) findings: Arc<Vec<Finding>>,
    pub(super) library: Option<Arc<Library>>,
    /// The requirements that are asked of the institution, by their ids: their conditions are true.
    pub(super) asked: Arc<BTreeSet<String>>,
    /// The pages; those of an earlier state where there are none of this one.
    pub(super) pages: Arc<Vec<PreviewPage>>,
    /// Whether the pages are of this state.
    pub(super) is_current: bool,
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
            last_pages: Arc::default(),
            asked: Arc::default(),
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

    /// What is found in it, and its pages; worked out once for each state.
    pub(super) fn seen(&mut self, libraries: &Libraries, today: Date) -> Result<Seen, Failure> {
        let version = self.version();
        let is_of_now = |seen: &Seen| seen.version == version && seen.day == today;
        let known = self.seen.as_ref().filter(|seen| is_of_now(seen));
        if let Some(seen) = known.filter(|seen| seen.is_alone()) {
            return Ok(seen.clone());
        }
        let intake = Intake::of_text(&self.path, &self.text)?;
        // What is shared, a logo or a trust's schools can change without this file.
        let made_of = made_of(&intake);
        if let Some(seen) = known.filter(|seen| seen.made_of == made_of) {
            return Ok(seen.clone());
        }
        let (library, made) = match libraries.of(&intake) {
            Ok(library) => {
                let made = preview(&intake, &library, today);
                (Some(library), made)
            }
            Err(unusable) => {
                let findings = intake.findings.iter().cloned().chain([*unusable]).collect();
                (None, Preview { findings, pages: Vec::new() })
            }
        };
        // While the file cannot be read, what was asked before is asked still.
        if let Some(asked) = library.as_ref().and_then(|library| asked(&intake, library, today)) {
            self.asked = Arc::new(asked);
        }
        let is_current = !made.pages.is_empty();
        if is_current {
            self.last_pages = Arc::new(made.pages);
        }
        let seen = Seen {
            version,
            day: today,
            made_of,
            intake: Arc::new(intake),
            findings: Arc::new(made.findings),
            asked: self.asked.clone(),
            library,
            pages: self.last_pages.clone(),
            is_current,
        };
        self.seen = Some(seen.clone());
        Ok(seen)
    }
}

impl Seen {
    /// Whether it was made of the profile's own text alone.
    fn is_alone(&self) -> bool {
        self.made_of.len() < 2
    }
}

/// The requirements that are asked of an institution; nothing where its file cannot be read.
fn asked(intake: &Intake, library: &Library, today: Date) -> Option<BTreeSet<String>> {
    let case = intake.institution.as_ref()?.case(&library.catalogue, &library.engine, today);
    let requirements = library.catalogue.requirements.values();
    // A condition that cannot be told yet may be true.
    let asked = requirements.filter(|requirement| is_asked(&case, requirement).unwrap_or(true));
    Some(asked.map(|requirement| requirement.id.clone()).collect())
}

/// The fingerprints of all files that an intake was made of.
fn made_of(intake: &Intake) -> Vec<String> {
    let logo = |logo: &Option<Logo>| logo.as_ref().map(|logo| logo.fingerprint.clone());
    let institution = intake.institution.iter();
    let logos = institution.flat_map(|one| std::iter::once(&one.logo).chain(one.schools.iter().map(|(_, logo)| logo)));
    let files = intake.sources.files().map(|(_, sha256)| sha256.to_owned());
    files.chain(logos.filter_map(logo)).collect()
}

/// The tree of a text; one with nothing in it, where it is empty. Nothing where it is no YAML.
pub(super) fn tree(text: &str) -> Option<Node> {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let whole = sources.whole(id);
    let parsed = parse(&sources, whole);
    let is_broken = parsed.findings.iter().any(|finding| finding.code == Code::CP001);
    match parsed.root {
        Some(root) => Some(root),
        None if is_broken => None,
        None => Some(Node { span: whole, kind: Kind::Empty }),
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
