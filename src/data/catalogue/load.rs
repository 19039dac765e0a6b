//! Reads the files of a pack into a [`Catalogue`], and makes sure that every name they say of one another exists.
//!
//! In: [`Files`]. Out: a [`Catalogue`], or every finding at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{
    Catalogue, Clause, ClauseHeader, DeadName, DeadNames, Editions, Files, Guide, Outline, Pack, Requirement,
    RequirementFile, Section, Terms,
};
use crate::data::theme::{Logo, Theme, Tokens};
use crate::data::yaml::{Read, read_as};
use crate::finding::{Code, Finding};
use crate::law::{SETTINGS, Setting};
use crate::text::{SourceId, Sources, Span};

impl Catalogue {
    /// The built-in catalogue.
    ///
    /// # Errors
    /// The findings on its files; a test keeps the built-in ones free of any.
    pub fn base(sources: &mut Sources) -> Result<Catalogue, Vec<Finding>> {
        Catalogue::load(&Catalogue::base_files(), "templates/base", sources)
    }

    /// The built-in pack's name and its register of editions, without the rest: what `--version` says of it.
    pub fn base_editions() -> Option<(Pack, Editions)> {
        let files = Catalogue::base_files_named(&["pack.yaml", "editions.yaml"]);
        let mut sources = Sources::default();
        let mut loader =
            Loader { files: &files, folder: "templates/base", sources: &mut sources, findings: Vec::new() };
        Some((loader.yaml("pack.yaml")?, loader.yaml("editions.yaml")?))
    }

    /// Reads a pack whose files are called by this folder's name in findings.
    ///
    /// # Errors
    /// Every finding on its files.
    pub fn load(files: &Files, folder: &str, sources: &mut Sources) -> Result<Catalogue, Vec<Finding>> {
        let mut loader = Loader { files, folder, sources, findings: Vec::new() };
        let catalogue = loader.catalogue();
        match catalogue {
            Some(catalogue) if loader.findings.is_empty() => Ok(catalogue),
            _ => Err(loader.findings),
        }
    }
}

struct Loader<'a> {
    files: &'a Files,
    folder: &'a str,
    sources: &'a mut Sources,
    findings: Vec<Finding>,
}

impl Loader<'_> {
    fn catalogue(&mut self) -> Option<Catalogue> {
        let pack: Option<Pack> = self.yaml("pack.yaml");
        let guide: Option<Guide> = self.yaml("guide.yaml");
        let editions: Option<Editions> = self.yaml("editions.yaml");
        let dead_names = self.dead_names();
        let terms = self.terms();
        let requirements = self.requirements();
        let clauses = self.clauses(&requirements);
        let partials = self.partials();
        let pack = pack?;
        let outlines = pack.documents.iter().filter_map(|name| self.outline(name, &clauses)).collect();
        let theme = self.theme(&pack.theme);
        Some(Catalogue {
            pack,
            requirements,
            clauses,
            partials,
            outlines,
            terms,
            editions: editions?,
            not_carried: guide?.not_carried,
            dead_names,
            theme: theme?,
        })
    }

    /// The files under a folder with an ending, each with its name without either.
    fn under(&self, folder: &str, ending: &str) -> Vec<(String, String)> {
        self.files
            .keys()
            .filter_map(|path| {
                let stem = path.strip_prefix(folder)?.strip_suffix(ending)?;
                Some((path.clone(), stem.to_owned()))
            })
            .collect()
    }

    fn text(&mut self, path: &str) -> Option<SourceId> {
        let name = format!("{}/{path}", self.folder);
        match self.files.get(path) {
            None => self.trouble(Finding::error(Code::CP301, format!("the pack has no file `{path}`")).at_file(name)),
            Some(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => {
                    return Some(self.sources.add(&name, text.trim_start_matches('\u{feff}').replace("\r\n", "\n")));
                }
                Err(_) => self.trouble(Finding::error(Code::CP002, "the file is not saved as UTF-8").at_file(name)),
            },
        }
        None
    }

    fn trouble(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    fn yaml<T: DeserializeOwned + JsonSchema + 'static>(&mut self, path: &str) -> Option<T> {
        let source = self.text(path)?;
        let length = self.sources.get(source).text.len();
        self.yaml_part(source, 0..length)
    }

    fn yaml_part<T: DeserializeOwned + JsonSchema + 'static>(
        &mut self,
        source: SourceId,
        range: std::ops::Range<usize>,
    ) -> Option<T> {
        match read_as(self.sources, Span { source, start: range.start, end: range.end }) {
            Ok(read) => Some(read.value),
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }

    /// The dead names; a pack need not have any.
    fn dead_names(&mut self) -> Vec<DeadName> {
        const FILE: &str = "dead-names.yaml";
        if !self.files.contains_key(FILE) {
            return Vec::new();
        }
        self.yaml::<DeadNames>(FILE).map(|file| file.names).unwrap_or_default()
    }

    fn terms(&mut self) -> BTreeMap<Setting, Terms> {
        let by_name: BTreeMap<String, Terms> = self.yaml("terms.yaml").unwrap_or_default();
        let mut terms = BTreeMap::new();
        for setting in SETTINGS {
            match by_name.get(setting.id()) {
                Some(words) => {
                    terms.insert(setting, words.clone());
                }
                None => {
                    let file = format!("{}/terms.yaml", self.folder);
                    self.trouble(
                        Finding::error(Code::CP301, format!("there are no terms for `{}`", setting.id())).at_file(file),
                    );
                }
            }
        }
        terms
    }

    fn requirements(&mut self) -> BTreeMap<String, Requirement> {
        let mut requirements = BTreeMap::new();
        for (path, stem) in self.under("requirements/", ".yaml") {
            let Some(file) = self.yaml::<RequirementFile>(&path) else { continue };
            for key in file.requirements.keys() {
                match Requirement::new(&stem, key, &file) {
                    Ok(requirement) => {
                        requirements.insert(requirement.id.clone(), requirement);
                    }
                    Err(troubles) => {
                        let finding =
                            Finding::error(Code::CP302, format!("the duty of `{stem}/{key}` is not complete"));
                        let name = format!("{}/{path}", self.folder);
                        self.trouble(troubles.into_iter().fold(finding.at_file(name), Finding::with_note));
                    }
                }
            }
        }
        requirements
    }

    fn clauses(&mut self, requirements: &BTreeMap<String, Requirement>) -> BTreeMap<String, Clause> {
        let mut clauses = BTreeMap::new();
        for (path, id) in self.under("clauses/", ".md") {
            let Some(source) = self.text(&path) else { continue };
            let text = self.sources.get(source).text.clone();
            let Some((header, wording)) = split_header(&text) else {
                let finding =
                    Finding::error(Code::CP303, "the clause does not begin with a header between two lines of `---`");
                self.trouble(finding.at_file(format!("{}/{path}", self.folder)).for_clause(id));
                continue;
            };
            let wording = text[wording..].to_owned();
            let Some(header) = self.yaml_part::<ClauseHeader>(source, header) else { continue };
            for unknown in header.meets.iter().filter(|id| !requirements.contains_key(*id)) {
                let title = format!("the clause meets `{unknown}`, but there is no such requirement");
                self.findings.push(
                    Finding::error(Code::CP304, title).at_file(format!("{}/{path}", self.folder)).for_clause(&id),
                );
            }
            clauses.insert(id.clone(), Clause { id, header, wording });
        }
        clauses
    }

    fn partials(&mut self) -> BTreeMap<String, String> {
        let mut partials = BTreeMap::new();
        for (path, stem) in self.under("partials/", ".md") {
            if let Some(source) = self.text(&path) {
                partials.insert(format!("partials/{stem}"), self.sources.get(source).text.clone());
            }
        }
        partials
    }

    fn outline(&mut self, name: &str, clauses: &BTreeMap<String, Clause>) -> Option<Outline> {
        let path = format!("outlines/{name}.yaml");
        let outline: Outline = self.yaml(&path)?;
        let mut named = Vec::new();
        for section in outline.front.iter().chain(&outline.sections).chain(&outline.appendices) {
            clauses_named(section, &mut named);
        }
        for id in named.into_iter().filter(|id| !clauses.contains_key(*id)) {
            let finding = Finding::error(
                Code::CP305,
                format!("the outline names the clause `{id}`, but there is no such clause"),
            );
            self.findings.push(finding.at_file(format!("{}/{path}", self.folder)));
        }
        Some(outline)
    }

    fn theme(&mut self, name: &str) -> Option<Theme> {
        let folder = format!("themes/{name}/");
        let source = self.text(&format!("{folder}theme.yaml"))?;
        let Read { value: tokens, index, .. } = read_as::<Tokens>(self.sources, self.sources.whole(source))
            .map_err(|found| self.findings.extend(found))
            .ok()?;
        let files: BTreeMap<String, Vec<u8>> = self
            .files
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(&folder)?.to_owned(), bytes.clone())))
            .collect();
        let at = |finding: Finding, field: &str| match index.value(field) {
            Some(span) => finding.at_span(span),
            None => finding.at_span(self.sources.whole(source)),
        };
        let mut troubles = Vec::new();
        for clash in tokens.clashes() {
            let title = format!("the colour `{}` cannot be read on `{}`", clash.name, clash.ground_name);
            let finding = Finding::error(Code::CP111, title).with_note(clash.reason());
            let finding = clash.shade.into_iter().fold(finding, |finding, shade| {
                finding.with_help(format!("the nearest shade that can be read: \"{shade}\""))
            });
            // White is no colour of the file's own.
            let name = if clash.name == "white" { clash.ground_name } else { clash.name };
            troubles.push(at(finding, &format!("colours.{name}")));
        }
        let logo = tokens.logo.as_ref().and_then(|name| {
            let alt = tokens
                .logo_alt
                .as_deref()
                .ok_or_else(|| "has no words for those who do not see it (`logo_alt`)".to_owned());
            let bytes = files.get(name).ok_or_else(|| "is not in the theme's folder".to_owned());
            let logo = bytes.and_then(|bytes| Logo::new(bytes, alt?));
            let trouble = |why: String| Finding::error(Code::CP112, format!("the logo `{name}` {why}"));
            logo.map_err(|why| troubles.push(at(trouble(why), "logo"))).ok()
        });
        self.findings.extend(troubles);
        Some(Theme { tokens, logo, files: Arc::new(files) })
    }
}

fn clauses_named<'a>(section: &'a Section, named: &mut Vec<&'a str>) {
    named.extend(section.clauses.iter().map(String::as_str));
    section.sections.iter().for_each(|part| clauses_named(part, named));
}

/// Where the header of a clause lies, and where its wording begins.
fn split_header(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.strip_prefix("---\n").map(|_| 4)?;
    let end = start + text[start..].find("\n---\n")? + 1;
    Some((start..end, end + 4))
}
