//! What each pack says of itself, and the lists that all packs fill together.
//!
//! In: `pack.yaml`, `dead-names.yaml` and `terms.yaml` of the packs. Out: [`Pack`]s, [`DeadName`]s and [`Terms`].

use std::collections::BTreeMap;

use super::loader::Loader;
use crate::catalogue::dead_names::{DeadName, DeadNames};
use crate::catalogue::pack::Pack;
use crate::catalogue::terms::Terms;
use crate::finding::{Code, Finding, visible};
use crate::law::Setting;
use crate::text::{misleads, readable_words};
use crate::yaml::Read;

impl Loader<'_> {
    /// What each pack says of itself; each lies over the one that it says it extends.
    pub(super) fn packs(&mut self) -> Option<Vec<Pack>> {
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
                let finding = finding.with_help(
                    "name every pack in its order, as `--pack HUB --pack TRUST`, and write the name of the one below under `extends`",
                );
                let beside = packs.last().filter(|below| below.extends.is_some() && below.extends == pack.extends);
                self.findings.push(beside.into_iter().fold(finding, |finding, below| {
                    finding.with_help(format!(
                        "if it is the next edition of `{0}`, it keeps its name: write `name: {0}` and raise its `edition`",
                        below.name
                    ))
                }));
            }
            if packs.iter().any(|below| below.name == pack.name) {
                let title = format!("the pack is called `{}`, as one below it is", visible(&pack.name));
                let finding = Finding::error(Code::CP308, title).at_file(layer.name_of("pack.yaml"));
                self.findings.push(finding.with_help(
                    "give it a name of its own; `careers-policy pack diff` compares two editions of one pack",
                ));
            }
            packs.push(pack);
        }
        (packs.len() == self.layers.0.len()).then_some(packs)
    }

    /// The dead names of all packs together; a pack need not have any.
    pub(super) fn dead_names(&mut self) -> Vec<DeadName> {
        const FILE: &str = "dead-names.yaml";
        let mut names = Vec::new();
        for layer in self.layers.0.iter().filter(|layer| layer.files.contains_key(FILE)) {
            let Some(source) = self.text_of(layer, FILE) else { continue };
            let whole = self.sources.whole(source);
            names.extend(self.read::<DeadNames>(&[whole]).map(|file| file.value.names).unwrap_or_default());
        }
        names
    }

    fn file_of_terms(&self) -> String {
        self.layers.highest("terms.yaml").map(|(_, layer)| layer.name_of("terms.yaml")).unwrap_or_default()
    }

    pub(super) fn terms(&mut self) -> BTreeMap<Setting, Terms> {
        let by_name: BTreeMap<String, Terms> = self.yaml("terms.yaml").unwrap_or_default();
        let mut terms = BTreeMap::new();
        for setting in Setting::kinds() {
            match by_name.get(setting.id()) {
                Some(words) => {
                    for (term, word) in words {
                        if readable_words(word) == 0 || word.chars().any(|c| misleads(c).is_some()) {
                            let title = format!("the term `{term}` of {} shows no words", setting.with_article());
                            let finding = Finding::error(Code::CP306, title).at_file(self.file_of_terms());
                            self.findings.push(finding.with_help(
                                "write a word for it, or take it out: then it stays as it is in the pack below",
                            ));
                        }
                    }
                    terms.insert(setting, words.clone());
                }
                None => {
                    let title = format!("there are no terms for `{}`", setting.id());
                    let file = self.file_of_terms();
                    self.findings.push(Finding::error(Code::CP301, title).at_file(file));
                }
            }
        }
        terms
    }
}
