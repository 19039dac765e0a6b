//! Which of the school's own words are hard to read.
//!
//! In: a case. Out: notes only. CP405, one for each long answer with a high reading age; CP406, one for each sentence of the profile that
//! few readers follow to its end.
//!
//! What is hard in our own wording is our fault and nothing that the school can change: a test keeps that plain.

use std::ops::Range;

use super::own_words::own_words;
use crate::case::Case;
use crate::doc::{Block, BlockKind, parse_own, plain_text, walk};
use crate::finding::{Code, Finding, Severity};
use crate::text::{Reading, range_of, sentences, words};

/// The most words of a sentence that is let pass. GOV.UK asks for sentences of up to 25; a policy lists things, and is given more.
const LONG_SENTENCE: usize = 40;

/// The highest reading age that is let pass: that of the oldest pupils who must stay at school.
const HARD: u32 = 16;

/// Checks for answers that are hard to read from beginning to end. Short ones have no reading age.
pub(super) fn check_reading_age(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &[]) {
        let mut reading = Reading::default();
        paragraphs(&parse_own(text, None).blocks).iter().for_each(|paragraph| reading.add(paragraph));
        let Some(age) = reading.age().filter(|age| *age > HARD) else { continue };
        let (sentence, count) = &reading.longest;
        findings.push(
            Finding::new(Severity::Note, Code::CP405, format!("this answer has a reading age of about {age}"))
                .at_words(field, text, first_words(sentence, text, 0).unwrap_or_default())
                .with_note(format!("its longest sentence has {count} words: {}", opening(sentence)))
                .with_help(
                    "make two of a long sentence, and take an everyday word where there is one; `careers-policy explain CP405` says how it is counted",
                ),
        );
    }
}

/// Checks for very long sentences in the school's own words.
pub(super) fn check_long_sentences(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &[]) {
        let mut from = 0;
        for paragraph in paragraphs(&parse_own(text, None).blocks) {
            for sentence in sentences(&paragraph) {
                let count = words(sentence).count();
                if count > LONG_SENTENCE {
                    let title = format!("a sentence has {count} words: {}", opening(sentence));
                    let place = first_words(sentence, text, from).unwrap_or_default();
                    from = place.end.max(from);
                    findings.push(
                        Finding::new(Severity::Note, Code::CP406, title)
                            .at_words(field, text, place)
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
