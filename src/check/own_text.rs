//! Whether the documents carry all that a school's own text holds, each thing told where it stands.
//!
//! In: a case and its drafts, which know the answers whose Markdown they print. Out: CP407 for signs of a symbol font; CP408 for HTML,
//! pictures, links that lead nowhere, headings and tables where none can stand; CP409 for notes without a text or a reference;
//! CP008 for a reference to a character that turns words round.
//!
//! No word is lost over any of these: the text says in the documents what the notes here say it does.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::own_words::own_words;
use crate::case::Case;
use crate::catalogue::Form;
use crate::doc::{Uncarried, is_private, uncarried};
use crate::draft::{Draft, Drafts};
use crate::finding::{Code, Finding, Place};
use crate::text::suggest;
use crate::words::Shape;

/// Checks every answer in words.
pub(super) fn check_own_text(case: &Case<'_>, drafts: &Drafts<'_>, findings: &mut Vec<Finding>) {
    for (field, text) in own_words(case, &["brand"]) {
        findings.extend(private_signs(field, text));
        let printed: Vec<(&Draft<'_>, Shape)> =
            drafts.documents.iter().filter_map(|draft| printed(draft, text)).collect();
        if printed.is_empty() {
            continue;
        }
        let in_cell = printed.iter().any(|(_, shape)| *shape == Shape::Inline);
        let mut told = BTreeMap::new();
        for (what, range) in uncarried(text) {
            let words = text.get(range.clone()).unwrap_or_default();
            let found = match what {
                Uncarried::Within(id) => printed.iter().find_map(|(draft, _)| leads_nowhere(draft, &id)),
                Uncarried::Table if !in_cell => None,
                what => Some(finding(&what, words)),
            };
            if let Some(found) = found {
                tell(findings, &mut told, found.at_words(field, text, range));
            }
        }
        if in_cell {
            findings.extend(headings(text).map(|range| in_a_cell(&text[range.clone()]).at_words(field, text, range)));
        }
    }
}

/// Adds a finding; what is found in one answer again is shown beside the first. `told` has what was found in this answer before.
fn tell(findings: &mut Vec<Finding>, told: &mut BTreeMap<(&'static str, String), usize>, found: Finding) {
    match told.entry((found.code.id(), found.title.clone())) {
        Entry::Occupied(known) => findings[*known.get()].also.push((found.at, "and here".to_owned())),
        Entry::Vacant(new) => {
            new.insert(findings.len());
            findings.push(found);
        }
    }
}

/// How a document prints an answer whose Markdown it reads, if it does.
fn printed<'d, 'a>(draft: &'d Draft<'a>, text: &str) -> Option<(&'d Draft<'a>, Shape)> {
    let own = draft.own_texts.iter().find(|own| own.markdown == text && own.shape != Shape::Lines)?;
    Some((draft, own.shape))
}

/// The signs of a symbol font in a text. One that opens a line is a bullet, and is printed as one.
fn private_signs(field: &str, text: &str) -> Option<Finding> {
    let signs: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(at, c)| is_private(*c) && !text[..*at].lines().next_back().unwrap_or_default().trim().is_empty())
        .filter(|(at, _)| !text[..*at].ends_with('\n'))
        .collect();
    let (first, others) = signs.split_first()?;
    let place = |(at, c): &(usize, char)| *at..*at + c.len_utf8();
    let finding = Finding::warning(Code::CP407, format!("the sign U+{:04X} cannot be printed", u32::from(first.1)))
        .at_words(field, text, place(first))
        .with_note(
            "it belongs to one symbol font alone; a reader without that font sees a box, so the documents leave it out",
        )
        .with_help("delete it, and type what it stood for: `Telephone:`, say");
    Some(others.iter().fold(finding, |finding, sign| {
        let at = Place::Word { field: field.to_owned(), at: sign.0, word: sign.1.to_string() };
        finding.with_also(at, "and here")
    }))
}

/// What is said of something that the documents do not carry.
fn finding(what: &Uncarried, words: &str) -> Finding {
    let uncarried = |title: String| Finding::warning(Code::CP408, title);
    match what {
        Uncarried::Html => uncarried(format!("`{words}` is printed as it stands"))
            .with_note("HTML is not read in an answer, so that readers see the tag itself")
            .with_help("write `**words**` for strong words and `*words*` for stressed ones, or take it out"),
        Uncarried::Picture => uncarried(format!("the picture `{words}` is not printed"))
            .with_note("of a picture in an answer the documents print its description alone")
            .with_help("say in words what it shows, or link to it: `[what it shows](https://…)`"),
        Uncarried::Link(address) => uncarried(format!("the link to `{address}` is printed as its words alone"))
            .with_note(
                "a link leads to `https://`, `http://`, `mailto:` or `tel:`, or with `#` to a section of the document",
            )
            .with_help("write the whole address, or take the link out"),
        Uncarried::UnusedAddress => uncarried(format!("the address `{words}` belongs to no link"))
            .with_note("it is printed as it stands")
            .with_help("write the link and its address together: `[words](https://…)`"),
        Uncarried::Heading => uncarried(format!("the heading `{words}` is printed as strong words"))
            .with_note(
                "a heading cannot stand in a list, a quotation or a note, and holds neither a link nor a note itself",
            )
            .with_help("give it a line of its own with a blank line above and below, in plain words"),
        Uncarried::Table => uncarried("the table is printed as lines of words".to_owned())
            .with_note("this answer stands in the cell of a table, which holds no other")
            .with_help("put the table under `own_sections`"),
        Uncarried::Turned(c) => {
            let code = u32::from(*c);
            let title = format!("`{words}` stands for a character that turns the words after it round (U+{code:04X})");
            Finding::error(Code::CP008, title).with_help("delete it, and type the words around it again")
        }
        Uncarried::NoNote => Finding::warning(Code::CP409, format!("there is no note `{words}`"))
            .with_note("the mark is printed as it stands")
            .with_help(format!("write the note on a line of its own, with a blank line above: `{words}: …`")),
        Uncarried::UnusedNote => Finding::warning(Code::CP409, "nothing refers to this note")
            .with_note("it is printed as a paragraph at the end of the text")
            .with_help("write its mark, such as `[^1]`, after the words that it belongs to"),
        // Only a finished document knows where it leads.
        Uncarried::Within(id) => uncarried(format!("the link to `#{id}` leads nowhere")),
    }
}

/// What is said of a link to a section that a document does not have. In a piece of a web page nothing links to a section.
fn leads_nowhere(draft: &Draft<'_>, id: &str) -> Option<Finding> {
    let document = &draft.document;
    let ids: BTreeSet<&str> = document.headings().map(|heading| heading.id.as_str()).collect();
    if draft.outline.form == Form::Fragment || ids.contains(id) {
        return None;
    }
    let title = format!("the link to `#{id}` leads nowhere in `{}`", document.id);
    let finding = Finding::warning(Code::CP408, title).with_note("its words are printed without the link");
    let finding = match suggest(id, ids.iter().copied()) {
        Some(near) => finding.with_help(format!("did you mean `#{near}`?")),
        None => finding,
    };
    Some(finding.with_help(format!("its sections are: {}", ids.into_iter().collect::<Vec<_>>().join(", "))))
}

/// The lines of a text that are headings with hashes.
fn headings(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some(start..start + line.trim_end().len())
    });
    lines.filter(|range| {
        let line = &text[range.clone()];
        let hashes = line.len() - line.trim_start_matches('#').len();
        (1..=6).contains(&hashes) && line[hashes..].starts_with(' ')
    })
}

fn in_a_cell(words: &str) -> Finding {
    Finding::warning(Code::CP408, format!("the heading `{words}` is printed as strong words"))
        .with_note("this answer stands in the cell of a table, which holds no heading")
        .with_help("leave the heading out, or put the text under `own_sections`")
}
