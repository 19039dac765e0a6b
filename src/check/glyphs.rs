//! Whether the fonts can show every character of the documents: those of the PDF are in the file, and nobody else's help.
//!
//! In: a case, its drafts, the formats asked for. Out: CP501 for each answer with characters that no font of the theme has a shape for, and
//! for each clause: an error where a PDF is asked for, which alone is then not made. Elsewhere an answer has a warning; what is in a clause is told to
//! whoever makes the pack alone.
//!
//! A character is never replaced by another. Not here: which characters a font has (`picture`).

use std::collections::BTreeSet;
use std::ops::Range;

use super::own_words::own_words;
use crate::case::Case;
use crate::catalogue::Form;
use crate::draft::Drafts;
use crate::finding::{Code, Finding, Place, Severity};
use crate::picture::Coverage;
use crate::text::CharacterKind;
use crate::write::Format;

/// The most pieces of one answer that are shown. Whoever writes in another script need not see each line marked.
const MOST: usize = 8;

/// Checks every character that is printed.
pub(super) fn check_glyphs(case: &Case<'_>, drafts: &Drafts<'_>, formats: &[Format], findings: &mut Vec<Finding>) {
    let severity = if formats.contains(&Format::Pdf) { Severity::Error } else { Severity::Warning };
    let coverage = Coverage::of(&case.theme);
    let documents = drafts.documents.iter().filter(|draft| draft.outline.form == Form::Document);
    let printed: Vec<(Option<&str>, String)> = documents.flat_map(|draft| draft.document.printed()).collect();
    let missing_in = |text: &str| coverage.missing(text).map(|(_, c)| c).collect::<BTreeSet<char>>();
    let mut missing: BTreeSet<char> = printed.iter().flat_map(|(_, words)| missing_in(words)).collect();
    if missing.is_empty() {
        return;
    }
    let mut answered = BTreeSet::new();
    for (field, text) in own_words(case, &["brand"]) {
        let pieces = pieces(text, &coverage.missing(text).filter(|(_, c)| missing.contains(c)).collect::<Vec<_>>());
        let Some((first, others)) = pieces.split_first() else { continue };
        answered.extend(missing_in(text));
        let words: Vec<&str> = pieces.iter().map(|piece| &text[piece.clone()]).collect();
        let finding = finding(severity, &words).at_words(field, text, first.clone()).with_label(label(words[0]));
        findings.push(others.iter().take(MOST - 1).fold(finding, |finding, piece| {
            let word = text[piece.clone()].to_owned();
            let label = label(&word);
            finding.with_also(Place::Word { field: field.to_owned(), at: piece.start, word }, label)
        }));
    }
    // What stands in no answer comes from a clause, which the school cannot change: it is told of it where its PDF waits for that.
    missing.retain(|c| !answered.contains(c));
    if severity == Severity::Error {
        findings.extend(in_wording(&printed, &coverage, missing, severity));
    }
}

/// The characters of the wording that the PDF cannot show, each told once: for whoever makes a pack. `case` is an example, whose answers can be shown.
pub fn unshown_wording(case: &Case<'_>, drafts: &Drafts<'_>) -> Vec<Finding> {
    let coverage = Coverage::of(&case.theme);
    let documents = drafts.documents.iter().filter(|draft| draft.outline.form == Form::Document);
    let printed: Vec<(Option<&str>, String)> = documents.flat_map(|draft| draft.document.printed()).collect();
    let missing = printed.iter().flat_map(|(_, words)| coverage.missing(words).map(|(_, c)| c)).collect();
    in_wording(&printed, &coverage, missing, Severity::Warning)
}

/// What is found on these characters in clauses.
fn in_wording(
    printed: &[(Option<&str>, String)],
    coverage: &Coverage<'_>,
    mut missing: BTreeSet<char>,
    severity: Severity,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (clause, words) in printed {
        let pieces = pieces(words, &coverage.missing(words).filter(|(_, c)| missing.contains(c)).collect::<Vec<_>>());
        let shown: Vec<&str> = pieces.into_iter().map(|piece| &words[piece]).collect();
        if shown.is_empty() {
            continue;
        }
        missing.retain(|c| !shown.iter().any(|shown| shown.contains(*c)));
        let finding = finding(severity, &shown)
            .with_note(format!("it stands in the wording, not in your answers: {}", words.trim()));
        findings.push(match clause {
            Some(clause) => finding.for_clause(*clause),
            None => finding,
        });
    }
    findings
}

/// The characters in the pieces in which they are read: words of one script on one line are one.
fn pieces(text: &str, missing: &[(usize, char)]) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut kind = CharacterKind::Sign;
    for (at, c) in missing {
        let end = at + c.len_utf8();
        let new = CharacterKind::of(*c);
        match pieces.last_mut() {
            Some(piece) if new == kind && text[piece.end..*at].chars().all(|c| matches!(c, ' ' | '-' | '\'' | '"')) => {
                piece.end = end;
            }
            _ => pieces.push(*at..end),
        }
        kind = new;
    }
    pieces
}

/// What is found on some pieces of a text, without its place.
fn finding(severity: Severity, words: &[&str]) -> Finding {
    let mut told: Vec<String> = Vec::new();
    let mut kinds = BTreeSet::new();
    for word in words {
        kinds.extend(word.chars().next().map(CharacterKind::of));
        let shown = shown(word);
        if !told.contains(&shown) {
            told.push(shown);
        }
    }
    let more = if told.len() > MOST { format!(" and {} more", told.len() - MOST) } else { String::new() };
    told.truncate(MOST);
    let finding = Finding::new(severity, Code::CP501, format!("the PDF cannot show {}{more}", told.join(", ")))
        .with_note("its fonts travel in the file and have no shape for that; the other formats show it, and are made all the same");
    let finding = kinds.into_iter().fold(finding, |finding, kind| finding.with_help(help(kind)));
    finding.with_help("or leave PDF out: `--formats md,html,docx`")
}

/// A piece between quotation marks; one that cannot be seen by its number and name.
fn shown(word: &str) -> String {
    let first = word.chars().next().unwrap_or_default();
    match CharacterKind::of(first) {
        CharacterKind::Hidden(name) => format!("U+{:04X} ({name})", u32::from(first)),
        CharacterKind::Private => format!("U+{:04X} (a sign of one font alone)", u32::from(first)),
        _ if word.chars().count() > 30 => format!("‘{}…’", word.chars().take(29).collect::<String>()),
        _ => format!("‘{word}’"),
    }
}

fn label(word: &str) -> String {
    let first = word.chars().next().unwrap_or_default();
    match CharacterKind::of(first) {
        CharacterKind::Script(name) => name.to_owned(),
        _ => format!("U+{:04X}", u32::from(first)),
    }
}

/// What to write instead.
fn help(kind: CharacterKind) -> String {
    match kind {
        CharacterKind::Script("combining accent") => "type the letter with its accent as one character".to_owned(),
        CharacterKind::Script(name) => format!("write the {name} words in English letters"),
        CharacterKind::Disguised => "type the letters again: these are joined, or made for mathematics".to_owned(),
        CharacterKind::Bullet => {
            "for a list, begin each line with `- `, which every format shows as a bullet; elsewhere take the sign out"
                .to_owned()
        }
        CharacterKind::Tick => "write a word for the tick or cross, such as yes or no".to_owned(),
        CharacterKind::Picture => "take the little picture out, or say it in words".to_owned(),
        CharacterKind::Private => {
            "delete the sign and type what it stood for: only one font has it, and a reader without that font sees a box"
                .to_owned()
        }
        CharacterKind::Hidden(_) => {
            "delete the words here and type them again; such characters come along when text is pasted".to_owned()
        }
        CharacterKind::Sign => "say the sign in words, or take it out".to_owned(),
    }
}
