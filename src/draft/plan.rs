//! Plans a document: which sections it has, what stands in each, and their numbers.
//!
//! In: an outline, the choices, the school's own sections. Out: a [`Plan`] with numbers and references closed up.
//!
//! Not here: the words (`render`).

use std::collections::{BTreeMap, BTreeSet};

use super::choose::{Choice, choose};
use super::said::check_shows;
use crate::case::Case;
use crate::catalogue::{Clause, Outline, Section};
use crate::doc::{Division, HeadingNumber};
use crate::profile::OwnSection;
use crate::text::slug;
use crate::theme::Numbering;
use crate::words::{Context, Reference, WordingError};

/// A planned document.
pub(super) struct Plan<'a> {
    /// The anchors that its headings have.
    pub(super) anchors: Anchors,
    pub(super) front: Vec<Part<'a>>,
    pub(super) sections: Vec<Part<'a>>,
    pub(super) appendices: Vec<Part<'a>>,
}

/// A section with what stands in it.
pub(super) struct Part<'a> {
    pub(super) id: String,
    /// The heading, with values still in it.
    pub(super) title: &'a str,
    /// Whether the heading is the school's own words, in which nothing is to be replaced.
    pub(super) own: bool,
    pub(super) number: Option<HeadingNumber>,
    pub(super) items: Vec<Item<'a>>,
    pub(super) parts: Vec<Part<'a>>,
}

/// What stands in a section.
pub(super) enum Item<'a> {
    /// A clause that applies.
    Clause(&'a Clause),
    /// A clause that binds the institution and lacks answers.
    Gap(&'a Clause, Vec<String>),
    /// The school's own words.
    Own(&'a str),
}

/// What is known of a document's sections once their words are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The ids of those that say nothing, which are left out.
    pub(super) empty: BTreeSet<String>,
    /// How many headings the school's own text has directly below the heading of a section, by the section's id: they are numbered
    /// before its parts.
    pub(super) own_headings: BTreeMap<String, u32>,
}

/// Plans a document as far as its sections are known.
pub(super) fn plan<'a>(
    case: &Case<'a>,
    outline: &'a Outline,
    known: &Known,
    style: Numbering,
) -> Result<Plan<'a>, WordingError> {
    let planner = Planner { case, empty: &known.empty, own: own_sections(case, outline.stands_for()) };
    let mut plan = Plan {
        anchors: Anchors::default(),
        front: planner.parts(&outline.front)?,
        sections: planner.parts(&outline.sections)?,
        appendices: planner.parts(&outline.appendices)?,
    };
    let mut taken = Anchors::default();
    plan.parts_mut().for_each(|part| taken.note_outline(part));
    plan.parts_mut().for_each(|part| taken.give_own(part));
    for parts in [&mut plan.front, &mut plan.sections, &mut plan.appendices] {
        leave_out(parts, &known.empty);
    }
    let before = (style == Numbering::Headings).then_some(&known.own_headings);
    if matches!(style, Numbering::Headings | Numbering::Clauses) {
        number(&mut plan.sections, Division::Section, before);
    }
    if style != Numbering::None {
        number(&mut plan.appendices, Division::Appendix, before);
    }
    plan.anchors = taken;
    Ok(plan)
}

/// Leaves out the school's own sections that say nothing.
fn leave_out(parts: &mut Vec<Part<'_>>, empty: &BTreeSet<String>) {
    parts.retain(|part| !(part.own && empty.contains(&part.id)));
    parts.iter_mut().for_each(|part| leave_out(&mut part.parts, empty));
}

/// The anchors of a document's headings, each given once.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors(BTreeSet<String>);

impl Anchors {
    /// An anchor that no heading has yet: the one wished for, or the same with a number.
    pub(super) fn give(&mut self, wished: &str) -> String {
        let numbered = (2..).map(|count| format!("{wished}-{count}"));
        let free = std::iter::once(wished.to_owned()).chain(numbered).find(|anchor| !self.0.contains(anchor));
        let anchor = free.unwrap_or_default();
        self.0.insert(anchor.clone());
        anchor
    }

    /// The anchor of a school's own heading.
    pub(super) fn give_own_heading(&mut self, words: &str) -> String {
        self.give(&format!("own-{}", slug(words)))
    }

    /// The outline's sections have the anchors that it gives them.
    fn note_outline(&mut self, part: &Part<'_>) {
        if !part.own {
            self.0.insert(part.id.clone());
        }
        part.parts.iter().for_each(|below| self.note_outline(below));
    }

    fn give_own(&mut self, part: &mut Part<'_>) {
        if part.own {
            part.id = self.give_own_heading(part.title);
        }
        part.parts.iter_mut().for_each(|below| self.give_own(below));
    }
}

impl<'a> Plan<'a> {
    /// Its parts of the first level, in their order.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.front.iter().chain(&self.sections).chain(&self.appendices)
    }

    fn parts_mut(&mut self) -> impl Iterator<Item = &mut Part<'a>> {
        self.front.iter_mut().chain(&mut self.sections).chain(&mut self.appendices)
    }

    /// Its parts, those below others too.
    pub(super) fn all_parts(&self) -> Vec<&Part<'a>> {
        fn gather<'p, 'a>(part: &'p Part<'a>, all: &mut Vec<&'p Part<'a>>) {
            all.push(part);
            part.parts.iter().for_each(|below| gather(below, all));
        }
        let mut all = Vec::new();
        self.parts().for_each(|part| gather(part, &mut all));
        all
    }

    /// How each section is referred to, by its id: by its number, or where it has none by its title.
    pub(super) fn references(&self, case: &Case<'_>) -> Result<BTreeMap<String, Reference>, WordingError> {
        let mut references = BTreeMap::new();
        self.sections.iter().try_for_each(|part| refer(case, part, "section", None, &mut references))?;
        self.appendices.iter().try_for_each(|part| refer(case, part, "appendix", None, &mut references))?;
        Ok(references)
    }
}

/// Notes how a part and those below it are referred to; `within` is how the part above is, if it has a number.
fn refer(
    case: &Case<'_>,
    part: &Part<'_>,
    kind: &str,
    within: Option<&str>,
    references: &mut BTreeMap<String, Reference>,
) -> Result<(), WordingError> {
    let numbered = part.number.as_ref().map(|number| match number.is_appendix() {
        true => number.to_string().to_lowercase(),
        false => format!("section {number}"),
    });
    let words = match (&numbered, within) {
        (Some(words), _) => words.clone(),
        (None, Some(within)) => format!("{within}, “{}”", part.heading(case, &case.context)?),
        (None, None) => format!("the {kind} “{}”", part.heading(case, &case.context)?),
    };
    references.insert(part.id.clone(), Reference { words, anchor: part.id.clone() });
    let within = numbered.as_deref();
    part.parts.iter().try_for_each(|part| refer(case, part, "section", within, references))
}

impl Part<'_> {
    /// The words of its heading.
    pub(super) fn heading(&self, case: &Case<'_>, context: &Context) -> Result<String, WordingError> {
        if self.own {
            return Ok(self.title.to_owned());
        }
        let heading = case.engine.plain(&self.id, self.title, context)?;
        check_shows(&heading, &self.id)?;
        Ok(heading)
    }
}

/// Numbers the parts of a division in order, and if asked those below them too, after the headings of the school's own that stand
/// before these.
fn number(parts: &mut [Part<'_>], division: Division, below: Option<&BTreeMap<String, u32>>) {
    for (part, count) in parts.iter_mut().zip(1..) {
        let own = HeadingNumber::top(division, count);
        if let Some(own_headings) = below {
            number_below(part, &own, own_headings);
        }
        part.number = Some(own);
    }
}

fn number_below(above: &mut Part<'_>, number: &HeadingNumber, own_headings: &BTreeMap<String, u32>) {
    let before = own_headings.get(&above.id).copied().unwrap_or_default();
    for (part, count) in above.parts.iter_mut().zip(before + 1..) {
        let own = number.below(count);
        number_below(part, &own, own_headings);
        part.number = Some(own);
    }
}

/// The school's own sections for this document.
fn own_sections<'a>(case: &Case<'a>, document: &str) -> Vec<&'a OwnSection> {
    case.profile.own_sections.iter().filter(|own| own.document.id() == document).collect()
}

struct Planner<'a, 'b> {
    case: &'b Case<'a>,
    empty: &'b BTreeSet<String>,
    own: Vec<&'a OwnSection>,
}

impl<'a> Planner<'a, '_> {
    fn parts(&self, sections: &'a [Section]) -> Result<Vec<Part<'a>>, WordingError> {
        let mut parts = Vec::new();
        for section in sections {
            parts.extend(self.own_parts(section, |own| &own.before));
            if let Some(part) = self.part(section)? {
                parts.push(part);
            }
            parts.extend(self.own_parts(section, |own| &own.after));
        }
        Ok(parts)
    }

    fn part(&self, section: &'a Section) -> Result<Option<Part<'a>>, WordingError> {
        let when = section.when.as_ref();
        if !when.map_or(Ok(true), |when| self.case.engine.is_true(&section.id, when, &self.case.context))? {
            return Ok(None);
        }
        let mut items: Vec<Item<'a>> = self.own_text(section, |own| &own.before);
        for id in &section.clauses {
            let Some(clause) = self.case.catalogue.clauses.get(id) else { continue };
            match choose(self.case, clause)? {
                Choice::Applies => items.push(Item::Clause(clause)),
                Choice::Lacks { duty, fields } if duty.is_binding() => {
                    items.push(Item::Gap(clause, fields));
                }
                _ => {}
            }
        }
        items.extend(self.own_text(section, |own| &own.after));
        let parts = self.parts(&section.sections)?;
        let is_empty = self.empty.contains(&section.id) || (items.is_empty() && parts.is_empty());
        Ok((!is_empty).then(|| Part {
            id: section.id.clone(),
            title: &section.title,
            own: false,
            number: None,
            items,
            parts,
        }))
    }

    /// The school's own text that joins a section without a heading.
    fn own_text(
        &self,
        section: &Section,
        place: impl Fn(&OwnSection) -> &Option<crate::profile::Line>,
    ) -> Vec<Item<'a>> {
        let joins =
            self.own.iter().filter(|own| own.title.is_none() && place(own).as_deref() == Some(section.id.as_str()));
        joins.map(|own| Item::Own(&own.text)).collect()
    }

    /// The school's own sections beside a section.
    fn own_parts(
        &self,
        section: &Section,
        place: impl Fn(&OwnSection) -> &Option<crate::profile::Line>,
    ) -> Vec<Part<'a>> {
        let beside = self.own.iter().filter(|own| place(own).as_deref() == Some(section.id.as_str()));
        beside
            .filter_map(|own| {
                let title: &'a str = own.title.as_deref()?;
                let items = vec![Item::Own(&own.text)];
                Some(Part {
                    // Given once all sections are there.
                    id: String::new(),
                    title,
                    own: true,
                    number: None,
                    items,
                    parts: Vec::new(),
                })
            })
            .collect()
    }
}
