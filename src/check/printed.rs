//! What the documents made from a file say, so that an answer can be looked for in it.
//!
//! In: the drafts of an institution, with those of a trust's schools. Out: [`Printed`], asked for words, dates and fields.
//!
//! Not here: which answers are looked for (`unused`).

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, Clause, Outline};
use crate::doc::{BlockKind, Document, Inline, Picture, parse_own, plain_text, walk};
use crate::draft::Drafts;
use crate::law::DayOrMonth;
use crate::text::WordIndex;

/// What some documents say.
pub struct Printed<'a> {
    /// Their words, piece after piece.
    words: WordIndex,
    /// What their links lead to.
    links: BTreeSet<String>,
    /// The outlines they follow.
    outlines: Vec<&'a Outline>,
    /// The wording they are drafted from, with its conditions; made when it is first asked for.
    wording: OnceCell<WordIndex>,
    /// Whether a document could not be drafted, so that nobody can know what it says.
    is_partial: bool,
}

impl<'a> Printed<'a> {
    /// What all documents among some drafts say.
    pub fn of(drafts: &[Drafts<'a>]) -> Printed<'a> {
        let mut printed = Printed {
            words: WordIndex::default(),
            links: BTreeSet::new(),
            outlines: Vec::new(),
            wording: OnceCell::new(),
            is_partial: drafts.iter().any(|drafts| !drafts.errors.is_empty()),
        };
        for draft in drafts.iter().flat_map(|drafts| &drafts.documents) {
            printed.add_document(&draft.document);
            if !printed.outlines.contains(&draft.outline) {
                printed.outlines.push(draft.outline);
            }
        }
        printed
    }

    fn add_document(&mut self, document: &Document) {
        self.add(&document.title);
        document.cover.iter().for_each(|(_, value)| self.add_inlines(value));
        for block in document.blocks() {
            match &block.kind {
                BlockKind::Heading(heading) => self.add(&heading.text),
                BlockKind::Paragraph(inlines) => self.add_inlines(inlines),
                BlockKind::Table(table) | BlockKind::Picture(Picture { table: Some(table), .. }) => {
                    table.runs().for_each(|run| self.add_inlines(run));
                }
                // The words of a list are those of its items; what a picture says stands in its table.
                _ => {}
            }
        }
    }

    fn add(&mut self, text: &str) {
        self.words.add(text);
    }

    fn add_inlines(&mut self, inlines: &[Inline]) {
        self.add(&plain_text(inlines));
        self.add_links(inlines);
    }

    fn add_links(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Link { target, text } => {
                    self.links.insert(target.clone());
                    self.add_links(text);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.add_links(inner),
                _ => {}
            }
        }
    }

    /// Whether all documents could be drafted.
    pub(super) fn is_whole(&self) -> bool {
        !self.is_partial
    }

    /// Whether an answer in words stands there, as it was typed or with its Markdown read, or is what a link leads to.
    pub(super) fn says(&self, answer: &str) -> bool {
        let stands = |text: &str| self.words.holds(text);
        stands(answer) || self.links.contains(answer.trim()) || {
            let own = parse_own(answer, None);
            let blocks = walk(&own.blocks).chain(own.notes.iter().flat_map(|note| walk(note)));
            let mut texts = blocks.flat_map(|block| match &block.kind {
                BlockKind::Heading(heading) => vec![heading.text.clone()],
                BlockKind::Paragraph(inlines) => vec![plain_text(inlines)],
                BlockKind::Table(table) | BlockKind::Picture(Picture { table: Some(table), .. }) => {
                    table.runs().map(plain_text).collect()
                }
                _ => Vec::new(),
            });
            texts.all(|text| stands(&text))
        }
    }

    /// Whether a date stands there.
    pub(super) fn says_date(&self, answer: &str) -> bool {
        answer.parse::<DayOrMonth>().is_ok_and(|date| self.says(&date.in_words()))
    }

    /// Whether the wording of the documents speaks of a field: one of a list by its last name, any other by its whole path.
    pub(super) fn speaks_of(&self, field: &str, of_list: bool, catalogue: &Catalogue) -> bool {
        let name = if of_list { field.rsplit('.').next().unwrap_or(field) } else { field };
        self.wording.get_or_init(|| self.index_wording(catalogue)).holds(name)
    }

    /// The words of all wording that the documents are drafted from: of their clauses, of the partials that these include, and of their covers.
    fn index_wording(&self, catalogue: &Catalogue) -> WordIndex {
        let mut index = WordIndex::default();
        let clauses: Vec<&Clause> = self.clause_ids().filter_map(|id| catalogue.clauses.get(id)).collect();
        for clause in &clauses {
            index.add(&clause.wording);
            clause.header.when.iter().for_each(|when| index.add(when));
        }
        for (name, partial) in &catalogue.partials {
            let named = format!("\"{name}\"");
            if clauses.iter().any(|clause| clause.wording.contains(&named)) {
                index.add(partial);
            }
        }
        self.outlines.iter().flat_map(|outline| &outline.cover).for_each(|row| index.add(&row.value));
        index
    }

    /// The clauses of the documents, whether or not they apply.
    pub(super) fn clause_ids(&self) -> impl Iterator<Item = &'a str> {
        self.outlines.iter().flat_map(|outline| outline.clause_ids())
    }
}
