//! Remarks on the passages of a document, for a governor or an officer who reviews it.
//!
//! In: a [`Case`] and its finished document. Out: a [`Review`] that says of every passage how strongly it is asked for, by what,
//! why it is there, and how sure the catalogue is of the law; and which words are the institution's own.
//!
//! Not here: which clauses a document has (`choose`), or how a review copy looks (`write`).

use super::choose::is_asked;
use super::printable;
use crate::case::Case;
use crate::catalogue::{Certainty, Clause, Duty, RemarkWords, Requirement, ReviewMark};
use crate::doc::{Block, BlockKind, Document, Inline, Mark, Remark, Review, plain_text};
use crate::words::WordingError;

/// So many words name a passage.
const TITLE_WORDS: usize = 8;

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
    for leaf in document.leaves() {
        let passage = leaf.passage();
        if review.remarks.contains_key(&passage) {
            continue;
        }
        let remark = match &passage.clause {
            None => own.clone(),
            Some(id) => match case.catalogue.clauses.get(id) {
                Some(clause) if passage.meets.is_empty() => remark(case, clause, &[], &clause.header.title)?,
                Some(clause) => remark(case, clause, &passage.meets, &first_words(leaf))?,
                None => continue,
            },
        };
        review.remarks.insert(passage, remark);
    }
    printable::set_review(&mut review);
    Ok(review)
}

/// The remark on a clause, or on those of its words that are there for the requirements with these ids.
fn remark(case: &Case<'_>, clause: &Clause, meets: &[String], title: &str) -> Result<Remark, WordingError> {
    let words = &case.catalogue.review.remark;
    let marks = case.catalogue.review.marks.by_duty();
    let mut asked = asked_of(case, meets.iter().filter_map(|id| case.catalogue.requirements.get(id)))?;
    if asked.is_empty() {
        asked = asked_of(case, case.catalogue.requirements_of(clause))?;
    }
    let strongest = asked.iter().map(|requirement| case.duty_of(requirement)).max().unwrap_or(Duty::NotApplicable);
    let mut paragraphs = what_is_asked(case, &asked);
    if meets.is_empty() {
        paragraphs.push(labelled(&words.why, &clause.header.why));
    }
    let mut origin = words.clause.replace("{clause}", &clause.id).replace("{pack}", &clause.pack);
    if !asked.is_empty() {
        let ids: Vec<&str> = asked.iter().map(|requirement| requirement.id.as_str()).collect();
        origin = format!("{origin}, {}", words.requirements.replace("{requirements}", &ids.join(", ")));
    }
    paragraphs.push(vec![Inline::Text(format!("{origin}."))]);
    let mark = marks.iter().position(|(duty, _)| *duty == strongest).unwrap_or_default();
    Ok(Remark { mark, title: title.to_owned(), paragraphs })
}

/// The first words of a block, by which a reader knows it among the others of its clause.
fn first_words(leaf: &Block) -> String {
    let words = match &leaf.kind {
        BlockKind::Paragraph(words) => plain_text(words),
        BlockKind::Table(table) => plain_text(&table.caption),
        BlockKind::Picture(picture) => plain_text(&picture.caption),
        _ => String::new(),
    };
    let mut first: Vec<&str> = words.split_whitespace().take(TITLE_WORDS + 1).collect();
    let is_longer = first.len() > TITLE_WORDS;
    first.truncate(TITLE_WORDS);
    format!("“{}{}”", first.join(" "), if is_longer { " …" } else { "" })
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

/// What is asked as strongly by the same place in the law.
struct Asked<'a> {
    duty: Duty,
    asks: Vec<&'a str>,
    grounds: Vec<Vec<Inline>>,
}

/// What some requirements ask, by which law, and how sure that is. What is asked as strongly by the same place in the law is said together.
fn what_is_asked(case: &Case<'_>, asked: &[&Requirement]) -> Vec<Vec<Inline>> {
    let words = &case.catalogue.review;
    let mut said: Vec<Asked<'_>> = Vec::new();
    for requirement in asked {
        let (duty, grounds) = (case.duty_of(requirement), grounds(case, &words.remark, requirement));
        match said.iter_mut().find(|known| known.duty == duty && known.grounds == grounds) {
            Some(known) => known.asks.push(&requirement.entry.asks),
            None => said.push(Asked { duty, asks: vec![&requirement.entry.asks], grounds }),
        }
    }
    let marks = words.marks.by_duty();
    let mut paragraphs = Vec::new();
    for Asked { duty, asks, grounds } in said {
        let label = marks.iter().find(|(known, _)| *known == duty).map_or("", |(_, mark)| &mark.label);
        paragraphs.push(labelled(&format!("{label}:"), &asks.join(" ")));
        paragraphs.extend(grounds);
    }
    paragraphs
}

/// By which law something is asked, and how sure that is.
fn grounds(case: &Case<'_>, words: &RemarkWords, requirement: &Requirement) -> Vec<Vec<Inline>> {
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
    let doubt = match requirement.certainty_for(setting) {
        Certainty::Sure => return vec![law],
        Certainty::FairlySure => &words.fairly_sure,
        Certainty::Unsure => &words.unsure,
    };
    vec![law, labelled(doubt, requirement.entry.note.as_deref().unwrap_or_default().trim())]
}

fn labelled(label: &str, words: &str) -> Vec<Inline> {
    let strong = Inline::Strong(vec![Inline::Text(label.to_owned())]);
    if words.is_empty() { vec![strong] } else { vec![strong, Inline::Text(format!(" {words}"))] }
}
