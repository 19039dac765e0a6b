//! The clauses and the partials of all packs.
//!
//! In: `clauses/**/*.md` and `partials/*.md` of the packs, the highest of each. Out: [`Clause`]s by their ids, and partials by their names. The
//! bullets that a word processor leaves in a pack's wording are read as those of Markdown, as in a school's own text.

use std::collections::{BTreeMap, BTreeSet};

use super::loader::Loader;
use crate::catalogue::literal::without_tags;
use crate::catalogue::outline::{Clause, ClauseHeader};
use crate::catalogue::pack::Pack;
use crate::catalogue::placeholders::Placeholders;
use crate::catalogue::requirement::Requirement;
use crate::doc::{html_in, met_in, with_markdown_bullets};
use crate::finding::{Code, Finding};
use crate::text::{Span, range_of, suggest};
use crate::yaml::Read;

impl Loader<'_> {
    pub(super) fn clauses(
        &mut self,
        packs: &[Pack],
        requirements: &BTreeMap<String, Requirement>,
        left_over: &Placeholders,
    ) -> BTreeMap<String, Clause> {
        let mut clauses = BTreeMap::new();
        for (path, id) in self.layers.under("clauses/", ".md") {
            let Some((number, source)) = self.text(path) else { continue };
            let name = self.layers.0[number].name_of(path);
            let text = self.sources.get(source).text.clone();
            let Some((header, wording)) = split_header(&text) else {
                let finding =
                    Finding::error(Code::CP303, "the clause does not begin with a header between two lines of `---`");
                let help = match self.layers.0[..number].iter().any(|below| below.files.contains_key(path)) {
                    true => format!(
                        "begin it as the clause that it replaces: take your words out, delete the file, write it anew with `careers-policy pack copy {} \
                         {id}`, and put your words below its second line of `---`",
                        self.layers.0[number].folder
                    ),
                    false => "begin it with a line of `---`, then `title:`, `meets:` and `why:`, each on a line, then `---` again; \
                              `careers-policy pack new` writes an example"
                        .to_owned(),
                };
                self.findings.push(finding.at_file(name).for_clause(id).with_help(help));
                self.unread.insert(id.to_owned());
                continue;
            };
            self.places.insert(id.to_owned(), Span { start: wording, ..self.sources.whole(source) });
            let mut wording = text[wording..].to_owned();
            if number > 0 {
                self.refuse_html(id, &wording);
                self.refuse_placeholder(id, &wording, left_over);
                wording = with_markdown_bullets(&wording);
            }
            let header = Span { source, start: header.start, end: header.end };
            let read = self.built_in(path, source).or_else(|| self.read::<ClauseHeader>(&[header]));
            let Some(Read { value: header, .. }) = read else {
                self.unread.insert(id.to_owned());
                continue;
            };
            let marked: Vec<String> = met_in(&wording).map(str::to_owned).collect();
            let met = header.meets.iter().chain(&marked).map(String::as_str);
            for unknown in met.filter(|id| !requirements.contains_key(*id)) {
                let title = format!("the clause meets `{unknown}`, but there is no such requirement");
                let near = suggest(unknown, requirements.keys().map(String::as_str));
                let near = near.map(|near| format!("did you mean `{near}`? If not, ")).unwrap_or_default();
                let (file, key) = unknown.split_once('/').unwrap_or(("our-hub", unknown));
                let help = format!(
                    "{near}write what it asks into `requirements/{file}.yaml` of your pack, under `{key}:`, as the example in a new pack shows; or take it out of `meets`"
                );
                self.findings.push(Finding::error(Code::CP304, title).at_file(&name).for_clause(id).with_help(help));
            }
            let pack = packs[number].name.clone();
            clauses.insert(id.to_owned(), Clause { id: id.to_owned(), pack, header, wording, marked });
        }
        clauses
    }

    /// The partials, and which of them are a pack's.
    pub(super) fn partials(&mut self, left_over: &Placeholders) -> (BTreeMap<String, String>, BTreeSet<String>) {
        let (mut partials, mut of_packs) = (BTreeMap::new(), BTreeSet::new());
        for (path, stem) in self.layers.under("partials/", ".md") {
            if let Some((number, source)) = self.text(path) {
                let name = format!("partials/{stem}");
                self.places.insert(name.clone(), self.sources.whole(source));
                let text = self.sources.get(source).text.clone();
                if number > 0 {
                    self.refuse_html(&name, &text);
                    self.refuse_placeholder(&name, &text, left_over);
                    partials.insert(name.clone(), with_markdown_bullets(&text));
                    of_packs.insert(name);
                } else {
                    partials.insert(name, text);
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

impl Loader<'_> {
    /// Refuses what is left over in the wording of a pack and was meant to be replaced: it would be published by every school.
    fn refuse_placeholder(&mut self, id: &str, wording: &str, left_over: &Placeholders) {
        let words = without_tags(wording);
        let marks = left_over.marks_in(std::iter::once(words.as_str()));
        let Some(found) = left_over.left_in(&words, &marks) else { return };
        let Some((range, place)) = range_of(found, &words).zip(self.places.get(id)) else { return };
        let span = Span { start: place.start + range.start, end: place.start + range.end, ..*place };
        let title = format!("a placeholder was left in the wording of `{id}`: `{found}`");
        let finding = Finding::error(Code::CP401, title).at_span(span).for_clause(id);
        self.findings.push(finding.with_note("every school's documents would print it as it stands").with_help(
            "write what belongs there; what differs from school to school is an answer, such as `{{ setting.name }}` or `{{ roles.careers_leader.name }}`",
        ));
    }
}

/// Where the header of a clause lies, and where its wording begins.
fn split_header(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.strip_prefix("---\n").map(|_| 4)?;
    let end = start + text[start..].find("\n---\n")? + 1;
    Some((start..end, end + 4))
}
