//! Remarks on the passages of a document, for a governor or an officer who reviews it.
//!
//! In: a [`Case`] and its finished document. Out: a [`Review`] that says of every passage how strongly it is asked for, by what,
//! why it is there, and how sure the catalogue is of the law; and which words are the institution's own.
//!
//! Not here: which clauses a document has (`choose`), or how a review copy looks (`write`).

use super::choose::is_asked;
use crate::case::Case;
use crate::catalogue::{Certainty, Clause, Duty, RemarkWords, Requirement, ReviewMark};
use crate::doc::{Document, Inline, Mark, Remark, Review};
use crate::words::WordingError;

/// The remarks on a document.
///
/// # Errors
/// If a condition cannot be read.
pub fn remarks(case: &Case<'_>, document: &Document) -> Result<Review, WordingError> {
    let words = &case.catalogue.review;
    let mark = |mark: &ReviewMark| Mark {
        label: mark.label.clone(),
        meaning: mark.meaning.clone(),
        colour: mark.colour.digits(),
    };
    let by_duty = words.marks.by_duty();
    let mut review = Review {
        notice: words.notice.clone(),
        key: words.key.clone(),
        about: words.about.clone(),
        marks: by_duty.iter().map(|(_, known)| mark(known)).chain([mark(&words.marks.own)]).collect(),
        ..Review::default()
    };
    let own = Remark {
        mark: by_duty.len(),
        title: words.own.title.clone(),
        paragraphs: vec![vec![Inline::Text(words.own.says.clone())]],
    };
    for passage in document.leaves().map(|leaf| leaf.passage()) {
        if review.remarks.contains_key(&passage) {
            continue;
        }
        let remark = match &passage.clause {
            None => own.clone(),
            Some(id) => match case.catalogue.clauses.get(id) {
                Some(clause) => remark(case, clause, &passage.meets)?,
                None => continue,
            },
        };
        review.remarks.insert(passage, remark);
    }
    Ok(review)
}

/// The remark on a clause, or on those of its words that are there for the requirements with these ids.
fn remark(case: &Case<'_>, clause: &Clause, meets: &[String]) -> Result<Remark, WordingError> {
    let words = &case.catalogue.review.remark;
    let marks = case.catalogue.review.marks.by_duty();
    let mut asked = asked_of(case, meets.iter().filter_map(|id| case.catalogue.requirements.get(id)))?;
    if asked.is_empty() {
        asked = asked_of(case, case.catalogue.requirements_of(clause))?;
    }
    let mut paragraphs = Vec::new();
    let mut strongest = Duty::NotApplicable;
    for requirement in &asked {
        let duty = case.duty_of(requirement);
        strongest = strongest.max(duty);
        let label = marks.iter().find(|(known, _)| *known == duty).map_or("", |(_, mark)| &mark.label);
        paragraphs.extend(what_is_asked(case, words, requirement, label));
    }
    paragraphs.push(labelled(&words.why, &clause.header.why));
    let mut origin = words.clause.replace("{clause}", &clause.id).replace("{pack}", &clause.pack);
    if !asked.is_empty() {
        let ids: Vec<&str> = asked.iter().map(|requirement| requirement.id.as_str()).collect();
        origin.push(' ');
        origin.push_str(&words.requirements.replace("{requirements}", &ids.join(", ")));
    }
    paragraphs.push(vec![Inline::Text(origin)]);
    let mark = marks.iter().position(|(duty, _)| *duty == strongest).unwrap_or_default();
    Ok(Remark { mark, title: clause.header.title.clone(), paragraphs })
}

/// Those of some requirements that are asked of the institution.
fn asked_of<'a>(
    case: &Case<'_>,
    requirements: impl Iterator<Item = &'a Requirement>,
) -> Result<Vec<&'a Requirement>, WordingError> {
    let mut asked = Vec::new();
    for requirement in requirements {
        if is_asked(case, requirement)? {
            asked.push(requirement);
        }
    }
    Ok(asked)
}

/// What a requirement asks, by which law, and how sure that is.
fn what_is_asked(case: &Case<'_>, words: &RemarkWords, requirement: &Requirement, label: &str) -> Vec<Vec<Inline>> {
    let setting = case.profile.setting.kind;
    let citation = vec![Inline::Text(requirement.citation())];
    let mut law = vec![Inline::Text(format!("{} ", words.source))];
    match &requirement.url {
        Some(url) => law.push(Inline::Link { target: url.clone(), text: citation }),
        None => law.extend(citation),
    }
    if let Some(edition) = &requirement.edition {
        law.push(Inline::Text(format!(" ({edition})")));
    }
    law.push(Inline::Text(".".to_owned()));
    if let Some(through) = requirement.through.get(&setting) {
        law.push(Inline::Text(format!(" {} {through}.", words.through)));
    }
    let mut said = vec![labelled(&format!("{label}:"), &requirement.entry.asks), law];
    let doubt = match requirement.certainty_for(setting) {
        Certainty::Sure => return said,
        Certainty::FairlySure => &words.fairly_sure,
        Certainty::Unsure => &words.unsure,
    };
    said.push(labelled(doubt, requirement.entry.note.as_deref().unwrap_or_default().trim()));
    said
}

fn labelled(label: &str, words: &str) -> Vec<Inline> {
    let strong = Inline::Strong(vec![Inline::Text(label.to_owned())]);
    if words.is_empty() { vec![strong] } else { vec![strong, Inline::Text(format!(" {words}"))] }
}
