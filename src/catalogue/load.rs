//! Reads the files of a pack into a [`Catalogue`], and makes sure that every name they say of one another exists.
//!
//! In: [`Layer`]s, the lowest pack first. A YAML file of a higher pack is laid over the same file below it, as `extends` lays one profile
//! over another; any other file takes the place of the one below. Out: a [`Catalogue`], or every finding at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::drift::drift;
use super::layers::{Layer, Layers};
use super::{
    Bodies, Catalogue, Clause, ClauseHeader, DeadName, DeadNames, Duty, Editions, Guide, NamedRequirements, Outline,
    Pack, Phrases, Placeholders, Requirement, RequirementFile, ReviewWords, Terms,
};
use crate::finding::{Code, Finding, visible};
use crate::law::{SETTINGS, Setting};
use crate::profile::{Answers, Profile};
use crate::text::{SourceId, Sources, Span, portable_name};
use crate::theme::{Logo, Theme, Tokens};
use crate::yaml::{Read, read_over};

impl Catalogue {
    /// The built-in catalogue.
    ///
    /// # Errors
    /// The findings on its files; a test keeps the built-in ones free of any.
    pub fn base(sources: &mut Sources) -> Result<Catalogue, Vec<Finding>> {
        Catalogue::load(&[Layer::base()], sources)
    }

    /// The built-in pack's name and its register of editions, without the rest: what `--version` says of it.
    pub fn base_editions() -> Option<(Pack, Editions)> {
        let files = Catalogue::base_files_named(&["pack.yaml", "editions.yaml"]);
        let layers = [Layer { files, ..Layer::base_folder() }];
        let mut sources = Sources::default();
        let mut loader = Loader::new(&layers, &mut sources);
        Some((loader.yaml("pack.yaml")?, loader.yaml("editions.yaml")?))
    }

    /// Reads packs that lie over one another, the lowest first.
    ///
    /// # Errors
    /// Every finding on their files.
    pub fn load(layers: &[Layer], sources: &mut Sources) -> Result<Catalogue, Vec<Finding>> {
        let mut loader = Loader::new(layers, sources);
        let catalogue = loader.catalogue();
        match catalogue {
            Some(catalogue) if loader.findings.is_empty() => Ok(catalogue),
            _ => Err(loader.findings),
        }
    }
}

/// The most requirements of all packs together, and the most dead names.
const MOST: usize = 2_000;

struct Loader<'a> {
    layers: Layers<'a>,
    sources: &'a mut Sources,
    findings: Vec<Finding>,
    places: BTreeMap<String, Span>,
    /// The fields of a profile.
    known: Answers,
}

impl<'a> Loader<'a> {
    fn new(layers: &'a [Layer], sources: &'a mut Sources) -> Loader<'a> {
        let known = Answers::of(&Profile::default());
        Loader { layers: Layers(layers), sources, findings: Vec::new(), places: BTreeMap::new(), known }
    }

    fn catalogue(&mut self) -> Option<Catalogue> {
        let packs = self.packs()?;
        let guide: Option<Guide> = self.yaml("guide.yaml");
        let editions: Option<Editions> = self.yaml("editions.yaml");
        let bodies: Option<Bodies> = self.yaml("bodies.yaml");
        let placeholders: Option<Placeholders> = self.yaml("placeholders.yaml");
        let phrases: Option<Phrases> = self.yaml("phrases.yaml");
        let review: Option<ReviewWords> = self.yaml("review.yaml");
        let mut dead_names = self.dead_names();
        let terms = self.terms();
        let mut requirements = self.requirements(&packs);
        let named = NamedRequirements::find(&requirements).map_err(|findings| self.findings.extend(findings)).ok();
        // Each is held against every school.
        for (what, number) in [("requirements", requirements.len()), ("dead names", dead_names.len())] {
            if number > MOST {
                let title = format!("the packs hold more than {MOST} {what}");
                self.findings.push(Finding::error(Code::CP307, title).with_help("take out what no school needs"));
                requirements.clear();
                dead_names.clear();
            }
        }
        let clauses = self.clauses(&packs, &requirements);
        let partials = self.partials();
        let documents = packs.iter().rev().find(|pack| !pack.documents.is_empty()).map(|pack| pack.documents.clone());
        let outlines: Vec<Outline> =
            documents.unwrap_or_default().iter().filter_map(|name| self.outline(name, &clauses)).collect();
        self.findings.extend(unmet(&requirements, &clauses, &outlines));
        let theme = packs.iter().rev().find_map(|pack| pack.theme.clone()).and_then(|name| self.theme(&name));
        Some(Catalogue {
            packs,
            requirements,
            named: named?,
            clauses,
            partials,
            outlines,
            terms,
            editions: editions?,
            not_carried: guide?.not_carried,
            dead_names,
            bodies: bodies?,
            placeholders: placeholders?,
            phrases: phrases?,
            review: review?,
            theme: theme?,
            places: std::mem::take(&mut self.places),
        })
    }

    /// What each pack says of itself; each lies over the one that it says it extends.
    fn packs(&mut self) -> Option<Vec<Pack>> {
        let mut packs: Vec<Pack> = Vec::new();
        for layer in self.layers.0 {
            let Some(source) = self.text_of(layer, "pack.yaml") else { continue };
            let whole = self.sources.whole(source);
            let Some(Read { value: pack, .. }) = self.read::<Pack>(&[whole]) else { continue };
            let below = packs.last().map(|pack| pack.name.clone());
            if pack.extends != below {
                let said = pack.extends.as_deref().map_or("nothing".to_owned(), |name| format!("`{name}`"));
                let is = below.map_or("nothing".to_owned(), |name| format!("`{name}`"));
                let title = format!("the pack `{}` is made to lie over {said}, but lies over {is}", pack.name);
                let finding = Finding::error(Code::CP308, title).at_file(layer.name_of("pack.yaml"));
                self.findings.push(finding.with_help(
                    "name every pack in its order, as `--pack HUB --pack TRUST`, and write the name of the one below under `extends`",
                ));
            }
            if packs.iter().any(|below| below.name == pack.name) {
                let title = format!("the pack is called `{}`, as one below it is", visible(&pack.name));
                let finding = Finding::error(Code::CP308, title).at_file(layer.name_of("pack.yaml"));
                self.findings.push(finding.with_help("give it a name of its own"));
            }
            packs.push(pack);
        }
        (packs.len() == self.layers.0.len()).then_some(packs)
    }

    /// A file of one pack as text.
    fn text_of(&mut self, layer: &Layer, path: &str) -> Option<SourceId> {
        let name = layer.name_of(path);
        match layer.files.get(path) {
            None => {
                self.findings.push(Finding::error(Code::CP301, format!("the pack has no file `{path}`")).at_file(name));
                None
            }
            Some(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Some(self.sources.add(&name, text.trim_start_matches('\u{feff}').replace("\r\n", "\n"))),
                Err(_) => {
                    self.findings.push(Finding::error(Code::CP002, "the file is not saved as UTF-8").at_file(name));
                    None
                }
            },
        }
    }

    /// A file of the highest pack that has it, as text, with the number of that pack.
    fn text(&mut self, path: &str) -> Option<(usize, SourceId)> {
        let (number, layer) = self.layers.highest(path).or_else(|| Some((0, self.layers.0.first()?)))?;
        Some((number, self.text_of(layer, path)?))
    }

    /// A YAML file with what higher packs lay over it.
    fn yaml<T: DeserializeOwned + JsonSchema + 'static>(&mut self, path: &str) -> Option<T> {
        self.yaml_up_to(path, self.layers.0.len()).map(|read| read.value)
    }

    /// The same with the lowest packs only, so many of them.
    fn yaml_up_to<T: DeserializeOwned + JsonSchema + 'static>(&mut self, path: &str, number: usize) -> Option<Read<T>> {
        let layers = Layers(&self.layers.0[..number]);
        let mut spans = Vec::new();
        for layer in layers.all(path) {
            let source = self.text_of(layer, path)?;
            spans.push(self.sources.whole(source));
        }
        if spans.is_empty() {
            self.text_of(layers.0.first()?, path)?;
        }
        self.read(&spans)
    }

    /// A YAML text with others laid over it, the lowest first.
    fn read<T: DeserializeOwned + JsonSchema + 'static>(&mut self, texts: &[Span]) -> Option<Read<T>> {
        let (lowest, over) = texts.split_first()?;
        match read_over(self.sources, *lowest, over) {
            Ok(read) => Some(read),
            Err(findings) => {
                self.findings.extend(findings);
                None
            }
        }
    }

    /// The dead names of all packs together; a pack need not have any.
    fn dead_names(&mut self) -> Vec<DeadName> {
        const FILE: &str = "dead-names.yaml";
        let mut names = Vec::new();
        for layer in self.layers.0.iter().filter(|layer| layer.files.contains_key(FILE)) {
            let Some(source) = self.text_of(layer, FILE) else { continue };
            let whole = self.sources.whole(source);
            names.extend(self.read::<DeadNames>(&[whole]).map(|file| file.value.names).unwrap_or_default());
        }
        names
    }

    fn terms(&mut self) -> BTreeMap<Setting, Terms> {
        let by_name: BTreeMap<String, Terms> = self.yaml("terms.yaml").unwrap_or_default();
        let mut terms = BTreeMap::new();
        for setting in Setting::kinds() {
            match by_name.get(setting.id()) {
                Some(words) => {
                    terms.insert(setting, words.clone());
                }
                None => {
                    let title = format!("there are no terms for `{}`", setting.id());
                    let file = self.layers.0.first().map(|layer| layer.name_of("terms.yaml")).unwrap_or_default();
                    self.findings.push(Finding::error(Code::CP301, title).at_file(file));
                }
            }
        }
        terms
    }

    /// The requirements pack by pack, each held against what lay below it.
    fn requirements(&mut self, packs: &[Pack]) -> BTreeMap<String, Requirement> {
        let mut requirements = BTreeMap::new();
        for (path, stem) in self.layers.under("requirements/", ".yaml") {
            for (number, layer) in self.layers.0.iter().enumerate() {
                if !layer.files.contains_key(path) {
                    continue;
                }
                let Some(Read { value: file, index, .. }) = self.yaml_up_to::<RequirementFile>(path, number + 1) else {
                    break;
                };
                let name = layer.name_of(path);
                for key in file.requirements.keys() {
                    let span = index.name(&format!("requirements.{key}"));
                    self.places.extend(span.map(|span| (format!("{stem}/{key}"), span)));
                }
                let above = self.requirements_of(&file, stem, &name);
                if number > 0 {
                    self.findings.extend(drift(stem, &name, &requirements, &above));
                }
                for (id, mut requirement) in above {
                    let old = requirements.get(&id);
                    // The pack of a requirement that this file only repeats stays as it was.
                    requirement.pack = old.map_or_else(String::new, |old: &Requirement| old.pack.clone());
                    if old.is_none_or(|old| *old != requirement) {
                        requirement.pack.clone_from(&packs[number].name);
                        requirements.insert(id, requirement);
                    }
                }
            }
        }
        requirements
    }

    fn requirements_of(&mut self, file: &RequirementFile, stem: &str, name: &str) -> BTreeMap<String, Requirement> {
        let mut requirements = BTreeMap::new();
        for key in file.requirements.keys() {
            match Requirement::new(stem, key, file) {
                Ok(requirement) => {
                    for unknown in requirement.entry.needs.iter().filter(|need| !self.known.is_known(need)) {
                        let title = format!("`{}` needs `{unknown}`, and no profile has such a field", requirement.id);
                        let help = "`careers-policy schema` lists the fields; write the way to one as `roles.careers_leader.email`";
                        let finding = Finding::error(Code::CP313, title).at_file(name).with_help(help);
                        self.findings.push(finding.for_requirement(&requirement.id));
                    }
                    requirements.insert(requirement.id.clone(), requirement);
                }
                Err(troubles) => {
                    let finding = Finding::error(Code::CP302, format!("the duty of `{stem}/{key}` is not complete"));
                    self.findings.push(troubles.into_iter().fold(finding.at_file(name), Finding::with_note));
                }
            }
        }
        requirements
    }

    fn clauses(&mut self, packs: &[Pack], requirements: &BTreeMap<String, Requirement>) -> BTreeMap<String, Clause> {
        let mut clauses = BTreeMap::new();
        for (path, id) in self.layers.under("clauses/", ".md") {
            let Some((number, source)) = self.text(path) else { continue };
            let name = self.layers.0[number].name_of(path);
            let text = self.sources.get(source).text.clone();
            let Some((header, wording)) = split_header(&text) else {
                let finding =
                    Finding::error(Code::CP303, "the clause does not begin with a header between two lines of `---`");
                self.findings.push(finding.at_file(name).for_clause(id));
                continue;
            };
            self.places.insert(id.to_owned(), Span { start: wording, ..self.sources.whole(source) });
            let wording = text[wording..].to_owned();
            let header = Span { source, start: header.start, end: header.end };
            let Some(Read { value: header, .. }) = self.read::<ClauseHeader>(&[header]) else { continue };
            for unknown in header.meets.iter().filter(|id| !requirements.contains_key(*id)) {
                let title = format!("the clause meets `{unknown}`, but there is no such requirement");
                self.findings.push(Finding::error(Code::CP304, title).at_file(&name).for_clause(id));
            }
            let pack = packs[number].name.clone();
            clauses.insert(id.to_owned(), Clause { id: id.to_owned(), pack, header, wording });
        }
        clauses
    }

    fn partials(&mut self) -> BTreeMap<String, String> {
        let mut partials = BTreeMap::new();
        for (path, stem) in self.layers.under("partials/", ".md") {
            if let Some((_, source)) = self.text(path) {
                self.places.insert(format!("partials/{stem}"), self.sources.whole(source));
                partials.insert(format!("partials/{stem}"), self.sources.get(source).text.clone());
            }
        }
        partials
    }

    fn outline(&mut self, name: &str, clauses: &BTreeMap<String, Clause>) -> Option<Outline> {
        let path = format!("outlines/{name}.yaml");
        let Read { value: mut outline, index, .. } = self.yaml_up_to::<Outline>(&path, self.layers.0.len())?;
        let file = self.layers.highest(&path).map(|(_, layer)| layer.name_of(&path)).unwrap_or_default();
        self.places.extend(index.value("document").map(|span| (name.to_owned(), span)));
        self.add(&path, &mut outline);
        if outline.document != name || portable_name(name).is_err() {
            let title = format!(
                "the outline is of the document `{}`, and its file is called `{name}`",
                visible(&outline.document)
            );
            let help = "give both one name of small letters and hyphens: the documents' files are called by it";
            self.findings.push(Finding::error(Code::CP311, title).at_file(&file).with_help(help));
        }
        let mut anchors = BTreeSet::new();
        for id in outline.section_ids() {
            let is_plain = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if id.is_empty() || id.len() > 60 || !is_plain || !anchors.insert(id) {
                let title = format!("the section `{}` has an id that is no name, or that another has", visible(id));
                let help = "give each section an id of its own, of small letters, digits and hyphens";
                self.findings.push(Finding::error(Code::CP311, title).at_file(&file).with_help(help));
            }
        }
        let mut seen = BTreeSet::new();
        for id in outline.clause_ids() {
            let trouble = if !clauses.contains_key(id) {
                (Code::CP305, format!("the outline names the clause `{id}`, but there is no such clause"))
            } else if !seen.insert(id) {
                (Code::CP311, format!("the outline names the clause `{id}` twice"))
            } else {
                continue;
            };
            self.findings.push(Finding::error(trouble.0, trouble.1).at_file(&file).for_clause(id));
        }
        Some(outline)
    }

    /// Puts into an outline what each pack adds to it, the lowest first.
    fn add(&mut self, path: &str, outline: &mut Outline) {
        for number in 0..self.layers.0.len() {
            let layer = &self.layers.0[number];
            if !layer.files.contains_key(path) {
                continue;
            }
            let Some(read) = self.yaml_up_to::<Outline>(path, number + 1) else { return };
            for addition in read.value.add {
                // A pack that adds nothing of its own has the additions of the pack below; one that sets out all sections may have placed them.
                let stands = match (&addition.clause, &addition.section) {
                    (Some(clause), _) => outline.clause_ids().any(|id| id == clause),
                    (_, Some(section)) => outline.section_ids().any(|id| id == section.id),
                    _ => false,
                };
                if !stands && let Err(why) = outline.put(addition) {
                    let finding = Finding::error(Code::CP311, format!("an entry under `add` {why}"));
                    let help = "write `clause:` and the clause's id, or `section:`, and `before:` or `after:` with the id of one that stands there";
                    self.findings.push(finding.at_file(layer.name_of(path)).with_help(help));
                }
            }
        }
        outline.add.clear();
    }

    /// The theme: `theme.yaml` with what higher packs lay over it, and of the other files of its folder the highest of each.
    fn theme(&mut self, name: &str) -> Option<Theme> {
        let folder = format!("themes/{name}/");
        let Read { value: tokens, index, .. } =
            self.yaml_up_to::<Tokens>(&format!("{folder}theme.yaml"), self.layers.0.len())?;
        let files = self.layers.under(&folder, "").into_iter().filter_map(|(path, name)| {
            let (_, layer) = self.layers.highest(path)?;
            Some((name.to_owned(), layer.files.get(path)?.clone()))
        });
        let files: BTreeMap<String, Vec<u8>> = files.collect();
        let at = |finding: Finding, field: &str| match index.value(field) {
            Some(span) => finding.at_span(span),
            None => finding,
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

/// A finding for each requirement that binds somebody and that no clause meets in a document of theirs.
fn unmet(
    requirements: &BTreeMap<String, Requirement>,
    clauses: &BTreeMap<String, Clause>,
    outlines: &[Outline],
) -> Vec<Finding> {
    let met = |outlines: &mut dyn Iterator<Item = &Outline>| -> BTreeSet<&str> {
        let standing = outlines.flat_map(Outline::clause_ids).filter_map(|id| clauses.get(id));
        standing.flat_map(|clause| &clause.header.meets).map(String::as_str).collect()
    };
    let of_schools = met(&mut outlines.iter().filter(|outline| outline.in_place_of.is_none()));
    let anywhere = met(&mut outlines.iter());
    // What statute asks of an academy's own document must stand in the one that a trust puts in its place.
    let mut lost: BTreeSet<&str> = BTreeSet::new();
    for whole in outlines.iter() {
        let replaced = |outline: &&Outline| whole.in_place_of.as_ref() == Some(&outline.document);
        let here = met(&mut std::iter::once(whole));
        lost.extend(met(&mut outlines.iter().filter(replaced)).difference(&here));
    }
    let binds = |requirement: &Requirement| {
        let own: Vec<Setting> =
            SETTINGS.into_iter().filter(|setting| requirement.duty_of(*setting).is_binding()).collect();
        let missing = if own.is_empty() {
            requirement.duty_of(Setting::MultiAcademyTrust).is_binding() && !anywhere.contains(requirement.id.as_str())
        } else {
            !of_schools.contains(requirement.id.as_str())
        };
        let statutory =
            |setting: &Setting| setting.can_belong_to_trust() && requirement.duty_of(*setting) == Duty::Statutory;
        missing || (lost.contains(requirement.id.as_str()) && own.iter().any(statutory))
    };
    requirements
        .values()
        .filter(|requirement| binds(requirement))
        .map(|requirement| {
            let title = format!("no clause that stands in a document says what `{}` asks", requirement.id);
            Finding::error(Code::CP310, title)
                .with_note(requirement.entry.asks.clone())
                .with_help("keep a clause that `meets` it, and keep the clause in an outline")
                .for_requirement(&requirement.id)
        })
        .collect()
}

/// Where the header of a clause lies, and where its wording begins.
fn split_header(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.strip_prefix("---\n").map(|_| 4)?;
    let end = start + text[start..].find("\n---\n")? + 1;
    Some((start..end, end + 4))
}
