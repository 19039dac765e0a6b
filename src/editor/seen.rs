//! What is found in one state of a profile, so that nothing is worked out twice for it.
//!
//! In: a profile's [`Intake`] and its text. Out: [`Seen`], which is cheap to copy. Not here: which state is the present one (`opened`).

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::finding::{Code, Finding};
use crate::job::{Intake, Libraries, Library, Overview, PreviewPage, overview, preview};
use crate::law::Date;
use crate::logo::Logo;
use crate::text::Sources;
use crate::yaml::{Kind, Node, parse};

/// What is found in a state of a profile.
#[derive(Clone)]
pub(super) struct Seen {
    version: String,
    day: Date,
    /// The fingerprints of the files that it was made of.
    pub(super) made_of: Vec<String>,
    pub(super) intake: Arc<Intake>,
    pub(super) findings: Arc<Vec<Finding>>,
    pub(super) library: Option<Arc<Library>>,
    /// The requirements that are asked of the institution, by their ids: their conditions are true.
    pub(super) asked: Arc<BTreeSet<String>>,
    /// Whether there are pages of this state.
    pub(super) has_pages: bool,
    /// The tree of the profile's own text; nothing where it is no YAML.
    pub(super) root: Option<Arc<Node>>,
}

impl Seen {
    /// What is found. `asked` is what was asked in the state before: while the file cannot be read, it is asked still.
    pub(super) fn of(
        intake: Intake,
        made_of: Vec<String>,
        version: String,
        text: &str,
        libraries: &Libraries,
        day: Date,
        asked: Arc<BTreeSet<String>>,
    ) -> Seen {
        let library = libraries.of(&intake);
        let stands = match &library {
            Ok(library) => overview(&intake, library, day),
            Err(unusable) => {
                let findings = intake.findings.iter().cloned().chain([(**unusable).clone()]).collect();
                Overview { findings, asked: None, has_pages: false }
            }
        };
        Seen {
            version,
            day,
            made_of,
            intake: Arc::new(intake),
            findings: Arc::new(stands.findings),
            library: library.ok(),
            asked: stands.asked.map_or(asked, Arc::new),
            has_pages: stands.has_pages,
            root: tree(text).map(Arc::new),
        }
    }

    /// Whether it is of that state, on that day.
    pub(super) fn is_of(&self, version: &str, day: Date) -> bool {
        self.version == version && self.day == day
    }

    /// Whether it is of the same state as another, with the same files beside it, on the same day.
    pub(super) fn is_same(&self, other: &Seen) -> bool {
        self.is_of(&other.version, other.day) && self.made_of == other.made_of
    }

    /// Whether it was made of the profile's own text alone.
    pub(super) fn is_alone(&self) -> bool {
        self.made_of.len() < 2
    }

    /// Its pages.
    pub(super) fn preview(&self) -> Vec<PreviewPage> {
        self.library.as_ref().map(|library| preview(&self.intake, library, self.day)).unwrap_or_default()
    }
}

/// The fingerprints of all files that an intake was made of.
pub(super) fn made_of(intake: &Intake) -> Vec<String> {
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
