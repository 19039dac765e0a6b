//! How hard the documents are to read, and which of the school's own sentences are very long.
//!
//! In: a case and its drafts. Out: notes only. CP405, one for each document, with a reading age for the whole and for each section; CP406, one
//! for each sentence of the profile that few readers follow to its end.
//!
//! A long sentence of our own wording is our fault and not the school's: a test keeps those short.

use std::ops::Range;

use super::own_words::own_words;
use crate::case::Case;
use crate::catalogue::Form;
use crate::doc::{Block, BlockKind, Document, parse_markdown, plain_text, walk};
use crate::draft::Drafts;
use crate::finding::{Code, Finding, Severity, has_errors};
use crate::text::{Reading, range_of, sentences, words};

/// The most words of a sentence that is let pass. GOV.UK asks for sentences of up to 25; a policy lists things, and is given more.
const LONG_SENTENCE: usize = 40;

/// Works out the reading age of each document. One with errors is not made, so it is not measured either.
pub(super) fn check_reading_age(drafts: &Drafts<'_>, findings: &mut Vec<Finding>) {
    if has_errors(findings) {
        return;
    }
    let documents = drafts.documents.iter().filter(|draft| draft.outline.form == Form::Document);
    findings.extend(documents.filter_map(|draft| reading_age(&draft.document)));
}

fn reading_age(document: &Document) -> Option<Finding> {
    let mut whole = Reading::default();
    let mut sections: Vec<(String, String, Reading)> = Vec::new();
    for block in &document.body {
        if let BlockKind::Heading(heading) = &block.kind
            && heading.level == 1
        {
            let number = heading.number.as_ref().map_or_else(|| heading.text.clone(), ToString::to_string);
            sections.push((number, heading.text.clone(), Reading::default()));
        }
        for paragraph in paragraphs(std::slice::from_ref(block)) {
            whole.add(&paragraph);
            if let Some((.., section)) = sections.last_mut() {
                section.add(&paragraph);
            }
        }
    }
    let mut finding = Finding::new(
        Severity::Note,
        Code::CP405,
        format!("the reading age of `{}` is about {}", document.id, whole.age()?),
    );
    let aged: Vec<_> =
        sections.iter().filter_map(|(number, title, section)| Some((section.age()?, number, title, section))).collect();
    if !aged.is_empty() {
        let list: Vec<String> = aged.iter().map(|(age, number, ..)| format!("{number}: {age}")).collect();
        finding = finding.with_note(format!("by section: {}", list.join("; ")));
    }
    if let Some((_, number, title, section)) = aged.iter().rev().max_by_key(|(age, ..)| *age) {
        let (sentence, count) = &section.longest;
        let opening = opening(sentence);
        finding = finding.with_note(format!(
            "the hardest section is {number} ({title}); its longest sentence has {count} words: {opening}"
        ));
    }
    Some(finding.with_help(
        "short sentences and everyday words bring it down; `careers-policy explain CP405` says how it is counted",
    ))
}

/// Checks for very long sentences in the school's own words.
pub(super) fn check_long_sentences(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &[]) {
        let mut from = 0;
        for paragraph in paragraphs(&parse_markdown(text, None)) {
            for sentence in sentences(&paragraph) {
                let count = words(sentence).count();
                if count > LONG_SENTENCE {
                    let title = format!("a sentence has {count} words: {}", opening(sentence));
                    let place = first_words(sentence, text, from).unwrap_or_default();
                    from = place.end.max(from);
                    findings.push(
                        Finding::new(Severity::Note, Code::CP406, title)
                            .at_words(&field, text, place)
                            .with_help("make two or three sentences of it, or a list"),
                    );
                }
            }
        }
    }
}

/// The running text of some blocks, a paragraph or a line of a list at a time. Tables and headings are no sentences.
fn paragraphs(blocks: &[Block]) -> Vec<String> {
    let paragraphs = walk(blocks).filter_map(|block| match &block.kind {
        BlockKind::Paragraph(inlines) => Some(plain_text(inlines)),
        _ => None,
    });
    paragraphs.collect()
}

/// Where the first words of a sentence stand in the Markdown that it was read from, at or after a byte of it.
fn first_words(sentence: &str, text: &str, from: usize) -> Option<Range<usize>> {
    const ENOUGH: usize = 4;
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric());
    let all = |text| str::split_whitespace(text).map(bare).filter(|word| !word.is_empty());
    let sought: Vec<&str> = all(sentence).take(ENOUGH).collect();
    let written: Vec<&str> = all(text.get(from..)?).collect();
    let found = written.windows(sought.len().max(1)).find(|words| *words == sought)?;
    Some(range_of(found.first()?, text)?.start..range_of(found.last()?, text)?.end)
}

/// The first words of a sentence in quotation marks.
fn opening(sentence: &str) -> String {
    let opening: Vec<&str> = sentence.split_whitespace().take(10).collect();
    let dots = if sentence.split_whitespace().count() > 10 { " …" } else { "" };
    format!("‘{}{dots}’", opening.join(" "))
}
