//! What many schools share: the catalogue with its packs, the compiled wording, and the writers of the formats asked for.
//!
//! In: the packs that a profile names, or that the command line does. Out: a [`Library`]; and [`Libraries`], which loads each only once for
//! all schools that use the same packs.
//!
//! Not here: what a pack's files may say (`catalogue`).

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::intake::Intake;
use super::manifest::Part;
use super::reference_doc::ReferenceDoc;
use crate::catalogue::{Catalogue, Files, Layer, Pack, read_layer};
use crate::finding::{Code, Finding, Severity, visible, visible_path};
use crate::text::{Sources, display_path, sha256};
use crate::words::{Engine, engine_for};
use crate::write::{Format, Writers};

/// A catalogue ready for use.
pub struct Library {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The engine that knows its clauses.
    pub engine: Engine,
    layers: Vec<Layer>,
    packs: OnceLock<Vec<Part>>,
    /// The formats asked for.
    pub formats: Vec<Format>,
    /// Their writers.
    pub writers: Writers,
    /// The Word file whose look they take over, if any.
    pub reference_doc: Option<Part>,
    /// Packs that lie one folder further in than they are named, each by its name with what is to be said of it.
    pub(super) further_in: Vec<(PathBuf, Finding)>,
}

/// Why packs cannot be used: the findings on their files.
#[derive(Debug)]
pub struct Unloadable {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// The texts that the findings point into.
    pub sources: Sources,
}

impl Unloadable {
    /// The finding for what names these packs, which cannot be used: what is wrong with them is the packs' own, so it is told and not shown.
    pub fn as_one(&self, packs: &[PathBuf]) -> Finding {
        // Without packs it is the program that lacks something.
        if let ([], Some(own)) = (packs, self.findings.first()) {
            return own.clone();
        }
        let named: Vec<String> = packs.iter().map(|pack| format!("`{}`", display_path(pack))).collect();
        let finding =
            Finding::error(Code::CP312, format!("the pack {} cannot be used", named.join(" with "))).at_field("pack");
        let told = |finding: Finding, found: &Finding| finding.with_note(format!("{}: {}", found.code, found.title));
        let finding = self.findings.iter().take(3).fold(finding, told);
        let help = self.findings.iter().take(1).flat_map(|found| &found.help);
        let finding = help.fold(finding, |finding, help| finding.with_help(help));
        let all: Vec<String> = packs.iter().map(|pack| display_path(pack)).collect();
        finding
            .with_help(format!("`careers-policy pack check {}` shows everything that is wrong with it", all.join(" ")))
    }
}

impl Library {
    /// The built-in catalogue with writers for these formats. The disk is not touched.
    ///
    /// # Errors
    /// If the program cannot write one of the formats.
    pub fn built_in(formats: &[Format]) -> Result<Library, Unloadable> {
        Library::load(&[], formats)
    }

    /// The catalogue with the packs in these folders over the built-in one, the lowest first.
    ///
    /// # Errors
    /// The findings on the packs' files, or that a format cannot be written.
    pub fn load(packs: &[PathBuf], formats: &[Format]) -> Result<Library, Unloadable> {
        let mut sources = Sources::default();
        let library = layers(packs).and_then(|layers| {
            let library = Library::of(&layers, formats, &mut sources)?;
            Ok(Library { further_in: further_in(packs, &layers), ..library })
        });
        library.map_err(|findings| Unloadable { findings, sources })
    }

    /// The catalogue of these layers, the lowest first.
    pub(super) fn of(layers: &[Layer], formats: &[Format], sources: &mut Sources) -> Result<Library, Vec<Finding>> {
        let catalogue = Catalogue::load(layers, sources)?;
        let engine = engine_for(&catalogue, sources)?;
        let writers = Writers::new(&catalogue.theme, formats)
            .map_err(|error| vec![Finding::error(Code::CP502, error.to_string())])?;
        let (layers, packs) = (layers.to_vec(), OnceLock::new());
        let further_in = Vec::new();
        Ok(Library {
            catalogue,
            engine,
            layers,
            packs,
            formats: formats.to_vec(),
            writers,
            reference_doc: None,
            further_in,
        })
    }

    /// The packs, the lowest first: name with edition, and fingerprint, which is taken when it is first asked for.
    pub fn packs(&self) -> &[Part] {
        self.packs.get_or_init(|| {
            let marks = self.catalogue.packs.iter().zip(&self.layers);
            let part = |(pack, layer): (&Pack, &Layer)| Part {
                path: format!("{} {}", pack.name, pack.edition),
                sha256: fingerprint(&layer.files),
            };
            marks.map(part).collect()
        })
    }

    /// The same, with DOCX files that take over the look of a Word file.
    #[must_use]
    pub fn with_reference_doc(self, doc: ReferenceDoc) -> Library {
        let writers = self.writers.with_reference(doc.reference);
        Library { writers, reference_doc: Some(doc.part), ..self }
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

/// What is to be said of packs that lie one folder further in than they are named; `layers` are theirs over the built-in one.
pub(super) fn further_in(packs: &[PathBuf], layers: &[Layer]) -> Vec<(PathBuf, Finding)> {
    let moved = packs.iter().zip(layers.iter().skip(1)).filter(|(pack, layer)| display_path(pack) != layer.folder);
    let found = moved.map(|(pack, layer)| {
        let lies = visible(&layer.folder);
        let behind = lies.rsplit('/').next().unwrap_or_default();
        let title = format!("the pack lies one folder further in than it is named: `{lies}` is used");
        let finding = Finding::new(Severity::Note, Code::CP326, title).at_file(visible_path(pack));
        let help = format!("put `/{behind}` behind the name, or move what is in the inner folder into the outer one");
        (pack.clone(), finding.with_help(help))
    });
    found.collect()
}

/// The SHA-256 of a pack: of the list of its files with theirs, as `sha256sum` would print it.
fn fingerprint(files: &Files) -> String {
    let list: String = files.iter().map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect();
    sha256(list.as_bytes())
}

type Loaded = Result<Arc<Library>, Arc<Unloadable>>;

/// The libraries in use, by their packs. Each is loaded when the first profile asks for it.
pub struct Libraries {
    packs: Vec<PathBuf>,
    formats: Vec<Format>,
    reference_doc: Option<ReferenceDoc>,
    loaded: Mutex<BTreeMap<Vec<PathBuf>, Loaded>>,
}

impl Libraries {
    /// For these formats. `packs` take the place of those that a profile names; with none of them, each profile has its own.
    pub fn new(packs: Vec<PathBuf>, formats: Vec<Format>) -> Libraries {
        Libraries { packs, formats, reference_doc: None, loaded: Mutex::default() }
    }

    /// The same, with DOCX files that take over the look of a Word file.
    #[must_use]
    pub fn with_reference_doc(&self, doc: ReferenceDoc) -> Libraries {
        Libraries { reference_doc: Some(doc), ..Libraries::new(self.packs.clone(), self.formats.clone()) }
    }

    /// The library with no packs but those that take the place of any profile's.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn common(&self) -> Loaded {
        self.with(&self.packs)
    }

    /// The library for a profile.
    ///
    /// # Errors
    /// The finding that its packs cannot be used.
    pub fn of(&self, intake: &Intake) -> Result<Arc<Library>, Box<Finding>> {
        let packs = if self.packs.is_empty() { intake.packs() } else { self.packs.clone() };
        self.with(&packs).map_err(|unloadable| Box::new(unloadable.as_one(&packs)))
    }

    /// Whether packs take the place of those that profiles name.
    pub(super) fn has_packs(&self) -> bool {
        !self.packs.is_empty()
    }

    /// The same with these packs, where there are any, in the place of the profile's, as if they had been typed; those that were typed outweigh
    /// them.
    ///
    /// # Errors
    /// The finding that the packs cannot be used.
    pub(super) fn of_with(&self, intake: &Intake, packs: Vec<PathBuf>) -> Result<Arc<Library>, Box<Finding>> {
        if self.packs.is_empty() && !packs.is_empty() {
            return self.with(&packs).map_err(|unloadable| Box::new(unloadable.as_one(&packs)));
        }
        self.of(intake)
    }

    fn with(&self, packs: &[PathBuf]) -> Loaded {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        loaded.entry(packs.to_vec()).or_insert_with(|| self.load(packs).map(Arc::new).map_err(Arc::new)).clone()
    }

    fn load(&self, packs: &[PathBuf]) -> Result<Library, Unloadable> {
        let library = Library::load(packs, &self.formats)?;
        Ok(match &self.reference_doc {
            Some(doc) => library.with_reference_doc(doc.clone()),
            None => library,
        })
    }
}
