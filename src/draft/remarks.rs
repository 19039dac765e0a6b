//! Remarks on the clauses of a document, for a governor or an officer who reviews it.
//!
//! In: a [`Case`] and its finished document. Out: a [`Review`] that says of every clause how strongly it is asked for, by what,
//! why it is there, and how sure the catalogue is of the law.
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
    let mut review = Review {
        notice: words.notice.clone(),
        key: words.key.clone(),
        about: words.about.clone(),
        marks: words.marks.all().map(|(_, known)| mark(known)).to_vec(),
        ..Review::default()
    };
    for id in document.clause_ids() {
        if let Some(clause) = case.catalogue.clauses.get(id) {
            review.remarks.insert(id.to_owned(), remark(case, clause)?);
        }
    }
    Ok(review)
}

fn remark(case: &Case<'_>, clause: &Clause) -> Result<Remark, WordingError> {
    let words = &case.catalogue.review.remark;
    let marks = case.catalogue.review.marks.all();
    let mut paragraphs = Vec::new();
    let mut strongest = Duty::NotApplicable;
    for requirement in case.catalogue.requirements_of(clause) {
        if is_asked(case, requirement)? {
            let duty = case.duty_of(requirement);
            strongest = strongest.max(duty);
            let label = marks.iter().find(|(known, _)| *known == duty).map_or("", |(_, mark)| &mark.label);
            paragraphs.extend(asked(case, words, requirement, label));
        }
    }
    paragraphs.push(labelled(&words.why, &clause.header.why));
    if let Some(condition) = &clause.header.when {
        paragraphs.push(labelled(&words.when, condition));
    }
    let origin = format!("{} {}, {} {}.", words.clause, clause.id, words.pack, clause.pack);
    paragraphs.push(vec![Inline::Text(origin)]);
    let mark = marks.iter().position(|(duty, _)| *duty == strongest).unwrap_or_default();
    Ok(Remark { mark, title: clause.header.title.clone(), paragraphs })
}

/// What a requirement asks, by which law, and how sure that is.
fn asked(case: &Case<'_>, words: &RemarkWords, requirement: &Requirement, label: &str) -> Vec<Vec<Inline>> {
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
    law.push(Inline::Text(format!(" {} {}.", words.meets, requirement.id)));
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
