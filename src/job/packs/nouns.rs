//! Words of schools in wording of a pack that colleges publish too: "pupils" where the built-in wording says "students".
//!
//! In: the catalogue with the packs, and drafts of example institutions. Out: notes (CP327), each with the line and what to write instead.
//!
//! Told is only what such an institution really prints: wording that is for schools alone, by its condition or by what it meets, is never drafted
//! for a college. Of the answers of an example nothing is told, for only words that stand in the wording are looked for.
//!
//! Not here: the words (`school-words.yaml`), and which word each kind of institution has (`terms.yaml`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::case::Case;
use crate::catalogue::{Catalogue, Literal, Outline, SchoolWords, literals, words_of};
use crate::draft::Drafts;
use crate::finding::{Code, Finding, Place, Severity};
use crate::law::Setting;
use crate::text::{Sources, Span};

/// How many words on either side of a word tell it from another place.
const AROUND: usize = 2;
/// How many more places of one word are shown.
const MOST: usize = 10;

/// Where a word stands.
enum At {
    /// In a line of the wording, from 1, with the bytes of the line.
    Line(usize, Range<usize>),
    /// In a title of an outline.
    Title(String),
}

/// A word of schools in a pack's wording.
struct Slip {
    /// The clause or the partial, or the document of an outline.
    template: String,
    /// Where it stands there.
    at: At,
    /// What stands before it, as it is written: `our `.
    before: String,
    /// The word as it is written.
    word: String,
    /// The term that stands for it.
    term: String,
    /// The words around it, as they are compared.
    context: String,
}

/// The words of schools in the packs' wording, and which of them colleges print.
#[derive(Default)]
pub(super) struct Nouns {
    slips: Vec<Slip>,
    /// By the number of the slip: the kind of institution in which it was first seen, with its own word.
    seen: BTreeMap<usize, (String, String)>,
}

impl Nouns {
    /// Those in the wording of all packs but the built-in one.
    pub(super) fn of(catalogue: &Catalogue) -> Nouns {
        let words = &catalogue.school_words;
        let clauses = catalogue.clauses.values().map(|clause| (&clause.id, &clause.wording));
        let of_packs = clauses.chain(&catalogue.partials).filter(|(id, _)| catalogue.is_of_pack(id));
        let mut slips: Vec<Slip> = of_packs
            .flat_map(|(id, wording)| {
                literals(wording).into_iter().flat_map(move |literal| slips_in(id, &literal, words))
            })
            .collect();
        let built_in = catalogue.built_in.iter().flat_map(|built_in| &built_in.outlines);
        let known: BTreeSet<&str> = built_in.flat_map(Outline::titles).collect();
        for outline in &catalogue.outlines {
            for title in outline.titles().filter(|title| !known.contains(title)) {
                let found =
                    literals(title).into_iter().flat_map(|literal| slips_in(&outline.document, &literal, words));
                slips.extend(found.map(|slip| Slip { at: At::Title(title.to_owned()), ..slip }));
            }
        }
        Nouns { slips, seen: BTreeMap::new() }
    }

    /// Looks for them in what an institution publishes whose learners are called otherwise than those of schools.
    pub(super) fn look(&mut self, case: &Case<'_>, drafts: &Drafts<'_>) {
        let terms = |setting| case.catalogue.terms.get(&setting);
        let (Some(own), Some(of_schools)) = (terms(case.profile.setting.kind), terms(Setting::MaintainedSchool)) else {
            return;
        };
        let is_school = own.get("learners") == of_schools.get("learners") || !case.schools.is_empty();
        if self.slips.is_empty() || is_school {
            return;
        }
        // What each clause prints, and each document.
        let mut printed: BTreeMap<&str, String> = BTreeMap::new();
        for draft in &drafts.documents {
            let document = draft.outline.document.as_str();
            for (clause, words) in draft.document.printed() {
                for id in clause.into_iter().chain([document]) {
                    let text = printed.entry(id).or_insert_with(|| " ".to_owned());
                    for (_, word) in words_of(&words) {
                        text.push_str(&word.to_lowercase());
                        text.push(' ');
                    }
                }
            }
        }
        for (number, slip) in self.slips.iter().enumerate() {
            let word = slip.word.to_lowercase();
            let Some(meant) = own.get(&slip.term).filter(|meant| **meant != word) else { continue };
            // A partial is printed by whichever clauses include it.
            let is_printed = match case.catalogue.partials.contains_key(&slip.template) {
                true => printed.values().any(|text| text.contains(&slip.context)),
                false => printed.get(slip.template.as_str()).is_some_and(|text| text.contains(&slip.context)),
            };
            if is_printed {
                let kind = own.get("provider").cloned().unwrap_or_default();
                self.seen.entry(number).or_insert_with(|| (kind, format!("{}{meant}", slip.before.to_lowercase())));
            }
        }
    }

    /// A note for each word in each clause and partial that prints it.
    pub(super) fn findings(&self, catalogue: &Catalogue, sources: &Sources) -> Vec<Finding> {
        let mut told: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
        for number in self.seen.keys() {
            let slip = &self.slips[*number];
            told.entry((&slip.template, phrase(slip).to_lowercase())).or_default().push(*number);
        }
        let findings = told.into_iter().filter_map(|((template, said), numbers)| {
            let (first, others) = numbers.split_first()?;
            let slip = &self.slips[*first];
            let (kind, meant) = self.seen.get(first)?;
            let title = format!("`{template}` says “{said}” in what {kind} publishes, where the word is “{meant}”");
            let finding = Finding::new(Severity::Note, Code::CP327, title)
                .with_help(format!("write `{}`, which prints the word of each kind of institution", instead(slip)))
                .with_help("if the wording is for schools alone, say so, as with `when: law.is_state_school`; if others are meant, leave it");
            let finding = match catalogue.clauses.contains_key(template) {
                true => finding.for_clause(template),
                false => finding,
            };
            let finding = Finding { at: place(slip, catalogue, sources), ..finding };
            Some(others.iter().take(MOST).fold(finding, |finding, number| {
                let other = &self.slips[*number];
                finding.with_also(place(other, catalogue, sources), format!("here `{}`", instead(other)))
            }))
        });
        findings.collect()
    }
}

/// Where a word stands in its pack's file.
fn place(slip: &Slip, catalogue: &Catalogue, sources: &Sources) -> Place {
    let (line, words) = match &slip.at {
        At::Line(line, words) => (*line, words),
        At::Title(title) => {
            let file = format!("/outlines/{}.yaml", slip.template);
            // One that is written on several lines is not found as it is printed.
            return sources.words_in(&file, title).map_or(Place::None, Place::Span);
        }
    };
    match catalogue.placed(Finding::new(Severity::Note, Code::CP327, ""), &slip.template, Some(line), sources).at {
        Place::Span(line) if line.start + words.end <= line.end => {
            Place::Span(Span { start: line.start + words.start, end: line.start + words.end, ..line })
        }
        placed => placed,
    }
}

/// The word with what stands before it.
fn phrase(slip: &Slip) -> String {
    format!("{}{}", slip.before, slip.word)
}

/// What to write in its place.
fn instead(slip: &Slip) -> String {
    let capital = slip.word.starts_with(char::is_uppercase);
    let filter = if capital { " | upper_first" } else { "" };
    format!("{}{{{{ term.{}{filter} }}}}", slip.before, slip.term)
}

/// The words of schools in a piece of wording that is printed as it stands.
fn slips_in(template: &str, literal: &Literal<'_>, looked_for: &SchoolWords) -> Vec<Slip> {
    let words = words_of(literal.text);
    let lower: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let written = |range: Range<usize>| {
        let here = &words[range];
        let from = here.first().map_or(0, |(at, _)| *at);
        from..here.last().map_or(from, |(at, word)| at + word.len())
    };
    let mut slips = Vec::new();
    for at in 0..words.len() {
        for known in &looked_for.words {
            let end = at + known.words.split(' ').count();
            let is_word = lower.get(at..end).is_some_and(|here| here.iter().eq(known.words.split(' ')));
            let before = at.checked_sub(1).filter(|_| !known.after.is_empty());
            let is_meant = known.after.is_empty() || before.is_some_and(|at| known.after.contains(&lower[at]));
            let is_other =
                !known.after.is_empty() && lower.get(end).is_some_and(|next| looked_for.not_before.contains(next));
            if is_word && is_meant && !is_other {
                let place = written(before.unwrap_or(at)..end);
                let around = at.saturating_sub(AROUND)..words.len().min(end + AROUND);
                slips.push(Slip {
                    template: template.to_owned(),
                    at: At::Line(literal.line, literal.column + place.start..literal.column + place.end),
                    before: before.map(|at| format!("{} ", words[at].1)).unwrap_or_default(),
                    word: literal.text[written(at..end)].to_owned(),
                    term: known.term.clone(),
                    context: format!(" {} ", lower[around].join(" ")),
                });
            }
        }
    }
    slips
}
