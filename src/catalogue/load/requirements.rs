//! The requirements of all packs.
//!
//! In: `requirements/*.yaml` of the packs. Out: [`Requirement`]s, each held against what lay below it.

use std::collections::BTreeMap;

use super::loader::Loader;
use crate::catalogue::forbidden::Forbidden;
use crate::catalogue::pack::Pack;
use crate::catalogue::requirement::{Requirement, RequirementFile};
use crate::finding::{Code, Finding};
use crate::yaml::Read;

impl Loader<'_> {
    /// The requirements pack by pack, each held against what lay below it.
    pub(super) fn requirements(&mut self, packs: &[Pack]) -> BTreeMap<String, Requirement> {
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
                    let forbidden = Forbidden { stem, file: &name, index: &index, below: &requirements };
                    self.findings.extend(forbidden.changes(&above));
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
}
