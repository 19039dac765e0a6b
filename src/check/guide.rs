//! Whether the words that show an item of the hub guide stand in the documents.
//!
//! In: a case and its drafts, or one text. Out: the items of which words are missing. A pack is tried by it, and the built-in catalogue in
//! its tests; to a school nothing is said, for the wording is not the school's.
//!
//! Not here: which words those are (`guide.yaml`).

use crate::case::Case;
use crate::catalogue::{Duty, GuideItem, GuideItems, Said};
use crate::draft::Drafts;

/// The items that concern a case, depend on nothing that it has not answered, and are not found in its documents, each with the words that
/// were looked for in vain. Of a document that is not made nothing is looked for.
pub fn lost_items<'a>(case: &Case<'a>, drafts: &Drafts<'_>) -> Vec<(&'a GuideItem, Vec<String>)> {
    let texts: Vec<(&str, String)> = drafts
        .documents
        .iter()
        .map(|draft| (draft.outline.document.as_str(), comparable(&draft.document.printed_text())))
        .collect();
    let items = case.catalogue.guide.items.iter().filter(|item| case.answers.missing(&item.answers).is_empty());
    let looked = items.filter_map(|item| {
        let (_, text) = texts.iter().find(|(document, _)| *document == item.document)?;
        Some((item, missing_words(case, item, text)))
    });
    looked.filter(|(_, missing)| !missing.is_empty()).collect()
}

/// The words of an item that a text does not hold; none where the item does not concern the case. The text is [`comparable`].
pub fn missing_words(case: &Case<'_>, item: &GuideItem, text: &str) -> Vec<String> {
    let words = match item.said(case.profile.setting.kind) {
        Some(Said::Words(words)) if concerns(case, item) => words,
        _ => return Vec::new(),
    };
    // Words with an answer in them that is not given cannot stand anywhere, and are shown as they are.
    let filled =
        |words: &String| case.engine.plain("guide.yaml", words, &case.context).unwrap_or_else(|_| words.clone());
    words.iter().map(filled).filter(|words| !text.contains(&comparable(words))).collect()
}

/// Whether the item concerns the case at all: the requirement that carries it may hang on the years on roll.
pub fn concerns(case: &Case<'_>, item: &GuideItem) -> bool {
    let mut requirements = case.catalogue.requirements.values();
    let carries = |guide: &GuideItems| guide.items.contains(&item.item);
    let requirement = requirements.find(|requirement| requirement.entry.guide.as_ref().is_some_and(carries));
    requirement.is_some_and(|requirement| {
        let asked = requirement.duty_of(case.profile.setting.kind) != Duty::NotApplicable;
        let condition = requirement.entry.when.as_ref().filter(|_| asked);
        // A condition that cannot be read is found where packs are tried.
        condition
            .is_none_or(|condition| case.engine.is_true(&requirement.id, condition, &case.context).unwrap_or(false))
    })
}

/// A text as it is compared: blanks, apostrophes, emphasis and capital letters make no difference, nor does a full stop at the end.
pub fn comparable(text: &str) -> String {
    let text = text.replace('’', "'").replace(['*', '_'], "").to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}
