//! Catalogues with their writers, loaded once for all schools that use the same packs.
//!
//! In: the packs that a profile names, or that the command line does. Out: a [`Workshop`] with its [`Writers`], shared.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::manifest::Part;
use super::{Dress, Outcome, Workshop};
use crate::case::engine_for;
use crate::catalogue::Catalogue;
use crate::catalogue::{Files, Layer, read_layer};
use crate::finding::{Code, Failure, Finding};
use crate::text::{Sources, display_path, sha256};
use crate::write::{Format, Writers};

/// Why packs cannot be used: the findings, and the texts they point into.
pub type Unloaded = (Vec<Finding>, Sources);

/// A workshop with the writers for its theme.
pub struct Equipped {
    /// The catalogue and its engine.
    pub workshop: Workshop,
    /// The writers of the formats asked for.
    pub writers: Writers,
    /// The Word file whose look they take over, if any.
    pub reference_doc: Option<Part>,
}

type Loaded = Result<Arc<Equipped>, Arc<Unloaded>>;

/// The workshops in use, by their packs.
pub struct Workshops {
    packs: Vec<PathBuf>,
    formats: Vec<Format>,
    dress: Option<Dress>,
    loaded: Mutex<BTreeMap<Vec<PathBuf>, Loaded>>,
}

impl Workshop {
    /// Loads the built-in catalogue with these packs over it, the lowest first.
    ///
    /// # Errors
    /// The findings on their files, with the texts they point into.
    pub fn load(packs: &[PathBuf]) -> Result<Workshop, Unloaded> {
        let mut sources = Sources::default();
        let workshop = layers(packs).and_then(|layers| Workshop::of(&layers, &mut sources));
        workshop.map_err(|findings| (findings, sources))
    }

    /// Loads the catalogue of these layers, the lowest first.
    pub(super) fn of(layers: &[Layer], sources: &mut Sources) -> Result<Workshop, Vec<Finding>> {
        let catalogue = Catalogue::load(layers, sources)?;
        let engine = engine_for(&catalogue, sources)?;
        let marks = catalogue.packs.iter().zip(layers);
        let parts = marks
            .map(|(pack, layer)| Part {
                path: format!("{} {}", pack.name, pack.edition),
                sha256: fingerprint(&layer.files),
            })
            .collect();
        Ok(Workshop { catalogue, engine, parts })
    }
}

/// The built-in pack and those in these folders, the lowest first.
pub(super) fn layers(packs: &[PathBuf]) -> Result<Vec<Layer>, Vec<Finding>> {
    let mut layers = vec![Layer::base()];
    let mut findings = Vec::new();
    for pack in packs {
        match read_layer(pack) {
            Ok(layer) => layers.push(layer),
            Err(found) => findings.extend(found),
        }
    }
    if findings.is_empty() { Ok(layers) } else { Err(findings) }
}

/// The SHA-256 of a pack: of the list of its files with theirs, as `sha256sum` would print it.
fn fingerprint(files: &Files) -> String {
    let list: String = files.iter().map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect();
    sha256(list.as_bytes())
}

impl Workshops {
    /// For these formats. `packs` take the place of those that a profile names; with none of them, each profile has its own.
    pub fn new(packs: Vec<PathBuf>, formats: Vec<Format>) -> Workshops {
        Workshops { packs, formats, dress: None, loaded: Mutex::default() }
    }

    /// The same, with Word documents dressed in a Word file of the school's or trust's own.
    pub fn dressed_in(&self, dress: Dress) -> Workshops {
        let (packs, formats) = (self.packs.clone(), self.formats.clone());
        Workshops { packs, formats, dress: Some(dress), loaded: Mutex::default() }
    }

    /// The workshop with no packs but those of the command line.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn common(&self) -> Loaded {
        self.with(&self.packs)
    }

    /// The workshop for a profile that was read.
    ///
    /// # Errors
    /// The finding that its packs cannot be used.
    pub(super) fn of(&self, outcome: &Outcome) -> Result<Arc<Equipped>, Box<Finding>> {
        let packs = if self.packs.is_empty() { packs_of(outcome) } else { self.packs.clone() };
        self.with(&packs).map_err(|unloaded| Box::new(unusable(&packs, &unloaded.0)))
    }

    fn with(&self, packs: &[PathBuf]) -> Loaded {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.entry(packs.to_vec()).or_insert_with(|| self.equip(packs).map(Arc::new).map_err(Arc::new)).clone()
    }

    fn equip(&self, packs: &[PathBuf]) -> Result<Equipped, Unloaded> {
        let workshop = Workshop::load(packs)?;
        match Writers::new(&workshop.catalogue.theme, &self.formats) {
            Ok(writers) => {
                let (reference, part) = self.dress.clone().map(|dress| (dress.reference, dress.part)).unzip();
                Ok(Equipped { workshop, writers: writers.dressed_as(reference), reference_doc: part })
            }
            Err(error) => Err((vec![Finding::error(Code::CP502, error.to_string())], Sources::default())),
        }
    }
}

/// The folders of the packs that the profile in a file names; none where it cannot be read.
///
/// # Errors
/// If the file cannot be got at.
pub fn packs_named_in(profile: &Path) -> Result<Vec<PathBuf>, Failure> {
    super::read(profile).map(|outcome| packs_of(&outcome))
}

/// The folders of the packs that a profile names, by the way to them from the file that names them.
fn packs_of(outcome: &Outcome) -> Vec<PathBuf> {
    let Some(profile) = &outcome.profile else { return Vec::new() };
    let named_in = outcome.index.as_ref().and_then(|index| index.value("pack"));
    let file = named_in.map(|span| outcome.sources.get(span.source).name.clone()).unwrap_or_default();
    let folder = Path::new(&file).parent().unwrap_or(Path::new("")).to_path_buf();
    profile.pack.iter().map(|pack| folder.join(pack.replace('\\', "/"))).collect()
}

/// The finding for a profile whose packs cannot be used: what is wrong with them is the packs' own, so it is told and not shown.
fn unusable(packs: &[PathBuf], findings: &[Finding]) -> Finding {
    let named: Vec<String> = packs.iter().map(|pack| format!("`{}`", display_path(pack))).collect();
    let finding =
        Finding::error(Code::CP312, format!("the pack {} cannot be used", named.join(" with "))).at_field("pack");
    let finding = findings
        .iter()
        .take(3)
        .fold(finding, |finding, found| finding.with_note(format!("{}: {}", found.code, found.title)));
    let all: Vec<String> = packs.iter().map(|pack| display_path(pack)).collect();
    finding.with_help(format!("`careers-policy pack check {}` shows everything that is wrong with it", all.join(" ")))
}
