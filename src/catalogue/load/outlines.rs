//! The outlines of the documents, with what packs add to them.
//!
//! In: `outlines/*.yaml` of the packs. Out: [`Outline`]s whose sections and clauses all exist, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::loader::Loader;
use crate::catalogue::outline::{Clause, Outline};
use crate::catalogue::requirement::Requirement;
use crate::finding::{Code, Finding, visible};
use crate::text::portable_name;
use crate::yaml::Read;

/// How deep sections stand in one another at most: every format has headings for so many levels.
const DEEPEST: usize = 3;
/// The most sections of an outline, and the most clauses: a few times what the longest document has.
const MOST: usize = 500;

impl Loader<'_> {
    /// The outline of one document.
    pub(super) fn outline(
        &mut self,
        name: &str,
        clauses: &BTreeMap<String, Clause>,
        requirements: &BTreeMap<String, Requirement>,
    ) -> Option<Outline> {
        let path = format!("outlines/{name}.yaml");
        let Read { value: mut outline, index, .. } = self.yaml_up_to::<Outline>(&path, self.layers.0.len())?;
        let file = self.layers.highest(&path).map(|(_, layer)| layer.name_of(&path)).unwrap_or_default();
        self.places.extend(index.value("document").map(|span| (name.to_owned(), span)));
        self.add(&path, &mut outline);
        for (what, number) in [("sections", outline.section_ids().count()), ("clauses", outline.clause_ids().count())] {
            if number > MOST {
                let title = format!("the outline names more than {MOST} {what}");
                let help = "take out what no school's document needs";
                self.findings.push(Finding::error(Code::CP311, title).at_file(&file).with_help(help));
                return None;
            }
        }
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
                if self.unread.contains(id) {
                    // Its file is there, and what is wrong with it is said.
                    continue;
                }
                (Code::CP305, format!("the outline names the clause `{id}`, but there is no such clause"))
            } else if !seen.insert(id) {
                (Code::CP311, format!("the outline names the clause `{id}` twice"))
            } else {
                continue;
            };
            self.findings.push(Finding::error(trouble.0, trouble.1).at_file(&file).for_clause(id));
        }
        if outline.depth() > DEEPEST {
            let title = format!("the sections of the outline stand more than {DEEPEST} deep in one another");
            let help = "put the deepest sections beside those in which they stand";
            self.findings.push(Finding::error(Code::CP311, title).at_file(&file).with_help(help));
        }
        self.keep_document(&outline, &index, &file, clauses, requirements);
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
}
