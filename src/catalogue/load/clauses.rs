//! The clauses and the partials of all packs.
//!
//! In: `clauses/**/*.md` and `partials/*.md` of the packs, the highest of each. Out: [`Clause`]s by their ids, and partials by their names.

use std::collections::{BTreeMap, BTreeSet};

use super::loader::Loader;
use crate::catalogue::outline::{Clause, ClauseHeader};
use crate::catalogue::pack::Pack;
use crate::catalogue::requirement::Requirement;
use crate::doc::{html_in, met_in};
use crate::finding::{Code, Finding};
use crate::text::Span;
use crate::yaml::Read;

impl Loader<'_> {
    pub(super) fn clauses(
        &mut self,
        packs: &[Pack],
        requirements: &BTreeMap<String, Requirement>,
    ) -> BTreeMap<String, Clause> {
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
            if number > 0 {
                self.refuse_html(id, &wording);
            }
            let header = Span { source, start: header.start, end: header.end };
            let read = self.built_in(path, source).or_else(|| self.read::<ClauseHeader>(&[header]));
            let Some(Read { value: header, .. }) = read else { continue };
            let met = header.meets.iter().map(String::as_str).chain(met_in(&wording));
            for unknown in met.filter(|id| !requirements.contains_key(*id)) {
                let title = format!("the clause meets `{unknown}`, but there is no such requirement");
                self.findings.push(Finding::error(Code::CP304, title).at_file(&name).for_clause(id));
            }
            let pack = packs[number].name.clone();
            clauses.insert(id.to_owned(), Clause { id: id.to_owned(), pack, header, wording });
        }
        clauses
    }

    /// The partials, and which of them are a pack's.
    pub(super) fn partials(&mut self) -> (BTreeMap<String, String>, BTreeSet<String>) {
        let (mut partials, mut of_packs) = (BTreeMap::new(), BTreeSet::new());
        for (path, stem) in self.layers.under("partials/", ".md") {
            if let Some((number, source)) = self.text(path) {
                let name = format!("partials/{stem}");
                self.places.insert(name.clone(), self.sources.whole(source));
                partials.insert(name.clone(), self.sources.get(source).text.clone());
                if number > 0 {
                    let text = self.sources.get(source).text.clone();
                    self.refuse_html(&name, &text);
                    of_packs.insert(name);
                }
            }
        }
        (partials, of_packs)
    }
}

impl Loader<'_> {
    /// Refuses HTML in the wording of a pack: no format takes it for anything but words, so a comment would stand in the document, and nothing is
    /// hidden by it or made large.
    fn refuse_html(&mut self, id: &str, wording: &str) {
        let (Some(range), Some(place)) = (html_in(wording).next(), self.places.get(id)) else { return };
        let shown = &wording[range.clone()];
        let title = format!("`{id}` holds HTML, which would be printed as it was typed");
        let span = Span { start: place.start + range.start, end: place.start + range.end, ..*place };
        let finding = Finding::error(Code::CP306, title).at_span(span).for_clause(id);
        let help = if shown.starts_with("<!--") {
            "write remarks as `{# … #}`"
        } else {
            "write Markdown: `**strong**`, `*emphasis*`, `-` for lists"
        };
        self.findings.push(finding.with_help(help));
    }
}

/// Where the header of a clause lies, and where its wording begins.
fn split_header(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.strip_prefix("---\n").map(|_| 4)?;
    let end = start + text[start..].find("\n---\n")? + 1;
    Some((start..end, end + 4))
}
