//! Reads one file after another of packs that lie over one another, and gathers what is wrong with them.
//!
//! In: the packs as files. Out: [`Loader`], which gives the text of a file, or what a YAML file holds with what higher packs lay over it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::catalogue::contents::Catalogue;
use crate::catalogue::layers::{Layer, Layers};
use crate::finding::{Code, Finding, Place};
use crate::profile::{Answers, Profile};
use crate::text::{SourceId, Sources, Span, misleading};
use crate::yaml::{Read, read_json, read_over};

/// Reads the files of packs.
pub(super) struct Loader<'a> {
    pub(super) layers: Layers<'a>,
    pub(super) sources: &'a mut Sources,
    pub(super) findings: Vec<Finding>,
    /// What is worth a look in the files of packs, and stops nothing.
    pub(super) remarks: Vec<Finding>,
    /// The clauses of which there is a file that cannot be read, which is said.
    pub(super) unread: BTreeSet<String>,
    pub(super) places: BTreeMap<String, Span>,
    /// The files in which a character was refused.
    misleading: BTreeSet<String>,
    /// The catalogue of the packs below the highest, against which that one is held.
    pub(super) below: Option<&'a Catalogue>,
    /// The fields of a profile.
    pub(super) known: Answers,
}

impl<'a> Loader<'a> {
    pub(super) fn new(layers: &'a [Layer], sources: &'a mut Sources) -> Loader<'a> {
        let known = Answers::of(&Profile::default());
        Loader {
            layers: Layers(layers),
            sources,
            findings: Vec::new(),
            remarks: Vec::new(),
            unread: BTreeSet::new(),
            places: BTreeMap::new(),
            misleading: BTreeSet::new(),
            below: None,
            known,
        }
    }

    /// A file of one pack as text.
    pub(super) fn text_of(&mut self, layer: &Layer, path: &str) -> Option<SourceId> {
        let name = layer.name_of(path);
        match layer.files.get(path) {
            None => {
                self.findings.push(Finding::error(Code::CP301, format!("the pack has no file `{path}`")).at_file(name));
                None
            }
            Some(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => {
                    let source = self.sources.add(&name, text.trim_start_matches('\u{feff}').replace("\r\n", "\n"));
                    if self.layers.0.first().is_none_or(|lowest| lowest.folder != layer.folder) {
                        self.refuse_misleading(source, &name);
                    }
                    Some(source)
                }
                Err(_) => {
                    self.findings.push(Finding::error(Code::CP002, "the file is not saved as UTF-8").at_file(name));
                    None
                }
            },
        }
    }

    /// Keeps what the reader says of a file of a pack, once: some files are read more than once.
    fn remark(&mut self, finding: &Finding) {
        let place = |finding: &Finding| match finding.at {
            Place::Span(span) => Some((self.sources.get(span.source).name.clone(), span.start)),
            _ => None,
        };
        let at = place(finding);
        let is_built_in = self.layers.0.first().zip(at.as_ref()).is_some_and(|(lowest, (file, _))| {
            file.strip_prefix(&lowest.folder).is_some_and(|path| path.starts_with('/'))
        });
        if !is_built_in && !self.remarks.iter().any(|known| known.code == finding.code && place(known) == at) {
            self.remarks.push(finding.clone());
        }
    }

    /// Refuses the first character in a file of a pack that hides or turns the words around it.
    fn refuse_misleading(&mut self, source: SourceId, file: &str) {
        let text = &self.sources.get(source).text;
        let found = misleading(text);
        // A file is read again for each pack above it.
        let Some((at, c, what)) = found.filter(|_| self.misleading.insert(file.to_owned())) else { return };
        let title = format!("the file holds {what} (U+{:04X}), which hides or turns words", u32::from(c));
        let span = Span { source, start: at, end: at + c.len_utf8() };
        let finding = Finding::error(Code::CP307, title).at_span(span);
        self.findings.push(finding.with_help("delete the words around it, and type them again"));
    }

    /// A file of the highest pack that has it, as text, with the number of that pack.
    pub(super) fn text(&mut self, path: &str) -> Option<(usize, SourceId)> {
        let (number, layer) = self.layers.highest(path).or_else(|| Some((0, self.layers.0.first()?)))?;
        Some((number, self.text_of(layer, path)?))
    }

    /// A YAML file with what higher packs lay over it.
    pub(super) fn yaml<T: DeserializeOwned + JsonSchema + 'static>(&mut self, path: &str) -> Option<T> {
        self.yaml_up_to(path, self.layers.0.len()).map(|read| read.value)
    }

    /// The same with the lowest packs only, so many of them.
    pub(super) fn yaml_up_to<T: DeserializeOwned + JsonSchema + 'static>(
        &mut self,
        path: &str,
        number: usize,
    ) -> Option<Read<T>> {
        let layers = Layers(&self.layers.0[..number]);
        let mut spans = Vec::new();
        for layer in layers.all(path) {
            let source = self.text_of(layer, path)?;
            spans.push(self.sources.whole(source));
        }
        if spans.is_empty() {
            self.text_of(layers.0.first()?, path)?;
        }
        match &spans[..] {
            [only] => self.built_in(path, only.source).or_else(|| self.read(&spans)),
            _ => self.read(&spans),
        }
    }

    /// What a file of the built-in pack says over which no other lies: from its JSON, which takes a fraction of the time. The places of its fields
    /// are not known then; nothing is found in the built-in pack.
    pub(super) fn built_in<T: DeserializeOwned>(&mut self, path: &str, source: SourceId) -> Option<Read<T>> {
        let layer = self.layers.0.first()?;
        if self.sources.get(source).name != layer.name_of(path) {
            return None;
        }
        let read = read_json(layer.as_json(path)?, source, self.sources);
        read.map_err(|finding| self.findings.push(*finding)).ok()
    }

    /// A YAML text with others laid over it, the lowest first.
    pub(super) fn read<T: DeserializeOwned + JsonSchema + 'static>(&mut self, texts: &[Span]) -> Option<Read<T>> {
        let (lowest, over) = texts.split_first()?;
        match read_over(self.sources, *lowest, over) {
            Ok(read) => {
                for finding in &read.findings {
                    self.remark(finding);
                }
                Some(read)
            }
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }
}
